using System.Diagnostics;
using DtPipeline.Pipeline.Tests.Support;

namespace DtPipeline.FaultInjection.Soaking;

/// <summary>This program beside the app of this build, and a copy of it beside that of another.</summary>
internal sealed class Versions : IDisposable
{
    private const string Label = "before-the-deployment";

    private static readonly string Name = Path.GetFileName(typeof(Versions).Assembly.Location);
    private static readonly string[] Kept = ["DtPipeline.Core.dll", "DtPipeline.Azure.dll", "DtPipeline.Functions.dll"];

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("dtpipeline-before-");

    public static string New => Path.Combine(AppContext.BaseDirectory, Name);

    public string Old => Path.Combine(folder.FullName, Name);

    /// <param name="app">Folder of a built function app; null for this build, named otherwise.</param>
    public static async Task<Versions> MakeAsync(string? app)
    {
        var versions = new Versions();
        foreach (var file in Directory.GetFiles(AppContext.BaseDirectory))
        {
            File.Copy(file, Path.Combine(versions.folder.FullName, Path.GetFileName(file)));
        }

        var from = app ?? await NamedOtherwiseAsync();
        foreach (var file in Kept.Select(k => Path.Combine(from, k)).Where(File.Exists))
        {
            File.Copy(file, Path.Combine(versions.folder.FullName, Path.GetFileName(file)), overwrite: true);
        }

        return versions;
    }

    public void Dispose() => folder.Delete(recursive: true);

    /// <summary>The version stands in the rules, which tell it to the archive.</summary>
    private static async Task<string> NamedOtherwiseAsync()
    {
        var artifacts = Path.Combine(Repository.Root, "artifacts", Label);
        string[] settings = ["-c", "Release", "-v", "q", $"-p:InformationalVersion={Label}", $"-p:ArtifactsPath={artifacts}/"];
        using var process = Process.Start(new ProcessStartInfo("dotnet", ["build", Path.Combine(Repository.Root, "src", "DtPipeline.Core"), .. settings]))!;
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? Path.Combine(artifacts, "bin", "DtPipeline.Core", "release") : throw new InvalidOperationException("The old version could not be built; why stands above.");
    }
}
