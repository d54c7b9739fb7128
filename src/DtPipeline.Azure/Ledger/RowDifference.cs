using Azure.Data.Tables;

namespace DtPipeline.Azure.Ledger;

internal static class RowDifference
{
    /// <summary>Whether writing a row would change anything: what storage itself keeps beside it does not count.</summary>
    public static bool DiffersFrom(this TableEntity row, TableEntity stored) =>
        stored.Keys.Union(row.Keys).Any(key => key is not ("odata.etag" or "Timestamp") && !Equals(Property(stored, key), Property(row, key)));

    private static object? Property(TableEntity row, string key) => row.TryGetValue(key, out var value) ? value : null;
}
