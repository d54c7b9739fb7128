using DtPipeline.Pipeline.Tests.Support;

namespace DtPipeline.Worker.Tests.Shipped;

public sealed class PackedToolTests(PackedTool tool) : IClassFixture<PackedTool>
{
    private const string Tools = "tools/net10.0/any/";

    /// <summary>Neither what the Functions host reads nor programs other than dtp.</summary>
    [Fact]
    public void ThePackageHoldsTheToolAndItsLibrariesAlone()
    {
        var beside = tool.Files.Where(f => f.StartsWith(Tools, StringComparison.Ordinal) && Path.GetExtension(f) is not (".dll" or ".pdb" or ".xml" or ".so" or ".dylib"));

        Assert.Equal([$"{Tools}dtp.deps.json", $"{Tools}dtp.runtimeconfig.json"], beside.Order(StringComparer.Ordinal));
        Assert.DoesNotContain(tool.Files, f => f.Contains("WebJobs", StringComparison.Ordinal));
    }

    [Fact]
    public async Task InstalledItSaysWhatItCanDo()
    {
        var (exitCode, said) = await tool.RunAsync("--help");

        Assert.Equal(0, exitCode);
        Assert.Contains("Sends reports to DtPipeline and shows what became of them, and looks after its data, in Azure and on one machine.", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task InstalledItChecksACatalogue()
    {
        var (exitCode, said) = await tool.RunAsync("catalogue", "check", Path.Combine(Repository.Root, "catalogue"));

        Assert.Equal(0, exitCode);
        Assert.StartsWith("Nothing is wrong. The catalogue holds:", said, StringComparison.Ordinal);
    }
}
