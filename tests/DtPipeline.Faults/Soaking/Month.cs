using System.Globalization;
using DtPipeline.Oracle.Tests.Comparing;

namespace DtPipeline.FaultInjection.Soaking;

/// <summary>What one simulated month has brought.</summary>
internal sealed class Month(string name)
{
    private const int MostTold = 10;
    private const double Mebibyte = 1_048_576;

    private readonly List<string> wrong = [];

    public static string Head => string.Create(
        CultureInfo.InvariantCulture,
        $"{"month",-8}{"files",7}{"values",9}{"alerts",8}{"held",8}{"calls a file",14}{"a sweep",9}{"a flag run",12}{"peak MiB",10}{"killed",8}{"stopped",9}{"again",7}{"violated",10}");

    public string Name => name;

    /// <summary>What the pipeline has stored and told, held against the oracle.</summary>
    public Tally Tally { get; } = new();

    public int Files { get; set; }

    /// <summary>More than files where one was delivered twice or tried again.</summary>
    public int Deliveries { get; set; }

    public int Values { get; set; }

    public int Alerts { get; set; }

    /// <summary>To the storage, while files were taken.</summary>
    public long Calls { get; set; }

    /// <summary>Of a sweep that finds nothing to do, at most.</summary>
    public long CallsOfSweep { get; set; }

    /// <summary>Of a flag run that finds nothing to do, at most.</summary>
    public long CallsOfFlags { get; set; }

    public int Killed { get; set; }

    public int Stopped { get; set; }

    public int TriedAgain { get; set; }

    public double CallsOfFile => Deliveries == 0 ? 0 : (double)Calls / Deliveries;

    public int Violated => wrong.Count + Tally.Different;

    public void Violate(string what) => wrong.Add(what);

    public string Line(long peak) => string.Create(
        CultureInfo.InvariantCulture,
        $"{name,-8}{Files,7:N0}{Values,9:N0}{Alerts,8:N0}{Tally.Compared,8:N0}{CallsOfFile,14:0.0}{CallsOfSweep,9}{CallsOfFlags,12}{peak / Mebibyte,10:0}{Killed,8}{Stopped,9}{TriedAgain,7}{Violated,10}");

    public IEnumerable<string> Wrong => [.. wrong.Take(MostTold).Select(w => $"  VIOLATED {w}"), .. Tally.IsWell ? [] : Tally.Differences.Split(Environment.NewLine).Take(MostTold).Select(d => $"  VIOLATED {d}")];
}
