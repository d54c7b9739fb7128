using DtPipeline.Azure.Alerting;
using DtPipeline.Azure.Ledger;
using DtPipeline.Azure.Storage;
using DtPipeline.Azure.Telemetry;
using DtPipeline.Ledger;
using DtPipeline.Time;

namespace DtPipeline.Azure.Intake;

/// <summary>What became of one file of a commit.</summary>
/// <param name="Answer">What its receipt tells; null where none is to be written.</param>
/// <param name="IsFirst">Nothing was known of its organisation and period before.</param>
/// <param name="HasOutbox">Alerts may be left for the dispatch to send.</param>
/// <param name="Amended">What the commit has made of receipts that stood before it: also of this file's own, where it is delivered once more.</param>
internal sealed record FileOutcome(LedgerStep? Answer, bool IsFirst, bool HasOutbox, AmendedReceipts Amended);

/// <summary>Files of one partition that come at once are committed together, and with the commit goes what follows from it: obligations, tasks and the sending of alerts.</summary>
public sealed class GroupCommit(
    PartitionCommit commit, CatalogueStore catalogues, ObligationStore obligations, TaskProgress tasks, AlertDispatch dispatch, TimeProvider clock)
{
    private const int MostTogether = 25;

    // The same file may wait twice, delivered twice; its second delivery finds it answered.
    private readonly Together<IncomingFile, FileOutcome> together = new(MostTogether, f => f.Filing.FileId);

    internal Task<FileOutcome> TakeAsync(string partition, IncomingFile file, CancellationToken cancellationToken) =>
        together.DoAsync(partition, file, CommitAsync, cancellationToken);

    private async Task<IReadOnlyList<FileOutcome>> CommitAsync(string partition, IReadOnlyList<IncomingFile> waiting)
    {
        // One alone goes on in its own trace by itself.
        var files = waiting is [var alone] ? [alone with { TraceParent = null }] : waiting;
        var committed = await Spans.RunAsync("commit", _ => commit.RunAsync(partition, files, CancellationToken.None));
        if (files[0].Filing.Whose is { } owner)
        {
            var catalogue = await catalogues.GetAsync(CancellationToken.None);
            await Spans.RunAsync("obligations", _ => obligations.WriteAsync(owner, committed.State, VietnamTime.DayOf(clock.GetUtcNow()), catalogue, CancellationToken.None));
            if (committed.Answers.Count == 0 || files.Any(f => f.Filing.Report.Cells.Any(c => c.Indicator.Task is not null)))
            {
                await Spans.RunAsync("tasks", _ => tasks.WriteAsync(owner, committed.State, catalogue, CancellationToken.None));
            }
        }

        var hasOutbox = !await dispatch.TrySendAsync(partition, committed.Outbox, CancellationToken.None);
        return [.. files.Select(f => new FileOutcome(committed.Answers.GetValueOrDefault(f.Filing.FileId), committed.IsFirst, hasOutbox, committed.Amended))];
    }
}
