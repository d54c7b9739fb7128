using System.Globalization;
using Microsoft.VisualBasic.FileIO;

namespace DtPipeline.Oracle.Catalogue;

/// <summary>The lines of a catalogue file, each by the names of its columns.</summary>
internal static class CsvTable
{
    public static IReadOnlyList<T> Read<T>(string text, Func<Line, T> make)
    {
        using var parser = new TextFieldParser(new StringReader(text)) { Delimiters = [","] };
        var columns = parser.ReadFields()!;
        var lines = new List<T>();
        while (parser.ReadFields() is { } fields)
        {
            lines.Add(make(new Line(column => Array.IndexOf(columns, column) is >= 0 and var at && at < fields.Length ? fields[at] : string.Empty)));
        }

        return lines;
    }

    /// <param name="Text">What a column of it says; empty where the file has no such column.</param>
    internal sealed record Line(Func<string, string> Text)
    {
        public string? OrNull(string column) => Text(column) is { Length: > 0 } text ? text : null;

        public DateOnly? Day(string column) => OrNull(column) is { } text ? DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null;

        public int Whole(string column) => int.Parse(Text(column), CultureInfo.InvariantCulture);

        public double? Number(string column) => OrNull(column) is { } text ? double.Parse(text, CultureInfo.InvariantCulture) : null;

        public bool IsYes(string column) => Text(column) == "yes";
    }
}
