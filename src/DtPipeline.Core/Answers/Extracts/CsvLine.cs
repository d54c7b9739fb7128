using System.Buffers;

namespace DtPipeline.Answers.Extracts;

/// <summary>One record of RFC 4180, with its line end.</summary>
internal static class CsvLine
{
    /// <summary>The other separators too, so that nobody who guesses takes one of them for the file's.</summary>
    private static readonly SearchValues<char> Quoted = SearchValues.Create(",\"\r\n;\t| ");

    public static string Of(IEnumerable<string> cells) => $"{string.Join(',', cells.Select(Cell))}\r\n";

    private static string Cell(string cell) => cell.AsSpan().ContainsAny(Quoted) ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cell;
}
