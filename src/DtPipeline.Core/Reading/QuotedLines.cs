using DtPipeline.Grids;

namespace DtPipeline.Reading;

/// <summary>Separated values of which some program has put every line into quotes as a whole: <c>"DG-05,38.5"</c>.</summary>
internal sealed class QuotedLines(TextReader text) : TextReader
{
    private const int LookAt = 16_384;
    private const int FewestLines = 2;
    private static readonly char[] Separators = [',', ';', '\t', '|'];

    private string line = string.Empty;
    private int at;

    /// <param name="open">Opens the text from its beginning.</param>
    /// <returns>Opens the text without those quotes; the same where lines are not quoted whole.</returns>
    public static Func<TextReader> Without(Func<TextReader> open) => AreAllQuoted(open) ? () => new QuotedLines(open()) : open;

    public override int Peek() => at < line.Length || Fill() ? line[at] : -1;

    public override int Read() => at < line.Length || Fill() ? line[at++] : -1;

    protected override void Dispose(bool disposing)
    {
        text.Dispose();
        base.Dispose(disposing);
    }

    private static bool AreAllQuoted(Func<TextReader> open)
    {
        var beginning = TextBeginning.Of(open, LookAt);
        var lines = beginning.Split('\n').Select(l => l.TrimEnd('\r')).ToList();
        if (beginning.Length == LookAt)
        {
            lines.RemoveAt(lines.Count - 1);
        }

        lines.RemoveAll(l => l.Length == 0);
        return lines.Count >= FewestLines && lines.TrueForAll(l => Inside(l)?.IndexOfAny(Separators) >= 0);
    }

    /// <summary>Null where the line is not one quoted cell.</summary>
    private static string? Inside(string line)
    {
        var cell = line.Trim('\uFEFF', ' ').TrimEnd(Separators);
        if (cell is not ['"', _, .., '"'])
        {
            return null;
        }

        var inside = cell[1..^1].Replace("\"\"", "\0", StringComparison.Ordinal);
        return inside.Contains('"', StringComparison.Ordinal) ? null : inside.Replace('\0', '"');
    }

    private bool Fill()
    {
        if (text.ReadLine() is not { } next)
        {
            return false;
        }

        (line, at) = ($"{Inside(next) ?? next}\n", 0);
        return true;
    }
}
