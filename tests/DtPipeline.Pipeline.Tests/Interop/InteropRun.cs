using System.Globalization;
using System.Text.RegularExpressions;
using DtPipeline.LocalHost.Services;
using DtPipeline.Pipeline.Tests.Support;

namespace DtPipeline.Pipeline.Tests.Interop;

/// <summary>A run of some files of <c>tests/interop</c>, in which the published JavaScript clients work with what runs here.</summary>
internal static partial class InteropRun
{
    private static readonly string Folder = Path.Combine(Repository.Root, "tests", "interop");
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(20);

    public static IEnumerable<string> Files => Directory.EnumerateFiles(Folder, "*.test.mjs").Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal);

    /// <summary>Fails unless every test of these files passes, and none is left out.</summary>
    /// <param name="environment">Variables for the run.</param>
    public static async Task PassesAsync(IEnumerable<string> files, IReadOnlyDictionary<string, string>? environment = null)
    {
        // The files start the local services by themselves.
        await SharedAzurite.Tools.InstallAsync(_ => { }, CancellationToken.None);

        var (exitCode, output) = await RunAsync(["--test", "--test-reporter=tap", .. files], environment);

        var counts = Count().Matches(output).ToDictionary(m => m.Groups[1].Value, m => int.Parse(m.Groups[2].Value, CultureInfo.InvariantCulture));
        Assert.True(exitCode == 0, output);
        Assert.True(counts["pass"] > 0, output);
        Assert.True(counts["pass"] == counts["tests"], output);
        Assert.True(counts["fail"] + counts["cancelled"] + counts["skipped"] + counts["todo"] == 0, output);
    }

    private static async Task<(int ExitCode, string Output)> RunAsync(IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? environment)
    {
        using var process = NodeTools.Start("node", arguments, Folder, environment);
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        using var deadline = new CancellationTokenSource(Patience);
        await using var impatience = deadline.Token.Register(() => process.Kill(entireProcessTree: true));
        await process.WaitForExitAsync(CancellationToken.None);
        return (process.ExitCode, await output + await errors);
    }

    [GeneratedRegex("^# (tests|pass|fail|cancelled|skipped|todo) ([0-9]+)$", RegexOptions.Multiline)]
    private static partial Regex Count();
}
