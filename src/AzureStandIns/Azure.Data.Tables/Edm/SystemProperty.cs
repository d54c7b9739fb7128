namespace Azure.Data.Tables.Edm;

internal static class SystemProperty
{
    public const string PartitionKey = "PartitionKey";
    public const string RowKey = "RowKey";
    public const string Timestamp = "Timestamp";
    public const string ETag = "odata.etag";
    public const string TypeSuffix = "@odata.type";

    /// <summary>Whether the service speaks of the entity with this name, rather than storing it: metadata, links, the ETag.</summary>
    public static bool IsAnnotation(string name)
        => name.StartsWith("odata.", StringComparison.Ordinal) || name.Contains('@', StringComparison.Ordinal);
}
