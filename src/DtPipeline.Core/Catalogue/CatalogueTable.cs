using System.Globalization;
using CsvHelper;

namespace DtPipeline.Catalogue;

/// <summary>What is wrong with a line of a catalogue file; line 1 is the header.</summary>
public sealed record CatalogueProblem(string File, int Line, string Message)
{
    public override string ToString() => $"{File}, line {Line}: {Message}";
}

/// <summary>One CSV file of the catalogue, read line by line; what is wrong is collected, never thrown.</summary>
internal sealed class CatalogueTable(string file, string text, List<CatalogueProblem> problems)
{
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
            if (read(this) is { } row && problems.Count == before)
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

    /// <summary>A code that stands once in its file and may be part of a name of a blob or a row.</summary>
    public string Code(string column, HashSet<string> seen)
    {
        var code = Required(column);
        if (!seen.Add(code))
        {
            Note($"{column} '{code}' is there twice");
        }

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
