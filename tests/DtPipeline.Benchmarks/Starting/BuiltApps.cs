using System.Diagnostics;
using System.Runtime.InteropServices;
using DtPipeline.Pipeline.Tests.Support;

namespace DtPipeline.Benchmarks.Starting;

/// <summary>The function app and the empty worker as the build leaves them, beside this program in <c>{artifacts}/bin/{project}/{configuration}</c>; and the app compiled ahead.</summary>
internal static class BuiltApps
{
    private const string App = "DtPipeline.Functions";

    // Kept, for compiling ahead takes a minute of the processor.
    private static readonly string Ahead = Path.Combine(Repository.Root, "artifacts", "ready-to-run");

    private static readonly DirectoryInfo Own = new(AppContext.BaseDirectory);

    public static string Functions => PathOf(Path.Combine(Own.Parent!.Parent!.FullName, App, Own.Name), App);

    public static string Empty => PathOf(Path.Combine(Own.Parent!.Parent!.FullName, "DtPipeline.EmptyWorker", Own.Name), "DtPipeline.EmptyWorker");

    /// <summary>The app with every assembly of its own folder compiled ahead for this machine, as publishing with <c>PublishReadyToRun</c> does it.</summary>
    /// <returns>Null where the feed has no compiler for this machine, which is then said.</returns>
    public static async Task<string?> ReadyToRunAsync()
    {
        string[] settings =
        [
            "-p:Configuration=Release", $"-p:RuntimeIdentifier={RuntimeInformation.RuntimeIdentifier}", "-p:SelfContained=false", "-p:PublishReadyToRun=true",
            $"-p:ArtifactsPath={Ahead}/",
        ];
        var project = Path.Combine(Repository.Root, "src", App);
        if (await RunAsync(["msbuild", project, "-restore", "-t:Build", "-v:q", .. settings]) != 0
            || await RunAsync(["msbuild", project, "-t:ResolveReferences;ComputeResolvedFilesToPublishList;CreateReadyToRunImages", "-v:q", .. settings]) != 0)
        {
            return null;
        }

        var built = Directory.GetDirectories(Path.Combine(Ahead, "bin", App)).Single();
        foreach (var image in Directory.GetFiles(Directory.GetDirectories(Path.Combine(Ahead, "obj", App), "R2R", SearchOption.AllDirectories).Single(), "*.dll"))
        {
            File.Copy(image, Path.Combine(built, Path.GetFileName(image)), overwrite: true);
        }

        return PathOf(built, App);
    }

    private static string PathOf(string folder, string project) => Path.Combine(folder, $"{project}.dll");

    private static async Task<int> RunAsync(IEnumerable<string> arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", arguments))!;
        await process.WaitForExitAsync();
        return process.ExitCode;
    }
}
