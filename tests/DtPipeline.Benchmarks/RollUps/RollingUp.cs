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

/// <summary>Roll-up with its series, and a brief, beside a bare scan of the rows that they read, in turns; the best of each counts.</summary>
internal static class RollingUp
{
    private const double MostRatio = 2.0;
    private const int Turns = 2;

    private static readonly DateTimeOffset AsOf = new(2024, 6, 26, 1, 0, 0, TimeSpan.Zero);

    public static async Task RunAsync(int organisations, int indicators)
    {
        var watch = Stopwatch.StartNew();
        await using var store = await ManyValues.StartAsync(organisations, indicators);
        Write($"{organisations:N0} organisations x {indicators} indicators, two quarters with a file of each: filled in {watch.Elapsed.TotalSeconds:0} s");
        var period = Period.Containing(Frequency.Quarterly, new DateOnly(2024, 6, 30));
        using var calls = new HttpCalls();
        await MeasureAsync("first roll-up", calls, () => RollUpAsync(store));
        var (scans, rollUps, files, briefs) = (new List<double>(), new List<double>(), new List<double>(), new List<double>());
        for (var turn = 1; turn <= Turns; turn++)
        {
            var number = turn;
            await store.SendAsync(number);
            scans.Add(await MeasureAsync("scan of values", calls, () => CountAsync(store, PeriodRollUp.EarlierThan(period).Prepend(period).Append(period.YearBefore).Distinct(), "head", "out~")));
            rollUps.Add(await MeasureAsync("roll-up, series", calls, () => RollUpAsync(store)));
            files.Add(await MeasureAsync("scan of files", calls, () => CountAsync(store, BriefScope.Needed(period), "file~", "head")));
            briefs.Add(await MeasureAsync("brief", calls, async () => (await store.Get<BriefRun>().MakeAsync(new BriefEntry(period, AsOf.AddMinutes(number)), CancellationToken.None)).Figures.Count));
        }

        var (scanned, made) = (scans.Min() + files.Min(), rollUps.Min() + briefs.Min());
        Write($"  roll-up {rollUps.Min() / scans.Min():0.00} times the scan of values, brief {briefs.Min() / files.Min():0.00} times the scan of files");
        Write($"  ratio of all {made / scanned:0.00} (aim: at most {MostRatio:0.0}), memory at most {Process.GetCurrentProcess().PeakWorkingSet64 / 1_048_576:N0} MiB");
        Write($"  {(made / scanned <= MostRatio ? "within the aim" : "NOT within the aim")}");
    }

    private static async Task<long> RollUpAsync(ManyValues store)
    {
        await store.Get<RollUp>().RunAsync(CancellationToken.None);
        return 0;
    }

    /// <summary>Rows of whole partitions between two row keys, and nothing made of them.</summary>
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
}
