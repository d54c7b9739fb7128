using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using DtPipeline.Progress;

namespace DtPipeline.Core.Tests.Answers.Models;

/// <summary>JSON Schema of a record as the pipeline writes it: camel case, nothing that is null, nothing that is not declared; described by its docstrings.</summary>
internal static partial class SchemaOf
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        NumberHandling = JsonNumberHandling.Strict,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
    };

    private static readonly Dictionary<string, XElement> Docs = ReadDocs();

    public static bool HasDescriptions => Docs.Count > 0;

    public static JsonObject Model(string name, Type type)
    {
        var exporter = new JsonSchemaExporterOptions { TreatNullObliviousAsNonNullable = true, TransformSchemaNode = Transform };
        var schema = Options.GetJsonSchemaAsNode(type, exporter).AsObject();
        schema.Insert(0, "$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.Insert(1, "title", name);
        return schema;
    }

    public static JsonNode WithoutDescriptions(JsonNode node)
    {
        if (node is JsonObject known)
        {
            // A property of that name is an object and no text.
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

        WithoutNull(schema);
        if (DescriptionOf(context) is { Length: > 0 } description)
        {
            schema.Insert(0, "description", description);
        }

        return schema;
    }

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

    /// <summary>Of the property or the parameter that it is set by; of a whole model, of its type.</summary>
    private static string? DescriptionOf(JsonSchemaExporterContext context)
    {
        if (context.PropertyInfo is not { AttributeProvider: PropertyInfo { DeclaringType: { } declaring } property })
        {
            return context.Path.IsEmpty ? Text(Docs.GetValueOrDefault($"T:{context.TypeInfo.Type.FullName}")?.Element("summary")) : null;
        }

        return Text(Docs.GetValueOrDefault($"P:{declaring.FullName}.{property.Name}")?.Element("summary"))
            ?? Text(Docs.GetValueOrDefault($"T:{declaring.FullName}")?.Elements("param").FirstOrDefault(p => (string?)p.Attribute("name") == property.Name));
    }

    private static string? Text(XElement? element)
    {
        if (element is null)
        {
            return null;
        }

        var words = element.Nodes().Select(n => n switch
        {
            XElement e when e.Attribute("cref") is { } cref => CrefName().Match(cref.Value).Value,
            XElement e when e.Attribute("name") is { } name => char.ToLowerInvariant(name.Value[0]) + name.Value[1..],
            XElement e => e.Value,
            _ => n.ToString(),
        });
        return Spaces().Replace(string.Concat(words), " ").Trim();
    }

    private static Dictionary<string, XElement> ReadDocs()
    {
        var path = Path.ChangeExtension(typeof(PeriodSummary).Assembly.Location, ".xml");
        return File.Exists(path)
            ? XDocument.Load(path).Descendants("member").ToDictionary(m => (string)m.Attribute("name")!, StringComparer.Ordinal)
            : [];
    }

    [GeneratedRegex(@"[^.:]+$")]
    private static partial Regex CrefName();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
