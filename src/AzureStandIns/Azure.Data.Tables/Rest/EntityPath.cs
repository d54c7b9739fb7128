namespace Azure.Data.Tables.Rest;

internal static class EntityPath
{
    /// <summary><c>table(PartitionKey='…',RowKey='…')</c>: quotes doubled for OData, then everything escaped for the address.</summary>
    public static string Of(string table, string partitionKey, string rowKey)
        => $"{table}(PartitionKey='{Escape(partitionKey)}',RowKey='{Escape(rowKey)}')";

    private static string Escape(string key) => Uri.EscapeDataString(key.Replace("'", "''", StringComparison.Ordinal));
}
