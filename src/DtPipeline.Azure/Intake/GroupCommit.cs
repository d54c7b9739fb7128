using DtPipeline.Azure.Alerting;
using DtPipeline.Azure.Ledger;
using DtPipeline.Azure.Storage;
using DtPipeline.Azure.Telemetry;
using DtPipeline.Ledger;
using DtPipeline.Time;

namespace DtPipeline.Azure.Intake;

/// <summary>What became of one file of a commit.</summary>
/// <param name="Answer">What its receipt tells; null where none is to be written.</param>
/// <param name="HasOutbox">Alerts may be left for the dispatch to send.</param>
internal sealed record FileOutcome(LedgerStep? Answer, bool HasOutbox);

/// <summary>
/// Files of one partition that come at once do not fight for it: who comes while a commit is under way waits, and is committed together with
/// all who wait. With the commit goes what follows from it: obligations, tasks and the sending of alerts.
/// </summary>
public sealed class GroupCommit(
    PartitionCommit commit, CatalogueStore catalogues, ObligationStore obligations, TaskProgress tasks, AlertDispatch dispatch, TimeProvider clock)
{
    private const int MostTogether = 25;

    private readonly Dictionary<string, List<Waiting>> waiting = new(StringComparer.Ordinal);

    internal Task<FileOutcome> TakeAsync(string partition, IncomingFile file, CancellationToken cancellationToken)
    {
        var mine = new Waiting(file, new TaskCompletionSource<FileOutcome>(TaskCreationOptions.RunContinuationsAsynchronously));
        lock (waiting)
        {
            if (waiting.TryGetValue(partition, out var others))
            {
                others.Add(mine);
            }
            else
            {
                waiting[partition] = [mine];
                _ = DrainAsync(partition);
            }
        }

        return mine.Outcome.Task.WaitAsync(cancellationToken);
    }

    /// <summary>Goes on until nobody waits. It ends with its process and not with the run that happened to begin it: others wait for it too.</summary>
    private async Task DrainAsync(string partition)
    {
        await Task.Yield();
        while (Next(partition) is { Count: > 0 } together)
        {
#pragma warning disable CA1031 // Told to everybody who waits for it.
            try
            {
                var (committed, hasOutbox) = await CommitAsync(partition, together, CancellationToken.None);
                together.ForEach(w => w.Outcome.SetResult(new FileOutcome(committed.Answers.GetValueOrDefault(w.File.Filing.FileId), hasOutbox)));
            }
            catch (Exception e)
            {
                together.ForEach(w => w.Outcome.SetException(e));
            }
#pragma warning restore CA1031
        }
    }

    private List<Waiting> Next(string partition)
    {
        lock (waiting)
        {
            var all = waiting[partition];
            if (all.Count == 0)
            {
                waiting.Remove(partition);
                return [];
            }

            // The same file may wait twice, delivered twice; its second delivery finds it answered.
            var together = all.DistinctBy(w => w.File.Filing.FileId).Take(MostTogether).ToList();
            all.RemoveAll(together.Contains);
            return together;
        }
    }

    private async Task<(Committed Committed, bool HasOutbox)> CommitAsync(string partition, List<Waiting> together, CancellationToken cancellationToken)
    {
        // One alone goes on in its own trace by itself.
        var files = together is [var alone] ? [alone.File with { TraceParent = null }] : together.ConvertAll(w => w.File);
        var committed = await Spans.RunAsync("commit", _ => commit.RunAsync(partition, files, cancellationToken));
        if (files[0].Filing.Whose is { } owner)
        {
            var catalogue = await catalogues.GetAsync(cancellationToken);
            await Spans.RunAsync("obligations", _ => obligations.WriteAsync(owner, committed.State, VietnamTime.DayOf(clock.GetUtcNow()), catalogue, cancellationToken));
            if (committed.Answers.Count == 0 || files.Exists(f => f.Filing.Report.Cells.Any(c => c.Indicator.Task is not null)))
            {
                await Spans.RunAsync("tasks", _ => tasks.WriteAsync(owner, committed.State, catalogue, cancellationToken));
            }
        }

        return (committed, committed.HasAlerts && !await dispatch.TrySendAsync(partition, cancellationToken));
    }

    private sealed record Waiting(IncomingFile File, TaskCompletionSource<FileOutcome> Outcome);
}
