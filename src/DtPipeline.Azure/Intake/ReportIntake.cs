using System.Diagnostics;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using DtPipeline.Answers.Receipts;
using DtPipeline.Azure.Storage;
using DtPipeline.Azure.Telemetry;
using DtPipeline.Ledger;
using Microsoft.Extensions.Logging;

namespace DtPipeline.Azure.Intake;

/// <summary>
/// Takes one report in: archive, read, check, commit, receipt. Every step can be repeated, and a crash between two of them is finished by
/// the sweeper from the mark written before the commit.
/// </summary>
public sealed class ReportIntake(
    Archive archive,
    Tombstones tombstones,
    CatalogueStore catalogues,
    PendingStore pending,
    GroupCommit commits,
    ReceiptWriter receipts,
    PipelineSettings settings,
    PipelineMetrics metrics,
    ILogger<ReportIntake> logger)
{
    public Task RunAsync(BlobClient report, CancellationToken cancellationToken) =>
        RunAsync(report.Name, () => archive.ReceiveAsync(report, cancellationToken), cancellationToken);

    /// <summary>Answers a report whose name keeps everybody from reading it.</summary>
    public Task RunAsync(BlobItem outOfReach, CancellationToken cancellationToken) =>
        RunAsync(outOfReach.Name, async () => await archive.ReceiveAsync(outOfReach, cancellationToken), cancellationToken);

    private Task RunAsync(string name, Func<Task<ReceivedReport?>> receive, CancellationToken cancellationToken) =>
        Spans.RunAsync("ingest", span => TakeAsync(name, receive, span?.SetTag("path", name), cancellationToken));

    private async Task TakeAsync(string name, Func<Task<ReceivedReport?>> receive, Activity? span, CancellationToken cancellationToken)
    {
        var catalogue = await catalogues.GetAsync(cancellationToken);
        if (await Spans.RunAsync("archive", _ => receive()) is not { } received)
        {
            logger.ReportGone(name);
            return;
        }

        if (received.File.ErasedBecause is not null)
        {
            await archive.EraseReportAsync(received.File, cancellationToken);
            if (await tombstones.HasAsync(received.File.FileId, cancellationToken))
            {
                // The very file that is being erased, whose figures stand.
                return;
            }
        }

        var filing = Spans.Run("check", () => FilingReader.Read(received.File, catalogue, settings.MostReportBytes));
        span?.SetTag("file", filing.FileId).SetTag("organisation", filing.Whose?.Organisation.Code).SetTag("period", filing.Whose?.Period.ToString());
        var partition = LedgerKey.Of(filing);
        var begun = await pending.BeginAsync(partition, filing.FileId, Archive.NameOf(filing), cancellationToken);
        var outcome = await commits.TakeAsync(partition, new IncomingFile(filing, received.ReportTag, Activity.Current?.Id), cancellationToken);

        // What was committed with it may have amended its receipt too: the one that is there now is listed.
        var answered = new Dictionary<string, string>(outcome.Amended.Arrivals, StringComparer.Ordinal);
        if (outcome.Answer is { } step)
        {
            answered[filing.FileId] = ArrivalMark.ContentOf(await Spans.RunAsync("receipt", _ => receipts.WriteAsync(step, received, outcome.IsFirst, cancellationToken)));
            metrics.Answered(filing);
            span?.SetTag("status", Receipt.NameOf(step.Status));
            logger.ReportTaken(filing.Path, Receipt.NameOf(step.Status), step.Counts.Rows, step.Counts.Faulty, filing.FileId);
        }
        else if (await receipts.ReadReceiptAsync(filing.Path, cancellationToken) is { } standing && standing.FileId == filing.FileId)
        {
            // Whoever answered it may have died before it was marked.
            answered[filing.FileId] = ArrivalMark.ContentOf(standing);
        }

        await pending.FinishAsync(begun, filing.Whose?.Period.ToString(), outcome.HasOutbox, answered, outcome.Amended.AreToBeSeenAgain, cancellationToken);
    }
}
