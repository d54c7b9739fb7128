#nullable disable annotations // as the published package: its public types say nothing about null
namespace Azure.Data.Tables;

public interface ITableEntity
{
    public string PartitionKey { get; set; }

    public string RowKey { get; set; }

    public DateTimeOffset? Timestamp { get; set; }

    public ETag ETag { get; set; }
}
