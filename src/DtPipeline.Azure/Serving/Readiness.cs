using Azure.Data.Tables;
using Azure.Messaging.ServiceBus;
using DtPipeline.Azure.Access;
using DtPipeline.Azure.Publishing;
using DtPipeline.Azure.Storage;
using DtPipeline.Texts;

namespace DtPipeline.Azure.Serving;

/// <param name="Status"><c>alive</c>: it answers; <c>ready</c>: all that it needs answers too.</param>
internal sealed record HealthState(string Status);

/// <summary>Whether all that the app needs answers: blobs, tables, Service Bus, and a catalogue that is in force.</summary>
public sealed class Readiness(StorageAccount account, ServiceBusSender sender, CatalogueStore catalogues)
{
    private static readonly TimeSpan Within = TimeSpan.FromSeconds(5);

    /// <summary>Says that the app answers, and asks nobody.</summary>
    public static Served Alive { get; } = Served.Of(new HealthState("alive"));

    public async Task<Served> CheckAsync(CancellationToken cancellationToken)
    {
        using var within = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        within.CancelAfter(Within);
        (Bilingual What, Task<bool> Answers)[] checks =
        [
            (new("kho tệp (blob)", "blob storage"), AnswersAsync(() => account.Published.GetBlobClient(ReadModels.Periods).ExistsAsync(within.Token), within.Token)),
            (new("kho bảng (table)", "table storage"), AnswersAsync(() => account.Pending.GetEntityIfExistsAsync<TableEntity>("ready", "ready", cancellationToken: within.Token), within.Token)),
            (new("Service Bus", "Service Bus"), AnswersAsync(async () => (await sender.CreateMessageBatchAsync(within.Token)).Dispose(), within.Token)),
            (new("danh mục", "the catalogue"), AnswersAsync(() => catalogues.GetAsync(within.Token), within.Token)),
        ];
        var answers = await Task.WhenAll(checks.Select(c => c.Answers));
        var silent = checks.Zip(answers).Where(c => !c.Second).Select(c => c.First.What).ToList();
        return silent.Count == 0
            ? Served.Of(new HealthState("ready"))
            : new Served(null, new Refusal(503, "not_ready", new Bilingual(
                $"Chưa sẵn sàng; không dùng được: {string.Join(", ", silent.Select(s => s.Vi))}. Nguyên nhân có trong nhật ký.",
                $"Not ready; what cannot be used: {string.Join(", ", silent.Select(s => s.En))}. The log says why.")));
    }

    private static async Task<bool> AnswersAsync(Func<Task> ask, CancellationToken cancellationToken)
    {
#pragma warning disable CA1031 // Whatever it throws, it does not answer; nothing of it is told to whoever asks.
        try
        {
            await ask().WaitAsync(cancellationToken);
            return true;
        }
        catch (Exception)
        {
            return false;
        }
#pragma warning restore CA1031
    }
}
