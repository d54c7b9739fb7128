using System.Globalization;

namespace DtPipeline.Cli.Costs;

/// <param name="Formula">How the sum comes about.</param>
/// <param name="IsVerified">False where the price, or how often it is due, is not verified.</param>
internal sealed record CostLine(string What, string Formula, double Usd, bool IsVerified);

/// <summary>What a month costs, line by line: counts times prices.</summary>
internal sealed record MonthlyCost(CostQuestion Asked, IReadOnlyList<Work> Work, IReadOnlyList<CostLine> Lines, DateOnly PricesOf)
{
    private const double Gb = 1e9;

    // Each operation on a message: sent, matched by the two subscriptions, received, completed.
    private const double OperationsOfMessage = 5;

    // An event published and one delivered.
    private const double EventsOfReport = 2;

    public double Total => Lines.Sum(l => l.Usd);

    public static MonthlyCost Of(CostQuestion asked, PriceList prices)
    {
        var work = Workload.Of(asked);
        var calls = work.Aggregate(new Calls(), (sum, w) => sum + w.Calls);
        var runs = work.Sum(w => w.Runs);
        var timers = work.Where(w => w.When.Contains('*', StringComparison.Ordinal)).ToList();
        var perRun = CostQuestion.LogRecordsOfRun;
        var stored = asked.ReportsKept;

        CostLine Line(string what, string meter, double count, string? counted = null, bool isMeasured = true)
        {
            var price = prices.Of(meter);
            var paid = Math.Max(0, count - price.Free);
            var free = price.Free > 0 ? $" - {Number(price.Free)} free" : string.Empty;
            var unit = price.Unit > 1 ? $" / {Number(price.Unit)}" : string.Empty;
            return new CostLine(
                what,
                $"{counted ?? Number(count)}{free} x ${price.Usd.ToString(CultureInfo.InvariantCulture)}{unit}",
                paid * price.Usd / price.Unit,
                price.IsVerified && isMeasured);
        }

        return new MonthlyCost(
            asked,
            work,
            [
                Line("executions", "execution", runs),
                Line("GB-seconds", "gb_second", work.Sum(w => w.GbSeconds)),
                Line("table operations", "table_operation", calls.Tables),
                Line("blob writes, lists", "blob_write", calls.BlobWrites + calls.BlobLists),
                Line("blob reads", "blob_read", calls.BlobReads),
                Line("timers' status", "blob_write", timers.Sum(t => t.Runs), isMeasured: false),
                Line("timers' locks", "blob_read", timers.Count * CostQuestion.HoursOfMonth * 60, isMeasured: false),
                Line("GB of blobs", "blob_gb", stored * ((2 * CostQuestion.BytesOfReport) + CostQuestion.BytesOfReceipts) / Gb),
                Line("GB of tables", "table_gb", stored * (asked.Indicators + 4) * CostQuestion.BytesOfRow / Gb),
                Line("Service Bus", "service_bus_month", 1),
                Line("messages", "service_bus_operation", calls.Messages * OperationsOfMessage),
                Line("events", "event", asked.Reports * EventsOfReport),
                Line("GB of logs", "log_gb", ((runs * perRun) + calls.OfStorage) * CostQuestion.BytesOfLogRecord / Gb, isMeasured: false),
                Line("log alarms", "log_alarm", MeasuredCounts.LogAlarms),
                Line("metric alarms", "metric_alarm", MeasuredCounts.MetricAlarms),
            ],
            prices.On);
    }

    public static string Number(double n) => n.ToString(n >= 100 || n == Math.Floor(n) ? "N0" : "0.###", CultureInfo.InvariantCulture);
}
