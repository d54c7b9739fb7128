using System.Globalization;
using CsvHelper;
using DtPipeline.Texts;

namespace DtPipeline.Catalogue;

/// <summary>One CSV file of the catalogue, read line by line; what is wrong is collected, never thrown.</summary>
/// <param name="text">Null for a file of which it is told elsewhere that it cannot be read: it has no lines.</param>
internal sealed class CatalogueTable(string file, string? text, List<CatalogueProblem> problems)
{
    // An alert quotes up to four cells, and is at most as long as a property of a table takes (32 Ki characters).
    private const int LongestCell = 2_000;

    private static readonly DateOnly FirstDay = new(1900, 1, 1);
    private static readonly DateOnly LastDay = new(2199, 12, 31);

    private readonly Dictionary<string, string> fields = new(StringComparer.Ordinal);
    private int line = 1;
    private int problemsBefore;

    /// <summary>Calls <paramref name="read"/> for each line; a null from it means that a problem was noted.</summary>
    /// <param name="optional">Columns that older catalogues lack; without one it is as if all its cells were blank.</param>
    public List<T> Read<T>(string[] columns, Func<CatalogueTable, T?> read, params string[] optional)
        where T : class
    {
        if (text is null)
        {
            return [];
        }

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
        var wrong = CatalogueHeader.ProblemsOf(header, columns, optional).ToList();
        if (wrong.Count > 0)
        {
            wrong.ForEach(Note);
            return rows;
        }

        Array.ForEach(optional, column => fields[column] = string.Empty);
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

            problemsBefore = problems.Count;
            Array.ForEach(columns, NoteWhatIsNoLine);
            Array.ForEach(optional, NoteWhatIsNoLine);
            if (IsSound && read(this) is { } row && IsSound)
            {
                rows.Add(row);
            }
        }

        return rows;
    }

    public int Line => line;

    /// <summary>Nothing is noted of the line yet: what its cells say together can be looked at.</summary>
    public bool IsSound => problems.Count == problemsBefore;

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

    /// <summary>By which something is found in a report: dashes and dots alone find nothing.</summary>
    public string Name(string column)
    {
        var name = Required(column);
        if (name.Length > 0 && Fold.Of(name).Length == 0)
        {
            Note($"{column} is '{name}', expected a name with letters or digits");
        }

        return name;
    }

    /// <summary>A code of this file's own; see <see cref="CatalogueCode"/>.</summary>
    public string Code(string column)
    {
        var code = Required(column);
        if (code.Length > 0 && CatalogueCode.ProblemOf(code) is { } problem)
        {
            Note($"{column} is '{code}', {problem}");
        }

        return code;
    }

    /// <summary>A code that stands once in its file, whatever the case of its letters.</summary>
    public string Code(string column, HashSet<string> seen)
    {
        var code = Code(column);
        if (!seen.Add(code))
        {
            Note($"{column} '{code}' is there twice");
        }

        return code;
    }

    public IReadOnlyList<string> List(string column) =>
        fields[column].Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    public IReadOnlyList<string> RequiredList(string column)
    {
        var listed = List(column);
        if (Required(column).Length > 0 && listed.Count == 0)
        {
            Note($"{column} is '{fields[column]}', expected one entry, or several with ; between them");
        }

        return listed;
    }

    public DateOnly Day(string column) => OptionalDay(column) ?? Missing<DateOnly>(column);

    /// <summary>Days of centuries in which nobody reports are typing errors, and "for ever" is a blank cell.</summary>
    public DateOnly? OptionalDay(string column)
    {
        var parsed = Parse(column, "a day like 2025-06-30", t => DateOnly.TryParseExact(t, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : (DateOnly?)null);
        if (parsed < FirstDay || parsed > LastDay)
        {
            Note($"{column} is '{fields[column]}', expected a day from {FirstDay:O} to {LastDay:O}; leave it empty where there is none");
        }

        return parsed;
    }

    /// <summary>The columns valid_from and valid_to.</summary>
    public ValidTime ValidTime()
    {
        var valid = new ValidTime(OptionalDay("valid_from"), OptionalDay("valid_to"));
        if (valid.From > valid.To)
        {
            Note($"valid_from {valid.From:O} is after valid_to {valid.To:O}; exchange them, or mend the wrong one");
        }

        return valid;
    }

    public int Whole(string column) =>
        Parse(column, "a whole number", t => int.TryParse(t, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var n) ? n : (int?)null)
        ?? Missing<int>(column);

    public double? OptionalNumber(string column) =>
        Parse(column, "a number", t => double.TryParse(t, NumberStyles.Float, CultureInfo.InvariantCulture, out var n) && double.IsFinite(n) ? n : (double?)null);

    public bool YesNo(string column) =>
        Parse(column, "yes or no", t => t switch { "yes" => true, "no" => false, _ => (bool?)null }) ?? Missing<bool>(column);

    public bool OptionalYesNo(string column, bool otherwise = false) => fields[column].Length > 0 ? YesNo(column) : otherwise;

    public string OptionalOneOf(string column, string otherwise, params string[] names) => fields[column].Length > 0 ? OneOf(column, names) : otherwise;

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

    public void Note(string message) => NoteAt(line, message);

    /// <summary>What only all lines together show.</summary>
    public void NoteAt(int ofLine, string message) => problems.Add(new CatalogueProblem(file, ofLine, message));

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
