using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Azure.Storage.Blobs.Models;
using DtPipeline.Pipeline.Tests.Intake;
using DtPipeline.Pipeline.Tests.Support;

namespace DtPipeline.FaultInjection.Flooding;

/// <param name="Calls">To the storage, by file; what several files are committed by together counts for the one that began it.</param>
/// <param name="Seconds">Until all files are taken and all timers have nothing left to do.</param>
/// <param name="Peak">The process's working set at its highest, in bytes.</param>
internal sealed record Flooded(IReadOnlyList<int> Calls, double Seconds, long Peak, IReadOnlyList<string> Store);

/// <summary>Takes floods in, by one host and then by two on the same blobs, and holds the results against the aims.</summary>
internal sealed partial class FloodRun(int seed, Action<string> write)
{
    private const string Now = "2023-03-20T09:00:00+07:00";
    private const int AtOnce = 16;
    private const int MostCallsAFile = 14;
    private const double MostRatio = 2;

    /// <returns>Whether all aims are reached.</returns>
    public async Task<bool> RunAsync(int files, int filesOfOne)
    {
        // What is compiled by it is compiled for all.
        await TakeAsync(Flood.Apart(AtOnce, seed), again: false);
        var (_, areManySame) = await TakeAsync(Flood.OfManyOrganisations(files, seed), again: true);
        var (one, isOneSame) = await TakeAsync(Flood.OfOne(filesOfOne, seed), again: true);
        var (apart, _) = await TakeAsync(Flood.Apart(filesOfOne, seed), again: false);

        var (mean, ratio) = (one.Calls.Average(), one.Seconds / apart.Seconds);
        Write($"one partition: {mean:0.0} calls a file (aim: at most {MostCallsAFile}), settled in {ratio:0.00} of the time of as many partitions (aim: at most {MostRatio:0})");
        return areManySame && isOneSame && mean <= MostCallsAFile && ratio <= MostRatio;
    }

    /// <param name="again">Once more, by two hosts.</param>
    private async Task<(Flooded ByOne, bool AreSame)> TakeAsync(Flood flood, bool again)
    {
        await using var pipeline = await TestPipeline.StartAsync(Now);
        await Parallel.ForEachAsync(flood.Paths, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (path, _) => await pipeline.UploadAsync(path, Flood.ContentOf(path)));
        var byOne = await TakeAsync(pipeline, flood, hosts: 1);
        if (!again)
        {
            return (byOne, true);
        }

        await ForgetAsync(pipeline);

        // Another Service Bus, as this one would know the alerts again.
        await using var second = await TestPipeline.StartAsync(storage: pipeline.Storage, clock: pipeline.Clock);
        var byTwo = await TakeAsync(second, flood, hosts: 2);
        var differences = StoreDump.Differences([.. byOne.Store.Select(Told)], [.. byTwo.Store.Select(Told)]);
        Write($"  {(differences.Count == 0 ? "the same store" : $"ANOTHER store: {string.Join("\n    ", differences)}")}");
        return (byOne, differences.Count == 0);
    }

    private async Task<Flooded> TakeAsync(TestPipeline pipeline, Flood flood, int hosts)
    {
        var calls = new ConcurrentDictionary<string, int>(StringComparer.Ordinal);
        var current = new AsyncLocal<string>();
        var processes = Enumerable.Range(0, hosts).Select(_ => new WatchedStorage(pipeline)
        {
            Before = _ =>
            {
                calls.AddOrUpdate(current.Value ?? string.Empty, 1, (_, before) => before + 1);
                return Task.CompletedTask;
            },
        }).ToList();
        GC.Collect();
        var highest = Environment.WorkingSet;
        await using var watch = new Timer(_ => highest = Math.Max(highest, Environment.WorkingSet), null, 0, 20);
        var start = Stopwatch.GetTimestamp();
        await Parallel.ForEachAsync(flood.Paths.Index(), new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (file, _) =>
        {
            current.Value = file.Item;
            await processes[file.Index % hosts].TakeAsync(file.Item);
        });
        var taken = Stopwatch.GetElapsedTime(start).TotalSeconds;
        await pipeline.SettleAsync();
        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        foreach (var process in processes)
        {
            await process.DisposeAsync();
        }

        var counts = flood.Paths.Select(p => calls.GetValueOrDefault(p)).ToList();
        Write($"{flood.Name} at {AtOnce}, {hosts} host{(hosts > 1 ? "s" : string.Empty)}: {counts.Average():0.0} calls a file, at most {counts.Max()}; taken in {taken:0.0} s, settled in {seconds:0.0} s; peak {highest / 1_048_576.0:0} MiB");
        return new Flooded(counts, seconds, highest, await StoreDump.OfAsync(pipeline.Account, sameBlobs: true));
    }

    /// <summary>All but the reports themselves.</summary>
    private static async Task ForgetAsync(TestPipeline pipeline)
    {
        await pipeline.DeleteTablesAsync();
        foreach (var container in new[] { pipeline.Account.Archive, pipeline.Account.Receipts, pipeline.Account.Published })
        {
            await foreach (var blob in container.GetBlobsAsync(BlobTraits.None, BlobStates.None, null, CancellationToken.None))
            {
                await container.DeleteBlobAsync(blob.Name);
            }
        }
    }

    /// <summary>Which files a notice of revised values was sent of does not depend on the order of their taking; what it says of them is what was so by then.</summary>
    private static string Told(string line) => Notice().Match(line) is { Success: true } notice ? notice.Value : line;

    [GeneratedRegex(@"(?<=^alert alerts/)report\.revised~\S+|(?<=^Alerts .*)RowKey=report\.revised~\S+")]
    private static partial Regex Notice();

    private void Write(FormattableString line) => write(line.ToString(CultureInfo.InvariantCulture));
}
