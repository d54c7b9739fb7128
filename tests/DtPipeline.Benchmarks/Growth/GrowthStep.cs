using System.Diagnostics;
using DtPipeline.Access;
using DtPipeline.Answers.Views;
using DtPipeline.Azure.Oversight;
using DtPipeline.Azure.Storage;
using DtPipeline.Azure.Viewing;
using DtPipeline.Benchmarks.Stores;
using DtPipeline.Benchmarks.Table;

namespace DtPipeline.Benchmarks.Growth;

/// <summary>What one piece of work took: the median of some runs.</summary>
/// <param name="Calls">To the storage.</param>
internal sealed record Cost(double Seconds, long Calls);

/// <summary>One piece of work of the pipeline, on a store of some size.</summary>
/// <param name="FlatInHistory">By design it takes as many calls however long the history is.</param>
/// <param name="FlatInOrganisations">However many organisations there are.</param>
/// <param name="Prepare">What is done before and not measured; its answer goes to the work.</param>
internal sealed record GrowthStep(
    string Name, bool FlatInHistory, bool FlatInOrganisations, Func<GrownStore, Task<string>> Prepare, Func<GrownStore, string, Task> Work)
{
    private const int Runs = 3;
    private const long OfAFile = 14;

    public static readonly IReadOnlyList<GrowthStep> All =
    [
        new("one file", true, true, s => s.DropAsync(), (s, path) => s.TakeAsync(path)) { Most = OfAFile },
        new("one file that comes after a younger one", true, true, s => s.DropTwoAsync(), (s, path) => s.TakeAsync(path)) { Most = OfAFile },
        new("one roll-up of one file", true, false, FileAsync, (s, _) => RollUpAsync(s)),
        new("one flag run", true, false, NoneAsync, (s, _) => s.Store.Get<FlagRun>().RunAsync(CancellationToken.None)),
        new("one sweep", false, false, NoneAsync, (s, _) => s.Store.Get<Sweep>().RunAsync(CancellationToken.None)),
        new("one look of the local watcher", false, false, NoneAsync, (s, _) => s.Watcher.LookAsync(CancellationToken.None)),
        new("one view of the first page", true, true, NoneAsync, (s, _) => ShowAsync(s, "today")),
        new("one view of an indicator", true, true, NoneAsync, (s, _) => ShowAsync(s, "indicators/I-001")),
    ];

    /// <summary>Calls; null where there is no aim.</summary>
    public long? Most { get; private init; }

    public async Task<Cost> MeasureAsync(GrownStore store, HttpCalls calls)
    {
        var runs = new List<Cost>();
        for (var run = 0; run < Runs; run++)
        {
            var prepared = await Prepare(store);
            var before = calls.Count;
            var watch = Stopwatch.StartNew();
            await Work(store, prepared);
            runs.Add(new Cost(watch.Elapsed.TotalSeconds, calls.Count - before));
        }

        return new Cost(Median.Of(runs.Select(r => r.Seconds)), (long)Median.Of(runs.Select(r => (double)r.Calls)));
    }

    private static Task RollUpAsync(GrownStore store) => store.Store.Get<RollUp>().RunAsync(CancellationToken.None);

    /// <summary>One report is all that has changed.</summary>
    private static async Task<string> FileAsync(GrownStore store)
    {
        await RollUpAsync(store);
        var path = await store.DropAsync();
        await store.TakeAsync(path);
        return path;
    }

    private static Task<string> NoneAsync(GrownStore store) => Task.FromResult(string.Empty);

    private static async Task ShowAsync(GrownStore store, string view)
    {
        var catalogue = await store.Store.Get<CatalogueStore>().GetAsync(CancellationToken.None);
        var ask = new ViewQuestion("vi", store.Store.Get<TimeProvider>().GetUtcNow(), catalogue, new Caller(CallerRole.Secretariat, [], null), new Dictionary<string, string>(StringComparer.Ordinal));
        _ = await store.Store.Get<ViewRoom>().ShowAsync(view, ask, CancellationToken.None) ?? throw new InvalidOperationException($"There is nothing to be seen at /{view}.");
    }
}
