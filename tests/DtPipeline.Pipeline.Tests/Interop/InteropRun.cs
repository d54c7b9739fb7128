using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using DtPipeline.Pipeline.Tests.Support;

namespace DtPipeline.Pipeline.Tests.Interop;

/// <summary>A run of some files of <c>tests/interop</c>, in which the published JavaScript clients work with what runs here.</summary>
internal static partial class InteropRun
{
    private static readonly string Folder = Path.Combine(Repository.Root, "tests", "interop");
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(20);

    public static IEnumerable<string> Files => Directory.EnumerateFiles(Folder, "*.test.mjs").Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal);

    /// <summary>Fails unless every test of these files passes, and none is left out.</summary>
    public static async Task PassesAsync(IEnumerable<string> files, params IEnumerable<(string Name, string Value)> environment)
    {
        await InstallAsync();

        var (exitCode, output) = await RunAsync("node", ["--test", "--test-reporter=tap", .. files], environment);

        var counts = Count().Matches(output).ToDictionary(m => m.Groups[1].Value, m => int.Parse(m.Groups[2].Value, CultureInfo.InvariantCulture));
        Assert.True(exitCode == 0, output);
        Assert.True(counts["pass"] > 0, output);
        Assert.True(counts["pass"] == counts["tests"], output);
        Assert.True(counts["fail"] + counts["cancelled"] + counts["skipped"] + counts["todo"] == 0, output);
    }

    /// <summary>What the lock file pins, once: of two at the same time one installs after the other.</summary>
    private static async Task InstallAsync()
    {
        await using var only = await OneAtATimeAsync(Path.Combine(Directory.CreateDirectory(Path.Combine(Repository.Root, "artifacts")).FullName, "npm-ci-interop.lock"));
        var installed = new FileInfo(Path.Combine(Folder, "node_modules", ".package-lock.json"));
        if (!installed.Exists || installed.LastWriteTimeUtc < File.GetLastWriteTimeUtc(Path.Combine(Folder, "package-lock.json")))
        {
            var (exitCode, output) = await RunAsync("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"], []);
            Assert.True(exitCode == 0, output);
            File.SetLastWriteTimeUtc(installed.FullName, TimeProvider.System.GetUtcNow().UtcDateTime);
        }
    }

    private static async Task<FileStream> OneAtATimeAsync(string path)
    {
        using var deadline = new CancellationTokenSource(Patience);
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(200));
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException)
            {
                await timer.WaitForNextTickAsync(deadline.Token);
            }
        }
    }

    private static async Task<(int ExitCode, string Output)> RunAsync(string program, IEnumerable<string> arguments, IEnumerable<(string Name, string Value)> environment)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = Folder, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
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
