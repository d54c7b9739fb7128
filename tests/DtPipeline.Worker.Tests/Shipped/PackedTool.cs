using System.IO.Compression;
using DtPipeline.Pipeline.Tests.Support;

namespace DtPipeline.Worker.Tests.Shipped;

/// <summary><c>dtp</c> packed from this build, and installed from that package.</summary>
public sealed class PackedTool : IAsyncLifetime
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("dtpipeline-tool-");

    /// <summary>Names of the files in the package.</summary>
    internal IReadOnlyList<string> Files { get; private set; } = [];

    public async ValueTask InitializeAsync()
    {
        var package = Path.Combine(folder.FullName, "package");
        await ExpectAsync(["pack", Path.Combine(Repository.Root, "src", "DtPipeline.Cli"), .. DotNet.WithoutBuilding, "--output", package]);
        await using var archive = await ZipFile.OpenReadAsync(Directory.GetFiles(package, "*.nupkg").Single());
        Files = [.. archive.Entries.Select(e => e.FullName)];
        await ExpectAsync(["tool", "install", "DtPipeline.Cli", "--tool-path", Path.Combine(folder.FullName, "installed"), "--source", package]);
    }

    public ValueTask DisposeAsync()
    {
        folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    internal Task<(int ExitCode, string Said)> RunAsync(params string[] arguments) =>
        DotNet.RunAsync(Path.Combine(folder.FullName, "installed", "dtp"), arguments, new Dictionary<string, string>());

    private static async Task ExpectAsync(IEnumerable<string> arguments)
    {
        var (exitCode, said) = await DotNet.RunAsync(arguments);
        Assert.True(exitCode == 0, said);
    }
}
