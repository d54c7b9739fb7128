using System.Globalization;

namespace DtPipeline.Benchmarks.Formats;

/// <summary>A report's reading beside the bare loop, in turns, each in a new process; the best of each counts, for the machine may be busy.</summary>
internal sealed class Comparison(string file, string reading, string bare)
{
    private const int Turns = 3;
    private const long MostPeak = 150L * 1_048_576;

    /// <returns>What reading took each turn, and the bare loop.</returns>
    public (List<Measurement> Read, List<Measurement> Loop) Measure(int turns)
    {
        var (read, loop) = (new List<Measurement>(), new List<Measurement>());
        for (var i = 0; i < turns; i++)
        {
            loop.Add(Measure(bare));
            read.Add(Measure(reading));
        }

        return (read, loop);
    }

    public void Run(double mostRatio)
    {
        var (read, loop) = Measure(Turns);
        Print(bare, loop);
        Print(reading, read);
        var ratio = read.Min(m => m.Seconds) / loop.Min(m => m.Seconds);
        var peak = read.Min(m => m.Peak);
        Write($"  ratio {ratio:0.00} (aim: at most {mostRatio:0.0}), peak {Mebibytes(peak):0} MiB above the start (aim: at most {Mebibytes(MostPeak):0})");
        Write($"  {(ratio <= mostRatio && peak <= MostPeak ? "within the aims" : "NOT within the aims")}");
    }

    private Measurement Measure(string name) => Measurement.Parse(Measurement.InAProcess(name, file));

    private static void Print(string name, List<Measurement> turns)
    {
        var best = turns.MinBy(m => m.Seconds)!;
        Write($"{name,-12} {best.Rows,9:N0} rows {best.Seconds,7:0.00} s of processor  peak {Mebibytes(turns.Min(m => m.Peak)),5:0} MiB  allocated {Mebibytes(best.Allocated),6:0} MiB");
    }

    private static double Mebibytes(long bytes) => bytes / 1_048_576.0;

    private static void Write(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
