using DtPipeline.LocalHost.Running;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using NCrontab;

namespace DtPipeline.Cli.Costs;

/// <summary>Runs of a function that do the same.</summary>
/// <param name="Each">What one of them asks of the services.</param>
internal sealed record Runs(double Count, Calls Each)
{
    // The platform bills at least one second of a run.
    private const double LeastSeconds = 1;

    /// <summary>Of all of them, as billed.</summary>
    public double Seconds => Count * Math.Max(LeastSeconds, CostQuestion.SecondsOfCall * Each.OfStorage);
}

/// <summary>What one function does in a month.</summary>
internal sealed record Work(string Function, string When, params IReadOnlyList<Runs> All)
{
    public double Runs => All.Sum(r => r.Count);

    public Calls Calls => All.Aggregate(new Calls(), (sum, runs) => sum + (runs.Count * runs.Each));

    public double GbSeconds => All.Sum(r => r.Seconds) * MeasuredCounts.InstanceGb;
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
            new(nameof(Functions.Reports.IngestReport), "a report", new Runs(asked.Reports, ReportOf(asked))),
            new(nameof(Functions.Alerts.DeliverAlert), "an alert", new Runs(asked.Alerts, MeasuredCounts.Delivery)),
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
        var told = asked.Alerts / runs;
        Runs[] all = function switch
        {
            nameof(Functions.Reports.SweepReports) => [new(runs, SweepOf(asked))],
            nameof(Functions.Reports.FlagOverdue) =>
                [new(runs, (CostQuestion.Days / runs * MeasuredCounts.DayMarked) + MeasuredCounts.CatalogueLook + MeasuredCounts.CatalogueCheck + MeasuredCounts.TargetCheck + MeasuredCounts.PublicationCheck + TasksOf(asked) + CheckOf(asked) + UnowedOf(asked) + (told * MeasuredCounts.AlertRaised))],
            nameof(Functions.Reports.RollUp) =>
                [
                    new(runs - asked.Publications - asked.Listings - CostQuestion.Days, MeasuredCounts.RollUp),
                    new(asked.Publications, MeasuredCounts.RollUp + MeasuredCounts.TargetCheck + PublicationOf(asked)),
                    new(asked.Listings, MeasuredCounts.RollUp + MeasuredCounts.AlertsListed + (asked.Alerts / asked.Listings * MeasuredCounts.OpenAlert)),
                    new(CostQuestion.Days, MeasuredCounts.RollUp + MeasuredCounts.TargetCheck + DayOf(asked)),
                ],
            nameof(Functions.Alerts.DispatchAlerts) => [
                    new(runs - Mails, MeasuredCounts.Dispatch + (told * MeasuredCounts.AlertSent) + MeasuredCounts.MailLook),
                    new(Mails, MeasuredCounts.Dispatch + (told * MeasuredCounts.AlertSent) + MeasuredCounts.MailLook + MeasuredCounts.CatalogueLook + MeasuredCounts.Mail),
                ],
            nameof(Functions.Alerts.SendDigests) =>
                [
                    new(runs - CostQuestion.Days, MeasuredCounts.CatalogueLook + MeasuredCounts.DigestLook),
                    new(CostQuestion.Days, MeasuredCounts.CatalogueLook + MeasuredCounts.DigestLook + DigestsOf(asked)),
                ],
            nameof(Functions.BriefWriting.WriteBriefs) =>
                [
                    new(runs - BriefsOfMonth, MeasuredCounts.CatalogueLook + MeasuredCounts.BriefLook),
                    new(BriefsOfMonth, MeasuredCounts.CatalogueLook + MeasuredCounts.BriefLook + BriefOf(asked)),
                ],
            nameof(Functions.Reports.PullReports) => [new(runs, MeasuredCounts.CatalogueLook + MeasuredCounts.Pull)],
            _ => throw new InvalidOperationException($"The function {function} is not in the workload: measure what one run of it asks of the storage."),
        };
        return new Work(function, schedule, all);
    }

    /// <summary>One each quarter, and one more for what came late.</summary>
    private const double BriefsOfMonth = 2 / 3.0;

    /// <summary>The ledgers and files of its own period; what a brief finds nothing in costs a call each all the same.</summary>
    private static Calls BriefOf(CostQuestion asked) => MeasuredCounts.Brief + MeasuredCounts.BriefBefore + new Calls(
        Tables: 2 * asked.PeriodsCompared * (CostQuestion.Pages((double)asked.Organisations * asked.RowsOfLedger, CostQuestion.RowsOfPage) - 1));

    /// <summary>Each digest is one, and counted as if it had a run of its own.</summary>
    private static double Mails => CostQuestion.Recipients * CostQuestion.Days;

    private static Calls DigestsOf(CostQuestion asked) =>
        MeasuredCounts.OpenList + (asked.OpenAlerts * MeasuredCounts.OpenAlert) + (CostQuestion.Recipients * MeasuredCounts.Digest);

    private static Calls ReportOf(CostQuestion asked) =>
        MeasuredCounts.Report + MeasuredCounts.CatalogueLook + new Calls(Tables: Math.Ceiling((asked.Indicators + 2) / 99.0) - 1);

    private static Calls SweepOf(CostQuestion asked) => MeasuredCounts.Sweep + new Calls(
        BlobLists: CostQuestion.Pages(asked.ReportsKept, CostQuestion.BlobsOfPage) + CostQuestion.Pages(MeasuredCounts.ReceiptsOfReport * asked.ReportsKept, CostQuestion.BlobsOfPage) - 2);

    private static Calls CheckOf(CostQuestion asked) =>
        asked.WatchedPeriods * CostQuestion.Pages(asked.Organisations, CostQuestion.RowsOfPage) * MeasuredCounts.WatchedPeriod;

    private static Calls UnowedOf(CostQuestion asked) => CostQuestion.Pages(asked.OpenAlerts, CostQuestion.RowsOfPage) * MeasuredCounts.UnowedCheck;

    private static Calls TasksOf(CostQuestion asked) => MeasuredCounts.TaskCheck + new Calls(
        Tables: CostQuestion.Pages((double)CostQuestion.TasksOfOrganisation * asked.Organisations, CostQuestion.RowsOfPage) - 1);

    private static Calls PublicationOf(CostQuestion asked) => MeasuredCounts.Publication + (asked.Reports / asked.Publications * MeasuredCounts.History) + MeasuredCounts.CatalogueLook + (asked.Indicators * MeasuredCounts.IndicatorModel) + LedgersOf(asked) + new Calls(BlobReads: asked.PeriodsCompared);

    /// <summary>Nothing but the day has changed: everything is read, and hardly anything written.</summary>
    private static Calls DayOf(CostQuestion asked) => MeasuredCounts.DayPublished + MeasuredCounts.CatalogueLook + LedgersOf(asked) + new Calls(
        BlobReads: asked.Indicators + asked.Organisations,
        Tables: asked.OpenAlerts + MeasuredCounts.OpenList.Tables + CostQuestion.Pages((double)CostQuestion.TasksOfOrganisation * asked.Organisations, CostQuestion.RowsOfPage));

    /// <summary>Their heads, which hold the values.</summary>
    private static Calls LedgersOf(CostQuestion asked) => new(Tables: (1 + asked.PeriodsCompared) * CostQuestion.Pages(asked.Organisations, CostQuestion.RowsOfPage));
}
