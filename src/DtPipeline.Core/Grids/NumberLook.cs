using System.Globalization;
using System.Text;
using ExcelNumberFormat;

namespace DtPipeline.Grids;

/// <summary>What a number format of a spreadsheet makes of the number that is stored: its scale and what stands beside it, never its digits.</summary>
/// <param name="Percents">Percent signs that are no literal text: each shows the number times a hundred.</param>
/// <param name="Thousands">Commas behind the digits: each shows a thousandth of the number.</param>
/// <param name="Literal">A unit in words or a percent sign that is only text beside the number; empty where there is none.</param>
/// <param name="IsDate">Shows a date or a time.</param>
internal sealed record NumberLook(int Percents, int Thousands, string Literal, bool IsDate)
{
    public static readonly NumberLook Plain = new(0, 0, string.Empty, false);

    /// <summary>The longest that Excel takes is 255 characters.</summary>
    private const int Longest = 1_024;

    private static readonly NumberLook Date = Plain with { IsDate = true };

    /// <summary>Shows a number as it is, or is longer than anybody's format.</summary>
    public static bool IsPlain([NotNullWhen(false)] string? format) =>
        string.IsNullOrEmpty(format) || format.Length > Longest || format.Equals("General", StringComparison.OrdinalIgnoreCase);

    /// <summary>What a format of Excel such as <c>#,##0.0"%";-0</c> makes of each number.</summary>
    public static Func<double, NumberLook> In(string format)
    {
        var parsed = new NumberFormat(format);
        if (parsed.IsValid && (parsed.IsDateTimeFormat || parsed.IsTimeSpanFormat))
        {
            return _ => Date;
        }

        var sections = Sections(format).ConvertAll(s => (Holds: Condition(s), Look: Look(s)));
        return sections.Count == 1 ? _ => sections[0].Look : number => Choose(sections, number);
    }

    /// <summary>The shown number; exact where decimal can be.</summary>
    public double Shown(double stored)
    {
        if (Percents == 0 && Thousands == 0)
        {
            return stored;
        }

        var factor = (decimal)Math.Pow(100, Math.Min(Percents, 3)) / (decimal)Math.Pow(1000, Math.Min(Thousands, 4));
        return Math.Abs(stored) < 1e15 ? (double)((decimal)stored * factor) : stored * (double)factor;
    }

    /// <summary>Sections are for positive, negative and zero, unless they say themselves for which.</summary>
    private static NumberLook Choose(List<(Func<double, bool>? Holds, NumberLook Look)> sections, double number)
    {
        foreach (var section in sections.Take(2))
        {
            if (section.Holds is { } holds && holds(number))
            {
                return section.Look;
            }
        }

        if (sections.Exists(s => s.Holds is not null))
        {
            return sections[sections.FindIndex(s => s.Holds is null) is >= 0 and var other ? other : ^1].Look;
        }

        return sections[number < 0 ? 1 : number == 0 && sections.Count > 2 ? 2 : 0].Look;
    }

    private static Func<double, bool>? Condition(string section)
    {
        for (var open = section.IndexOf('['); open >= 0; open = section.IndexOf('[', open + 1))
        {
            var inside = section.AsSpan(open + 1).TrimStart();
            var sign = inside.IndexOfAnyExcept('<', '>', '=');
            var close = inside.IndexOf(']');
            if (sign is 1 or 2 && close > sign && double.TryParse(inside[sign..close], NumberStyles.Float, CultureInfo.InvariantCulture, out var bound))
            {
                return inside[..sign] switch
                {
                    "<" => n => n < bound,
                    "<=" => n => n <= bound,
                    ">" => n => n > bound,
                    ">=" => n => n >= bound,
                    "<>" => n => n != bound,
                    _ => n => n == bound,
                };
            }
        }

        return null;
    }

    private static List<string> Sections(string format)
    {
        var sections = new List<string>();
        var start = 0;
        for (var i = 0; i < format.Length; i = After(format, i))
        {
            if (format[i] == ';')
            {
                sections.Add(format[start..i]);
                start = i + 1;
            }
        }

        sections.Add(format[start..]);
        return sections;
    }

    private static NumberLook Look(string section)
    {
        var (percents, thousands, commas) = (0, 0, 0);
        var isBehindDigit = false;
        var literal = new StringBuilder();
        for (var i = 0; i < section.Length; i = After(section, i))
        {
            var c = section[i];
            if (c is '0' or '#' or '?')
            {
                (isBehindDigit, commas) = (true, 0);
                continue;
            }

            if (c == ',' && isBehindDigit)
            {
                commas++;
                continue;
            }

            // Commas right behind the last digit before the point, or behind the last of all, divide; those between digits group.
            thousands += commas;
            (isBehindDigit, commas) = (false, 0);
            percents += c == '%' ? 1 : 0;
            literal.Append(LiteralAt(section, i));
        }

        return new NumberLook(percents, thousands + commas, UnitIn(literal.ToString()), false);
    }

    private static string LiteralAt(string section, int i) => section[i] switch
    {
        '"' => section[Math.Min(i + 1, section.Length)..Math.Max(i + 1, After(section, i) - 1)],
        '\\' when i + 1 < section.Length => section[i + 1].ToString(),
        '[' when section.AsSpan(i).StartsWith("[$") => section[(i + 2)..Math.Max(i + 2, After(section, i) - 1)].Split('-')[0],
        '%' => string.Empty,
        var c => char.IsWhiteSpace(c) ? " " : string.Empty,
    };

    /// <summary>Text that is no word and no percent sign, such as a bracket or a dash, says nothing.</summary>
    private static string UnitIn(string literal)
    {
        var text = literal.Trim();
        return text.Any(char.IsLetter) || text.Contains('%', StringComparison.Ordinal) ? text : string.Empty;
    }

    /// <returns>Where the token behind the one at that place begins.</returns>
    private static int After(string format, int i)
    {
        var end = format[i] switch
        {
            '"' => format.IndexOf('"', i + 1),
            '[' => format.IndexOf(']', i + 1),
            '\\' or '_' or '*' => i + 1,
            _ => i,
        };
        return end < 0 ? format.Length : end + 1;
    }
}
