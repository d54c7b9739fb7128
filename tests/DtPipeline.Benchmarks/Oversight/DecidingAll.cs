using System.Diagnostics;
using System.Globalization;
using Azure.Data.Tables;
using DtPipeline.Azure.Oversight;
using DtPipeline.Benchmarks.Stores;

namespace DtPipeline.Benchmarks.Oversight;

/// <summary>The hourly check of every obligation beside a bare scan of the rows that it reads, in turns; the best of each counts.</summary>
internal static class DecidingAll
{
    private const int Turns = 3;
    private const double MostRatio = 1.5;

    public static async Task RunAsync(int organisations)
    {
        await using var store = await ManyObligations.StartAsync(organisations);
        using var calls = new HttpCalls();
        Write($"{organisations:N0} organisations x {ManyObligations.Forms} forms x {ManyObligations.Periods} periods = {organisations * ManyObligations.Forms * ManyObligations.Periods:N0} obligations");
        var first = await MeasureAsync("first check", calls, () => CheckAsync(store));
        Write($"  (writes every obligation and the alerts: {first.Calls:N0} storage calls)");
        var (bare, check) = (new List<(double Seconds, long Calls)>(), new List<(double Seconds, long Calls)>());
        for (var turn = 0; turn < Turns; turn++)
        {
            bare.Add(await MeasureAsync("bare scan", calls, () => ScanAsync(store)));
            check.Add(await MeasureAsync("check", calls, () => CheckAsync(store)));
        }

        var ratio = check.Min(c => c.Seconds) / bare.Min(b => b.Seconds);
        Write($"  ratio {ratio:0.00} (aim: at most {MostRatio:0.0}), {check[0].Calls:N0} storage calls a check");
        Write($"  {(ratio <= MostRatio ? "within the aim" : "NOT within the aim")}");
    }

    private static async Task<long> CheckAsync(ManyObligations store)
    {
        await store.Get<OverdueCheck>().RunAsync(CancellationToken.None);
        return 0;
    }

    /// <summary>Heads of each period, obligations of each form and period: read, and nothing decided.</summary>
    private static async Task<long> ScanAsync(ManyObligations store)
    {
        var rows = 0L;
        for (var month = 1; month <= ManyObligations.Periods; month++)
        {
            var (from, to) = (string.Create(CultureInfo.InvariantCulture, $"2024-{month:00}~"), string.Create(CultureInfo.InvariantCulture, $"2024-{month:00}\u007f"));
            rows += await CountAsync(store.Account.Ledger, TableClient.CreateQueryFilter($"PartitionKey ge {from} and PartitionKey lt {to} and RowKey eq {"head"}"));
            for (var form = 1; form <= ManyObligations.Forms; form++)
            {
                rows += await CountAsync(store.Account.Obligations, TableClient.CreateQueryFilter($"PartitionKey eq {string.Create(CultureInfo.InvariantCulture, $"2024-{month:00}~F-{form}")}"));
            }
        }

        return rows;
    }

    private static async Task<long> CountAsync(TableClient table, string filter)
    {
        var rows = 0L;
        await foreach (var row in table.QueryAsync<TableEntity>(filter))
        {
            rows++;
        }

        return rows;
    }

    private static async Task<(double Seconds, long Calls)> MeasureAsync(string name, HttpCalls calls, Func<Task<long>> work)
    {
        var before = calls.Count;
        var watch = Stopwatch.StartNew();
        var rows = await work();
        var (seconds, made) = (watch.Elapsed.TotalSeconds, calls.Count - before);
        Write($"  {name,-12} {seconds,7:0.00} s  {made,7:N0} storage calls{(rows > 0 ? string.Create(CultureInfo.InvariantCulture, $"  {rows:N0} rows") : string.Empty)}");
        return (seconds, made);
    }

    private static void Write(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
