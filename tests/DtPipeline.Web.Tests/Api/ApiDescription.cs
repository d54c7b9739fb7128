using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using DtPipeline.Pipeline.Tests.Support;
using Json.Schema;

namespace DtPipeline.Web.Tests.Api;

/// <summary><c>docs/openapi.json</c> as it stands in the repository.</summary>
internal sealed partial class ApiDescription
{
    private static readonly string[] Methods = ["get", "post", "put"];
    private readonly Dictionary<string, JsonSchema> schemas = [];

    public static string File { get; } = Path.Combine(Repository.Root, "docs", "openapi.json");

    public JsonObject Root { get; } = JsonNode.Parse(System.IO.File.ReadAllText(File))!.AsObject();

    public IReadOnlyList<ApiOperation> Operations =>
    [
        .. Root["paths"]!.AsObject().SelectMany(p => p.Value!.AsObject().Where(m => Methods.Contains(m.Key)).Select(m => new ApiOperation(m.Key, p.Key, m.Value!.AsObject()))),
    ];

    public ApiOperation Operation(string id) => Operations.Single(o => o.Id == id);

    /// <summary>What an answer has that the document does not declare; empty for nothing.</summary>
    /// <param name="body">Null where it is not JSON.</param>
    public IEnumerable<string> Undeclared(ApiOperation operation, int status, string? mediaType, JsonNode? body)
    {
        if (operation.Node["responses"]![$"{status}"] is not { } said)
        {
            return [$"{operation.Id}: status {status} is not declared"];
        }

        var content = Resolved(said)["content"]?.AsObject();
        return content is null || mediaType is null ? (content is null) == (mediaType is null) ? [] : [$"{operation.Id} {status}: content {mediaType} is not as declared"]
            : content[mediaType] is not { } media ? [$"{operation.Id} {status}: media type {mediaType} is not declared"]
            : body is null || media["schema"] is not { } schema ? []
            : Against(schema, body).Select(e => $"{operation.Id} {status}: {e}");
    }

    /// <summary>What <paramref name="node"/> refers to, where it does.</summary>
    public JsonNode Resolved(JsonNode node) => node["$ref"] is { } reference
        ? reference.GetValue<string>().Split('/').Skip(1).Aggregate((JsonNode)Root, (at, name) => at[name] ?? throw new InvalidOperationException($"There is no {reference}."))
        : node;

    /// <summary>Every component that is referred to.</summary>
    public IReadOnlySet<string> References => AnyReference().Matches(Root.ToJsonString()).Select(m => m.Groups[1].Value).ToHashSet(StringComparer.Ordinal);

    private IEnumerable<string> Against(JsonNode schema, JsonNode body)
    {
        var text = schema.ToJsonString();
        if (!schemas.TryGetValue(text, out var known))
        {
            // A validator knows where definitions are, and not where OpenAPI keeps them.
            var whole = new JsonObject { ["allOf"] = new JsonArray(JsonNode.Parse(text)), ["$defs"] = Root["components"]!["schemas"]!.DeepClone() };
            schemas[text] = known = JsonSchema.FromText(whole.ToJsonString().Replace("#/components/schemas/", "#/$defs/", StringComparison.Ordinal));
        }

        var results = known.Evaluate(body, new EvaluationOptions { OutputFormat = OutputFormat.List });
        return results.IsValid ? [] : results.Details.Where(d => d.HasErrors).Select(d => $"{d.InstanceLocation} {string.Join("; ", d.Errors!.Select(e => $"{e.Key}: {e.Value}"))}").Take(3);
    }

    [GeneratedRegex("\"#/components/([a-z]+/[A-Za-z-]+)\"", RegexOptions.IgnoreCase)]
    private static partial Regex AnyReference();
}

/// <param name="Path">As the document has it, such as <c>/api/v1/periods/{period}</c>.</param>
internal sealed record ApiOperation(string Method, string Path, JsonObject Node)
{
    public string Id => Node["operationId"]!.GetValue<string>();
}
