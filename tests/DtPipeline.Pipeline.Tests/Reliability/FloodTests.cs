using System.Globalization;
using Azure.Storage.Blobs.Models;
using DtPipeline.Azure.Intake;
using DtPipeline.Pipeline.Tests.Intake;
using DtPipeline.Pipeline.Tests.Support;

namespace DtPipeline.Pipeline.Tests.Reliability;

/// <summary>Many files of one organisation and period at once, and versions that follow each other within a moment.</summary>
public sealed class FloodTests
{
    private const string Partition = "2023-Q1~P63-01";
    private const int Files = 60;
    private const int FilesHeld = 20;
    private const int AtOnce = 8;
    private const int MostCallsAFile = 14;

    [Fact]
    public async Task FilesOfOnePartitionInAnyOrderEndInTheStoreOfARebuild()
    {
        await using var pipeline = await TestPipeline.StartAsync("2023-03-20T09:00:00+07:00");
        await using var watched = new WatchedStorage(pipeline);
        var paths = await UploadAsync(pipeline, Files);
        await Parallel.ForEachAsync(paths, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (path, _) => await watched.TakeAsync(path));
        await pipeline.SettleAsync();
        var flooded = await StoreDump.OfAsync(pipeline.Account, sameBlobs: true);
        await pipeline.DeleteTablesAsync();
        await pipeline.Get<Rebuild>().RunAsync(CancellationToken.None);
        await pipeline.SettleAsync();

        Assert.Equal(Files, (await pipeline.RowsAsync(Partition, "file~")).Count);
        StoreDump.AssertSame(flooded, await StoreDump.OfAsync(pipeline.Account, sameBlobs: true));
    }

    [Fact]
    public async Task FilesThatComeWhileOneIsCommittedAreCommittedTogetherInFewCalls()
    {
        await using var pipeline = await TestPipeline.StartAsync("2023-03-20T09:00:00+07:00");
        await using var watched = new WatchedStorage(pipeline);
        var paths = await UploadAsync(pipeline, FilesHeld);
        var (begun, areAllBegun) = (0, new TaskCompletionSource());
        watched.Before = call =>
        {
            if (call.ToString().StartsWith("PUT archive/", StringComparison.Ordinal) && Interlocked.Increment(ref begun) == FilesHeld)
            {
                areAllBegun.SetResult();
            }

            return call.ToString().StartsWith("GET Ledger", StringComparison.Ordinal) ? areAllBegun.Task : Task.CompletedTask;
        };
        await Task.WhenAll(paths.Select(watched.TakeAsync));

        Assert.Equal(FilesHeld, (await pipeline.RowsAsync(Partition, "file~")).Count);
        Assert.InRange(watched.Calls.Count, 1, FilesHeld * MostCallsAFile);
    }

    /// <summary>Which of two ids is the larger is chance: of eight pairs some go either way.</summary>
    [Fact]
    public async Task OfTwoVersionsWithinOneMomentTheOneThatStandsThereWinsAlsoAfterARebuild()
    {
        await using var pipeline = await TestPipeline.StartAsync("2023-03-20T09:00:00+07:00");
        var organisations = new[] { "P63-01", "P63-02", "P63-04", "P63-06", "P63-08", "P63-10", "P63-11", "P63-12" };
        foreach (var organisation in organisations)
        {
            await DropTwiceInOneMomentAsync(pipeline, $"{organisation}/2023-Q1/bao-cao.csv");
        }

        await pipeline.SettleAsync();
        Assert.All(await ValuesAsync(pipeline, organisations), v => Assert.Equal(2, v));
        Assert.All(organisations, o => Assert.True(pipeline.Account.Receipts.GetBlobClient($"{o}/2023-Q1/bao-cao.csv.receipt.json").Exists()));
        var answered = await Task.WhenAll(organisations.Select(o => pipeline.ReceiptOfAsync($"{o}/2023-Q1/bao-cao.csv")));
        Assert.All(answered, r => Assert.Equal(1, r["counts"]!["revised"]!.GetValue<int>()));

        await pipeline.DeleteTablesAsync();
        foreach (var organisation in organisations)
        {
            await pipeline.Account.Reports.DeleteBlobAsync($"{organisation}/2023-Q1/bao-cao.csv");
        }

        await pipeline.Get<Rebuild>().RunAsync(CancellationToken.None);
        Assert.All(await ValuesAsync(pipeline, organisations), v => Assert.Equal(2, v));
    }

    [Fact]
    public async Task TwoFilesOfOneMomentThatDisagreeAreToldBoth()
    {
        await using var pipeline = await TestPipeline.StartAsync("2023-03-20T09:00:00+07:00");
        string[] paths = ["P63-01/2023-Q1/a.csv", "P63-01/2023-Q1/b.csv"];
        BlobProperties[] uploaded;
        do
        {
            uploaded = await Task.WhenAll(paths.Select(async (p, n) =>
                (await (await pipeline.UploadAsync(p, $"indicator,value\nDE-08,{n + 1}\n")).GetPropertiesAsync()).Value));
        }
        while (uploaded[0].LastModified != uploaded[1].LastModified);

        foreach (var path in paths)
        {
            await pipeline.TakeAsync(pipeline.Account.Reports.GetBlobClient(path));
        }

        await pipeline.SettleAsync();
        Assert.Equal(
            ["accepted", "file.same_moment: The file was sent at the same moment as 'P63-01/2023-Q1/b.csv' and some cells differ, so that nobody can tell which is the younger. Send the right one again."],
            (await pipeline.AnswerAsync(paths[0])).Split('\n'));
        Assert.Equal(
            ["accepted", "file.same_moment: The file was sent at the same moment as 'P63-01/2023-Q1/a.csv' and some cells differ, so that nobody can tell which is the younger. Send the right one again."],
            (await pipeline.AnswerAsync(paths[1])).Split('\n'));
    }

    /// <returns>The paths in another order than that of the uploads.</returns>
    private static async Task<string[]> UploadAsync(TestPipeline pipeline, int files)
    {
        var paths = Enumerable.Range(0, files).Select(n => $"P63-01/2023-Q1/{n}.csv").ToArray();
        foreach (var (n, path) in paths.Index())
        {
            await pipeline.UploadAsync(path, string.Create(CultureInfo.InvariantCulture, $"indicator,value\nDE-08,{n}\nDS-05,{n % 7}\nIN-02,{n / 10}\n"));
        }

        new Random(20230320).Shuffle(paths);
        return paths;
    }

    private static async Task DropTwiceInOneMomentAsync(TestPipeline pipeline, string path)
    {
        while (true)
        {
            await pipeline.DropAsync(path, "indicator,value\nDE-08,1\n");
            var blob = pipeline.Account.Reports.GetBlobClient(path);
            var first = (await blob.GetPropertiesAsync()).Value.LastModified;
            await pipeline.UploadAsync(path, "indicator,value\nDE-08,2\n");
            if ((await blob.GetPropertiesAsync()).Value.LastModified == first)
            {
                await pipeline.TakeAsync(blob);
                return;
            }
        }
    }

    private static async Task<IReadOnlyList<double?>> ValuesAsync(TestPipeline pipeline, IEnumerable<string> organisations) =>
        await Task.WhenAll(organisations.Select(async o => Assert.Single(await pipeline.RowsAsync($"2023-Q1~{o}", "obs~")).GetDouble("Value")));
}
