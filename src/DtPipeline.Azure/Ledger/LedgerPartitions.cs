using Azure.Data.Tables;
using DtPipeline.Azure.Storage;
using DtPipeline.Catalogue;

namespace DtPipeline.Azure.Ledger;

/// <summary>Which organisations have a ledger of which period, found by going through the heads of the whole table.</summary>
public sealed class LedgerPartitions(StorageAccount account)
{
    /// <returns>By period, then by organisation. Partitions of groups, tasks and misplaced files are left out.</returns>
    public async Task<IReadOnlyList<(Period Period, string Organisation)>> ListAsync(CancellationToken cancellationToken)
    {
        var found = new List<(Period Period, string Organisation)>();
        await foreach (var row in account.Ledger.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"RowKey eq {LedgerRows.Head}"), null, ["PartitionKey"], cancellationToken))
        {
            if (row.PartitionKey.Split('~') is [var name, [not '@', ..] organisation] && Period.TryParse(name, out var period))
            {
                found.Add((period, organisation));
            }
        }

        return [.. found.OrderBy(f => f.Period.FirstDay).ThenBy(f => f.Period.Frequency).ThenBy(f => f.Organisation, StringComparer.Ordinal)];
    }
}
