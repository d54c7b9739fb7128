using System.Globalization;

namespace DtPipeline.Cli.Costs;

/// <param name="Formula">How the sum comes about.</param>
/// <param name="IsVerified">False where the price, or how often it is due, is not verified.</param>
internal sealed record CostLine(string What, string Formula, double Usd, bool IsVerified);

/// <summary>What a month costs, line by line: counts times prices.</summary>
internal sealed record MonthlyCost(CostQuestion Asked, IReadOnlyList<Work> Work, IReadOnlyList<CostLine> Lines, DateOnly PricesOf)
{
    private const double Gb = 1e9;
    private const double Kb = 1e3;

    // Of a report: its file, its obligation, and one to spare.
    private const int RowsBeside = 3;

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
        var minutes = CostQuestion.HoursOfMonth * 60;
        var kept = asked.ReportsKept;
        var blobBytes = (2 * CostQuestion.BytesOfReport) + CostQuestion.BytesOfReceipts;
        var rows = asked.RowsOfLedger + RowsBeside;
        var host = minutes * MeasuredCounts.HostBytesOfMinute * MeasuredCounts.HostKept;
        var records = (runs * CostQuestion.LogRecordsOfRun) + calls.OfStorage;

        CostLine Line(string what, string meter, double count, string? counted = null, bool isMeasured = true)
        {
            var price = prices.Of(meter);
            var paid = Math.Max(0, count - price.Free);
            var free = price.Free > 0 ? $" - {Number(price.Free)} free" : string.Empty;
            var unit = price.Unit > 1 ? $" / {Number(price.Unit)}" : string.Empty;
            return new CostLine(
                what,
                $"{counted ?? Number(count)}{free} x ${price.Usd.ToString("0.######", CultureInfo.InvariantCulture)}{unit}",
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
                Line("timers' locks", "blob_read", timers.Count * minutes, $"{timers.Count} x {Number(minutes)} minutes", isMeasured: false),
                Line("blobs", "blob_gb", kept * blobBytes / Gb, $"{Number(kept)} reports x {Number(blobBytes / Kb)} kB = {Number(kept * blobBytes / Gb)} GB"),
                Line("tables", "table_gb", kept * rows * CostQuestion.BytesOfRow / Gb, $"{Number(kept)} x {rows} rows x {CostQuestion.BytesOfRow} B = {Number(kept * rows * CostQuestion.BytesOfRow / Gb)} GB"),
                Line("Service Bus", "service_bus_month", 1),
                Line("messages", "service_bus_operation", calls.Messages * OperationsOfMessage, $"{Number(calls.Messages)} x {OperationsOfMessage}"),
                Line("events", "event", asked.Reports * EventsOfReport, $"{Number(asked.Reports)} reports x {EventsOfReport}"),
                Line("logs", "log_gb", ((records * CostQuestion.BytesOfLogRecord) + host) / Gb, $"{Number(records)} x {CostQuestion.BytesOfLogRecord / Kb} kB + {Number(host / Gb)} GB of the host", isMeasured: false),
                Together("alarms", Line("from logs", "log_alarm", MeasuredCounts.LogAlarms), Line("from metrics", "metric_alarm", MeasuredCounts.MetricAlarms)),
            ],
            prices.On);
    }

    private static CostLine Together(string what, CostLine one, CostLine other) =>
        new(what, $"{one.What} {one.Formula} + {other.What} {other.Formula}", one.Usd + other.Usd, one.IsVerified && other.IsVerified);

    public static string Number(double n) => n.ToString(n >= 100 || n == Math.Floor(n) ? "N0" : "0.###", CultureInfo.InvariantCulture);
}
