using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Azure.Storage.Blobs;
using DtPipeline.Azure.Ledger;
using DtPipeline.Azure.Oversight;
using DtPipeline.Azure.Publishing;
using DtPipeline.Azure.Storage;
using DtPipeline.Pipeline.Tests.Support;

namespace DtPipeline.Pipeline.Tests.Intake;

/// <summary>A report that changes more rows than the table service takes in one transaction.</summary>
public sealed class SeveralTransactionsTests
{
    private const string Path = "P63-01/2023-Q1/bao-cao.csv";
    private const string Partition = "2023-Q1~P63-01";

    private static readonly ConcurrentDictionary<(int Indicators, int Files), Lazy<Task<IReadOnlyList<string>>>> Undisturbed = [];

    [Fact]
    public async Task AReportOf120IndicatorsIsAppliedWhole()
    {
        await using var pipeline = await StartAsync(120);

        await DropAsync(pipeline, 120, minute: 0, value: 7);
        await DropAsync(pipeline, 120, minute: 1, value: 8);
        await pipeline.SettleAsync();

        Assert.Equal("""{"rows":120,"accepted":0,"unchanged":0,"revised":120,"nil":0,"missing":0,"faulty":0,"passedOver":0}""", (await pipeline.ReceiptOfAsync(Path))["counts"]!.ToJsonString());
        Assert.Equal(Enumerable.Repeat(8.0, 120), (await pipeline.RowsAsync(Partition, "obs~")).Select(o => o.GetDouble("Value")!.Value));
        Assert.Equal(Enumerable.Repeat(7.0, 120), (await pipeline.RowsAsync(Partition, "rev~")).Select(o => o.GetDouble("Value")!.Value));
        Assert.Null(Assert.Single(await pipeline.RowsAsync(Partition, "head")).GetString("Applying"));
    }

    /// <summary>60 values and 60 revisions. The crash is the process's: no call after the one named is made.</summary>
    [Theory]
    [InlineData(60, 2, 2)]
    [InlineData(60, 2, 3)]
    [InlineData(60, 2, 1)]
    [InlineData(120, 1, 2)]
    [InlineData(120, 2, 2)]
    [InlineData(120, 2, 3)]
    public async Task ACrashBetweenTransactionsIsMendedByTheSweep(int indicators, int files, int failingTransaction)
    {
        await using var pipeline = await StartAsync(indicators);
        for (var minute = 0; minute < files - 1; minute++)
        {
            await DropAsync(pipeline, indicators, minute, minute);
        }

        await using var crashing = new WatchedStorage(pipeline);
        CrashAt(crashing, failingTransaction);
        await UploadAsync(pipeline, indicators, files - 1, files - 1);
        await Assert.ThrowsAsync<InvalidOperationException>(() => crashing.TakeAsync(Path));

        await pipeline.SettleAsync();
        var undisturbed = await Undisturbed.GetOrAdd((indicators, files), _ => new(() => UndisturbedAsync(indicators, files))).Value;
        StoreDump.AssertSame(undisturbed, await StoreDump.OfAsync(pipeline.Account, sameBlobs: false));
    }

    [Fact]
    public async Task APartitionThatIsHalfWrittenIsMarkedAndLeftOutUntilItIsMended()
    {
        await using var pipeline = await StartAsync(120);
        await using var crashing = new WatchedStorage(pipeline);
        await UploadAsync(pipeline, 120, minute: 0, value: 7);
        CrashAt(crashing, 2);

        await Assert.ThrowsAsync<InvalidOperationException>(() => crashing.TakeAsync(Path));

        var half = await pipeline.Get<LedgerStore>().ReadAsync(Partition, CancellationToken.None);
        Assert.Equal(Assert.Single(await pipeline.Account.Archive.NamesAsync()), half.Applying);
        Assert.Equal(99, half.State.Observations.Count);
        await MarkAsync(pipeline, "2023-Q1");
        await pipeline.Get<RollUp>().RunAsync(CancellationToken.None);
        Assert.Equal(0, await PublishedCountAsync(pipeline));

        await pipeline.SettleAsync();

        Assert.Equal(1, await PublishedCountAsync(pipeline));
        Assert.Equal(120, (await pipeline.RowsAsync(Partition, "obs~")).Count);
        Assert.Null(Assert.Single(await pipeline.RowsAsync(Partition, "head")).GetString("Applying"));
    }

    private static async Task MarkAsync(TestPipeline pipeline, string period)
    {
        var pending = pipeline.Get<PendingStore>();
        await pending.FinishAsync(await pending.BeginAsync($"{period}~@form", "a test", file: null, CancellationToken.None), period, hasOutbox: false, CancellationToken.None);
    }

    /// <summary>How many organisations stand behind the first indicator's published figure.</summary>
    private static async Task<int> PublishedCountAsync(TestPipeline pipeline)
    {
        var json = (await pipeline.Get<ReadModels>().FindPeriodAsync("2023-Q1", CancellationToken.None))?.Content;
        return JsonNode.Parse(json!.ToString())!["indicators"]![0]!["groups"]![0]!["figure"]!["reported"]!.GetValue<int>();
    }

    private static void CrashAt(WatchedStorage storage, int transaction)
    {
        var begun = 0;
        storage.Before = call =>
        {
            begun += call.IsTransaction ? 1 : 0;
            return begun < transaction ? Task.CompletedTask : throw new InvalidOperationException("The process has ended.");
        };
    }

    /// <summary>One store for every transaction at which another one ends.</summary>
    private static async Task<IReadOnlyList<string>> UndisturbedAsync(int indicators, int files)
    {
        await using var pipeline = await StartAsync(indicators);
        for (var minute = 0; minute < files; minute++)
        {
            await DropAsync(pipeline, indicators, minute, minute);
        }

        await pipeline.SettleAsync();
        return await StoreDump.OfAsync(pipeline.Account, sameBlobs: false);
    }

    private static async Task<TestPipeline> StartAsync(int indicators)
    {
        var pipeline = await TestPipeline.StartAsync(At(0));
        await ManyIndicators.PutAsync(pipeline, indicators);
        return pipeline;
    }

    private static async Task DropAsync(TestPipeline pipeline, int indicators, int minute, int value) =>
        await pipeline.TakeAsync(await UploadAsync(pipeline, indicators, minute, value));

    private static Task<BlobClient> UploadAsync(TestPipeline pipeline, int indicators, int minute, int value)
    {
        pipeline.Clock.Set(At(minute));
        return pipeline.UploadAsync(Path, ManyIndicators.Report(indicators, value));
    }

    private static string At(int minute) => $"2023-03-20T09:{minute:00}:00+07:00";
}
