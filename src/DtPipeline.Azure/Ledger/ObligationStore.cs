using System.Globalization;
using Azure;
using Azure.Data.Tables;
using DtPipeline.Azure.Storage;
using DtPipeline.Catalogue;
using DtPipeline.Deadlines;
using DtPipeline.Ledger;

namespace DtPipeline.Azure.Ledger;

/// <summary>The table <c>Obligations</c>: every obligation's state, worked out from the ledger and the day, and never the other way round.</summary>
public sealed class ObligationStore(StorageAccount account)
{
    private const string Evidence = "Evidence";

    private readonly Together<TableEntity, Response> together = new(TransactionLimits.Operations, row => row.RowKey);

    /// <summary>Writes the states of an organisation's obligations for one period: one call a form, or less where others do so at the same time.</summary>
    public async Task WriteAsync(Owner owner, LedgerState ledger, DateOnly today, ReportingCatalogue catalogue, CancellationToken cancellationToken)
    {
        var facts = ledger.Facts;
        foreach (var form in catalogue.FormsOwed(owner.Period, owner.Organisation))
        {
            var obligation = ObligationRule.Decide(form, owner.Organisation, owner.Period, facts, today, catalogue);
            var row = RowOf(obligation);
            await together.DoAsync(row.PartitionKey, row, SubmitAsync, cancellationToken);
        }
    }

    /// <summary>Rows of a form's period by organisation, as they were written last.</summary>
    public async Task<IReadOnlyDictionary<string, TableEntity>> ReadAsync(string form, Period period, CancellationToken cancellationToken)
    {
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {PartitionOf(form, period.ToString())}");
        return (await account.Obligations.ReadAllAsync(filter, cancellationToken)).ToDictionary(row => row.RowKey, StringComparer.Ordinal);
    }

    /// <summary>Those obligations of one form and period that differ from what is stored.</summary>
    public static IReadOnlyList<Obligation> Changed(IEnumerable<Obligation> obligations, IReadOnlyDictionary<string, TableEntity> stored) =>
        [.. obligations.Where(o => !stored.TryGetValue(o.Organisation, out var row) || !Says(row, o))];

    /// <summary>Those of organisations that do not owe the form and period any more.</summary>
    public static IReadOnlyDictionary<string, TableEntity> Unowed(IReadOnlyDictionary<string, TableEntity> stored, IReadOnlyList<Organisation> owing)
    {
        var codes = owing.Select(o => o.Code).ToHashSet(StringComparer.Ordinal);
        return stored.Where(r => !codes.Contains(r.Key)).ToDictionary(r => r.Key, r => r.Value, StringComparer.Ordinal);
    }

    /// <summary>Takes rows of one form and period away: what nobody owes has no state.</summary>
    /// <param name="unowed">By organisation.</param>
    public async Task DeleteAsync(string form, Period period, IReadOnlyDictionary<string, TableEntity> unowed, CancellationToken cancellationToken)
    {
        foreach (var chunk in unowed.Keys.Chunk(TransactionLimits.Operations))
        {
            await account.Obligations.SubmitTransactionAsync(
                chunk.Select(o => new TableTransactionAction(TableTransactionActionType.Delete, new TableEntity(PartitionOf(form, period.ToString()), o) { ETag = ETag.All })), cancellationToken);
        }
    }

    /// <summary>Writes obligations of one form and period.</summary>
    public async Task WriteAsync(IReadOnlyList<Obligation> obligations, CancellationToken cancellationToken)
    {
        foreach (var chunk in obligations.Select(RowOf).Chunk(TransactionLimits.Operations))
        {
            await account.Obligations.SubmitTransactionAsync(
                chunk.Select(row => new TableTransactionAction(TableTransactionActionType.UpsertReplace, row)), cancellationToken);
        }
    }

    /// <summary>Whether a row is answered for good: a filing is accepted and complete, and what it says of the signed paper is what the form wants.</summary>
    internal static bool IsSettled(TableEntity row, Form form) =>
        row.ContainsKey("FirstAccepted") && row.GetInt32("Provided") >= row.GetInt32("Required") && (row.GetString(Evidence) == EvidenceRule.NameOf(EvidenceState.NotRequired)) != form.IsEvidenceRequired;

    private async Task<IReadOnlyList<Response>> SubmitAsync(string partition, IReadOnlyList<TableEntity> rows) => rows is [var alone]
        ? [await account.Obligations.UpsertEntityAsync(alone, TableUpdateMode.Replace)]
        : (await account.Obligations.SubmitTransactionAsync(rows.Select(row => new TableTransactionAction(TableTransactionActionType.UpsertReplace, row)))).Value;

    private static bool Says(TableEntity row, Obligation obligation) =>
        row.GetString("State") == Obligation.NameOf(obligation.State)
        && row.GetString("DueDay") == Day(obligation.Due.Nominal)
        && row.GetString("EffectiveDueDay") == Day(obligation.Due.Effective)
        && row.GetInt32("Provided") == obligation.Provided
        && row.GetInt32("Required") == obligation.Required
        && row.GetString(Evidence) == EvidenceRule.NameOf(obligation.Evidence)
        && row.GetDateTimeOffset("FirstReceived") == obligation.FirstReceived
        && row.GetDateTimeOffset("FirstAccepted") == obligation.FirstAccepted;

    private static string Day(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);

    private static string PartitionOf(string form, string period) => $"{period}~{form}";

    private static TableEntity RowOf(Obligation obligation)
    {
        var row = new TableEntity(PartitionOf(obligation.Form, obligation.Period), obligation.Organisation)
        {
            ["State"] = Obligation.NameOf(obligation.State),
            ["DueDay"] = Day(obligation.Due.Nominal),
            ["EffectiveDueDay"] = Day(obligation.Due.Effective),
            ["Provided"] = obligation.Provided,
            ["Required"] = obligation.Required,
            ["Incomplete"] = obligation.IsIncomplete,
            [Evidence] = EvidenceRule.NameOf(obligation.Evidence),
        };
        row.Put("FirstReceived", obligation.FirstReceived);
        row.Put("FirstAccepted", obligation.FirstAccepted);
        return row;
    }
}
