using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using DtPipeline.Progress;

namespace DtPipeline.Core.Tests.Answers.Models;

/// <summary>JSON Schema of a record as the pipeline writes it: camel case, nothing that is null, nothing that is not declared; described by its docstrings.</summary>
internal static class SchemaOf
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        NumberHandling = JsonNumberHandling.Strict,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
    };

    private static readonly SchemaText Words = new(typeof(PeriodSummary).Assembly);

    public static bool HasDescriptions => Words.HasDescriptions;

    public static JsonObject Model(string name, Type type)
    {
        var exporter = new JsonSchemaExporterOptions { TreatNullObliviousAsNonNullable = true, TransformSchemaNode = Transform };
        var schema = Options.GetJsonSchemaAsNode(type, exporter).AsObject();
        schema.Insert(0, "$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.Insert(1, "title", name);
        return schema;
    }

    private static JsonNode Transform(JsonSchemaExporterContext context, JsonNode node)
    {
        if (node is not JsonObject schema)
        {
            return node;
        }

        if (schema["properties"] is JsonObject properties)
        {
            var nullability = new NullabilityInfoContext();
            schema["additionalProperties"] = false;
            schema["required"] = new JsonArray([.. context.TypeInfo.Properties
                .Where(p => p.AttributeProvider is PropertyInfo property && nullability.Create(property).ReadState == NullabilityState.NotNull && properties.ContainsKey(p.Name))
                .Select(p => (JsonNode)p.Name)]);
        }

        SchemaText.WithoutNull(schema);
        if (Words.DescriptionOf(context) is { Length: > 0 } description)
        {
            schema.Insert(0, "description", description);
        }

        return schema;
    }
}
