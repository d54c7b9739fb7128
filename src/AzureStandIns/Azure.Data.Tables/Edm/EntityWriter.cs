using System.Text.Json;

namespace Azure.Data.Tables.Edm;

/// <summary>
/// Writes an entity as the service's JSON. Every type that JSON cannot tell by itself is annotated: without it,
/// 36.0 would be stored as Edm.Int32 and an Edm.Int64 would lose digits. A null property is left out, as the service stores none.
/// </summary>
internal static class EntityWriter
{
    public static byte[] Write(ITableEntity entity)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            foreach (var (name, value) in EntityProperties.Of(entity))
            {
                if (value is not null && name != SystemProperty.Timestamp && name != SystemProperty.ETag)
                {
                    WriteProperty(json, name, value);
                }
            }

            json.WriteEndObject();
        }

        return buffer.ToArray();
    }

    private static void WriteProperty(Utf8JsonWriter json, string name, object value)
    {
        switch (value)
        {
            case string text:
                json.WriteString(name, text);
                break;
            case bool truth:
                json.WriteBoolean(name, truth);
                break;
            case int number:
                json.WriteNumber(name, number);
                break;
            case long number:
                WriteAnnotated(json, name, "Edm.Int64", EdmText.Of(number));
                break;
            case double number when double.IsFinite(number):
                json.WriteString(name + SystemProperty.TypeSuffix, "Edm.Double");
                json.WriteNumber(name, number);
                break;
            case double number:
                WriteAnnotated(json, name, "Edm.Double", EdmText.Of(number));
                break;
            case Guid guid:
                WriteAnnotated(json, name, "Edm.Guid", guid.ToString());
                break;
            case DateTimeOffset time:
                WriteAnnotated(json, name, "Edm.DateTime", EdmText.Of(time));
                break;
            case DateTime time:
                WriteAnnotated(json, name, "Edm.DateTime", EdmText.Of(Utc(name, time)));
                break;
            case byte[] bytes:
                WriteAnnotated(json, name, "Edm.Binary", Convert.ToBase64String(bytes));
                break;
            case BinaryData data:
                WriteAnnotated(json, name, "Edm.Binary", Convert.ToBase64String(data.ToMemory().Span));
                break;
            default:
                throw new NotSupportedException($"Property {name} is {value.GetType()}, which the Table service does not store.");
        }
    }

    private static void WriteAnnotated(Utf8JsonWriter json, string name, string type, string value)
    {
        json.WriteString(name + SystemProperty.TypeSuffix, type);
        json.WriteString(name, value);
    }

    private static DateTimeOffset Utc(string name, DateTime time)
        => time.Kind == DateTimeKind.Utc
            ? new DateTimeOffset(time)
            : throw new NotSupportedException($"Property {name} is a DateTime of kind {time.Kind}; the Table service stores UTC only.");
}
