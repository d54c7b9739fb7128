using System.Text.Json;
using DtPipeline.Pipeline.Tests.Support;

namespace DtPipeline.Infra.Tests.Compiling;

/// <summary>What infra/ would deploy, compiled once for all tests.</summary>
internal static class Deployment
{
    private static readonly string Parameters = Path.Combine(Repository.Root, "tests", "DtPipeline.Infra.Tests", "Compiling");

    private static readonly Lazy<JsonElement> OfMain = new(() => Template("main.bicep"));

    private static readonly Lazy<IReadOnlyList<DeployedResource>> OfBothSteps = new(() =>
    [
        .. Resources(BicepCompiler.Instance.Predict(Path.Combine(Parameters, "everything.bicepparam"))),
        .. Resources(BicepCompiler.Instance.Predict(Path.Combine(Parameters, "events.bicepparam"), "rg-dtpipeline-all")),
    ]);

    public static string Folder { get; } = Path.Combine(Repository.Root, "infra");

    /// <summary>The template of main.bicep as Azure gets it, its modules inside.</summary>
    public static JsonElement Main => OfMain.Value;

    /// <summary>Both steps, with all that can be switched on.</summary>
    public static IReadOnlyList<DeployedResource> Everything => OfBothSteps.Value;

    /// <summary>What is deployed of a type; never empty, so that a test cannot pass because there is nothing to look at.</summary>
    public static IReadOnlyList<DeployedResource> Deployed(string type)
    {
        var found = Everything.Where(r => r.Type == type).ToList();
        Assert.NotEmpty(found);
        return found;
    }

    public static IEnumerable<string> NamesOf(string type) => Deployed(type).Select(r => r.Name).Order(StringComparer.Ordinal);

    /// <summary>What a parameter file in infra/ would deploy.</summary>
    public static IReadOnlyList<DeployedResource> With(string parameterFile) => Resources(BicepCompiler.Instance.Predict(Path.Combine(Folder, parameterFile)));

    public static JsonElement Template(string file)
    {
        var (template, findings) = BicepCompiler.Instance.Compile(Path.Combine(Folder, file));
        using var document = JsonDocument.Parse(template ?? throw new InvalidOperationException(string.Join('\n', findings)));
        return document.RootElement.Clone();
    }

    private static IReadOnlyList<DeployedResource> Resources(JsonElement snapshot)
    {
        // A module that cannot be worked out beforehand is missing.
        var missing = snapshot.GetProperty("diagnostics").EnumerateArray().Select(d => d.GetString()).ToList();
        return missing.Count > 0 ? throw new InvalidOperationException(string.Join('\n', missing)) : [.. snapshot.GetProperty("predictedResources").EnumerateArray().Select(r => new DeployedResource(r))];
    }
}
