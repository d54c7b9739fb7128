using Azure;
using Azure.Data.Tables;
using DtPipeline.Ledger;

namespace DtPipeline.Azure.Ledger;

/// <param name="HeadTag">Null where the partition is new.</param>
/// <param name="Applying">The files, by line, whose changes are only partly written; readers leave such a partition out.</param>
public sealed record LedgerSnapshot(LedgerState State, ETag? HeadTag, string? Applying)
{
    /// <summary>Of a partition that is not there yet.</summary>
    public static readonly LedgerSnapshot Empty = new(LedgerState.Empty, null, null);

    /// <summary>The closed marks as they are stored; null where there are none.</summary>
    internal string? Closed { get; init; }

    /// <summary>Alerts that are still to be sent; none where only the state was read.</summary>
    internal IReadOnlyList<TableEntity> Outbox { get; init; } = [];

    /// <summary>What stands in the outbox after changes that were committed upon this, in the order of the keys.</summary>
    internal IReadOnlyList<TableEntity> OutboxAfter(IReadOnlyList<TableTransactionAction> changes)
    {
        var rows = Outbox.ToDictionary(r => r.RowKey, StringComparer.Ordinal);
        foreach (var change in changes.Where(c => LedgerRows.IsOutbox((TableEntity)c.Entity)))
        {
            if (change.ActionType == TableTransactionActionType.Delete)
            {
                rows.Remove(change.Entity.RowKey);
            }
            else
            {
                rows[change.Entity.RowKey] = (TableEntity)change.Entity;
            }
        }

        return [.. rows.Values.OrderBy(r => r.RowKey, StringComparer.Ordinal)];
    }
}

/// <summary>What was read of many partitions, by what stands behind the first part of their keys.</summary>
/// <param name="Unreadable">Partitions whose rows are not as they were written: nothing is known of them.</param>
public sealed record ReadPartitions<T>(IReadOnlyDictionary<string, T> Found, IReadOnlySet<string> Unreadable);

/// <summary>What decides obligations and alerts of a partition, without its values.</summary>
/// <param name="Alerts">Those that are open. One that is closed and raised again is told by a number that only the whole partition knows.</param>
public sealed record LedgerHead(FilingFacts Facts, IReadOnlyDictionary<string, AlertMark> Alerts)
{
    /// <summary>Of a partition that nothing was ever written to.</summary>
    public static readonly LedgerHead Empty = new(LedgerState.Empty.Facts, LedgerState.Empty.Alerts);

    public bool HasOpenAlert => Alerts.Values.Any(mark => mark.IsOpen);
}
