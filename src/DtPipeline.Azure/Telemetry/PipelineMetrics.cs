using System.Diagnostics.Metrics;
using DtPipeline.Answers.Receipts;
using DtPipeline.Catalogue;
using DtPipeline.Deadlines;
using DtPipeline.Ledger;

namespace DtPipeline.Azure.Telemetry;

/// <summary>
/// The meter <c>DtPipeline</c>. infra/alarms.bicep and infra/workbook.json ask for these names and tags. A file counts once, when the ledger
/// takes it for the first time: not when its event comes again, not when its partition is replayed, not when the tables are rebuilt.
/// </summary>
public sealed class PipelineMetrics
{
    /// <summary>Of the meter, and of the spans of <see cref="Spans"/>.</summary>
    public const string SourceName = "DtPipeline";

    private readonly Counter<long> files;
    private readonly Counter<long> faults;
    private readonly Histogram<int> lateness;
    private readonly Histogram<double> duration;
    private readonly Gauge<double> outboxAge;
    private readonly Gauge<double> mailAge;
    private readonly Gauge<int> pending;
    private readonly TimeProvider clock;

    public PipelineMetrics(IMeterFactory meters, TimeProvider clock)
    {
        this.clock = clock;
        var meter = meters.Create(SourceName);
        files = meter.CreateCounter<long>("dtpipeline.files", "{file}", "Files taken in, by status and organisation.");
        faults = meter.CreateCounter<long>("dtpipeline.faults", "{fault}", "Faults found in files, by code; those of duplicates are not counted again.");
        lateness = meter.CreateHistogram(
            "dtpipeline.lateness", "d", "Days from the due day to the first accepted filing of a form, 0 when on time.", tags: null, Buckets(0, 1, 3, 7, 14, 30, 60, 90, 180, 365));
        duration = meter.CreateHistogram(
            "dtpipeline.ingest.duration", "s", "Seconds from upload to receipt.", tags: null, Buckets<double>(1, 2, 5, 10, 30, 60, 120, 300, 900, 3600, 86_400));
        outboxAge = meter.CreateGauge<double>("dtpipeline.outbox.age", "s", "Seconds for which the oldest unsent alert has been waiting, measured before each dispatch.");
        mailAge = meter.CreateGauge<double>("dtpipeline.mail.age", "s", "Seconds for which the oldest mail that nobody has taken has been waiting, measured before each run that sends.");
        pending = meter.CreateGauge<int>("dtpipeline.pending", "{partition}", "Ledger partitions whose work is begun and not finished, counted before each sweep.");
    }

    /// <summary>Files that the ledger has just taken for the first time, all of one partition.</summary>
    public void Taken(IReadOnlyList<LedgerStep> steps, LedgerState before, LedgerState after, ReportingCatalogue catalogue)
    {
        foreach (var step in steps)
        {
            var organisation = step.Filing.Whose?.Organisation.Code ?? LedgerKey.Unplaced;
            files.Add(1, new("status", Receipt.NameOf(step.Status)), new("organisation", organisation));
            foreach (var kind in step.Status == FilingStatus.Duplicate ? [] : step.Filing.Report.Faults.CountBy(f => f.Code))
            {
                faults.Add(kind.Value, new KeyValuePair<string, object?>("code", kind.Key));
            }
        }

        if (steps is [{ Filing.Whose: { } owner }, ..])
        {
            foreach (var (_, _, days) in Lateness.OfNewlyAccepted(owner, before, after, catalogue))
            {
                lateness.Record(days);
            }
        }
    }

    /// <summary>A file's receipt is written.</summary>
    public void Answered(Filing filing) => duration.Record(AgeOf(filing.UploadedAt));

    /// <param name="oldest">When the oldest unsent alert was written; null where none waits.</param>
    public void OutboxSeen(DateTimeOffset? oldest) => outboxAge.Record(oldest is { } since ? AgeOf(since) : 0);

    /// <param name="oldest">Since when the oldest mail waits; null where none does.</param>
    public void MailSeen(DateTimeOffset? oldest) => mailAge.Record(oldest is { } since ? AgeOf(since) : 0);

    public void PendingSeen(int partitions) => pending.Record(partitions);

    // Two machines' clocks may differ by a moment.
    private double AgeOf(DateTimeOffset moment) => Math.Max(0, (clock.GetUtcNow() - moment).TotalSeconds);

    private static InstrumentAdvice<T> Buckets<T>(params T[] boundaries)
        where T : struct => new() { HistogramBucketBoundaries = boundaries };
}
