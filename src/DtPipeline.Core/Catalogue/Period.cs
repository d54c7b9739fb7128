using System.Globalization;

namespace DtPipeline.Catalogue;

/// <summary>
/// A reporting period as SDMX writes it: <c>2024-06</c>, <c>2024-Q2</c>, <c>2024-S1</c>, <c>2024</c>. Years 2000 to 2099.
/// Periods of one frequency sort by their text as they do by time.
/// </summary>
public sealed record Period
{
    public const int LastYear = 2099;

    private Period(Frequency frequency, int year, int number)
    {
        Frequency = frequency;
        Year = year;
        Number = number;
    }

    public Frequency Frequency { get; }

    public int Year { get; }

    /// <summary>The place in the year, from 1; always 1 for a year.</summary>
    public int Number { get; }

    public DateOnly FirstDay => new(Year, ((Number - 1) * Frequency.MonthsOf()) + 1, 1);

    public DateOnly LastDay => FirstDay.AddMonths(Frequency.MonthsOf()).AddDays(-1);

    public Period Next => Containing(Frequency, LastDay.AddDays(1));

    public Period Previous => Containing(Frequency, FirstDay.AddDays(-1));

    public Period YearBefore => new(Frequency, Year - 1, Number);

    public Period YearAfter => new(Frequency, Year + 1, Number);

    public static Period Containing(Frequency frequency, DateOnly day) =>
        new(frequency, day.Year, ((day.Month - 1) / frequency.MonthsOf()) + 1);

    public static bool TryParse(string text, [NotNullWhen(true)] out Period? period)
    {
        period = null;
        if (text.Length is < 4 or > 7 || !TryDigits(text.AsSpan(0, 4), out var year) || year is < 2000 or > LastYear)
        {
            return false;
        }

        period = (text.Length, text.Length > 5 ? text[5] : '\0') switch
        {
            (4, _) => new Period(Frequency.Annual, year, 1),
            (7, 'Q') when text[4] == '-' => Numbered(Frequency.Quarterly, year, text.AsSpan(6)),
            (7, 'S') when text[4] == '-' => Numbered(Frequency.HalfYear, year, text.AsSpan(6)),
            (7, '0' or '1') when text[4] == '-' => Numbered(Frequency.Monthly, year, text.AsSpan(5)),
            _ => null,
        };
        return period is not null;
    }

    public override string ToString() => Frequency switch
    {
        Frequency.Monthly => string.Create(CultureInfo.InvariantCulture, $"{Year}-{Number:00}"),
        Frequency.Quarterly => string.Create(CultureInfo.InvariantCulture, $"{Year}-Q{Number}"),
        Frequency.HalfYear => string.Create(CultureInfo.InvariantCulture, $"{Year}-S{Number}"),
        _ => Year.ToString(CultureInfo.InvariantCulture),
    };

    private static Period? Numbered(Frequency frequency, int year, ReadOnlySpan<char> digits) =>
        TryDigits(digits, out var number) && number >= 1 && number <= 12 / frequency.MonthsOf()
            ? new Period(frequency, year, number)
            : null;

    private static bool TryDigits(ReadOnlySpan<char> text, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
