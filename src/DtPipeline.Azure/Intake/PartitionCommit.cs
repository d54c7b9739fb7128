using Azure;
using Azure.Data.Tables;
using DtPipeline.Alerts;
using DtPipeline.Azure.Alerting;
using DtPipeline.Azure.Ledger;
using DtPipeline.Azure.Storage;
using DtPipeline.Azure.Telemetry;
using DtPipeline.Catalogue;
using DtPipeline.Deadlines;
using DtPipeline.Ledger;
using DtPipeline.Time;

namespace DtPipeline.Azure.Intake;

/// <summary>A file on its way into its partition.</summary>
/// <param name="ReportTag">Of the report blob as it was read.</param>
/// <param name="TraceParent">W3C trace context of the run that took it, in which its alerts go on.</param>
internal sealed record IncomingFile(Filing Filing, ETag ReportTag, string? TraceParent);

/// <summary>What became of the files of one commit.</summary>
/// <param name="Answers">By file id: the step that its receipt tells; a file without one needs no receipt.</param>
/// <param name="Outbox">All that stands in the partition's outbox, as the commit has left it.</param>
internal sealed record Committed(LedgerState State, IReadOnlyDictionary<string, LedgerStep> Answers, IReadOnlyList<TableEntity> Outbox)
{
    /// <summary>Whether nothing was known of the partition before.</summary>
    public bool IsFirst { get; init; }

    public AmendedReceipts Amended { get; init; } = AmendedReceipts.None;
}

/// <summary>Commits files of one partition together: folded onto what stands where they are younger than all that is there, else by a replay.</summary>
public sealed class PartitionCommit(
    CatalogueStore catalogues,
    LedgerStore ledger,
    Newcomers newcomers,
    ClosingStore closings,
    ReceiptWriter receipts,
    PartitionReplay replay,
    PipelineSettings settings,
    PipelineMetrics metrics,
    TimeProvider clock)
{
    internal async Task<Committed> RunAsync(string partition, IReadOnlyList<IncomingFile> files, CancellationToken cancellationToken)
    {
        var catalogue = await catalogues.GetAsync(cancellationToken);
        var closed = files[0].Filing.Whose is { } owner && ClosingRule.MayBeClosed(owner, VietnamTime.DayOf(clock.GetUtcNow()), catalogue)
            ? await closings.ReadAsync(owner.Period, cancellationToken)
            : Closings.None;
        for (var attempt = 0; attempt < LedgerStore.MostAttempts; attempt++)
        {
            var before = attempt == 0 && await newcomers.IsOneAsync(partition) ? LedgerSnapshot.Empty : await ledger.ReadAsync(partition, cancellationToken);
            if (before.Applying is not null || !AreYoungest(before.State, files) || HasPaper(before.State, files))
            {
                return await PlaceAsync(partition, before, files, closed, cancellationToken);
            }

            if (await AppendAsync(partition, before, files, closed, catalogue, cancellationToken) is { } committed)
            {
                return committed;
            }

            await LedgerStore.BackOffAsync(attempt, cancellationToken);
        }

        throw LedgerStore.Contended(partition);
    }

    /// <summary>Papers and reports are told together which belong to which.</summary>
    private static bool HasPaper(LedgerState state, IReadOnlyList<IncomingFile> files) =>
        state.Evidence is not null || files.Any(f => f.Filing.Report.IsEvidence);

    /// <summary>Each strictly younger than the one before: of files of one moment their order is not known by time alone.</summary>
    private static bool AreYoungest(LedgerState state, IReadOnlyList<IncomingFile> files)
    {
        var times = files.Select(f => f.Filing.UploadedAt).Order().ToList();
        return (state.Last is not { } last || last.UploadedAt < times[0]) && times.Zip(times.Skip(1)).All(pair => pair.First < pair.Second);
    }

    /// <returns>Null when somebody else has changed the partition since it was read.</returns>
    private async Task<Committed?> AppendAsync(
        string partition, LedgerSnapshot before, IReadOnlyList<IncomingFile> files, Closings closed, ReportingCatalogue catalogue, CancellationToken cancellationToken)
    {
        var state = before.State;
        var folded = new List<LedgerStep>();
        var ordered = files.OrderBy(f => f.Filing.UploadedAt).ToList();
        foreach (var file in ordered)
        {
            folded.Add(FilingAlerts.Apply(state, file.Filing, catalogue));
            state = folded[^1].After;
        }

        var steps = ClosedAlerts.Tell(StepClosing.Close(folded, closed, catalogue));
        var rows = new Dictionary<string, TableEntity>(StringComparer.Ordinal);
        foreach (var row in steps.Zip(ordered, (step, file) => RowsOf(partition, step, file.TraceParent)).SelectMany(r => r))
        {
            rows[row.RowKey] = row;
        }

        var (after, settled) = files[0].Filing.Whose is { } owner ? OverdueAlert.Settle(owner, state, clock.GetUtcNow(), settings.Timing, catalogue) : (state, []);
        foreach (var alert in settled)
        {
            var row = AlertMessage.RowOf(partition, alert, ofFile: false, settings);
            rows[row.RowKey] = row;
        }

        // The files' own rows last: should a crash part the rows, their alerts are then written and not forgotten.
        var changes = rows.Values.OrderBy(LedgerRows.IsFile).Select(row => new TableTransactionAction(TableTransactionActionType.UpsertReplace, row)).ToList();
        if (!await ledger.CommitAsync(partition, before, after, changes, string.Join('\n', steps.Select(s => Archive.NameOf(s.Filing))), cancellationToken))
        {
            return null;
        }

        metrics.Taken(steps, before.State, after, catalogue);
        var answers = steps.GroupBy(s => s.Filing.Path).ToDictionary(g => g.Last().Filing.FileId, g => g.Last(), StringComparer.Ordinal);
        return new Committed(after, answers, before.OutboxAfter(changes)) { IsFirst = before.State.Last is null };
    }

    /// <summary>Finds their places among the files that are there. What is known and answered already changes nothing.</summary>
    private async Task<Committed> PlaceAsync(string partition, LedgerSnapshot before, IReadOnlyList<IncomingFile> files, Closings closed, CancellationToken cancellationToken)
    {
        // A file that is delivered once more is nearly always the youngest, for which the other rows need not be read.
        var youngest = before.State.Last?.FileId;
        var rows = before.Applying is null && files.All(f => f.Filing.FileId == youngest) ? null : await ledger.ReadAllAsync(partition, cancellationToken);
        var known = (rows ?? []).Where(LedgerRows.IsFile).Select(FileRows.IdOf).Append(youngest).ToHashSet(StringComparer.Ordinal);
        var fresh = new List<Filing>();
        foreach (var file in files)
        {
            if (before.Applying is not null || !known.Contains(file.Filing.FileId) || !await IsAnsweredAsync(file, cancellationToken))
            {
                fresh.Add(file.Filing);
            }
        }

        if (fresh.Count == 0)
        {
            return new Committed(before.State, new Dictionary<string, LedgerStep>(), before.Outbox);
        }

        var replayed = await replay.PlaceAsync(partition, fresh, rows, closed, cancellationToken);
        var answers = fresh.Select(f => (f.FileId, Step: replayed.AnswerOf(f.FileId))).Where(a => a.Step is not null);
        return new Committed(replayed.State, answers.ToDictionary(a => a.FileId, a => a.Step!, StringComparer.Ordinal), replayed.Outbox) { Amended = replayed.Amended };
    }

    /// <summary>Of a file that the ledger has: the path's receipt answers this very file, or a younger one at the same path.</summary>
    private async Task<bool> IsAnsweredAsync(IncomingFile file, CancellationToken cancellationToken)
    {
        var filing = file.Filing;
        return await receipts.FindAsync(filing.Path, cancellationToken) is { } answered
            && (answered.FileId == filing.FileId ? answered.ReportTag == ReceiptWriter.Plain(file.ReportTag) : filing.UploadedAt < answered.UploadedAt);
    }

    private IEnumerable<TableEntity> RowsOf(string partition, LedgerStep step, string? traceParent)
    {
        foreach (var alert in step.Alerts)
        {
            var row = AlertMessage.RowOf(partition, alert, ofFile: true, settings);
            row.Put(LedgerRows.TraceParent, traceParent);
            yield return row;
        }

        foreach (var row in step.Changed.Select(o => LedgerRows.RowOf(partition, o))
            .Concat(step.Revisions.Select(o => LedgerRows.RevisionOf(partition, o)))
            .Append(FileRows.Of(partition, step)))
        {
            yield return row;
        }
    }
}
