#nullable disable annotations
namespace Azure.Data.Tables;

/// <remarks>
/// The keys, the timestamp and the ETag (as <c>odata.etag</c>) are entries like any other, so enumerating an entity yields them too.
/// A getter returns null for an absent property and throws <see cref="InvalidOperationException"/> for one of another type.
/// </remarks>
public sealed partial class TableEntity : ITableEntity
{
    private readonly Dictionary<string, object> _properties;

    public TableEntity()
        => _properties = [];

    public TableEntity(string partitionKey, string rowKey)
        : this()
    {
        PartitionKey = partitionKey;
        RowKey = rowKey;
    }

    public TableEntity(IDictionary<string, object> values)
        => _properties = values is null ? [] : new(values);

    public string PartitionKey
    {
        get => GetString(nameof(PartitionKey));
        set => _properties[nameof(PartitionKey)] = value;
    }

    public string RowKey
    {
        get => GetString(nameof(RowKey));
        set => _properties[nameof(RowKey)] = value;
    }

    public DateTimeOffset? Timestamp
    {
        get => GetDateTimeOffset(nameof(Timestamp));
        set => _properties[nameof(Timestamp)] = value;
    }

    public ETag ETag
    {
        get => GetString(Edm.SystemProperty.ETag) is { } etag ? new ETag(etag) : default;
        set => _properties[Edm.SystemProperty.ETag] = value.ToString();
    }

    public string GetString(string key) => Find(key) is { } value ? As<string>(key, value) : null;

    public bool? GetBoolean(string key) => Find(key) is { } value ? As<bool>(key, value) : null;

    public int? GetInt32(string key) => Find(key) is { } value ? As<int>(key, value) : null;

    public long? GetInt64(string key) => Find(key) is { } value ? As<long>(key, value) : null;

    public double? GetDouble(string key) => Find(key) is { } value ? As<double>(key, value) : null;

    public Guid? GetGuid(string key) => Find(key) is { } value ? As<Guid>(key, value) : null;

    public DateTimeOffset? GetDateTimeOffset(string key) => Find(key) switch
    {
        null => null,
        DateTime time => new DateTimeOffset(time),
        var value => As<DateTimeOffset>(key, value),
    };

    public DateTime? GetDateTime(string key) => Find(key) switch
    {
        null => null,
        DateTimeOffset time => time.UtcDateTime,
        var value => As<DateTime>(key, value),
    };

    public byte[] GetBinary(string key) => Find(key) is { } value ? As<byte[]>(key, value) : null;

    public BinaryData GetBinaryData(string key) => Find(key) switch
    {
        null => null,
        byte[] bytes => BinaryData.FromBytes(bytes),
        var value => As<BinaryData>(key, value),
    };

    private object Find(string key)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        return _properties.GetValueOrDefault(key);
    }

    private static T As<T>(string key, object value)
        => value is T typed
            ? typed
            : throw new InvalidOperationException($"Cannot return {typeof(T)} for property {key}, which is {value.GetType()}.");
}
