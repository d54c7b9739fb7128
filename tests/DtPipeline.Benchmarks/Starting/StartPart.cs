using System.Globalization;
using DtPipeline.Azure.Storage;
using DtPipeline.Benchmarks.Ingesting;
using DtPipeline.Benchmarks.Stores;
using DtPipeline.Benchmarks.Table;
using DtPipeline.Catalogue;
using DtPipeline.Pipeline.Tests.Support;
using DtPipeline.Time;
using DtPipeline.Worker.Tests.Hosting;

namespace DtPipeline.Benchmarks.Starting;

/// <summary>From the start of a worker's process to its first function ready, and its memory: the function app, the same compiled ahead, and an isolated worker that does nothing.</summary>
internal static class StartPart
{
    private const long Mebibyte = 1_048_576;
    private const long MostPeak = 300 * Mebibyte;
    private const int Indicators = 60;

    // As host.json says it of blobs.
    private const int AtOnce = 4;

    public static async Task RunAsync(ResultTable table, Sizes sizes)
    {
        var (starts, reports) = (sizes.Of("starts", 7), sizes.Of("reports", 200));
        var folder = Directory.CreateTempSubdirectory("dtpipeline-start-");
        await using var broker = await TestBroker.StartAsync();
        await using var store = await MemoryStore.OpenAsync(await SharedAzurite.NewAccountAsync(), TimeProvider.System);
        var period = Period.Containing(Frequency.Quarterly, VietnamTime.DayOf(TimeProvider.System.GetUtcNow()));
        await BigForm.PutAsync(store, reports, Indicators, owedFrom: period.ToString());
        var settings = new Dictionary<string, string>
        {
            ["AzureWebJobsStorage"] = store.Storage,
            [StorageNames.StorageConnection] = store.Storage,
            [StorageNames.ServiceBusConnection] = broker.Connection,
            ["DtPipeline__MailPickup"] = Path.Combine(folder.FullName, "mail"),
        };
        var ahead = await BuiltApps.ReadyToRunAsync();
        var apps = new List<(string Name, string Assembly)> { ("empty worker", BuiltApps.Empty), ("function app", BuiltApps.Functions) };
        if (ahead is not null)
        {
            apps.Add(("function app compiled ahead (ReadyToRun)", ahead));
        }

        var measured = apps.ToDictionary(a => a.Name, _ => new List<(double Seconds, long Memory)>());
        for (var turn = 0; turn < starts; turn++)
        {
            foreach (var (name, assembly) in apps)
            {
                await using var worker = await StartedWorker.StartAsync(assembly, settings);
                measured[name].Add((worker.FirstReady.TotalSeconds, worker.Memory().Now));
            }
        }

        var (least, empty) = (Median.Of(measured[apps[0].Name].Select(m => m.Seconds)), Median.Of(measured[apps[0].Name].Select(m => (double)m.Memory)));
        foreach (var (name, assembly) in apps.Skip(1))
        {
            var (seconds, memory) = (Median.Of(measured[name].Select(m => m.Seconds)), Median.Of(measured[name].Select(m => (double)m.Memory)));
            table.Add(Text($"{name}: process start to first function ready, beside an empty worker, {starts} starts"), Milliseconds(seconds), Milliseconds(least), seconds / least, isInShort: assembly == BuiltApps.Functions);
            table.Add($"{name}: memory at rest", Mebibytes(memory), Mebibytes(empty), memory / empty);
        }

        await using (var worker = await StartedWorker.StartAsync(BuiltApps.Functions, settings))
        {
            var peak = await LoadAsync(worker, store, period.ToString(), reports);
            table.Add(Text($"function app: memory at its highest, {reports} reports of {Indicators} indicators taken in, {AtOnce} at once"), Mebibytes(peak), "at most 300 MiB", peak <= MostPeak);
        }

        await SharedAzurite.EndAsync();
        folder.Delete(recursive: true);
    }

    /// <returns>The working set at its highest.</returns>
    private static async Task<long> LoadAsync(StartedWorker worker, MemoryStore store, string period, int reports)
    {
        var quarter = new Quarter(period, string.Empty);
        await Parallel.ForEachAsync(MemoryStore.Codes(reports), new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (code, cancellationToken) =>
        {
            var path = quarter.PathOf(code, "csv");
            await store.Account.Reports.GetBlobClient(path).UploadAsync(BinaryData.FromString(BigForm.TextOf(new Random(reports), Indicators)), cancellationToken);
            await worker.InvokeAsync(nameof(Functions.Reports.IngestReport), Invocation.OfBlob("report", StorageNames.StorageConnection, StorageNames.Reports, path));
        });
        return worker.Memory().Peak;
    }

    private static string Milliseconds(double seconds) => Text($"{seconds * 1_000:N0} ms");

    private static string Mebibytes(double bytes) => Text($"{bytes / Mebibyte:N0} MiB");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
