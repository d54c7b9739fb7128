using System.Diagnostics;
using Azure;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using DtPipeline.Alerts;
using DtPipeline.Answers.Receipts;
using DtPipeline.Azure.Alerting;
using DtPipeline.Azure.Ledger;
using DtPipeline.Azure.Storage;
using DtPipeline.Azure.Telemetry;
using DtPipeline.Catalogue;
using DtPipeline.Ledger;
using DtPipeline.Time;
using Microsoft.Extensions.Logging;

namespace DtPipeline.Azure.Intake;

/// <summary>
/// Takes one report in: archive, read, check, commit, receipt. Every step can be repeated, and a crash between two of them is finished by
/// the sweeper from the mark written before the commit.
/// </summary>
public sealed class ReportIntake(
    Archive archive,
    CatalogueStore catalogues,
    LedgerStore ledger,
    ObligationStore obligations,
    TaskProgress tasks,
    PendingStore pending,
    ReceiptWriter receipts,
    PartitionReplay replay,
    PipelineSettings settings,
    PipelineMetrics metrics,
    TimeProvider clock,
    ILogger<ReportIntake> logger)
{
    public Task RunAsync(BlobClient report, CancellationToken cancellationToken) =>
        Spans.RunAsync("ingest", span => TakeAsync(report, span?.SetTag("path", report.Name), cancellationToken));

    private async Task TakeAsync(BlobClient report, Activity? span, CancellationToken cancellationToken)
    {
        var catalogue = await catalogues.GetAsync(cancellationToken);
        if (await Spans.RunAsync("archive", _ => archive.ReceiveAsync(report, cancellationToken)) is not { } received)
        {
            logger.ReportGone(report.Name);
            return;
        }

        var filing = Spans.Run("check", () => FilingReader.Read(received.File, catalogue, settings.MostReportBytes));
        span?.SetTag("file", filing.FileId).SetTag("organisation", filing.Whose?.Organisation.Code).SetTag("period", filing.Whose?.Period.ToString());
        var partition = LedgerKey.Of(filing);
        var begun = await pending.BeginAsync(partition, cancellationToken);
        var outcome = await Spans.RunAsync("commit", _ => CommitAsync(filing, partition, received.ReportTag, catalogue, cancellationToken));
        if (filing.Whose is { } owner)
        {
            await Spans.RunAsync("obligations", _ => obligations.WriteAsync(owner, outcome.State, VietnamTime.DayOf(clock.GetUtcNow()), catalogue, cancellationToken));
            if (outcome.Step is null || filing.Report.Cells.Any(c => c.Indicator.Task is not null))
            {
                await Spans.RunAsync("tasks", _ => tasks.WriteAsync(owner, outcome.State, catalogue, cancellationToken));
            }
        }

        if (outcome.Step is { } step)
        {
            await Spans.RunAsync("receipt", _ => receipts.WriteAsync(step, received.ReportTag, cancellationToken));
            metrics.Answered(filing);
            span?.SetTag("status", Receipt.NameOf(step.Status));
            logger.ReportTaken(filing.Path, Receipt.NameOf(step.Status), step.Counts.Rows, step.Counts.Faulty, filing.FileId);
        }

        await pending.FinishAsync(partition, begun, filing.Whose?.Period.ToString(), outcome.HasAlerts, cancellationToken);
    }

    private async Task<Outcome> CommitAsync(Filing filing, string partition, ETag reportTag, ReportingCatalogue catalogue, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < LedgerStore.MostAttempts; attempt++)
        {
            var before = await ledger.ReadAsync(partition, cancellationToken);
            var isYoungest = before.State.Last is not { } last || last.IsBefore(filing.UploadedAt, filing.FileId);
            if (before.Applying is not null || (!isYoungest && !await IsAnsweredAsync(filing, reportTag, cancellationToken)))
            {
                return new Outcome(await replay.RunAsync(partition, filing, reportTag, cancellationToken), null, true);
            }

            if (!isYoungest)
            {
                return new Outcome(before.State, null, true);
            }

            var step = FilingAlerts.Apply(before.State, filing, catalogue);
            var (after, settled) = filing.Whose is { } owner
                ? OverdueAlert.Settle(owner, step.After, clock.GetUtcNow(), settings.Timing, catalogue)
                : (step.After, []);
            if (await ledger.CommitAsync(partition, before, after, RowsOf(partition, step, settled), Archive.NameOf(filing), cancellationToken))
            {
                metrics.Taken([step], before.State, after, catalogue);
                return new Outcome(after, step, step.Alerts.Count + settled.Count > 0);
            }
        }

        throw LedgerStore.Contended(partition);
    }

    /// <summary>The path's receipt answers this very file, or a younger one at the same path while the ledger has this one.</summary>
    private async Task<bool> IsAnsweredAsync(Filing filing, ETag reportTag, CancellationToken cancellationToken)
    {
        if (await receipts.FindAsync(filing.Path, cancellationToken) is not { } answered)
        {
            return false;
        }

        if (answered.FileId == filing.FileId)
        {
            return answered.ReportTag == ReceiptWriter.Plain(reportTag);
        }

        var isYounger = FileMark.IsBefore(filing.UploadedAt, filing.FileId, answered.UploadedAt, answered.FileId);
        return isYounger && await ledger.HasFileAsync(LedgerKey.Of(filing), filing.FileId, cancellationToken);
    }

    /// <summary>The file's own row last: should a crash part the rows, its alerts are then written and not forgotten.</summary>
    private List<TableTransactionAction> RowsOf(string partition, LedgerStep step, IReadOnlyList<AlertTransition> settled)
    {
        TableEntity[] rows =
        [
            .. step.Changed.Select(o => LedgerRows.RowOf(partition, o)),
            .. step.Revisions.Select(r => LedgerRows.RowOf(partition, r)),
            .. step.Alerts.Select(a => AlertMessage.RowOf(partition, a, ofFile: true, settings)),
            .. settled.Select(a => AlertMessage.RowOf(partition, a, ofFile: false, settings)),
            LedgerRows.RowOf(partition, step),
        ];
        return [.. rows.Select(row => new TableTransactionAction(TableTransactionActionType.UpsertReplace, row))];
    }

    private sealed record Outcome(LedgerState State, LedgerStep? Step, bool HasAlerts);
}
