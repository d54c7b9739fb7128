using System.Text.RegularExpressions;
using DtPipeline.Catalogue;
using DtPipeline.Texts;

namespace DtPipeline.Reading;

/// <summary>A period of the file's own frequency that a title or name speaks of.</summary>
/// <param name="IsReported">As what is reported: neither a plan nor what something is compared with.</param>
/// <param name="HasYear">The year stands beside it or elsewhere in the text.</param>
internal sealed partial record PeriodMention(Period Period, bool IsReported, bool HasYear)
{
    /// <summary>The year of what has none is the next one named, else the one before it, else that of the file.</summary>
    public static IReadOnlyList<PeriodMention> In(string text, Period own)
    {
        var folded = Day().Replace(Fold.Of(text), " | ");
        var years = AnyYear().Matches(folded).Select(m => (m.Index, Year: int.Parse(m.Value, System.Globalization.CultureInfo.InvariantCulture))).ToList();
        var found = new List<PeriodMention>();
        var before = 0;
        foreach (var match in Pattern(own.Frequency).Matches(folded).Cast<Match>())
        {
            var year = years.Find(y => y.Index >= match.Index).Year is > 0 and var next ? next : years.FindLast(y => y.Index < match.Index).Year;
            if (Of(match, own, year > 0 ? year : own.Year) is { } period)
            {
                found.Add(new PeriodMention(period, IsReportedBehind(folded[before..match.Index]), year > 0));
            }

            before = match.Index + match.Length;
        }

        return found;
    }

    private static Regex Pattern(Frequency frequency) => frequency switch
    {
        Frequency.Monthly => Month(),
        Frequency.Quarterly => Quarter(),
        Frequency.HalfYear => Half(),
        _ => NamedYear(),
    };

    private static Period? Of(Match match, Period own, int year)
    {
        var number = match.Groups["n"].Value switch { "i" or "dau" or "1" or "01" => 1, "ii" or "cuoi" => 2, "iii" => 3, "iv" => 4, var digits => int.TryParse(digits, out var n) ? n : 1 };
        var text = own.Frequency switch
        {
            Frequency.Monthly => $"{year}-{number:00}",
            Frequency.Quarterly => $"{year}-Q{number}",
            Frequency.HalfYear => $"{year}-S{number}",
            _ => match.Groups["year"].Value,
        };
        return Period.TryParse(text, out var period) ? period : null;
    }

    private static bool IsReportedBehind(string before) => !Compared().IsMatch(before) && (!Planned().IsMatch(before) || Done().IsMatch(before));

    /// <summary>Days of signing, also where the day or the year is left to be written in by hand.</summary>
    [GeneratedRegex(@"\bngay(?: \d{1,2})? thang(?: \d{1,2})?(?: nam(?: 20\d\d)?)?\b|\b\d{1,2} \d{1,2} 20\d\d\b|\b20\d\d \d\d \d\d\b", RegexOptions.CultureInvariant)]
    private static partial Regex Day();

    [GeneratedRegex(@"\b20\d\d\b", RegexOptions.CultureInvariant)]
    private static partial Regex AnyYear();

    [GeneratedRegex(@"\b(?:thang|t) ?(?<n>0?[1-9]|1[0-2])\b", RegexOptions.CultureInvariant)]
    private static partial Regex Month();

    [GeneratedRegex(@"\b(?:quy|quarter|q) ?(?<n>i{1,3}|iv|0?[1-4])\b|\b20\d\d ?q(?<n>[1-4])\b", RegexOptions.CultureInvariant)]
    private static partial Regex Quarter();

    [GeneratedRegex(@"\b(?:0?6|sau) thang (?<n>dau|cuoi) nam\b", RegexOptions.CultureInvariant)]
    private static partial Regex Half();

    [GeneratedRegex(@"\b(?:nam|year) (?<year>20\d\d)\b", RegexOptions.CultureInvariant)]
    private static partial Regex NamedYear();

    [GeneratedRegex(@"\b(?:so voi|so sanh|cung ky|tang|giam|compared)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Compared();

    [GeneratedRegex(@"\b(?:nhiem vu|phuong huong|ke hoach|muc tieu|du kien|trong tam|plan)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Planned();

    [GeneratedRegex(@"\b(?:thuc hien|ket qua|tinh hinh|bao cao)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Done();
}
