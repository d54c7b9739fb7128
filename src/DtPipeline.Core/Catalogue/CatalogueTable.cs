using System.Globalization;
using CsvHelper;
using DtPipeline.Texts;

namespace DtPipeline.Catalogue;

/// <summary>What is wrong with a line of a catalogue file; line 1 is the header.</summary>
/// <param name="Message">One line, whatever it quotes.</param>
public sealed record CatalogueProblem(string File, int Line, string Message)
{
    private const int LongestMessage = 500;

    public string Message { get; init; } = OneLine.Of(Message, LongestMessage);

    public override string ToString() => $"{File}, line {Line}: {Message}";
}

/// <summary>One CSV file of the catalogue, read line by line; what is wrong is collected, never thrown.</summary>
internal sealed class CatalogueTable(string file, string text, List<CatalogueProblem> problems)
{
    // An alert quotes up to four cells, and is at most as long as a property of a table takes (32 Ki characters).
    private const int LongestCell = 2_000;

    // An alert's key names up to two codes, and is told from others by at most 100 characters.
    private const int LongestKey = 40;

    private readonly Dictionary<string, string> fields = new(StringComparer.Ordinal);
    private int line = 1;

    /// <summary>Calls <paramref name="read"/> for each line; a null from it means that a problem was noted.</summary>
    public List<T> Read<T>(string[] columns, Func<CatalogueTable, T?> read)
        where T : class
    {
        var broken = false;
        using var reader = CsvReader.Create(
            new StringReader(text), new CsvReaderOptions { Separator = ',', HasHeader = false, TrackLineNumbers = true, OnMalformedRecord = _ => broken = true });
        var rows = new List<T>();
        if (!reader.Read())
        {
            Note($"the file is empty; expected the header {string.Join(',', columns)}");
            return rows;
        }

        var header = reader.Current.ToArray();
        var missing = columns.Except(header, StringComparer.Ordinal).ToList();
        if (missing.Count > 0)
        {
            Note($"the header lacks the column {string.Join(", ", missing)}");
            return rows;
        }

        for (broken = false; reader.Read(); broken = false)
        {
            line = (int)reader.LineNumber;
            if (broken)
            {
                Note("the double quotes are broken");
                continue;
            }

            if (reader.FieldCount != header.Length)
            {
                Note($"{reader.FieldCount} fields, expected {header.Length}");
                continue;
            }

            for (var i = 0; i < header.Length; i++)
            {
                fields[header[i]] = reader.GetString(i).Trim();
            }

            var before = problems.Count;
            Array.ForEach(columns, NoteWhatIsNoLine);
            if (problems.Count == before && read(this) is { } row && problems.Count == before)
            {
                rows.Add(row);
            }
        }

        return rows;
    }

    public int Line => line;

    public string Text(string column) => fields[column];

    public string? OptionalText(string column) => fields[column] is { Length: > 0 } text ? text : null;

    public string Required(string column)
    {
        if (fields[column].Length == 0)
        {
            Note($"{column} is empty");
        }

        return fields[column];
    }

    /// <summary>A code that stands once in its file and may be part of a row's key and of a path.</summary>
    public string Key(string column, HashSet<string> seen)
    {
        var code = Once(column, seen);
        if (code.Length > LongestKey || code.StartsWith('.') || !code.All(c => char.IsLetterOrDigit(c) || c is '-' or '.' or '_'))
        {
            Note(string.Create(CultureInfo.InvariantCulture, $"{column} is '{code}', expected at most {LongestKey} letters, digits, dashes, dots and underscores"));
        }

        return code;
    }

    /// <summary>A code that stands once in its file and may be part of the name of a file, or of a header of a mail.</summary>
    public string Code(string column, HashSet<string> seen)
    {
        var code = Once(column, seen);
        if (!code.All(c => char.IsAsciiLetterOrDigit(c) || c == '-'))
        {
            Note($"{column} is '{code}', expected letters, digits and dashes");
        }

        return code;
    }

    public IReadOnlyList<string> List(string column) =>
        fields[column].Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    public DateOnly Day(string column) => OptionalDay(column) ?? Missing<DateOnly>(column);

    public DateOnly? OptionalDay(string column) =>
        Parse(column, "a day like 2025-06-30", t => DateOnly.TryParseExact(t, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : (DateOnly?)null);

    public int Whole(string column) =>
        Parse(column, "a whole number", t => int.TryParse(t, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var n) ? n : (int?)null)
        ?? Missing<int>(column);

    public double? OptionalNumber(string column) =>
        Parse(column, "a number", t => double.TryParse(t, NumberStyles.Float, CultureInfo.InvariantCulture, out var n) ? n : (double?)null);

    public bool YesNo(string column) =>
        Parse(column, "yes or no", t => t switch { "yes" => true, "no" => false, _ => (bool?)null }) ?? Missing<bool>(column);

    /// <summary>Of a column that older catalogues lack: then, and where it is blank, <paramref name="otherwise"/>.</summary>
    public bool OptionalYesNo(string column, bool otherwise = false) => fields.GetValueOrDefault(column) is { Length: > 0 } ? YesNo(column) : otherwise;

    /// <summary>Of a column that older catalogues lack: then, and where it is blank, <paramref name="otherwise"/>.</summary>
    public string OptionalOneOf(string column, string otherwise, params string[] names) =>
        fields.TryGetValue(column, out var text) && text.Length > 0 ? OneOf(column, names) : otherwise;

    public Frequency FrequencyOf(string column) =>
        Parse(column, "monthly, quarterly, half-year or annual", t => FrequencyText.TryParse(t, out var f) ? f : (Frequency?)null)
        ?? Missing<Frequency>(column);

    public Period? OptionalPeriod(string column)
    {
        if (OptionalText(column) is not { } text)
        {
            return null;
        }

        if (!Period.TryParse(text, out var period))
        {
            Note($"{column} is '{text}', expected a period like 2024-06, 2024-Q2, 2024-S1 or 2024");
        }

        return period;
    }

    public string OneOf(string column, params string[] names)
    {
        if (!names.Contains(Required(column), StringComparer.Ordinal) && fields[column].Length > 0)
        {
            Note($"{column} is '{fields[column]}', expected {string.Join(", ", names)}");
        }

        return fields[column];
    }

    public T OneOf<T>(string column, params (string Name, T Value)[] names)
        where T : struct
    {
        var name = OneOf(column, [.. names.Select(n => n.Name)]);
        return names.FirstOrDefault(n => n.Name == name).Value;
    }

    public void Note(string message) => problems.Add(new CatalogueProblem(file, line, message));

    private string Once(string column, HashSet<string> seen)
    {
        var code = Required(column);
        if (!seen.Add(code))
        {
            Note($"{column} '{code}' is there twice");
        }

        return code;
    }

    /// <summary>Not quoted: problems are logged, and an address is somebody's.</summary>
    private void NoteWhatIsNoLine(string column)
    {
        if (HiddenCharacter.FirstIn(fields[column]) is { } hidden)
        {
            Note(string.Create(CultureInfo.InvariantCulture, $"{column} has {hidden.Name} at character {hidden.Position}; take it out: a cell is one line of text"));
        }
        else if (fields[column].Length > LongestCell)
        {
            Note(string.Create(CultureInfo.InvariantCulture, $"{column} has {fields[column].Length} characters, expected at most {LongestCell}"));
        }
    }

    private T? Parse<T>(string column, string expected, Func<string, T?> parse)
        where T : struct
    {
        if (OptionalText(column) is not { } text)
        {
            return null;
        }

        var value = parse(text);
        if (value is null)
        {
            Note($"{column} is '{text}', expected {expected}");
        }

        return value;
    }

    private T Missing<T>(string column)
        where T : struct
    {
        if (fields[column].Length == 0)
        {
            Note($"{column} is empty");
        }

        return default;
    }
}
