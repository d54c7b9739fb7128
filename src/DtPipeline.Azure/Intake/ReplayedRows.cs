using Azure.Data.Tables;
using DtPipeline.Azure.Alerting;
using DtPipeline.Azure.Ledger;
using DtPipeline.Azure.Storage;
using DtPipeline.Ledger;

namespace DtPipeline.Azure.Intake;

/// <summary>The difference between a partition as it is stored and as a replay of its files says it should be.</summary>
internal static class ReplayedRows
{
    private static readonly string[] WorkedOut = [LedgerRows.ObservationPrefix, LedgerRows.RevisionPrefix, LedgerRows.FilePrefix];

    public static List<TableTransactionAction> Changes(
        string partition,
        IReadOnlyList<TableEntity> stored,
        IReadOnlyList<LedgerStep> steps,
        IReadOnlyList<AlertTransition> settled,
        IReadOnlySet<string>? toldBefore,
        PipelineSettings settings)
    {
        var wanted = Wanted(partition, steps);
        var told = toldBefore ?? Told(stored);
        var changes = new List<TableTransactionAction>();
        changes.AddRange(OutboxChanges(partition, stored, steps, told, settings));
        changes.AddRange(settled.Select(a => Upsert(AlertMessage.RowOf(partition, a, ofFile: false, settings))));
        changes.AddRange(stored
            .Where(r => Array.Exists(WorkedOut, p => r.RowKey.StartsWith(p, StringComparison.Ordinal)) && !wanted.ContainsKey(r.RowKey))
            .Select(r => new TableTransactionAction(TableTransactionActionType.Delete, r)));

        // Files last: should a crash part the rows, their alerts are then written and not forgotten.
        changes.AddRange(wanted.Values.OrderBy(r => r.RowKey.StartsWith(LedgerRows.FilePrefix, StringComparison.Ordinal)).Select(Upsert));
        return changes;
    }

    private static Dictionary<string, TableEntity> Wanted(string partition, IReadOnlyList<LedgerStep> steps)
    {
        var rows = new Dictionary<string, TableEntity>(StringComparer.Ordinal);
        foreach (var row in steps.SelectMany(s => s.Changed.Select(o => LedgerRows.RowOf(partition, o))
            .Concat(s.Revisions.Select(r => LedgerRows.RowOf(partition, r)))
            .Append(LedgerRows.RowOf(partition, s))))
        {
            rows[row.RowKey] = row;
        }

        return rows;
    }

    /// <summary>Alerts not told yet are added; those not sent yet are brought up to date, or dropped where the replay no longer gives them.</summary>
    private static IEnumerable<TableTransactionAction> OutboxChanges(
        string partition, IReadOnlyList<TableEntity> stored, IReadOnlyList<LedgerStep> steps, IReadOnlySet<string> told, PipelineSettings settings)
    {
        var unsent = stored
            .Where(r => r.RowKey.StartsWith(LedgerRows.OutboxPrefix, StringComparison.Ordinal) && r.GetBoolean(AlertMessage.OfFile) == true)
            .ToDictionary(r => r.RowKey, StringComparer.Ordinal);
        var wanted = steps.SelectMany(s => s.Alerts).Select(a => (Id: a.MessageId, Row: AlertMessage.RowOf(partition, a, ofFile: true, settings))).ToList();
        foreach (var (id, row) in wanted)
        {
            var isUnsent = unsent.Remove(row.RowKey, out var old);
            if (isUnsent ? !AlertMessage.SaysTheSame(old!, row) : !told.Contains(id))
            {
                yield return Upsert(row);
            }
        }

        foreach (var gone in unsent.Values)
        {
            yield return new TableTransactionAction(TableTransactionActionType.Delete, gone);
        }
    }

    private static HashSet<string> Told(IReadOnlyList<TableEntity> stored) => stored
        .Where(r => r.RowKey.StartsWith(LedgerRows.FilePrefix, StringComparison.Ordinal))
        .SelectMany(r => (r.GetString("Told") ?? string.Empty).Split('\n', StringSplitOptions.RemoveEmptyEntries))
        .ToHashSet(StringComparer.Ordinal);

    private static TableTransactionAction Upsert(TableEntity row) => new(TableTransactionActionType.UpsertReplace, row);
}
