using DtPipeline.Pipeline.Tests.Support;

namespace DtPipeline.Infra.Tests.Bicep;

/// <summary>Everything in infra/.</summary>
internal static class Deployment
{
    public static string Folder { get; } = Path.Combine(Repository.Root, "infra");

    public static IReadOnlyList<BicepFile> Files { get; } = [.. Directory.GetFiles(Folder, "*.bicep").Order(StringComparer.Ordinal).Select(BicepFile.Read)];

    public static BicepFile File(string name) => Files.Single(f => f.Name == name);

    /// <summary>What is deployed of a type; never empty, so that a test cannot pass because there is nothing to look at.</summary>
    public static IReadOnlyList<(BicepFile File, BicepResource Resource)> Deployed(string type)
    {
        var found = Files.SelectMany(f => f.Resources.SelectMany(WithNested).Where(r => r.Type == type && !r.IsExisting).Select(r => (f, r))).ToList();
        Assert.NotEmpty(found);
        return found;
    }

    public static IEnumerable<string> NamesOf(string type) => Deployed(type).SelectMany(d => d.File.NamesOf(d.Resource)).Order(StringComparer.Ordinal);

    private static IEnumerable<BicepResource> WithNested(BicepResource resource) => [resource, .. resource.Body.Nested.SelectMany(WithNested)];
}
