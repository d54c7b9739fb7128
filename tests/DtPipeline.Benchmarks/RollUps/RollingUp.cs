using System.Diagnostics;
using System.Globalization;
using Azure.Data.Tables;
using DtPipeline.Answers.Briefs.Figures;
using DtPipeline.Azure.Briefing;
using DtPipeline.Azure.Oversight;
using DtPipeline.Benchmarks.Stores;
using DtPipeline.Catalogue;
using DtPipeline.Progress;

namespace DtPipeline.Benchmarks.RollUps;

/// <summary>Roll-up with its series, and a brief, each beside a bare scan of the same partitions, and of the rows alone that it reads of them, in turns; the best of each counts.</summary>
internal static class RollingUp
{
    private const double MostRatio = 2.0;
    private const int Turns = 3;

    private static readonly DateTimeOffset AsOf = new(2024, 6, 26, 1, 0, 0, TimeSpan.Zero);

    public static async Task RunAsync(int organisations, int indicators)
    {
        var watch = Stopwatch.StartNew();
        await using var store = await ManyValues.StartAsync(organisations, indicators);
        Write($"{organisations:N0} organisations x {indicators} indicators, two quarters with a file of each: filled in {watch.Elapsed.TotalSeconds:0} s");
        var period = Period.Containing(Frequency.Quarterly, new DateOnly(2024, 6, 30));
        using var calls = new HttpCalls();
        await MeasureAsync("first roll-up", calls, () => RollUpAsync(store));
        List<Period> compared = [period, .. PeriodRollUp.EarlierThan(period).Append(period.YearBefore).Distinct()];
        List<Period> told = [.. BriefScope.Needed(period)];
        var (rollUp, brief) = (new Beside(), new Beside());
        for (var turn = 1; turn <= Turns; turn++)
        {
            var number = turn;
            await store.SendAsync(number);
            rollUp.Partitions.Add(await MeasureAsync("its partitions", calls, () => CountAsync(store, compared, string.Empty, "~")));
            rollUp.Rows.Add(await MeasureAsync("its rows", calls, () => CountAsync(store, compared, "head", "out~")));
            rollUp.Made.Add(await MeasureAsync("ROLL-UP, SERIES", calls, () => RollUpAsync(store)));
            brief.Partitions.Add(await MeasureAsync("its partitions", calls, () => CountAsync(store, told, string.Empty, "~")));
            brief.Rows.Add(await MeasureAsync("its rows", calls, () => CountAsync(store, told, "file~", "head")));
            brief.Made.Add(await MeasureAsync("BRIEF", calls, async () => (await store.Get<BriefRun>().MakeAsync(new BriefEntry(period, AsOf.AddMinutes(number)), CancellationToken.None)).Figures.Count));
        }

        var (made, scanned, read) = (rollUp.Made.Min() + brief.Made.Min(), rollUp.Partitions.Min() + brief.Partitions.Min(), rollUp.Rows.Min() + brief.Rows.Min());
        Write($"  beside a scan of the same partitions: roll-up {rollUp.Made.Min() / rollUp.Partitions.Min():0.00}, brief {brief.Made.Min() / brief.Partitions.Min():0.00}, both {made / scanned:0.00} (aim: at most {MostRatio:0.0})");
        Write($"  beside a scan of the rows alone that are read: roll-up {rollUp.Made.Min() / rollUp.Rows.Min():0.00}, brief {brief.Made.Min() / brief.Rows.Min():0.00}, both {made / read:0.00}");
        Write($"  {(made / scanned <= MostRatio ? "within the aim" : "NOT within the aim")}, memory at most {Process.GetCurrentProcess().PeakWorkingSet64 / 1_048_576:N0} MiB");
    }

    private static async Task<long> RollUpAsync(ManyValues store)
    {
        await store.Get<RollUp>().RunAsync(CancellationToken.None);
        return 0;
    }

    /// <summary>Rows of a period's partitions between two row keys, and nothing made of them.</summary>
    private static async Task<long> CountAsync(ManyValues store, IEnumerable<Period> periods, string fromRow, string toRow)
    {
        var rows = 0L;
        foreach (var period in periods)
        {
            var (from, to) = ($"{period}~", $"{period}\u007f");
            var filter = TableClient.CreateQueryFilter($"PartitionKey ge {from} and PartitionKey lt {to} and RowKey ge {fromRow} and RowKey lt {toRow}");
            await foreach (var row in store.Account.Ledger.QueryAsync<TableEntity>(filter))
            {
                rows++;
            }
        }

        return rows;
    }

    private static async Task<double> MeasureAsync(string name, HttpCalls calls, Func<Task<long>> work)
    {
        var (before, cpu) = (calls.Count, Process.GetCurrentProcess().TotalProcessorTime);
        var watch = Stopwatch.StartNew();
        var found = await work();
        Write($"  {name,-15} {watch.Elapsed.TotalSeconds,7:0.00} s  (CPU here {(Process.GetCurrentProcess().TotalProcessorTime - cpu).TotalSeconds,6:0.00} s)  {calls.Count - before,7:N0} storage calls{(found > 0 ? string.Create(CultureInfo.InvariantCulture, $"  {found:N0}") : string.Empty)}");
        return watch.Elapsed.TotalSeconds;
    }

    private static void Write(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));

    /// <summary>Seconds of each turn.</summary>
    private sealed record Beside
    {
        public List<double> Partitions { get; } = [];

        public List<double> Rows { get; } = [];

        public List<double> Made { get; } = [];
    }
}
