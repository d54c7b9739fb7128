using System.Globalization;
using System.Text.RegularExpressions;
using DtPipeline.Catalogue;
using DtPipeline.Texts;

namespace DtPipeline.Reading;

/// <summary>Reporting periods as people write them: <c>quý II/2024</c>, <c>tháng 6/2024</c>, <c>6 tháng đầu năm 2024</c>, <c>năm 2024</c>, <c>Q2/2024</c>.</summary>
internal static partial class PeriodText
{
    private static readonly string[] Kinds = ["month", "quarter", "half"];

    /// <summary>A text that is a period and nothing else, as a column or a header has it.</summary>
    /// <param name="year">The year of what has none, such as "Quý II"; null to refuse it.</param>
    public static Period? Whole(string text, int? year = null)
    {
        if (text.Length is < 2 or > 40 || !text.Any(char.IsAsciiDigit))
        {
            return year is not null && text.Length is >= 2 and <= 40 ? Spoken(Fold.Of(text), year) : null;
        }

        if (Period.TryParse(text, out var period))
        {
            return period;
        }

        var folded = Fold.Of(text);
        return Sdmx(folded) ?? Bare(folded) ?? Spoken(folded, year);
    }

    /// <summary>Every period that a title mentions. The day on which something was signed is none.</summary>
    public static IReadOnlyList<Period> In(string text)
    {
        var rest = SigningDay().Replace(Fold.Of(text), " ");
        var found = new List<Period>();
        foreach (var pattern in new[] { Half(), Quarter(), Month(), Year() })
        {
            rest = pattern.Replace(rest, match =>
            {
                if (Of(match, null) is { } period)
                {
                    found.Add(period);
                }

                return " ";
            });
        }

        return found;
    }

    /// <summary>A header such as "Thực hiện quý II/2024": the words before the period and the period.</summary>
    /// <param name="folded">The header as <see cref="Fold"/> makes it.</param>
    public static (string Words, Period Period)? Trailing(string folded, int year)
    {
        foreach (var pattern in new[] { Half(), Quarter(), Month(), Year(), QuarterOfYear(), MonthOfYear() })
        {
            if (pattern.Match(folded) is { Success: true } match && match.Index + match.Length == folded.Length && Of(match, year) is { } period)
            {
                return (folded[..match.Index].TrimEnd(), period);
            }
        }

        return null;
    }

    private static Period? Sdmx(string folded) => Compact().Match(folded) is { Success: true } match
        ? Of(match.Groups["kind"].Value, match.Groups["n"].Value, match.Groups["year"].Value)
        : null;

    private static Period? Bare(string folded) =>
        new[] { NumberYear(), YearNumber(), RomanYear() }.Select(p => p.Match(folded)).FirstOrDefault(m => m.Success) is { } match ? Of(match, null) : null;

    private static Period? Spoken(string folded, int? year)
    {
        foreach (var pattern in new[] { Half(), Quarter(), Month(), Year() })
        {
            if (pattern.Match(folded) is { Success: true } match && match.Length == folded.Length)
            {
                return Of(match, null);
            }
        }

        return year is null
            ? null
            : new[] { QuarterOfYear(), MonthOfYear() }.Select(p => p.Match(folded)).FirstOrDefault(m => m.Success && m.Length == folded.Length) is { } bare
                ? Of(bare, year)
                : null;
    }

    private static Period? Of(Match match, int? year)
    {
        var written = match.Groups["year"] is { Success: true } group ? group.Value : year?.ToString(CultureInfo.InvariantCulture);
        return written is null ? null : Of(KindOf(match), match.Groups["n"].Value, written);
    }

    private static string KindOf(Match match) => Kinds.FirstOrDefault(k => match.Groups[k].Success) ?? string.Empty;

    private static Period? Of(string kind, string number, string year)
    {
        var n = number switch { "i" or "dau" => "1", "ii" or "cuoi" => "2", "iii" => "3", "iv" => "4", _ => number.TrimStart('0') };
        var text = kind switch
        {
            "month" or "m" => $"{year}-{n.PadLeft(2, '0')}",
            "quarter" or "q" => $"{year}-Q{n}",
            "half" or "s" or "h" => $"{year}-S{n}",
            _ => year,
        };
        return Period.TryParse(text, out var period) ? period : null;
    }

    [GeneratedRegex(@"\bngay \d{1,2} thang \d{1,2} nam \d{4}\b", RegexOptions.CultureInvariant)]
    private static partial Regex SigningDay();

    [GeneratedRegex(@"\b(?<half>0?6|sau) thang (?<n>dau|cuoi) nam (?<year>20\d\d)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Half();

    [GeneratedRegex(@"\b(?<quarter>quy|quarter|q) ?(?<n>i{1,3}|iv|[1-4]) (?:nam )?(?<year>20\d\d)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Quarter();

    [GeneratedRegex(@"\b(?<month>thang|t) ?(?<n>0?[1-9]|1[0-2]) (?:nam )?(?<year>20\d\d)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Month();

    [GeneratedRegex(@"\b(?:ca )?(?:nam|year) (?<year>20\d\d)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Year();

    [GeneratedRegex(@"\b(?<quarter>quy|quarter|q) ?(?<n>i{1,3}|iv|[1-4])\b", RegexOptions.CultureInvariant)]
    private static partial Regex QuarterOfYear();

    [GeneratedRegex(@"\b(?<month>thang|t) ?(?<n>0?[1-9]|1[0-2])\b", RegexOptions.CultureInvariant)]
    private static partial Regex MonthOfYear();

    [GeneratedRegex(@"^(?<year>20\d\d) ?(?<kind>[mqsh])(?<n>\d{1,2})$", RegexOptions.CultureInvariant)]
    private static partial Regex Compact();

    [GeneratedRegex(@"^(?<n>0?[1-9]|1[0-2])(?<month>) (?<year>20\d\d)$", RegexOptions.CultureInvariant)]
    private static partial Regex NumberYear();

    [GeneratedRegex(@"^(?<year>20\d\d) (?<n>0?[1-9]|1[0-2])(?<month>)$", RegexOptions.CultureInvariant)]
    private static partial Regex YearNumber();

    [GeneratedRegex(@"^(?<n>i{1,3}|iv)(?<quarter>) (?<year>20\d\d)$", RegexOptions.CultureInvariant)]
    private static partial Regex RomanYear();
}
