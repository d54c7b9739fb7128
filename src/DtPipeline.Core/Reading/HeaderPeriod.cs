using System.Globalization;
using System.Text.RegularExpressions;
using DtPipeline.Catalogue;

namespace DtPipeline.Reading;

/// <summary>How a period stands to the one that a file is of.</summary>
internal enum PeriodStanding
{
    /// <summary>The very period, or a day in it.</summary>
    Own,

    /// <summary>Longer than it and holding it: a year above the columns of its quarters.</summary>
    Around,

    /// <summary>From the beginning of the year to the end of the period.</summary>
    ToDate,
    Other,
}

/// <summary>A period or day that a header names, its year perhaps left to what stands above it.</summary>
/// <param name="Kind">Of <c>month</c>, <c>quarter</c>, <c>half</c>, <c>year</c>, <c>months</c> (from January on) and <c>day</c>.</param>
/// <param name="Number">Of the month, quarter or half; how many months; of a day its month.</param>
/// <param name="Day">Of the month; 0 where no day is named.</param>
internal sealed partial record HeaderPeriod(string Kind, int Number, int Day, int? Year)
{
    /// <summary>Finds the one period in a header and gives what is said beside it.</summary>
    /// <param name="folded">The header as <see cref="Texts.Fold"/> writes it.</param>
    public static (HeaderPeriod Period, string Beside)? In(string folded)
    {
        foreach (var (kind, pattern) in Patterns())
        {
            if (pattern.Match(folded) is { Success: true } match && Of(kind, match) is { } period)
            {
                return (period, $"{folded[..match.Index].Trim()} {folded[(match.Index + match.Length)..].Trim()}".Trim());
            }
        }

        return null;
    }

    /// <param name="year">The year of what has none.</param>
    public PeriodStanding Against(Period own, int year)
    {
        var whichYear = Year ?? year;
        if (Kind == "day")
        {
            return Date(whichYear) is { } day && Period.Containing(own.Frequency, day) == own ? PeriodStanding.Own : PeriodStanding.Other;
        }

        if (Kind == "months")
        {
            return whichYear != own.Year || Number != own.LastDay.Month ? PeriodStanding.Other
                : own.FirstDay.Month == 1 ? PeriodStanding.Own
                : PeriodStanding.ToDate;
        }

        var text = Kind switch
        {
            "month" => string.Create(CultureInfo.InvariantCulture, $"{whichYear}-{Number:00}"),
            "quarter" => string.Create(CultureInfo.InvariantCulture, $"{whichYear}-Q{Number}"),
            "half" => string.Create(CultureInfo.InvariantCulture, $"{whichYear}-S{Number}"),
            _ => whichYear.ToString(CultureInfo.InvariantCulture),
        };
        return !Period.TryParse(text, out var period) ? PeriodStanding.Other
            : period == own ? PeriodStanding.Own
            : period.FirstDay <= own.FirstDay && period.LastDay >= own.LastDay ? PeriodStanding.Around
            : PeriodStanding.Other;
    }

    /// <summary>The day that a header names; null where it names none, or one that no calendar has.</summary>
    public DateOnly? Date(int year) =>
        Kind == "day" && Day <= DateTime.DaysInMonth(Year ?? year, Number) ? new DateOnly(Year ?? year, Number, Day) : null;

    private static HeaderPeriod? Of(string kind, Match match)
    {
        var year = match.Groups["year"] is { Success: true } group ? int.Parse(group.Value, CultureInfo.InvariantCulture) : (int?)null;
        var number = match.Groups["n"].Value switch
        {
            "" => 1,
            "i" or "mot" => 1,
            "ii" or "hai" => 2,
            "iii" or "ba" => 3,
            "iv" or "bon" or "tu" => 4,
            "cuoi" => 2,
            "sau" => 6,
            var digits => int.Parse(digits, CultureInfo.InvariantCulture),
        };
        var day = match.Groups["day"] is { Success: true } written ? int.Parse(written.Value, CultureInfo.InvariantCulture) : 0;
        return kind == "day" && (number is < 1 or > 12 || day is < 1 or > 31) ? null : new HeaderPeriod(kind, number, day, year);
    }

    private static (string Kind, Regex Pattern)[] Patterns() =>
    [
        ("day", SpokenDay()),
        ("day", NumericDay()),
        ("day", IsoDay()),
        ("day", DayOfMonth()),
        ("half", SecondHalf()),
        ("half", NumberedHalf()),
        ("months", Months()),
        ("quarter", YearQuarter()),
        ("quarter", Quarter()),
        ("month", Month()),
        ("month", MonthYear()),
        ("month", YearMonth()),
        ("year", NamedYear()),
        ("year", BareYear()),
    ];

    [GeneratedRegex(@"\b(?:ngay )?(?<day>\d{1,2}) thang (?<n>\d{1,2})(?: nam (?<year>20\d\d))?\b", RegexOptions.CultureInvariant)]
    private static partial Regex SpokenDay();

    [GeneratedRegex(@"\b(?:ngay )?(?<day>\d{1,2}) (?<n>\d{1,2}) (?<year>20\d\d)\b", RegexOptions.CultureInvariant)]
    private static partial Regex NumericDay();

    [GeneratedRegex(@"\b(?:ngay )?(?<year>20\d\d) (?<n>\d{2}) (?<day>\d{2})(?: ?t?00 00 00)?\b", RegexOptions.CultureInvariant)]
    private static partial Regex IsoDay();

    [GeneratedRegex(@"(?:\bngay|\bden|^) ?(?<day>\d{1,2}) (?<n>\d{1,2})$", RegexOptions.CultureInvariant)]
    private static partial Regex DayOfMonth();

    [GeneratedRegex(@"\b(?:0?6|sau) thang (?<n>cuoi) nam(?: (?<year>20\d\d))?\b", RegexOptions.CultureInvariant)]
    private static partial Regex SecondHalf();

    [GeneratedRegex(@"^(?:(?:nua nam|hk|h|s) ?(?<n>[12])(?: (?:nam )?(?<year>20\d\d))?|(?<year>20\d\d) [hs](?<n>[12]))$", RegexOptions.CultureInvariant)]
    private static partial Regex NumberedHalf();

    [GeneratedRegex(@"\b(?<n>0?[1-9]|1[0-2]|sau) ?(?:thang|t)\b(?: (?:dau )?(?:nam|cua nam))?(?: (?<year>20\d\d))?(?: (?:dau )?nam\b)?", RegexOptions.CultureInvariant)]
    private static partial Regex Months();

    [GeneratedRegex(@"\b(?:quy|quarter|q) ?(?<n>i{1,3}|iv|0?[1-4]|mot|hai|ba|bon|tu)\b(?: (?:nam )?(?<year>20\d\d)\b)?", RegexOptions.CultureInvariant)]
    private static partial Regex Quarter();

    [GeneratedRegex(@"^(?:(?<year>20\d\d) ?q(?<n>[1-4])|(?<n>i{1,3}|iv) (?<year>20\d\d))$", RegexOptions.CultureInvariant)]
    private static partial Regex YearQuarter();

    [GeneratedRegex(@"\b(?:thang|t) ?(?<n>0?[1-9]|1[0-2])\b(?: (?:nam )?(?<year>20\d\d)\b)?", RegexOptions.CultureInvariant)]
    private static partial Regex Month();

    [GeneratedRegex(@"(?<!\d )\b(?<n>0?[1-9]|1[0-2]) (?<year>20\d\d)$", RegexOptions.CultureInvariant)]
    private static partial Regex MonthYear();

    [GeneratedRegex(@"^(?<year>20\d\d) ?m?(?<n>0?[1-9]|1[0-2])$", RegexOptions.CultureInvariant)]
    private static partial Regex YearMonth();

    [GeneratedRegex(@"\b(?:ca )?(?:nam|year) (?<year>20\d\d)\b|\bca nam\b", RegexOptions.CultureInvariant)]
    private static partial Regex NamedYear();

    [GeneratedRegex(@"(?<![\d.])\b(?<year>20\d\d)$", RegexOptions.CultureInvariant)]
    private static partial Regex BareYear();
}
