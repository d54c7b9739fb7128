using System.Globalization;
using System.Text.Json;

namespace Azure.Data.Tables.Edm;

/// <summary>Reads the service's JSON (odata=minimalmetadata: annotated wherever JSON alone is ambiguous) into .NET values.</summary>
internal static class EntityReader
{
    public static T Read<T>(JsonElement json)
        where T : class, ITableEntity
        => EntityProperties.To<T>(Properties(json));

    private static Dictionary<string, object?> Properties(JsonElement json)
    {
        var types = json.EnumerateObject()
            .Where(member => member.Name.EndsWith(SystemProperty.TypeSuffix, StringComparison.Ordinal))
            .ToDictionary(member => member.Name[..^SystemProperty.TypeSuffix.Length], member => member.Value.GetString());

        var properties = new Dictionary<string, object?>();
        foreach (var member in json.EnumerateObject())
        {
            if (member.Name == SystemProperty.ETag || !SystemProperty.IsAnnotation(member.Name))
            {
                properties[member.Name] = Value(member.Name, member.Value, types.GetValueOrDefault(member.Name));
            }
        }

        return properties;
    }

    private static object? Value(string name, JsonElement value, string? type) => (value.ValueKind, type) switch
    {
        (JsonValueKind.Null, _) => null,
        (JsonValueKind.True or JsonValueKind.False, _) => value.GetBoolean(),
        (JsonValueKind.Number, "Edm.Double") => value.GetDouble(),
        (JsonValueKind.Number, _) => Number(value),
        (_, "Edm.Int64") => long.Parse(value.GetString()!, CultureInfo.InvariantCulture),
        (_, "Edm.Double") => EdmText.Double(value.GetString()!),
        (_, "Edm.DateTime") => EdmText.Time(value.GetString()!),
        (_, "Edm.Guid") => value.GetGuid(),
        (_, "Edm.Binary") => value.GetBytesFromBase64(),
        _ when name == SystemProperty.Timestamp => EdmText.Time(value.GetString()!),
        _ => value.GetString(),
    };

    /// <summary>The service writes a whole double as 36.0 and an Edm.Int32 as 36: the spelling is what tells them apart.</summary>
    private static object Number(JsonElement value) => value.TryGetInt32(out var number) ? (object)number : value.GetDouble();
}
