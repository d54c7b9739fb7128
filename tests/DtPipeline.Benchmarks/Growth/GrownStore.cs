using System.Globalization;
using Azure.Data.Tables;
using Azure.Storage.Blobs.Models;
using DtPipeline.Azure.Intake;
using DtPipeline.Azure.Oversight;
using DtPipeline.Azure.Storage;
using DtPipeline.Benchmarks.Ingesting;
using DtPipeline.Benchmarks.Stores;
using DtPipeline.Catalogue;
using DtPipeline.LocalHost.Running;
using DtPipeline.Pipeline.Tests.Support;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging.Abstractions;

namespace DtPipeline.Benchmarks.Growth;

/// <summary>
/// Years of quarterly reports of many organisations, all of which are answered and published, but for the last quarter of some. One of them was taken in; what it wrote is
/// written for the others too.
/// </summary>
internal sealed class GrownStore : IAsyncDisposable
{
    private const int Indicators = 10;
    private const int AtOnce = 8;
    private const int FirstYear = 2020;

    // They file in the run, and the history of each of them is published.
    private const int Waiting = 12;

    private readonly List<Period> periods;
    private readonly List<string> codes;
    private int filed;
    private int dropped;

    private GrownStore(MemoryStore store, TestBroker broker, int organisations, int years)
    {
        (Store, Broker) = (store, broker);
        var app = new FunctionApp(store.Get<IServiceProvider>(), typeof(Functions.Reports).Assembly);
        Watcher = new BlobWatcher(app, app.TriggeredBy<BlobTriggerAttribute>().Single().Function, store.Account.Reports, new BlobWrites(null, TimeSpan.Zero, Timeout.InfiniteTimeSpan), new Failures(), NullLogger.Instance);
        codes = [.. MemoryStore.Codes(organisations)];
        periods = [Period.Containing(Frequency.Quarterly, new DateOnly(FirstYear, 1, 1))];
        while (periods.Count < years * 4)
        {
            periods.Add(periods[^1].Next);
        }
    }

    public MemoryStore Store { get; }

    /// <summary>Looks, and takes nothing in.</summary>
    public BlobWatcher Watcher { get; }

    /// <summary>Corrections are told.</summary>
    private TestBroker Broker { get; }

    private Quarter Last => new(periods[^1].ToString(), NowOf(periods.Count / 4));

    public static async Task<GrownStore> StartAsync(int organisations, int years)
    {
        var broker = await TestBroker.StartAsync();
        var store = await MemoryStore.OpenAsync(await SharedAzurite.NewAccountAsync(), new TestClock(NowOf(years)), broker.Connection);
        await BigForm.PutAsync(store, organisations, Indicators, owedFrom: $"{FirstYear}-Q1");
        var grown = new GrownStore(store, broker, organisations, years);
        await grown.FillAsync();
        await grown.PublishAsync();
        return grown;
    }

    /// <summary>Drops the last quarter's report of an organisation that has not filed yet.</summary>
    /// <returns>Its path.</returns>
    public Task<string> DropAsync() => DropAsync(codes[^++filed], "bao-cao");

    /// <summary>Two reports of one organisation, of which the younger is taken in.</summary>
    /// <returns>The path of the older.</returns>
    public async Task<string> DropTwoAsync()
    {
        var code = codes[^++filed];
        var older = await DropAsync(code, "bao-cao");

        var younger = await DropAsync(code, "bo-sung");

        // Storage tells upload times apart by whole seconds.
        while (await UploadedAtAsync(younger) <= await UploadedAtAsync(older))
        {
            younger = await DropAsync(code, "bo-sung");
        }

        await TakeAsync(younger);
        return older;
    }

    private async Task<DateTimeOffset> UploadedAtAsync(string path) => (await Store.Account.Reports.GetBlobClient(path).GetPropertiesAsync()).Value.LastModified;

    public Task TakeAsync(string path) => Store.Get<ReportIntake>().RunAsync(Store.Account.Reports.GetBlobClient(path), CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        await Store.DisposeAsync();
        await Broker.DisposeAsync();
        await SharedAzurite.EndAsync();
    }

    private static string NowOf(int years) => string.Create(CultureInfo.InvariantCulture, $"{FirstYear + years - 1}-12-18T09:00:00+07:00");

    private async Task<string> DropAsync(string code, string name)
    {
        var path = $"{code}/{Last.Period}/{name}.csv";
        await Store.Account.Reports.GetBlobClient(path).UploadAsync(BinaryData.FromString(BigForm.TextOf(new Random(++dropped), Indicators)), overwrite: true);
        return path;
    }

    private async Task FillAsync()
    {
        var path = Last.PathOf(codes[0], "csv");
        await Store.Account.Reports.GetBlobClient(path).UploadAsync(BinaryData.FromString(BigForm.TextOf(new Random(0), Indicators)));
        await TakeAsync(path);
        var model = await BareModel.ReadAsync(Store.Account, codes[0], Last);
        var reports = periods.SkipLast(1).SelectMany(p => codes.Select(c => (Code: c, Period: p))).Concat(codes.Skip(1).SkipLast(Waiting).Select(c => (Code: c, Period: periods[^1])));
        await Parallel.ForEachAsync(reports, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (r, _) => await FillAsync(model, r.Code, r.Period.ToString()));
    }

    private async Task FillAsync(BareModel model, string code, string period)
    {
        var (path, partition) = (new Quarter(period, string.Empty).PathOf(code, "csv"), $"{period}~{code}");
        var uploaded = await Store.Account.Reports.GetBlobClient(path).UploadAsync(model.Report);
        await Store.Account.Ledger.SubmitTransactionAsync(model.Rows.Select(r => new TableTransactionAction(TableTransactionActionType.UpsertReplace, ModelRow.Copy(r, partition, r.RowKey))));
        await Store.Account.Obligations.UpsertEntityAsync(ModelRow.Copy(model.Obligation, $"{period}~{BigForm.Code}", code), TableUpdateMode.Replace);
        foreach (var (suffix, content, options) in model.Receipts)
        {
            var metadata = new Dictionary<string, string>(options.Metadata, StringComparer.Ordinal) { [ReceiptWriter.ReportTagKey] = ReceiptWriter.Plain(uploaded.Value.ETag) };
            await Store.Account.Receipts.GetBlobClient(path + suffix).UploadAsync(content, new BlobUploadOptions { Metadata = metadata, HttpHeaders = options.HttpHeaders });
        }
    }

    private async Task PublishAsync()
    {
        var pending = Store.Get<PendingStore>();
        foreach (var code in codes.TakeLast(Waiting))
        {
            await pending.MarkPeriodsAsync(periods.Select(p => p.ToString()), code, CancellationToken.None);
        }

        await Store.Get<RollUp>().RunAsync(CancellationToken.None);
        await Store.Get<FlagRun>().RunAsync(CancellationToken.None);
        await Store.Get<RollUp>().RunAsync(CancellationToken.None);
        await Watcher.StartFromHereAsync(TimeSpan.Zero, CancellationToken.None);
    }
}
