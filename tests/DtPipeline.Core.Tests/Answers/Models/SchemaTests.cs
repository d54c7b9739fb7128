using System.Text.Json;
using System.Text.Json.Nodes;
using DtPipeline.Answers.Models;
using DtPipeline.Progress;

namespace DtPipeline.Core.Tests.Answers.Models;

/// <summary>The schemas in <c>docs/schemas</c> say what the records of the read models say; <c>DTP_ACCEPT=1</c> writes them anew.</summary>
public sealed class SchemaTests
{
    private static readonly JsonSerializerOptions Written = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static TheoryData<string> Names => [.. Models.Keys];

    private static readonly Dictionary<string, Type> Models = new(StringComparer.Ordinal)
    {
        ["period"] = typeof(PeriodSummary),
        ["organisation"] = typeof(OrganisationHistory),
        ["indicator"] = typeof(IndicatorModel),
        ["indicators"] = typeof(IndicatorIndex),
        ["form"] = typeof(FormModel),
        ["compliance"] = typeof(ComplianceIndex),
        ["periods"] = typeof(PeriodIndex),
        ["alerts"] = typeof(AlertList),
        ["arrivals"] = typeof(ArrivalList),
        ["tasks"] = typeof(TaskList),
    };

    [Theory]
    [MemberData(nameof(Names))]
    public void ASchemaDeclaresEveryPropertyOfItsModelAndNoOther(string name)
    {
        var path = Path.Combine(Repository.Root, "docs", "schemas", $"{name}.schema.json");
        var schema = SchemaOf.Model(name, Models[name]);
        if (Environment.GetEnvironmentVariable("DTP_ACCEPT") == "1")
        {
            Assert.True(SchemaOf.HasDescriptions, "Build with the documentation file first: the descriptions come from it.");
            File.WriteAllText(path, schema.ToJsonString(Written) + "\n");
        }

        var kept = JsonNode.Parse(File.ReadAllText(path))!;
        Assert.Equal(Said(schema), Said(kept));
    }

    /// <summary>Without the descriptions where the build has left no documentation file to take them from.</summary>
    private static string Said(JsonNode schema) => (SchemaOf.HasDescriptions ? schema : SchemaText.WithoutDescriptions(schema.DeepClone())).ToJsonString(Written);
}
