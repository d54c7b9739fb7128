using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using DtPipeline.Azure.Storage;
using DtPipeline.Core.Tests.Answers.Models;
using DtPipeline.Progress;

namespace DtPipeline.Web.Tests.Api;

/// <summary>The records that the API answers with, as components of its description: each a schema of its own, described by its docstrings.</summary>
internal static class RecordSchemas
{
    private static readonly Assembly[] Ours = [typeof(PeriodSummary).Assembly, typeof(StorageAccount).Assembly];

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        NumberHandling = JsonNumberHandling.Strict,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
    };

    private static readonly SchemaText Words = new(Ours);

    public static bool HasDescriptions => Words.HasDescriptions;

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
            SchemaText.WithoutNull(schema);
        }

        if (Words.DescriptionOf(context) is { Length: > 0 } description)
        {
            schema.Insert(0, "description", description);
        }

        return schema;
    }

    private static bool IsAlwaysWritten(JsonPropertyInfo property) =>
        property.AttributeProvider?.GetCustomAttributes(typeof(JsonIgnoreAttribute), inherit: true).OfType<JsonIgnoreAttribute>().Any(a => a.Condition == JsonIgnoreCondition.Never) == true;

    private static bool IsNeverNull(JsonPropertyInfo property) =>
        property.AttributeProvider is PropertyInfo declared && new NullabilityInfoContext().Create(declared).ReadState == NullabilityState.NotNull;
}
