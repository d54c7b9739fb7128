using Azure;
using Azure.Data.Tables;
using DtPipeline.Alerts;
using DtPipeline.Azure.Ledger;
using DtPipeline.Azure.Storage;
using DtPipeline.Azure.Telemetry;
using DtPipeline.Catalogue;
using DtPipeline.Ledger;
using Microsoft.Extensions.Logging;

namespace DtPipeline.Azure.Intake;

/// <summary>
/// Works a partition out again from the archive: all its files in the order of their upload. This is how a file that arrives after a
/// younger one finds its place, how a half-written change is mended, and how a deleted table comes back.
/// </summary>
public sealed class PartitionReplay(
    Archive archive,
    CatalogueStore catalogues,
    LedgerStore ledger,
    ReceiptWriter receipts,
    PipelineSettings settings,
    PipelineMetrics metrics,
    TimeProvider clock,
    ILogger<PartitionReplay> logger)
{
    // Stands in the head where a file's archive name would, while a replay writes in several transactions.
    private const string Again = "replay";

    /// <summary>Replays the partition from the files that the ledger knows.</summary>
    public Task<LedgerState> RunAsync(string partition, CancellationToken cancellationToken) =>
        RunAsync(partition, [], new Replaying(null, null, null, null), cancellationToken);

    /// <summary>Replays the partition with one more file, whose receipt answers <paramref name="reportTag"/>.</summary>
    public Task<LedgerState> RunAsync(string partition, Filing added, ETag reportTag, CancellationToken cancellationToken) =>
        RunAsync(partition, [added], new Replaying(added.FileId, reportTag, null, null), cancellationToken);

    /// <summary>Replays a partition of whose files the ledger may know nothing, with the alerts that were delivered before.</summary>
    /// <param name="toldBefore">Message ids that the secretariat has: they are not sent again.</param>
    /// <param name="marks">Where the life of the partition's other alerts stood.</param>
    public Task<LedgerState> RunAsync(
        string partition, IReadOnlyList<Filing> files, IReadOnlySet<string> toldBefore, IReadOnlyDictionary<string, AlertMark> marks, CancellationToken cancellationToken) =>
        RunAsync(partition, files, new Replaying(null, null, toldBefore, marks), cancellationToken);

    private Task<LedgerState> RunAsync(string partition, IReadOnlyList<Filing> added, Replaying replaying, CancellationToken cancellationToken) =>
        Spans.RunAsync("replay", span =>
        {
            span?.SetTag("partition", partition);
            return ReplayAsync(partition, added, replaying, cancellationToken);
        });

    private async Task<LedgerState> ReplayAsync(string partition, IReadOnlyList<Filing> added, Replaying replaying, CancellationToken cancellationToken)
    {
        var catalogue = await catalogues.GetAsync(cancellationToken);
        for (var attempt = 0; attempt < LedgerStore.MostAttempts; attempt++)
        {
            var rows = await ledger.ReadAllAsync(partition, cancellationToken);
            var before = LedgerStore.SnapshotOf(rows);
            var filings = await FilingsAsync(rows, before.Applying, added, catalogue, cancellationToken);
            var state = LedgerState.Empty with { Alerts = replaying.Marks ?? before.State.Alerts };
            var steps = new List<LedgerStep>();
            foreach (var filing in filings)
            {
                steps.Add(FilingAlerts.Apply(state, filing, catalogue));
                state = steps[^1].After;
            }

            var (after, settled) = filings is [{ Whose: { } owner }, ..]
                ? OverdueAlert.Settle(owner, state, clock.GetUtcNow(), settings.Timing, catalogue)
                : (state, []);
            var changes = ReplayedRows.Changes(partition, rows, steps, settled, replaying.ToldBefore, settings);
            if (await ledger.CommitAsync(partition, before, after, changes, Again, cancellationToken))
            {
                var fresh = replaying.IsRebuild ? [] : steps.Where(s => !rows.Any(r => r.RowKey == LedgerRows.FilePrefix + s.Filing.FileId)).ToList();
                metrics.Taken(fresh, before.State, after, catalogue);
                logger.PartitionReplayed(partition, steps.Count, changes.Count);
                await WriteReceiptsAsync(steps, replaying, cancellationToken);
                fresh.ForEach(s => metrics.Answered(s.Filing));
                return after;
            }
        }

        throw LedgerStore.Contended(partition);
    }

    private async Task<List<Filing>> FilingsAsync(
        IReadOnlyList<TableEntity> rows, string? applying, IReadOnlyList<Filing> added, ReportingCatalogue catalogue, CancellationToken cancellationToken)
    {
        var filings = added.ToDictionary(f => f.FileId, StringComparer.Ordinal);
        foreach (var row in rows.Where(r => r.RowKey.StartsWith(LedgerRows.FilePrefix, StringComparison.Ordinal)))
        {
            var id = row.RowKey[LedgerRows.FilePrefix.Length..];
            if (!filings.ContainsKey(id))
            {
                var file = await archive.OpenAsync(id, row.GetString("Path"), row.GetString("Sha256"), row.GetDateTimeOffset("UploadedAt")!.Value, cancellationToken);
                filings[id] = FilingReader.Read(file, catalogue, settings.MostReportBytes);
            }
        }

        if (applying is not null and not Again && await archive.OpenAsync(applying, cancellationToken) is var half)
        {
            filings[half.FileId] = FilingReader.Read(half, catalogue, settings.MostReportBytes);
        }

        return [.. filings.Values.OrderBy(f => f.UploadedAt).ThenBy(f => f.FileId, StringComparer.Ordinal)];
    }

    /// <summary>A path has one receipt: that of the latest file uploaded there.</summary>
    private async Task WriteReceiptsAsync(List<LedgerStep> steps, Replaying replaying, CancellationToken cancellationToken)
    {
        foreach (var step in steps.GroupBy(s => s.Filing.Path).Select(g => g.Last()))
        {
            var tag = step.Filing.FileId == replaying.AddedFileId ? replaying.ReportTag : await KnownTagAsync(step, cancellationToken);
            await receipts.WriteAsync(step, tag, cancellationToken);
        }
    }

    private async Task<ETag?> KnownTagAsync(LedgerStep step, CancellationToken cancellationToken) =>
        await receipts.FindAsync(step.Filing.Path, cancellationToken) is { ReportTag: { } tag } receipt && receipt.FileId == step.Filing.FileId
            ? new ETag(tag)
            : null;

    private sealed record Replaying(
        string? AddedFileId, ETag? ReportTag, IReadOnlySet<string>? ToldBefore, IReadOnlyDictionary<string, AlertMark>? Marks)
    {
        /// <summary>The files were taken before, whatever the ledger knows of them.</summary>
        public bool IsRebuild => ToldBefore is not null;
    }
}
