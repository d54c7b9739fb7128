using Azure.Data.Tables;

namespace DtPipeline.Azure.Storage;

internal static class TableRows
{
    public static async Task<List<TableEntity>> ReadAllAsync(this TableClient table, string filter, CancellationToken cancellationToken)
    {
        var rows = new List<TableEntity>();
        await foreach (var row in table.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken))
        {
            rows.Add(row);
        }

        return rows;
    }

    /// <summary>A table knows no null: what has no value is not there.</summary>
    public static void Put(this TableEntity row, string property, object? value)
    {
        if (value is not null)
        {
            row[property] = value;
        }
    }

    /// <summary>Whether writing a row would change anything: what storage itself keeps beside it does not count.</summary>
    public static bool DiffersFrom(this TableEntity row, TableEntity stored) =>
        stored.Keys.Union(row.Keys).Any(key => key is not ("odata.etag" or "Timestamp") && !Equals(Property(stored, key), Property(row, key)));

    private static object? Property(TableEntity row, string key) => row.TryGetValue(key, out var value) ? value : null;
}
