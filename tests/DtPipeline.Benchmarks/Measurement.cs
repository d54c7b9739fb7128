using System.Diagnostics;
using System.Globalization;

namespace DtPipeline.Benchmarks;

/// <summary>One reading of one file in a process of its own.</summary>
/// <param name="Peak">Working set at its highest above that before the reading, in bytes; the file's own bytes are in memory before.</param>
internal sealed record Measurement(double Seconds, long Peak, long Allocated, long Rows)
{
    public static Measurement Of(Func<byte[], long> read, string file)
    {
        var content = File.ReadAllBytes(file);
        WarmUp(read, content);
        GC.Collect();
        GC.WaitForPendingFinalizers();
        using var process = Process.GetCurrentProcess();
        var before = Environment.WorkingSet;
        var highest = before;
        var isDone = false;
        var watch = new Thread(() =>
        {
            while (!Volatile.Read(ref isDone))
            {
                highest = Math.Max(highest, Environment.WorkingSet);
                Thread.Yield();
                Thread.SpinWait(200_000);
            }
        })
        {
            IsBackground = true,
            Priority = ThreadPriority.Lowest,
        };
        watch.Start();
        var allocated = GC.GetTotalAllocatedBytes();
        var clock = Stopwatch.StartNew();
        var rows = read(content);
        var seconds = clock.Elapsed.TotalSeconds;
        Volatile.Write(ref isDone, true);
        return new Measurement(seconds, Math.Max(0, highest - before), GC.GetTotalAllocatedBytes() - allocated, rows);
    }

    public static Measurement Parse(string line) =>
        line.Split(' ') is [var seconds, var peak, var allocated, var rows]
            ? new Measurement(
                double.Parse(seconds, CultureInfo.InvariantCulture), long.Parse(peak, CultureInfo.InvariantCulture), long.Parse(allocated, CultureInfo.InvariantCulture), long.Parse(rows, CultureInfo.InvariantCulture))
            : throw new FormatException(line);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Seconds:0.000} {Peak} {Allocated} {Rows}");

    /// <summary>So that compiling is not what is measured. A part of a text file is a text file; a workbook is read whole.</summary>
    private static void WarmUp(Func<byte[], long> read, byte[] content)
    {
        var isText = !content.AsSpan().StartsWith("PK"u8);
        for (var i = 0; i < (isText ? 20 : 1); i++)
        {
            read(isText ? content[..Math.Min(content.Length, 200_000)] : content);
        }
    }
}
