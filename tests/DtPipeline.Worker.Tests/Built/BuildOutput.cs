using System.Text.Json.Nodes;

namespace DtPipeline.Worker.Tests.Built;

/// <summary>The function app as the build leaves it for the Functions host. This test runs in <c>{artifacts}/bin/{project}/{configuration}</c>, too.</summary>
internal static class BuildOutput
{
    private static readonly DirectoryInfo Own = new(AppContext.BaseDirectory);

    public static string Configuration => Own.Name;

    public static string Artifacts { get; } = Own.Parent!.Parent!.Parent!.FullName;

    public static string Folder { get; } = Path.Combine(Artifacts, "bin", "DtPipeline.Functions", Configuration);

    public static string PathOf(string file) => Path.Combine(Folder, file);

    public static JsonNode Json(string file) => JsonNode.Parse(File.ReadAllText(PathOf(file)))!;
}
