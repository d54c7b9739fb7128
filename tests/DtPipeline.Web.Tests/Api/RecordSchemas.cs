using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using DtPipeline.Azure.Storage;
using DtPipeline.Progress;

namespace DtPipeline.Web.Tests.Api;

/// <summary>The records that the API answers with, as components of its description: each a schema of its own, described by its docstrings.</summary>
internal static partial class RecordSchemas
{
    private static readonly Assembly[] Ours = [typeof(PeriodSummary).Assembly, typeof(StorageAccount).Assembly];

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        NumberHandling = JsonNumberHandling.Strict,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
    };

    private static readonly Dictionary<string, XElement> Docs = Ours
        .Select(a => Path.ChangeExtension(a.Location, ".xml"))
        .Where(File.Exists)
        .SelectMany(f => XDocument.Load(f).Descendants("member"))
        .ToDictionary(m => (string)m.Attribute("name")!, StringComparer.Ordinal);

    public static bool HasDescriptions => Docs.Count > 0;

    /// <summary>Those of the named records and of all that they hold; a name that no record has is left out.</summary>
    public static SortedDictionary<string, JsonNode> Of(IEnumerable<string> names)
    {
        var schemas = new SortedDictionary<string, JsonNode>(StringComparer.Ordinal);
        var open = new Queue<Type>(names.Select(Named).OfType<Type>());
        while (open.TryDequeue(out var type))
        {
            if (!schemas.ContainsKey(type.Name))
            {
                schemas[type.Name] = Options.GetJsonSchemaAsNode(
                    type, new JsonSchemaExporterOptions { TreatNullObliviousAsNonNullable = true, TransformSchemaNode = (context, node) => Transform(context, node, open.Enqueue) });
            }
        }

        return schemas;
    }

    public static JsonNode WithoutDescriptions(JsonNode node)
    {
        if (node is JsonObject known)
        {
            if (known["description"] is JsonValue)
            {
                known.Remove("description");
            }

            known.ToList().ForEach(p => WithoutDescriptions(p.Value ?? new JsonObject()));
        }
        else if (node is JsonArray all)
        {
            all.ToList().ForEach(n => WithoutDescriptions(n ?? new JsonObject()));
        }

        return node;
    }

    private static Type? Named(string name) => Ours.SelectMany(a => a.GetTypes()).SingleOrDefault(t => t.Name == name && !t.IsNested && IsRecord(t));

    private static bool IsRecord(Type type) => Ours.Contains(type.Assembly) && !type.IsEnum && !type.IsGenericType && type.GetMethod("<Clone>$") is not null;

    private static JsonNode Transform(JsonSchemaExporterContext context, JsonNode node, Action<Type> found)
    {
        if (node is not JsonObject schema)
        {
            return node;
        }

        var isNullable = context.PropertyInfo is { } property && IsAlwaysWritten(property);
        if (!context.Path.IsEmpty && IsRecord(context.TypeInfo.Type))
        {
            found(context.TypeInfo.Type);
            schema = new JsonObject { ["$ref"] = $"#/components/schemas/{context.TypeInfo.Type.Name}" };
        }
        else if (schema["properties"] is JsonObject properties)
        {
            schema["additionalProperties"] = false;
            schema["required"] = new JsonArray([.. context.TypeInfo.Properties.Where(p => properties.ContainsKey(p.Name) && (IsAlwaysWritten(p) || IsNeverNull(p))).Select(p => (JsonNode)p.Name)]);
        }

        if (!isNullable)
        {
            WithoutNull(schema);
        }

        if (DescriptionOf(context) is { Length: > 0 } description)
        {
            schema.Insert(0, "description", description);
        }

        return schema;
    }

    private static bool IsAlwaysWritten(JsonPropertyInfo property) =>
        property.AttributeProvider?.GetCustomAttributes(typeof(JsonIgnoreAttribute), inherit: true).OfType<JsonIgnoreAttribute>().Any(a => a.Condition == JsonIgnoreCondition.Never) == true;

    private static bool IsNeverNull(JsonPropertyInfo property) =>
        property.AttributeProvider is PropertyInfo declared && new NullabilityInfoContext().Create(declared).ReadState == NullabilityState.NotNull;

    private static void WithoutNull(JsonObject schema)
    {
        if (schema["type"] is JsonArray types)
        {
            schema["type"] = types.Select(t => t!.GetValue<string>()).Single(t => t != "null");
        }

        if (schema["enum"] is JsonArray names)
        {
            schema["enum"] = new JsonArray([.. names.Where(n => n is not null).Select(n => n!.DeepClone())]);
            schema["type"] = "string";
        }
    }

    /// <summary>Of the property or the parameter that it is set by; of a whole record, of its type.</summary>
    private static string? DescriptionOf(JsonSchemaExporterContext context) => context.PropertyInfo is { AttributeProvider: PropertyInfo { DeclaringType: { } declaring } property }
        ? Text(Docs.GetValueOrDefault($"P:{declaring.FullName}.{property.Name}")?.Element("summary"))
            ?? Text(Docs.GetValueOrDefault($"T:{declaring.FullName}")?.Elements("param").FirstOrDefault(p => (string?)p.Attribute("name") == property.Name))
        : context.Path.IsEmpty ? Text(Docs.GetValueOrDefault($"T:{context.TypeInfo.Type.FullName}")?.Element("summary"))
        : null;

    private static string? Text(XElement? element) => element is null ? null : Spaces().Replace(
        string.Concat(element.Nodes().Select(n => n switch
        {
            XElement e when e.Attribute("cref") is { } cref => CrefName().Match(cref.Value).Value,
            XElement e when e.Attribute("name") is { } name => char.ToLowerInvariant(name.Value[0]) + name.Value[1..],
            XElement e => e.Value,
            _ => n.ToString(),
        })),
        " ").Trim();

    [GeneratedRegex(@"[^.:]+$")]
    private static partial Regex CrefName();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
