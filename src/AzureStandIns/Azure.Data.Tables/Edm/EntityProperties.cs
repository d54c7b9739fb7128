using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.Serialization;

namespace Azure.Data.Tables.Edm;

/// <summary>
/// Sees an entity as names and values: a <see cref="TableEntity"/> is that already, any other type by its public
/// properties (one without a setter is written, and not read back).
/// </summary>
internal static class EntityProperties
{
    private static readonly ConcurrentDictionary<Type, PropertyInfo[]> _known = new();

    public static IEnumerable<KeyValuePair<string, object?>> Of(ITableEntity entity) => entity switch
    {
        TableEntity table => table!,
        _ => OfObject(entity),
    };

    public static T To<T>(Dictionary<string, object?> values)
        where T : class, ITableEntity
    {
        if (typeof(T) == typeof(TableEntity))
        {
            return (T)(ITableEntity)new TableEntity(values!);
        }

        var entity = Activator.CreateInstance<T>();
        foreach (var property in Known(typeof(T)))
        {
            if (property.SetMethod is { IsPublic: true }
                && values.GetValueOrDefault(property.Name) is { } value
                && PropertyValue.TryFit(value, property.PropertyType, out var fitted))
            {
                property.SetValue(entity, fitted);
            }
        }

        SetSystemProperties(entity, values);
        return entity;
    }

    private static IEnumerable<KeyValuePair<string, object?>> OfObject(ITableEntity entity)
    {
        yield return new(SystemProperty.PartitionKey, entity.PartitionKey);
        yield return new(SystemProperty.RowKey, entity.RowKey);
        foreach (var property in Known(entity.GetType()))
        {
            var value = property.GetValue(entity);
            yield return new(property.Name, value is Enum ? value.ToString() : value);
        }
    }

    private static void SetSystemProperties(ITableEntity entity, Dictionary<string, object?> values)
    {
        if (values.GetValueOrDefault(SystemProperty.PartitionKey) is string partitionKey)
        {
            entity.PartitionKey = partitionKey;
        }

        if (values.GetValueOrDefault(SystemProperty.RowKey) is string rowKey)
        {
            entity.RowKey = rowKey;
        }

        if (values.GetValueOrDefault(SystemProperty.Timestamp) is DateTimeOffset timestamp)
        {
            entity.Timestamp = timestamp;
        }

        if (values.GetValueOrDefault(SystemProperty.ETag) is string etag)
        {
            entity.ETag = new ETag(etag);
        }
    }

    private static PropertyInfo[] Known(Type type)
        => _known.GetOrAdd(type, static type =>
        [
            .. type.GetProperties(BindingFlags.Instance | BindingFlags.Public).Where(property =>
                property.GetMethod is { IsPublic: true }
                && property.GetIndexParameters().Length == 0
                && !property.IsDefined(typeof(IgnoreDataMemberAttribute))
                && property.Name is not (SystemProperty.PartitionKey or SystemProperty.RowKey
                    or SystemProperty.Timestamp or nameof(ITableEntity.ETag))),
        ]);
}
