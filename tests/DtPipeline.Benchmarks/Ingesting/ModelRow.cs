using Azure.Data.Tables;

namespace DtPipeline.Benchmarks.Ingesting;

/// <summary>Rows that the pipeline has written, to be written once more under other keys.</summary>
internal static class ModelRow
{
    public static TableEntity Copy(TableEntity row, string partition, string key)
    {
        var copy = new TableEntity(partition, key);
        foreach (var (name, value) in row.Where(f => f.Key is not ("PartitionKey" or "RowKey" or "Timestamp" or "odata.etag")))
        {
            copy[name] = value;
        }

        return copy;
    }
}
