using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using DtPipeline.Core.Tests.Answers.Models;
using Microsoft.Azure.Functions.Worker;

namespace DtPipeline.Web.Tests.Api;

/// <summary><c>docs/openapi.json</c> against the functions and the records in code.</summary>
public sealed class DescriptionTests
{
    private static readonly JsonSerializerOptions Written = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly string[] Kinds = ["headers", "parameters", "responses", "schemas"];

    private readonly ApiDescription description = new();

    [Fact]
    public void EveryRouteIsDescribedAndEveryDescribedRouteIsThere()
    {
        var routes = from method in typeof(Functions.Reports).Assembly.GetTypes().SelectMany(t => t.GetMethods())
                     from parameter in method.GetParameters()
                     let trigger = parameter.GetCustomAttribute<HttpTriggerAttribute>()
                     where trigger?.Route?.StartsWith("api/", StringComparison.Ordinal) == true
                     from verb in trigger.Methods!
                     select $"{verb} /{trigger.Route!.Replace("{*", "{", StringComparison.Ordinal)}";

        Assert.Equal(routes.Order(StringComparer.Ordinal), description.Operations.Select(o => $"{o.Method} {o.Path}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void EveryOperationHasANameOfItsOwnAndItsPathParameters()
    {
        Assert.Equal(description.Operations.Count, description.Operations.Select(o => o.Id).Distinct().Count());
        Assert.All(description.Operations, o => Assert.Equal(
            o.Path.Split('/').Where(p => p.StartsWith('{')).Select(p => p[1..^1]).Order(StringComparer.Ordinal),
            (o.Node["parameters"]?.AsArray() ?? []).Select(p => description.Resolved(p!)).Where(p => (string)p["in"]! == "path").Select(p => (string)p["name"]!).Order(StringComparer.Ordinal)));
    }

    [Fact]
    public void EverythingThatIsReferredToIsThereAndNothingElse() => Assert.Equal(
        description.References.Order(StringComparer.Ordinal),
        Kinds
            .SelectMany(kind => description.Root["components"]![kind]!.AsObject().Select(c => $"{kind}/{c.Key}"))
            .Order(StringComparer.Ordinal));

    /// <summary><c>DTP_ACCEPT=1</c> writes the components of records anew; paths and what no record says are written by hand.</summary>
    [Fact]
    public void TheComponentsSayWhatTheRecordsSay()
    {
        var components = description.Root["components"]!;
        var names = Referenced(description.Root["paths"]!).Concat(Referenced(components["responses"]!)).Distinct();
        var schemas = RecordSchemas.Of(names);
        var byHand = components["schemas"]!.AsObject().Where(s => s.Key == "ProblemDetails").Select(s => KeyValuePair.Create(s.Key, s.Value!.DeepClone()));
        var whole = new JsonObject(schemas.Concat(byHand).OrderBy(s => s.Key, StringComparer.Ordinal).Select(s => KeyValuePair.Create(s.Key, (JsonNode?)s.Value)));
        if (Environment.GetEnvironmentVariable("DTP_ACCEPT") == "1")
        {
            Assert.True(RecordSchemas.HasDescriptions, "Build with the documentation file first: the descriptions come from it.");
            components["schemas"] = whole.DeepClone();
            File.WriteAllText(ApiDescription.File, description.Root.ToJsonString(Written) + "\n");
        }

        Assert.Equal(Said(whole), Said(components["schemas"]!));
    }

    [Fact]
    public void PathsStandInTheirOrderSoThatTwoWhoAddOneMerge() =>
        Assert.Equal(description.Operations.Select(o => o.Path).Distinct().Order(StringComparer.Ordinal), description.Operations.Select(o => o.Path).Distinct());

    private static IEnumerable<string> Referenced(JsonNode node) => node switch
    {
        JsonObject known => known.SelectMany(p => p is { Key: "$ref", Value: { } reference } && reference.GetValue<string>().Split('/') is [.., "schemas", var name] ? [name] : Referenced(p.Value ?? new JsonObject())),
        JsonArray all => all.SelectMany(n => Referenced(n ?? new JsonObject())),
        _ => [],
    };

    private static string Said(JsonNode schemas) => (RecordSchemas.HasDescriptions ? schemas : SchemaText.WithoutDescriptions(schemas.DeepClone())).ToJsonString(Written);
}
