using System.IO.Compression;
using System.Text.Json.Nodes;
using DtPipeline.Pipeline.Tests.Support;
using DtPipeline.Worker.Tests.Built;

namespace DtPipeline.Worker.Tests.Shipped;

public sealed class ServiceBusExtensionTests : IDisposable
{
    private const string Extension = "Microsoft.Azure.Functions.Worker.Extensions.ServiceBus";
    private const string Version = "5.24.0";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("dtpipeline-restore-");

    public void Dispose() => folder.Delete(recursive: true);

    /// <summary>In the restore that asks, and not only in the next one; restoring a solution is another way than restoring a project.</summary>
    [Theory]
    [InlineData("DtPipeline.Functions.slnx")]
    [InlineData("DtPipeline.Functions.csproj")]
    public async Task WhereTheFeedHasTheExtensionTheFirstRestoreTakesIt(string what)
    {
        Serve();
        var project = Path.Combine(Repository.Root, "src", "DtPipeline.Functions", "DtPipeline.Functions.csproj");
        var solution = PathOf("DtPipeline.Functions.slnx");
        await File.WriteAllTextAsync(solution, $"""<Solution><Project Path="{project}" /></Solution>""");

        var (exitCode, said) = await DotNet.RunAsync(
            "dotnet",
            ["restore", what.EndsWith(".slnx", StringComparison.Ordinal) ? solution : project, "--disable-build-servers", $"-p:ArtifactsPath={PathOf("artifacts")}"],
            new Dictionary<string, string>
            {
                ["RestoreAdditionalProjectSources"] = PathOf("feed"),

                // The package of the test goes nowhere else, the others are found where they lie.
                ["NUGET_PACKAGES"] = PathOf("packages"),
                ["RestoreFallbackFolders"] = string.Join(';', Assets(BuildOutput.Artifacts)["packageFolders"]!.AsObject().Select(f => f.Key)),
            });

        Assert.True(exitCode == 0, said);
        Assert.Equal(
            "<Project><PropertyGroup><ServiceBusExtension>package</ServiceBusExtension></PropertyGroup></Project>",
            (await File.ReadAllTextAsync(PathOf("artifacts/ServiceBusExtension.props"))).Trim());
        var taken = Assets(PathOf("artifacts"))["libraries"]!.AsObject().Select(l => l.Key).ToList();
        Assert.Contains($"{Extension}/{Version}", taken);
        Assert.DoesNotContain(taken, l => l.StartsWith("ServiceBusTrigger/", StringComparison.Ordinal));
    }

    private static JsonNode Assets(string artifacts) => JsonNode.Parse(File.ReadAllText(Path.Combine(artifacts, "obj", "DtPipeline.Functions", "project.assets.json")))!;

    private string PathOf(string name) => Path.Combine(folder.FullName, name);

    /// <summary>A feed with a package of that name, and nothing in it.</summary>
    private void Serve()
    {
        var feed = Directory.CreateDirectory(PathOf("feed"));
        using var package = ZipFile.Open(Path.Combine(feed.FullName, $"{Extension}.{Version}.nupkg"), ZipArchiveMode.Create);
        using var nuspec = new StreamWriter(package.CreateEntry($"{Extension}.nuspec").Open());
        nuspec.Write(
            $"""
            <package xmlns="http://schemas.microsoft.com/packaging/2013/05/nuspec.xsd">
              <metadata><id>{Extension}</id><version>{Version}</version><authors>test</authors><description>Stands for the published one.</description></metadata>
            </package>
            """);
    }
}
