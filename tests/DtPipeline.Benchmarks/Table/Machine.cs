using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using DtPipeline.Pipeline.Tests.Support;

namespace DtPipeline.Benchmarks.Table;

/// <summary>On what a run was measured, when, and of which commit.</summary>
internal static class Machine
{
    private const string LoadFile = "/proc/loadavg";
    private const string ProcessorFile = "/proc/cpuinfo";
    private const string TimesFile = "/proc/stat";

    // Of a second, as the kernel counts for programs.
    private const double Ticks = 100;
    private const long Gibibyte = 1_073_741_824;

    public static string Sentence()
    {
        var changed = Said("git", "status", "--porcelain", "--untracked-files=no").Length > 0 ? " with changes that are not committed" : string.Empty;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"Measured on {TimeProvider.System.GetUtcNow():yyyy-MM-dd HH:mm} UTC on commit {Said("git", "rev-parse", "--short", "HEAD")}{changed}: {Processor()}, {Environment.ProcessorCount} processors, {GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / Gibibyte} GiB, {RuntimeInformation.OSDescription}, {RuntimeInformation.FrameworkDescription}, Node {Said("node", "--version")}; Azurite in memory, on the same machine. {Others()}");
    }

    /// <returns>Seconds that all processors together were busy since the machine was started, for whomever; null where that is not known.</returns>
    public static double? BusySeconds()
    {
        if (!File.Exists(TimesFile))
        {
            return null;
        }

        var times = File.ReadLines(TimesFile).First().Split(' ', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(t => double.Parse(t, CultureInfo.InvariantCulture)).ToList();

        // User, nice, system; then idle and waiting; then interrupts and what a hypervisor took. What guests had is in the first two.
        return times.Take(8).Where((_, at) => at is not (3 or 4)).Sum() / Ticks;
    }

    private static string Processor() => File.Exists(ProcessorFile) && File.ReadLines(ProcessorFile).FirstOrDefault(l => l.StartsWith("model name", StringComparison.Ordinal)) is { } line
        ? line.Split(':', 2)[1].Trim()
        : RuntimeInformation.ProcessArchitecture.ToString();

    /// <summary>By the load of the last minute, which the build before the run is part of.</summary>
    private static string Others()
    {
        if (!File.Exists(LoadFile))
        {
            return string.Empty;
        }

        var load = double.Parse(File.ReadAllText(LoadFile).Split(' ')[0], CultureInfo.InvariantCulture);
        return string.Create(CultureInfo.InvariantCulture, $"Load when it began: {load:0.0}{(load > Environment.ProcessorCount ? ", others were at work: only ratios count" : string.Empty)}.");
    }

    private static string Said(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { WorkingDirectory = Repository.Root, RedirectStandardOutput = true })!;
        var said = process.StandardOutput.ReadToEnd().Trim();
        process.WaitForExit();
        return said;
    }
}
