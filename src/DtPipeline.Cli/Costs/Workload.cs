using System.Globalization;
using DtPipeline.LocalHost.Running;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using NCrontab;

namespace DtPipeline.Cli.Costs;

/// <summary>What one function does in a month.</summary>
/// <param name="Calls">Of the whole month.</param>
internal sealed record Work(string Function, string When, double Runs, Calls Calls)
{
    // The platform bills at least one second.
    private const double LeastSeconds = 1;

    /// <summary>Of one run, as billed.</summary>
    public double Seconds => Runs == 0 ? 0 : Math.Max(LeastSeconds, CostQuestion.SecondsOfCall * Calls.OfStorage / Runs);

    public double GbSeconds => Runs * Seconds * MeasuredCounts.InstanceGb;
}

/// <summary>The functions of the app and how often each runs: timers by the schedules in their attributes, the others by what comes in.</summary>
internal static class Workload
{
    private const int Year = 2026;

    public static IReadOnlyList<Work> Of(CostQuestion asked)
    {
        var app = new FunctionApp(new ServiceCollection().BuildServiceProvider(), typeof(Functions.Reports).Assembly);
        return
        [
            .. app.TriggeredBy<TimerTriggerAttribute>().Select(t => TimerOf(t.Function.Name, t.Trigger.Schedule, asked)),
            new(nameof(Functions.Reports.IngestReport), "a report", asked.Reports, asked.Reports * ReportOf(asked)),
            new(nameof(Functions.Alerts.DeliverAlert), "an alert", asked.Alerts, asked.Alerts * MeasuredCounts.Delivery),
        ];
    }

    /// <summary>Runs of a schedule in a month, on the average of a year.</summary>
    public static double RunsOf(string schedule) => CrontabSchedule
        .Parse(schedule, new CrontabSchedule.ParseOptions { IncludingSeconds = true })
        .GetNextOccurrences(new DateTime(Year, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddTicks(-1), new DateTime(Year + 1, 1, 1, 0, 0, 0, DateTimeKind.Utc))
        .Count() / 12.0;

    private static Work TimerOf(string function, string schedule, CostQuestion asked)
    {
        var runs = RunsOf(schedule);
        Calls calls = function switch
        {
            nameof(Functions.Reports.SweepReports) => runs * SweepOf(asked),
            nameof(Functions.Reports.FlagOverdue) => (runs * (MeasuredCounts.CatalogueLook + MeasuredCounts.CatalogueCheck + CheckOf(asked))) + (asked.Alerts * MeasuredCounts.AlertRaised),
            nameof(Functions.Reports.RollUp) => (runs * MeasuredCounts.RollUp) + (asked.Publications * PublicationOf(asked)),
            nameof(Functions.Alerts.DispatchAlerts) => (runs * MeasuredCounts.Dispatch) + (asked.Alerts * MeasuredCounts.AlertSent),
            nameof(Functions.Alerts.SendDigests) => runs * (MeasuredCounts.CatalogueLook + MeasuredCounts.Digests + (CostQuestion.Recipients * MeasuredCounts.Digest)),
            nameof(Functions.Reports.PullReports) => runs * (MeasuredCounts.CatalogueLook + MeasuredCounts.Pull),
            _ => throw new InvalidOperationException($"The function {function} is not in the workload: measure what one run of it asks of the storage."),
        };
        return new Work(function, schedule.ToString(CultureInfo.InvariantCulture), runs, calls);
    }

    private static Calls ReportOf(CostQuestion asked) =>
        MeasuredCounts.Report + MeasuredCounts.CatalogueLook + new Calls(Tables: Math.Ceiling((asked.Indicators + 2) / 99.0) - 1);

    private static Calls SweepOf(CostQuestion asked) => MeasuredCounts.Sweep + new Calls(
        BlobLists: CostQuestion.Pages(asked.ReportsKept, CostQuestion.BlobsOfPage) + CostQuestion.Pages(MeasuredCounts.ReceiptsOfReport * asked.ReportsKept, CostQuestion.BlobsOfPage) - 2);

    private static Calls CheckOf(CostQuestion asked) =>
        asked.WatchedPeriods * CostQuestion.Pages(asked.Organisations, CostQuestion.RowsOfPage) * MeasuredCounts.WatchedPeriod;

    private static Calls PublicationOf(CostQuestion asked) => MeasuredCounts.Publication + MeasuredCounts.CatalogueLook + new Calls(
        Tables: asked.PeriodsRead * CostQuestion.Pages((double)asked.Organisations * asked.RowsOfLedger, CostQuestion.RowsOfPage));
}
