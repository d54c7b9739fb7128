using System.Diagnostics;
using DtPipeline.Worker.Tests.Built;

namespace DtPipeline.Worker.Tests.Shipped;

/// <summary>The command line of the SDK.</summary>
internal static class DotNet
{
    /// <summary>Takes what this build has left, and builds nothing.</summary>
    public static IReadOnlyList<string> WithoutBuilding { get; } =
        ["--no-build", "--configuration", BuildOutput.Configuration, "--disable-build-servers", $"-p:ArtifactsPath={BuildOutput.Artifacts}"];

    /// <returns>The exit code, and all that it said.</returns>
    public static Task<(int ExitCode, string Said)> RunAsync(params IEnumerable<string> arguments) => RunAsync("dotnet", arguments, new Dictionary<string, string>());

    /// <inheritdoc cref="RunAsync(IEnumerable{string})"/>
    public static async Task<(int ExitCode, string Said)> RunAsync(string program, IEnumerable<string> arguments, IReadOnlyDictionary<string, string> environment)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };

        // As the tests themselves: it runs too shortly for what the runtime would learn of it.
        start.Environment["DOTNET_TieredPGO"] = "0";
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, output + await errors);
    }
}
