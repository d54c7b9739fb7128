using System.Diagnostics;
using System.Globalization;
using DtPipeline.Benchmarks.Processes;

namespace DtPipeline.Benchmarks.Formats;

/// <summary>One reading of one file in a process of its own.</summary>
/// <param name="Seconds">Of the processor, which a busy machine does not stretch.</param>
/// <param name="Peak">Working set at its highest above that before the reading, in bytes; the file's own bytes are in memory before.</param>
internal sealed record Measurement(double Seconds, long Peak, long Allocated, long Rows)
{
    /// <summary>Of the processor too: on a busy machine, seconds of the clock may not be enough for the compiler to come to its end.</summary>
    private static readonly TimeSpan WarmedUp = TimeSpan.FromSeconds(4);

    // The processor's time is told to a hundredth of a second: a small file is read again and again.
    private static readonly TimeSpan LeastMeasured = TimeSpan.FromSeconds(0.5);

    // The first byte of an old workbook.
    private const byte CompoundFile = 0xD0;

    public static Measurement Of(Func<byte[], long> read, string file)
    {
        var content = File.ReadAllBytes(file);
        WarmUp(read, content);
        GC.Collect();
        GC.WaitForPendingFinalizers();
        using var process = Process.GetCurrentProcess();
        var before = Environment.WorkingSet;
        var highest = before;
        using var watch = new Timer(_ => highest = Math.Max(highest, Environment.WorkingSet), null, 0, 10);
        var allocated = GC.GetTotalAllocatedBytes();
        var (rows, times, taken, start) = (0L, 0, TimeSpan.Zero, process.TotalProcessorTime);
        for (; taken < LeastMeasured; times++)
        {
            rows = read(content);
            process.Refresh();
            taken = process.TotalProcessorTime - start;
        }

        return new Measurement(taken.TotalSeconds / times, Math.Max(0, highest - before), (GC.GetTotalAllocatedBytes() - allocated) / times, rows);
    }

    /// <summary>In a process that has read nothing yet: its highest working set above that before the reading, in bytes.</summary>
    public static long PeakOf(Func<byte[], long> read, string file)
    {
        var content = File.ReadAllBytes(file);
        using var process = Process.GetCurrentProcess();
        var before = Environment.WorkingSet;
        read(content);
        process.Refresh();
        return Math.Max(0, process.PeakWorkingSet64 - before);
    }

    /// <returns>What this program prints for its arguments, in a process of its own.</returns>
    public static string InAProcess(params string[] arguments)
    {
        using var process = OwnProgram.Start(arguments);
        var line = process.StandardOutput.ReadToEnd().Trim();
        process.WaitForExit();
        return line;
    }

    public static Measurement Parse(string line) =>
        line.Split(' ') is [var seconds, var peak, var allocated, var rows]
            ? new Measurement(
                double.Parse(seconds, CultureInfo.InvariantCulture), long.Parse(peak, CultureInfo.InvariantCulture), long.Parse(allocated, CultureInfo.InvariantCulture), long.Parse(rows, CultureInfo.InvariantCulture))
            : throw new FormatException(line);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Seconds:0.000} {Peak} {Allocated} {Rows}");

    /// <summary>So that compiling is not what is measured. A part of a text of lines is one too; what is packed, marked up or nested is read whole.</summary>
    private static void WarmUp(Func<byte[], long> read, byte[] content)
    {
        var isWhole = content.AsSpan().StartsWith("PK"u8) || content[0] is CompoundFile or (byte)'<' or (byte)'[';
        var part = !isWhole ? content[..Math.Min(content.Length, 200_000)] : content;
        using var process = Process.GetCurrentProcess();
        do
        {
            read(part);
            process.Refresh();
        }
        while (process.TotalProcessorTime < WarmedUp);
    }
}
