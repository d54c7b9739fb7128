using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Azure.Data.Tables;

namespace DtPipeline.Azure.Moving;

/// <summary>A table's row as one line of JSON, with types named as OData names them wherever JSON alone would lose them.</summary>
internal static class ExportedRow
{
    private const string TypeSuffix = "@odata.type";
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly HashSet<string> OfTheService = new(["Timestamp", "odata.etag"], StringComparer.Ordinal);

    public static string Write(TableEntity row)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Readable))
        {
            json.WriteStartObject();
            json.WriteString(nameof(row.PartitionKey), row.PartitionKey);
            json.WriteString(nameof(row.RowKey), row.RowKey);
            foreach (var name in row.Keys.Where(k => k is not (nameof(row.PartitionKey) or nameof(row.RowKey)) && !OfTheService.Contains(k)).Order(StringComparer.Ordinal))
            {
                Write(json, name, row[name]);
            }

            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.ToArray());
    }

    /// <exception cref="JsonException">The line is no row.</exception>
    public static TableEntity Read(string line)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            var json = document.RootElement;
            var row = new TableEntity(json.GetProperty("PartitionKey").GetString(), json.GetProperty("RowKey").GetString());
            foreach (var member in json.EnumerateObject().Where(m => !m.Name.EndsWith(TypeSuffix, StringComparison.Ordinal)))
            {
                row[member.Name] = Value(member.Value, json.TryGetProperty(member.Name + TypeSuffix, out var type) ? type.GetString() : null);
            }

            return row;
        }
        catch (Exception e) when (e is InvalidOperationException or FormatException or KeyNotFoundException)
        {
            throw new JsonException("The line is no row of a table.", e);
        }
    }

    private static void Write(Utf8JsonWriter json, string name, object? value)
    {
        switch (value)
        {
            case null:
                break;
            case string text:
                json.WriteString(name, text);
                break;
            case bool truth:
                json.WriteBoolean(name, truth);
                break;
            case int number:
                json.WriteNumber(name, number);
                break;
            case double number when double.IsFinite(number):
                json.WriteString(name + TypeSuffix, "Edm.Double");
                json.WriteNumber(name, number);
                break;
            default:
                var (type, spelled) = Spell(value);
                json.WriteString(name + TypeSuffix, type);
                json.WriteString(name, spelled);
                break;
        }
    }

    private static (string Type, string Text) Spell(object value) => value switch
    {
        double number => ("Edm.Double", number.ToString(CultureInfo.InvariantCulture)),
        long number => ("Edm.Int64", number.ToString(CultureInfo.InvariantCulture)),
        DateTimeOffset time => ("Edm.DateTime", time.UtcDateTime.ToString("O", CultureInfo.InvariantCulture)),
        DateTime time => ("Edm.DateTime", time.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture)),
        Guid guid => ("Edm.Guid", guid.ToString()),
        byte[] bytes => ("Edm.Binary", Convert.ToBase64String(bytes)),
        BinaryData data => ("Edm.Binary", Convert.ToBase64String(data.ToMemory().Span)),
        _ => throw new NotSupportedException($"A table holds no {value.GetType()}."),
    };

    private static object Value(JsonElement value, string? type) => (value.ValueKind, type) switch
    {
        (JsonValueKind.True or JsonValueKind.False, _) => value.GetBoolean(),
        (JsonValueKind.Number, "Edm.Double") => value.GetDouble(),
        (JsonValueKind.Number, _) => value.GetInt32(),
        (_, "Edm.Double") => double.Parse(value.GetString()!, CultureInfo.InvariantCulture),
        (_, "Edm.Int64") => long.Parse(value.GetString()!, CultureInfo.InvariantCulture),
        (_, "Edm.DateTime") => DateTimeOffset.ParseExact(value.GetString()!, "O", CultureInfo.InvariantCulture),
        (_, "Edm.Guid") => value.GetGuid(),
        (_, "Edm.Binary") => value.GetBytesFromBase64(),
        _ => value.GetString()!,
    };
}
