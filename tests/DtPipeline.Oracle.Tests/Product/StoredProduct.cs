using System.Globalization;
using System.Text.Json;
using Azure.Data.Tables;
using DtPipeline.Azure.Storage;
using DtPipeline.Oracle.Filings;
using DtPipeline.Oracle.Tests.Comparing;
using DtPipeline.Oracle.Tests.Simulating;
using DtPipeline.Pipeline.Tests.Support;
using DtPipeline.Progress;

namespace DtPipeline.Oracle.Tests.Product;

/// <summary>The whole pipeline, on Azurite and the local Service Bus: files go in as blobs, and its tables and published figures are read.</summary>
internal sealed class StoredProduct(TestPipeline pipeline, Simulation simulation) : IAsyncDisposable
{
    private static readonly string[] Types = ["report.", "task.", "value.moved"];

    private readonly Func<DateOnly, CatalogueFiles> catalogueOn = simulation.InForce(c => c);

    private CatalogueFiles? inForce;

    public static async Task<StoredProduct> StartAsync(Simulation simulation)
    {
        var pipeline = await TestPipeline.StartAsync(Said(new DateTimeOffset(simulation.Plan.From, new TimeOnly(6, 0), TimeSpan.FromHours(7))), settings: new Dictionary<string, string?> { ["DtPipeline:CatalogueEvery"] = "00:00:00" });
        return new StoredProduct(pipeline, simulation);
    }

    /// <summary>Drops a file at its time.</summary>
    /// <returns>What it says, under the id and with the second that the receipt gives.</returns>
    public async Task<Filing> DropAsync(SentFile sent)
    {
        await SetAsync(sent.Filing.UploadedAt);
        await pipeline.TakeAsync(await pipeline.UploadAsync(sent.Path, sent.Content));
        var receipt = (await pipeline.Account.Receipts.GetBlobClient($"{sent.Path}.receipt.json").DownloadContentAsync()).Value.Content;
        using var read = JsonDocument.Parse(receipt);
        return sent.Filing with { Id = read.RootElement.GetProperty("fileId").GetString()!, UploadedAt = read.RootElement.GetProperty("uploadedAt").GetDateTimeOffset() };
    }

    /// <summary>Runs what the timers run until nothing is left, and delivers what they send.</summary>
    public async Task SettleAsync(DateTimeOffset moment)
    {
        await SetAsync(moment);
        await pipeline.SettleAsync();
    }

    public async Task<Dictionary<string, string>> ObligationsAsync()
    {
        var rows = new Dictionary<string, string>(StringComparer.Ordinal);
        await foreach (var row in pipeline.Account.Obligations.QueryAsync<TableEntity>(string.Empty))
        {
            rows[$"{row.PartitionKey}~{row.RowKey}"] = Rows.Of(
                row.GetString("State"),
                row.GetString("DueDay"),
                row.GetString("EffectiveDueDay"),
                row.GetDateTimeOffset("FirstReceived"),
                row.GetDateTimeOffset("FirstAccepted"),
                row.GetInt32("Provided"),
                row.GetInt32("Required"));
        }

        return rows;
    }

    /// <summary>Without those of catalogue, calendar, sources and mail, and without questions about figures, which labelled series judge.</summary>
    public async Task<Dictionary<string, string>> AlertsAsync()
    {
        var rows = new Dictionary<string, string>(StringComparer.Ordinal);
        await foreach (var row in pipeline.Account.Alerts.QueryAsync<TableEntity>("State ne 'resolved'"))
        {
            if (Types.Any(t => row.RowKey.StartsWith(t, StringComparison.Ordinal)))
            {
                rows[ProductRows.KeyOf(row.RowKey)] = Rows.Of(row.PartitionKey, row.GetString("Severity"), row.GetInt32("Escalation") > 0);
            }
        }

        return rows;
    }

    public async Task<PeriodSummary> PublishedAsync(string period) =>
        (await pipeline.Account.Published.GetBlobClient($"{period}.json").DownloadContentAsync()).Value.Content.ToObjectFromJson<PeriodSummary>(JsonSerializerOptions.Web)!;

    public async ValueTask DisposeAsync()
    {
        await pipeline.DisposeAsync();
        await SharedAzurite.EndAsync();
    }

    /// <summary>Sets the clock, and puts the catalogue there that is in force on the day.</summary>
    private async Task SetAsync(DateTimeOffset moment)
    {
        pipeline.Clock.Set(Said(moment));
        var catalogue = catalogueOn(DateOnly.FromDateTime(moment.DateTime));
        if (catalogue == inForce)
        {
            return;
        }

        foreach (var (file, text) in catalogue.All.Where(c => c.Text != inForce?.Find(c.File)))
        {
            await pipeline.Account.Catalogue.GetBlobClient(file).UploadAsync(BinaryData.FromString(text), overwrite: true);
        }

        inForce = catalogue;
        var catalogues = pipeline.Get<CatalogueStore>();
        if ((await catalogues.StandingAsync(CancellationToken.None)).Held is { } held)
        {
            Assert.True(await catalogues.ConfirmAsync(held.Hash, "Lan", CancellationToken.None));
        }
    }

    private static string Said(DateTimeOffset moment) => moment.ToString("O", CultureInfo.InvariantCulture);
}
