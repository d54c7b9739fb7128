using System.Globalization;
using DtPipeline.Benchmarks.Stores;
using DtPipeline.Benchmarks.Table;

namespace DtPipeline.Benchmarks.Growth;

/// <summary>What each piece of work takes as the history grows, and as the organisations do: calls to the storage, and time.</summary>
internal static class GrowthPart
{
    private static readonly int[] Times = [1, 4, 16, 64];

    // What is flat may differ by a call that a run happens to save.
    private const double MostGrowth = 1.1;

    public static async Task RunAsync(ResultTable table, Sizes sizes)
    {
        var (organisations, most) = (sizes.Of("bodies", 63), sizes.Of("times", 64));
        var times = Times.Where(t => t <= most).ToList();
        await RunAsync(table, "history", Text($"{organisations} organisations, a year of quarters"), times, t => GrownStore.StartAsync(organisations, t), s => s.FlatInHistory);
        await RunAsync(table, "organisations", Text($"a year of quarters, {organisations} organisations"), times, t => GrownStore.StartAsync(organisations * t, 1), s => s.FlatInOrganisations);
    }

    private static async Task RunAsync(ResultTable table, string what, string size, List<int> times, Func<int, Task<GrownStore>> start, Func<GrowthStep, bool> isFlat)
    {
        using var calls = new HttpCalls();
        var costs = GrowthStep.All.ToDictionary(s => s, _ => new List<Cost>());
        foreach (var time in times)
        {
            await using var store = await start(time);
            foreach (var step in GrowthStep.All)
            {
                costs[step].Add(await step.MeasureAsync(store, calls));
            }
        }

        foreach (var (step, all) in costs)
        {
            var growth = (double)all[^1].Calls / all[0].Calls;
            table.Add(
                Text($"{step.Name}: {size}, {what} x{string.Join(", ", times)}"),
                Text($"{string.Join(", ", all.Select(c => Text($"{c.Calls:N0}")))} calls"),
                $"{string.Join(", ", all.Select(c => Text($"{c.Seconds * 1_000:N0}")))} ms",
                growth,
                string.Join(", ", new[] { isFlat(step) ? "as many calls" : null, step.Most is { } most ? Text($"at most {most}") : null }.OfType<string>()),
                isFlat(step) ? _ => growth <= MostGrowth && all.TrueForAll(c => c.Calls <= (step.Most ?? long.MaxValue)) : null,
                isInShort: what == "history" && step == GrowthStep.All[0]);
        }
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
