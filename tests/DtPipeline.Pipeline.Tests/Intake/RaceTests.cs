using Azure.Storage.Blobs;
using DtPipeline.Pipeline.Tests.Host;
using DtPipeline.Pipeline.Tests.Support;

namespace DtPipeline.Pipeline.Tests.Intake;

/// <summary>Several deliveries and versions at once.</summary>
public sealed class RaceTests
{
    private const string Path = "P63-01/2023-Q1/bao-cao.csv";
    private const string Partition = "2023-Q1~P63-01";
    private const string Older = "indicator,value\nDE-08,148\nGOV-01,maybe\n";
    private const string Newer = "indicator,value\nDE-08,150\nGOV-01,1\n";

    private static readonly Lazy<Task<IReadOnlyList<string>>> InOrder = new(InOrderAsync);

    [Fact]
    public async Task TwentyDeliveriesAtOnceAreOneFile()
    {
        await using var pipeline = await StartAsync();
        await using var once = await StartAsync();
        var report = await pipeline.UploadAsync(Path, Older);

        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => pipeline.TakeAsync(report)));
        await pipeline.SettleAsync();
        await once.DropAsync(Path, Older);
        await once.SettleAsync();

        Assert.Single(await pipeline.RowsAsync(Partition, "file~"));
        Assert.Single(await pipeline.Account.Archive.NamesAsync(), n => !n.StartsWith("alerts/", StringComparison.Ordinal));
        StoreDump.AssertSame(await StoreDump.OfAsync(once.Account, sameBlobs: false), await StoreDump.OfAsync(pipeline.Account, sameBlobs: false));
    }

    [Fact]
    public async Task ManyFilesOfOnePeriodAtOnceAreAllKept()
    {
        await using var pipeline = await StartAsync();
        var reports = new List<BlobClient>();
        for (var n = 1; n <= 8; n++)
        {
            reports.Add(await pipeline.UploadAsync($"P63-01/2023-Q1/{n}.csv", $"indicator,value\nDE-08,{n}\n"));
        }

        await Task.WhenAll(reports.Select(pipeline.TakeAsync));
        await pipeline.SettleAsync();

        var files = await pipeline.RowsAsync(Partition, "file~");
        var current = Assert.Single(await pipeline.RowsAsync(Partition, "obs~"));
        var last = files.OrderBy(f => f.GetDateTimeOffset("UploadedAt")).ThenBy(f => f.RowKey, StringComparer.Ordinal).Last();
        Assert.Equal(8, files.Count);
        Assert.Equal(7, (await pipeline.RowsAsync(Partition, "rev~")).Count);
        Assert.Equal(last.RowKey, $"file~{current.GetString("FileId")}");
        Assert.All(await Task.WhenAll(Enumerable.Range(1, 8).Select(n => pipeline.AnswerAsync($"P63-01/2023-Q1/{n}.csv"))), a => Assert.Equal("accepted", a.Split('\n')[0]));
    }

    /// <summary>The older version is read and archived, and then overtaken by the newer one in whichever step is named.</summary>
    [Theory]
    [InlineData("PUT Pending(")]
    [InlineData("GET Ledger(")]
    [InlineData("POST $batch")]
    [InlineData("PUT Obligations(")]
    [InlineData("PUT receipts/P63-01/2023-Q1/bao-cao.csv.receipt.html")]
    [InlineData("PUT receipts/P63-01/2023-Q1/bao-cao.csv.receipt.json")]
    public async Task TheNewerVersionOfAPathWinsWhereverItOvertakesTheOlder(string step)
    {
        await using var pipeline = await StartAsync();
        await using var slow = new WatchedStorage(pipeline);
        await pipeline.UploadAsync(Path, Older);
        slow.Before = async call =>
        {
            if (call.ToString().StartsWith(step, StringComparison.Ordinal))
            {
                slow.Before = _ => Task.CompletedTask;
                pipeline.Clock.Set("2023-03-20T09:01:00+07:00");
                await pipeline.DropAsync(Path, Newer);
            }
        };

        await slow.TakeAsync(Path);
        await pipeline.SettleAsync();

        Assert.Equal("accepted", await pipeline.AnswerAsync(Path));
        Assert.Equal(["150", "1"], (await pipeline.RowsAsync(Partition, "obs~")).Select(o => $"{o.GetDouble("Value")}"));
        Assert.Equal(["148"], (await pipeline.RowsAsync(Partition, "rev~")).Select(o => $"{o.GetDouble("Value")}"));
        StoreDump.AssertSame(await InOrder.Value, await DumpAsync(pipeline));
    }

    /// <summary>An older file comes in after a younger one is committed, and before its receipt is written.</summary>
    [Theory]
    [InlineData("PUT receipts/P63-01/2023-Q1/hai.csv.receipt.html")]
    [InlineData("PUT receipts/P63-01/2023-Q1/hai.csv.receipt.json")]
    public async Task AReceiptThatWasWrittenTooLateIsAmended(string step)
    {
        await using var pipeline = await StartAsync();
        await using var slow = new WatchedStorage(pipeline);
        var older = await pipeline.UploadAsync("P63-01/2023-Q1/mot.csv", "indicator,value\nDE-08,148\n");
        pipeline.Clock.Set("2023-03-20T09:01:00+07:00");
        await pipeline.UploadAsync("P63-01/2023-Q1/hai.csv", "indicator,value\nDE-08,150\n");
        slow.Before = async call =>
        {
            if (call.ToString() == step)
            {
                slow.Before = _ => Task.CompletedTask;
                pipeline.Clock.Set("2023-03-20T09:00:00+07:00");
                await pipeline.TakeAsync(older);
            }
        };

        await slow.TakeAsync("P63-01/2023-Q1/hai.csv");
        await pipeline.SettleAsync();

        Assert.Equal(1, (await pipeline.ReceiptOfAsync("P63-01/2023-Q1/hai.csv"))["counts"]!["revised"]!.GetValue<int>());
    }

    /// <summary>The commit of one delivery is held until the same file once more and an older one, which amends its receipt, wait for it and are committed together.</summary>
    [Fact]
    public async Task AFileDeliveredAgainBesideAnOlderOneThatAmendsItsReceiptIsTakenInByBoth()
    {
        const string older = "P63-01/2023-Q1/mot.csv";
        const string younger = "P63-01/2023-Q1/hai.csv";
        await using var pipeline = await StartAsync();
        await using var held = new WatchedStorage(pipeline);
        await pipeline.UploadAsync(older, "indicator,value\nDE-08,148\n");
        pipeline.Clock.Set("2023-03-20T09:01:00+07:00");
        await pipeline.UploadAsync(younger, "indicator,value\nDE-08,150\n");
        await held.TakeAsync(younger);
        var bothWait = new TaskCompletionSource();
        held.Before = async call =>
        {
            if (call.ToString().StartsWith("GET Ledger(", StringComparison.Ordinal))
            {
                await bothWait.Task;
            }
        };

        var deliveries = new List<Task>();
        foreach (var (path, now) in new[] { (younger, "09:01"), (younger, "09:01"), (older, "09:00") })
        {
            pipeline.Clock.Set($"2023-03-20T{now}:00+07:00");
            held.Forget();
            deliveries.Add(Task.Run(() => held.TakeAsync(path)));
            await Until.TrueAsync("has marked its work", () => Task.FromResult(held.Calls.Any(c => c.ToString().StartsWith("PUT Pending(", StringComparison.Ordinal))));
        }

        bothWait.SetResult();
        await Task.WhenAll(deliveries);
        await pipeline.SettleAsync();

        Assert.Equal(1, (await pipeline.ReceiptOfAsync(younger))["counts"]!["revised"]!.GetValue<int>());
        Assert.Empty(await OpenStore.RowsAsync(pipeline.Account.Pending, "PartitionKey eq 'pending'"));
    }

    [Fact]
    public async Task TwoVersionsOfOnePathTakenAtOnceEndAsIfTakenInOrder()
    {
        await using var pipeline = await StartAsync();
        await using var first = new WatchedStorage(pipeline);
        await using var second = new WatchedStorage(pipeline);
        var bothHaveRead = new TaskCompletionSource();
        var firstHasRead = new TaskCompletionSource();
        first.Before = async call =>
        {
            if (call.Path.StartsWith("Pending(", StringComparison.Ordinal))
            {
                firstHasRead.TrySetResult();
                await bothHaveRead.Task;
            }
        };
        second.Before = call =>
        {
            if (call.Path.StartsWith("Pending(", StringComparison.Ordinal))
            {
                bothHaveRead.TrySetResult();
            }

            return Task.CompletedTask;
        };

        await pipeline.UploadAsync(Path, Older);
        var older = Task.Run(() => first.TakeAsync(Path));
        await firstHasRead.Task;
        pipeline.Clock.Set("2023-03-20T09:01:00+07:00");
        await pipeline.UploadAsync(Path, Newer);
        var newer = Task.Run(() => second.TakeAsync(Path));
        await Task.WhenAll(older, newer);
        await pipeline.SettleAsync();

        Assert.Equal("accepted", await pipeline.AnswerAsync(Path));
        Assert.Equal(["150", "1"], (await pipeline.RowsAsync(Partition, "obs~")).Select(o => $"{o.GetDouble("Value")}"));
        Assert.Equal(["148"], (await pipeline.RowsAsync(Partition, "rev~")).Select(o => $"{o.GetDouble("Value")}"));
        Assert.Equal(2, (await pipeline.RowsAsync(Partition, "file~")).Count);
    }

    [Fact]
    public async Task ABlobThatIsGoneLeavesNothingBehind()
    {
        await using var pipeline = await StartAsync();
        var report = await pipeline.UploadAsync(Path, Newer);
        await report.DeleteAsync();

        await pipeline.TakeAsync(report);

        Assert.Empty(await pipeline.Account.Archive.NamesAsync());
        Assert.Empty(await pipeline.Account.Receipts.NamesAsync());
        Assert.Equal(0, await pipeline.Account.Ledger.CountAsync());
        Assert.Equal(0, await pipeline.Account.Pending.CountAsync());
    }

    [Fact]
    public async Task ABlobThatGoesWhileItIsTakenInIsAnsweredAllTheSame()
    {
        await using var pipeline = await StartAsync();
        await using var watched = new WatchedStorage(pipeline);
        var report = await pipeline.UploadAsync(Path, Newer);
        watched.Before = async call =>
        {
            if (call.Path.StartsWith("archive/", StringComparison.Ordinal))
            {
                await report.DeleteIfExistsAsync();
            }
        };

        await watched.TakeAsync(Path);
        await pipeline.SettleAsync();

        Assert.Equal("accepted", await pipeline.AnswerAsync(Path));
    }

    /// <summary>Too large to be read, and overwritten or deleted before it could be copied: nothing is kept of it, and the newer version is another delivery.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task ALargeBlobThatChangesBeforeItIsCopiedLeavesNothingBehind(bool deleted)
    {
        await using var pipeline = await StartAsync(new Dictionary<string, string?> { ["DtPipeline:MostReportBytes"] = "30" });
        await using var watched = new WatchedStorage(pipeline);
        var report = await pipeline.UploadAsync(Path, Older);
        watched.Before = async call =>
        {
            if (call.Path.StartsWith("archive/", StringComparison.Ordinal))
            {
                watched.Before = _ => Task.CompletedTask;
                await (deleted ? (Task)report.DeleteAsync() : pipeline.UploadAsync(Path, "indicator,value\nDE-08,7\n"));
            }
        };

        await watched.TakeAsync(Path);
        await pipeline.SettleAsync();

        Assert.Equal(deleted ? [] : Stored.ReceiptsOf(Path), await pipeline.Account.Receipts.NamesAsync());
        Assert.Equal(deleted ? [] : ["accepted"], (await pipeline.RowsAsync(Partition, "file~")).Select(f => f.GetString("Status")));
        Assert.Empty(await OpenStore.RowsAsync(pipeline.Account.Pending, "PartitionKey eq 'pending'"));
    }

    /// <summary>One store for every step at which another one is overtaken.</summary>
    private static async Task<IReadOnlyList<string>> InOrderAsync()
    {
        await using var pipeline = await StartAsync();
        await pipeline.DropAsync(Path, Older);
        pipeline.Clock.Set("2023-03-20T09:01:00+07:00");
        await pipeline.DropAsync(Path, Newer);
        await pipeline.SettleAsync();
        return await DumpAsync(pipeline);
    }

    private static Task<TestPipeline> StartAsync(IReadOnlyDictionary<string, string?>? settings = null) =>
        TestPipeline.StartAsync("2023-03-20T09:00:00+07:00", settings: settings);

    private static async Task<IReadOnlyList<string>> DumpAsync(TestPipeline pipeline) => await StoreDump.OfAsync(pipeline.Account, sameBlobs: false);
}
