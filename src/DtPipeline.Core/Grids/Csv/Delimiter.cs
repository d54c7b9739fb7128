using System.Text.RegularExpressions;

namespace DtPipeline.Grids.Csv;

/// <summary>Which character separates the cells of a text file.</summary>
internal static partial class Delimiter
{
    private const int LookInto = 40;

    /// <summary>A record may go over as many lines as a long note has.</summary>
    private const int LookAtLines = 4_000;

    /// <summary>Characters: a text without line ends is not to be held in memory.</summary>
    private const int LookAt = 262_144;
    private static readonly char[] Candidates = [',', ';', '\t', '|'];

    /// <summary>The one that splits the most of the first lines alike; a first line <c>sep=;</c> says it outright.</summary>
    public static char Of(Func<TextReader> open)
    {
        using var reader = new StringReader(TextBeginning.Of(open, LookAt));
        var first = reader.ReadLine() ?? string.Empty;
        if (Declaration().Match(first) is { Success: true } declared)
        {
            return declared.Groups["mark"].Value[0];
        }

        var lines = new List<string> { first };
        while (lines.Count < LookAtLines && reader.ReadLine() is { } line)
        {
            lines.Add(line);
        }

        var records = Beginnings(lines).Take(LookInto).ToList();
        return Candidates.MaxBy(c => Score(records, c));
    }

    public static bool IsDeclaration(string line) => Declaration().IsMatch(line.TrimEnd('\r', '\n'));

    /// <summary>The lines on which a record begins. Where a quote stays open nobody knows what is quoted, and every line counts.</summary>
    private static List<string> Beginnings(List<string> lines)
    {
        var (beginnings, isOpen) = (new List<string>(), false);
        foreach (var line in lines)
        {
            if (!isOpen)
            {
                beginnings.Add(line);
            }

            isOpen ^= line.Count(c => c == '"') % 2 == 1;
        }

        return isOpen ? lines : beginnings;
    }

    /// <summary>Lines that share the most common number of cells, weighed by that number; a decimal comma splits unevenly.</summary>
    private static int Score(List<string> lines, char delimiter)
    {
        var counts = lines.Select(l => Count(l, delimiter)).Where(n => n > 0).GroupBy(n => n).ToList();
        return counts.Count == 0 ? 0 : counts.Max(g => g.Count() * Math.Min(g.Key, 8));
    }

    private static int Count(string line, char delimiter)
    {
        var quoted = false;
        var count = 0;
        foreach (var c in line)
        {
            quoted ^= c == '"';
            count += !quoted && c == delimiter ? 1 : 0;
        }

        return count;
    }

    [GeneratedRegex(@"^\uFEFF?sep=(?<mark>[,;|\t])$", RegexOptions.CultureInvariant)]
    private static partial Regex Declaration();
}
