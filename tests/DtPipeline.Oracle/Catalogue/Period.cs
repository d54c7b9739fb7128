using System.Globalization;

namespace DtPipeline.Oracle.Catalogue;

/// <summary>A reporting period by its SDMX name. Its frequency is as the catalogue writes it: <c>monthly</c>, <c>quarterly</c>, <c>half-year</c>, <c>annual</c>.</summary>
public sealed record Period(string Name, string Frequency, DateOnly First, DateOnly Last)
{
    public Period Next => Containing(Frequency, Last.AddDays(1));

    public Period Previous => Containing(Frequency, First.AddDays(-1));

    public Period YearBefore => Containing(Frequency, First.AddYears(-1));

    /// <exception cref="FormatException">The name is no period's.</exception>
    public static Period Named(string name)
    {
        var year = int.Parse(name[..4], CultureInfo.InvariantCulture);
        var (frequency, month) = name[4..] switch
        {
            "" => ("annual", 1),
            ['-', 'Q', var quarter] => ("quarterly", ((quarter - '0') * 3) - 2),
            ['-', 'S', var half] => ("half-year", ((half - '0') * 6) - 5),
            ['-', ..] => ("monthly", int.Parse(name[5..], CultureInfo.InvariantCulture)),
            _ => throw new FormatException($"'{name}' is no period."),
        };
        return Containing(frequency, new DateOnly(year, month, 1));
    }

    public static Period Containing(string frequency, DateOnly day)
    {
        var months = MonthsOf(frequency);
        var number = (day.Month - 1) / months;
        var first = new DateOnly(day.Year, (number * months) + 1, 1);
        var name = frequency switch
        {
            "monthly" => string.Create(CultureInfo.InvariantCulture, $"{day.Year}-{day.Month:00}"),
            "quarterly" => string.Create(CultureInfo.InvariantCulture, $"{day.Year}-Q{number + 1}"),
            "half-year" => string.Create(CultureInfo.InvariantCulture, $"{day.Year}-S{number + 1}"),
            _ => day.Year.ToString(CultureInfo.InvariantCulture),
        };
        return new Period(name, frequency, first, first.AddMonths(months).AddDays(-1));
    }

    private static int MonthsOf(string frequency) => frequency switch
    {
        "monthly" => 1,
        "quarterly" => 3,
        "half-year" => 6,
        "annual" => 12,
        _ => throw new FormatException($"'{frequency}' is no frequency."),
    };
}
