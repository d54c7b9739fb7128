using Azure.Data.Tables;
using DtPipeline.Alerts;
using DtPipeline.Amending;
using DtPipeline.Azure.Ledger;
using DtPipeline.Azure.Storage;
using DtPipeline.Azure.Telemetry;
using DtPipeline.Catalogue;
using DtPipeline.Ledger;
using Microsoft.Extensions.Logging;

namespace DtPipeline.Azure.Intake;

/// <summary>What a replay of a partition gave.</summary>
/// <param name="Steps">All its files in their order.</param>
internal sealed record Replayed(LedgerState State, IReadOnlyList<LedgerStep> Steps)
{
    /// <summary>All that stands in the partition's outbox afterwards.</summary>
    public IReadOnlyList<TableEntity> Outbox { get; init; } = [];

    /// <summary>What it has made of the receipts of files that were there before.</summary>
    public AmendedReceipts Amended { get; init; } = AmendedReceipts.None;

    /// <returns>Null where a younger file stands at the same path: a path has one receipt, and that answers the younger one.</returns>
    public LedgerStep? AnswerOf(string fileId) =>
        Steps.First(s => s.Filing.FileId == fileId) is var step && Steps.Last(s => s.Filing.Path == step.Filing.Path) == step ? step : null;
}

/// <summary>
/// Works a partition out again from the cells that its files stored, in the order of their upload. This is how a file that arrives after a
/// younger one finds its place, how a half-written change is mended, and, with the files of the archive, how a deleted table comes back.
/// Only rows and receipts that differ are written.
/// </summary>
public sealed class PartitionReplay(
    PartitionFiles files,
    CatalogueStore catalogues,
    LedgerStore ledger,
    ClosingStore closings,
    ReceiptRepair receipts,
    CorrectionLog corrections,
    PendingStore pending,
    PipelineSettings settings,
    PipelineMetrics metrics,
    TimeProvider clock,
    ILogger<PartitionReplay> logger)
{
    // Stands in the head where a file's archive name would, while a replay writes in several transactions.
    internal const string Again = "replay";

    private static readonly IReadOnlySet<string> Nothing = new HashSet<string>();

    /// <summary>Replays the partition from what it has stored, and looks whether every receipt says the same: after a crash.</summary>
    public async Task<LedgerState> RunAsync(string partition, CancellationToken cancellationToken)
    {
        var (replayed, before) = await ReplayAsync(partition, [], null, null, null, null, cancellationToken);
        var amended = await receipts.AmendAsync(replayed, before, Nothing, all: true, cancellationToken);
        await pending.MarkArrivalsAsync(amended.Arrivals, cancellationToken);
        return replayed.State;
    }

    /// <summary>Replays the partition with a file more, whose own receipt is left to the caller.</summary>
    public async Task RunAsync(string partition, Filing added, CancellationToken cancellationToken)
    {
        var amended = (await PlaceAsync(partition, [added], null, null, cancellationToken)).Amended;
        await pending.MarkArrivalsAsync(amended.Arrivals, cancellationToken);
        if (amended.AreToBeSeenAgain)
        {
            await pending.MarkReceiptsAsync(partition, cancellationToken);
        }
    }

    /// <summary>Replays the partition with more files. Their own receipts are left to the caller, and to mark those that were amended.</summary>
    /// <param name="rows">Of the partition, where the caller has read them; else they are read.</param>
    /// <param name="closed">Of its period, in the same way.</param>
    internal async Task<Replayed> PlaceAsync(string partition, IReadOnlyList<Filing> added, IReadOnlyList<TableEntity>? rows, Closings? closed, CancellationToken cancellationToken)
    {
        var (replayed, before) = await ReplayAsync(partition, added, rows, null, null, closed, cancellationToken);
        return replayed with { Amended = await receipts.AmendAsync(replayed, before, added.Select(f => f.FileId).ToHashSet(StringComparer.Ordinal), all: false, cancellationToken) };
    }

    /// <summary>Replays a partition of whose files the ledger may know nothing, with the alerts that were delivered before.</summary>
    /// <param name="archived">All its files, read from the archive.</param>
    /// <param name="toldBefore">Message ids that the secretariat has: they are not sent again.</param>
    /// <param name="marks">Where the life of the partition's other alerts stood.</param>
    /// <param name="confirmed">Every catalogue by which the past was judged anew, which the receipts tell.</param>
    public async Task<LedgerState> RebuildAsync(
        string partition,
        IReadOnlyList<Filing> archived,
        IReadOnlySet<string> toldBefore,
        IReadOnlyDictionary<string, AlertMark> marks,
        IReadOnlyList<ConfirmedCatalogue> confirmed,
        CancellationToken cancellationToken)
    {
        var (replayed, _) = await ReplayAsync(partition, archived, null, toldBefore, marks, null, cancellationToken);
        await receipts.WriteAsync(replayed, confirmed, cancellationToken);
        return replayed.State;
    }

    private Task<(Replayed Replayed, IReadOnlyList<TableEntity> Rows)> ReplayAsync(
        string partition,
        IReadOnlyList<Filing> added,
        IReadOnlyList<TableEntity>? read,
        IReadOnlySet<string>? toldBefore,
        IReadOnlyDictionary<string, AlertMark>? marks,
        Closings? known,
        CancellationToken cancellationToken) =>
        Spans.RunAsync("replay", async span =>
        {
            span?.SetTag("partition", partition);
            var catalogue = await catalogues.GetAsync(cancellationToken);
            var closed = known ?? (LedgerKey.OwnerOf(partition, catalogue) is { } owner ? await closings.ReadAsync(owner.Period, cancellationToken) : Closings.None);
            for (var attempt = 0; attempt < LedgerStore.MostAttempts; attempt++)
            {
                var rows = attempt == 0 && read is not null ? read : await ledger.ReadAllAsync(partition, cancellationToken);
                if (await TryAsync(partition, rows, added, toldBefore, marks, closed, catalogue, cancellationToken) is { } replayed)
                {
                    return (replayed, rows);
                }

                await LedgerStore.BackOffAsync(attempt, cancellationToken);
            }

            throw LedgerStore.Contended(partition);
        });

    /// <returns>Null when somebody else has changed the partition since it was read.</returns>
    private async Task<Replayed?> TryAsync(
        string partition,
        IReadOnlyList<TableEntity> rows,
        IReadOnlyList<Filing> added,
        IReadOnlySet<string>? toldBefore,
        IReadOnlyDictionary<string, AlertMark>? marks,
        Closings closed,
        ReportingCatalogue catalogue,
        CancellationToken cancellationToken)
    {
        var before = LedgerStore.SnapshotOf(rows);
        var known = await files.OfAsync(partition, rows, before.Applying, added, catalogue, cancellationToken);
        var steps = LedgerReplay.Of(LedgerOrder.Of(known.All), marks ?? before.State.Alerts, catalogue, closed);
        var state = steps is [.., var last] ? last.After : LedgerState.Empty with { Alerts = marks ?? before.State.Alerts };
        var (after, settled) = known.Owner is { } owner ? OverdueAlert.Settle(owner, state, clock.GetUtcNow(), settings.Timing, catalogue) : (state, []);
        var changes = ReplayedRows.Changes(partition, rows, steps, settled, known.Stored, toldBefore, catalogue, settings);

        if (toldBefore is not null && known.Owner is not null && before.State.Last is not null)
        {
            await corrections.WriteAsync([.. RebuildDiff.Changes(partition, before.State.Observations, after.Observations, catalogue)], cancellationToken);
        }

        // Where there is nothing to be said of a partition, it is not begun.
        var isBegun = rows.Count > 0 || after.Alerts.Count > 0;
        if ((changes.Count > 0 || before.Applying is not null || (isBegun && LedgerRows.IsNewHead(partition, rows, before, after)))
            && !await ledger.CommitAsync(partition, before, after, changes, Again, cancellationToken))
        {
            return null;
        }

        // A rebuild counts nothing: the files were taken before, whatever the ledger knows of them.
        var fresh = toldBefore is not null ? [] : steps.Where(s => !rows.Any(r => r.RowKey == LedgerRows.FilePrefix + s.Filing.FileId)).ToList();
        metrics.Taken(fresh, before.State, after, catalogue);
        logger.PartitionReplayed(partition, steps.Count, changes.Count);
        return new Replayed(after, steps) { Outbox = before.OutboxAfter(changes) };
    }
}
