using Azure.Data.Tables;
using DtPipeline.Ledger;

namespace DtPipeline.Azure.Ledger;

/// <summary>Many partitions as one key range: rows of each that tell of its state, one partition after the other, as the pages come.</summary>
internal static class LedgerRange
{
    /// <summary>The filter of the heads of all partitions whose keys begin with a part such as a period.</summary>
    public static string HeadsOf(string first)
    {
        var (from, to) = LedgerKey.EndsOf(first);
        return TableClient.CreateQueryFilter($"PartitionKey ge {from} and PartitionKey lt {to} and RowKey eq {LedgerRows.Head}");
    }

    /// <summary>The same with what is closed beside them.</summary>
    public static string HeadsAndClosedOf(string first) => Of(first, LedgerRows.HeadEnd);

    /// <summary>The same with all rows that tell of states.</summary>
    public static string StatesOf(string first) => Of(first, LedgerRows.OutboxPrefix);

    /// <summary>All rows that tell of the state of one partition.</summary>
    public static string StateOf(string partition) =>
        TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey ge {LedgerRows.Head} and RowKey lt {LedgerRows.OutboxPrefix}");

    /// <param name="filter">One of those above.</param>
    /// <param name="columns">Null for all that a row has.</param>
    /// <param name="read">Given what stands behind the first part of a partition's key.</param>
    /// <returns>By what stands there.</returns>
    public static async Task<Dictionary<string, T>> ReadAsync<T>(
        TableClient table, string filter, IEnumerable<string>? columns, Func<string, IReadOnlyList<TableEntity>, T> read, CancellationToken cancellationToken)
    {
        var found = new Dictionary<string, T>(StringComparer.Ordinal);
        var rows = new List<TableEntity>();
        void Take()
        {
            var name = LedgerKey.WhoseOf(rows[0].PartitionKey);
            found.Add(name, read(name, rows));
            rows = [];
        }

        await foreach (var row in table.QueryAsync<TableEntity>(filter, null, columns, cancellationToken))
        {
            if (rows.Count > 0 && rows[0].PartitionKey != row.PartitionKey)
            {
                Take();
            }

            rows.Add(row);
        }

        if (rows.Count > 0)
        {
            Take();
        }

        return found;
    }

    private static string Of(string first, string toRow)
    {
        var (from, to) = LedgerKey.EndsOf(first);
        return TableClient.CreateQueryFilter($"PartitionKey ge {from} and PartitionKey lt {to} and RowKey ge {LedgerRows.Head} and RowKey lt {toRow}");
    }
}
