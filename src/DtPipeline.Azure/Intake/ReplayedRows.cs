using Azure.Data.Tables;
using DtPipeline.Azure.Alerting;
using DtPipeline.Azure.Ledger;
using DtPipeline.Azure.Storage;
using DtPipeline.Catalogue;
using DtPipeline.Ledger;

namespace DtPipeline.Azure.Intake;

/// <summary>The difference between a partition as it is stored and as a replay of its files says it should be.</summary>
internal static class ReplayedRows
{
    /// <param name="known">Ids of the files that are known from their rows alone.</param>
    public static List<TableTransactionAction> Changes(
        string partition,
        IReadOnlyList<TableEntity> stored,
        IReadOnlyList<LedgerStep> steps,
        IReadOnlyList<AlertTransition> settled,
        IReadOnlySet<string> known,
        IReadOnlySet<string>? toldBefore,
        ReportingCatalogue catalogue,
        PipelineSettings settings)
    {
        var byKey = stored.ToDictionary(r => r.RowKey, StringComparer.Ordinal);
        var wanted = Wanted(partition, steps, known, byKey);
        var changes = new List<TableTransactionAction>();
        changes.AddRange(OutboxChanges(partition, stored, steps, toldBefore ?? ToldBefore(stored), settings));
        changes.AddRange(settled.Select(a => Upsert(AlertMessage.RowOf(partition, a, ofFile: false, settings))));
        changes.AddRange(stored
            .Where(r => IsWorkedOut(r, catalogue) && !wanted.ContainsKey(r.RowKey))
            .Select(r => new TableTransactionAction(TableTransactionActionType.Delete, r)));

        // Files last: should a crash part the rows, their alerts are then written and not forgotten.
        changes.AddRange(wanted.Values
            .Where(r => !byKey.TryGetValue(r.RowKey, out var old) || r.DiffersFrom(old))
            .OrderBy(LedgerRows.IsFile)
            .Select(Upsert));
        return changes;
    }

    private static Dictionary<string, TableEntity> Wanted(
        string partition, IReadOnlyList<LedgerStep> steps, IReadOnlySet<string> known, Dictionary<string, TableEntity> stored)
    {
        var rows = new Dictionary<string, TableEntity>(StringComparer.Ordinal);
        foreach (var step in steps)
        {
            var file = known.Contains(step.Filing.FileId)
                ? FileRows.Again(stored[LedgerRows.FilePrefix + step.Filing.FileId], step)
                : FileRows.Of(partition, step);
            foreach (var row in step.Changed.Select(o => LedgerRows.RowOf(partition, o))
                .Concat(step.Revisions.Select(o => LedgerRows.RevisionOf(partition, o)))
                .Append(file))
            {
                rows[row.RowKey] = row;
            }
        }

        return rows;
    }

    /// <summary>Values of indicators that the catalogue has lost meanwhile are not worked out again, and stay as they are.</summary>
    private static bool IsWorkedOut(TableEntity row, ReportingCatalogue catalogue) =>
        LedgerRows.IsFile(row) || (LedgerRows.IndicatorOf(row) is { } indicator && catalogue.FindIndicator(indicator) is not null);

    /// <summary>Alerts not told yet are added; those not sent yet are brought up to date, or dropped where the replay no longer gives them.</summary>
    private static IEnumerable<TableTransactionAction> OutboxChanges(
        string partition, IReadOnlyList<TableEntity> stored, IReadOnlyList<LedgerStep> steps, IReadOnlySet<string> told, PipelineSettings settings)
    {
        var unsent = stored
            .Where(r => LedgerRows.IsOutbox(r) && r.GetBoolean(AlertMessage.OfFile) == true)
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

    private static HashSet<string> ToldBefore(IReadOnlyList<TableEntity> stored) => stored
        .Where(LedgerRows.IsFile)
        .SelectMany(FileRows.ToldOf)
        .ToHashSet(StringComparer.Ordinal);

    private static TableTransactionAction Upsert(TableEntity row) => new(TableTransactionActionType.UpsertReplace, row);
}
