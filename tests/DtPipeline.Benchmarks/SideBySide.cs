using DtPipeline.Benchmarks.Formats;
using DtPipeline.Benchmarks.Growth;
using DtPipeline.Benchmarks.Ingesting;
using DtPipeline.Benchmarks.Instances;
using DtPipeline.Benchmarks.Latencies;
using DtPipeline.Benchmarks.Starting;
using DtPipeline.Benchmarks.Table;

namespace DtPipeline.Benchmarks;

/// <summary>The one table: what is claimed, measured beside what else could be run and beside the limit of the machine.</summary>
internal static class SideBySide
{
    private static readonly IReadOnlyList<(string Name, Func<ResultTable, Sizes, Task> Run)> Parts =
    [
        ("ingest", IngestPart.RunAsync),
        ("latency", LatencyPart.RunAsync),
        ("growth", GrowthPart.RunAsync),
        ("reading", FormatPart.RunAsync),
        ("start", StartPart.RunAsync),
        ("instances", InstancesPart.RunAsync),
    ];

    /// <param name="words">Names of parts, all where none is named, and sizes as <c>name=number</c>.</param>
    /// <returns>Whether all is within its aims.</returns>
    public static async Task<bool> RunAsync(IReadOnlyList<string> words)
    {
        var named = words.Where(w => Parts.Any(p => p.Name == w)).ToList();
        if (Sizes.Parse(words.Except(named), Parts.Select(p => p.Name)) is not { } sizes)
        {
            return false;
        }

        var machine = Machine.Sentence();
        var lines = new List<ResultLine>();
        foreach (var (name, run) in Parts.Where(p => named.Count == 0 || named.Contains(p.Name)))
        {
            var table = new ResultTable(name);
            await run(table, sizes);
            lines.AddRange(table.Lines);
        }

        Console.WriteLine();
        Console.WriteLine(machine);
        Console.WriteLine();
        Console.WriteLine(string.Join('\n', [ResultTable.Head, .. lines.Select(l => l.ToString())]));
        Console.WriteLine();
        Console.WriteLine(string.Join('\n', [ResultTable.HeadInShort, .. lines.Where(l => l.IsInShort).Select(l => l.InShort)]));
        return lines.TrueForAll(l => l.IsWithin != false);
    }
}
