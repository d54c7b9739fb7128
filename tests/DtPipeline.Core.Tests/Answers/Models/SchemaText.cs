using System.Reflection;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace DtPipeline.Core.Tests.Answers.Models;

/// <summary>What a schema says of records in words, by the docstrings of their assemblies, and what it never says.</summary>
internal sealed partial class SchemaText(params IEnumerable<Assembly> assemblies)
{
    private readonly Dictionary<string, XElement> docs = assemblies
        .Select(a => Path.ChangeExtension(a.Location, ".xml"))
        .Where(File.Exists)
        .SelectMany(f => XDocument.Load(f).Descendants("member"))
        .ToDictionary(m => (string)m.Attribute("name")!, StringComparer.Ordinal);

    public bool HasDescriptions => docs.Count > 0;

    /// <summary>Of the property or the parameter that it is set by; of a whole record, of its type.</summary>
    public string? DescriptionOf(JsonSchemaExporterContext context) => context.PropertyInfo is { AttributeProvider: PropertyInfo { DeclaringType: { } declaring } property }
        ? Text(docs.GetValueOrDefault($"P:{declaring.FullName}.{property.Name}")?.Element("summary"))
            ?? Text(docs.GetValueOrDefault($"T:{declaring.FullName}")?.Elements("param").FirstOrDefault(p => (string?)p.Attribute("name") == property.Name))
        : context.Path.IsEmpty ? Text(docs.GetValueOrDefault($"T:{context.TypeInfo.Type.FullName}")?.Element("summary"))
        : null;

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

    /// <summary>What is null is not written.</summary>
    public static void WithoutNull(JsonObject schema)
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
