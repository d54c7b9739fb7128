using Azure.Storage.Blobs;
using DtPipeline.Azure.Intake;
using DtPipeline.Azure.Oversight;
using DtPipeline.Azure.Pulling;
using DtPipeline.Azure.Storage;
using Microsoft.Azure.Functions.Worker;

namespace DtPipeline.Functions;

/// <summary>From a dropped file to figures and flags.</summary>
public sealed class Reports(ReportIntake intake, Sweep sweep, FlagRun flags, RollUp rollUp, SourcePull pull)
{
    /// <summary>The name spans folders, so that a file in the wrong place is answered too.</summary>
    [Function(nameof(IngestReport))]
    public Task IngestReport(
        [BlobTrigger(StorageNames.Reports + "/{name}", Source = BlobTriggerSource.EventGrid, Connection = StorageNames.StorageConnection)] BlobClient report,
        CancellationToken cancellationToken) => intake.RunAsync(report, cancellationToken);

    /// <summary>Each source has its own schedule; this only looks whose time has come.</summary>
    [Function(nameof(PullReports))]
    public Task PullReports([TimerTrigger("10 */15 * * * *")] TimerInfo timer, CancellationToken cancellationToken) => pull.RunAsync(cancellationToken);

    [Function(nameof(SweepReports))]
    public Task SweepReports([TimerTrigger("0 */5 * * * *")] TimerInfo timer, CancellationToken cancellationToken) => sweep.RunAsync(cancellationToken);

    /// <summary>Hourly, and just after midnight in Vietnam (17:00 UTC) in particular.</summary>
    [Function(nameof(FlagOverdue))]
    public Task FlagOverdue([TimerTrigger("30 0 * * * *")] TimerInfo timer, CancellationToken cancellationToken) => flags.RunAsync(cancellationToken);

    [Function(nameof(RollUp))]
    public Task RollUp([TimerTrigger("15 * * * * *")] TimerInfo timer, CancellationToken cancellationToken) => rollUp.RunAsync(cancellationToken);
}
