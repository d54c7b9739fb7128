using System.Globalization;

namespace DtPipeline.Catalogue;

/// <summary>Reads regimes.csv, and what its lines say of each other.</summary>
internal static class RegimeReader
{
    private const int MostMonths = 12;

    // Any four years of 2000 to 2099 have every length of a month.
    private const int FirstYear = 2023;
    private const int Years = 4;

    public static string LevelOf(CatalogueTable table) => table.OptionalOneOf("level", Regime.ReportingBody, Regime.ReportingBody, Regime.ReceivingUnit);

    public static List<Regime> Read(CatalogueTable table)
    {
        var read = new List<(Regime Regime, int Line)>();
        return table.Read(
            ["code", "frequency", "data_from_day", "data_from_months", "data_to_day", "data_to_months", "due_day", "due_months", "roll_over", "valid_from", "valid_to"],
            t =>
            {
                var from = t.Day("valid_from");
                var regime = new Regime(
                    t.Code("code"),
                    t.FrequencyOf("frequency"),
                    RuleOf(t, "data_from"),
                    RuleOf(t, "data_to"),
                    RuleOf(t, "due"),
                    t.OneOf("roll_over", ("none", RollOver.None), ("next_working_day", RollOver.NextWorkingDay)),
                    from,
                    t.ValidTime().To)
                {
                    Level = LevelOf(t),
                };
                if (t.IsSound && WrongOrder(regime) is { } problem)
                {
                    t.Note(problem);
                }

                if (t.IsSound && read.Find(r => r.Regime.IsOfTheSame(regime) && r.Regime.ValidTime.Overlaps(regime.ValidTime)) is { Regime: not null, Line: var other })
                {
                    t.Note($"line {other} has the same code, frequency and level and is valid at the same time; end one of them the day before the other begins");
                }

                read.Add((regime, t.Line));
                return regime;
            },
            "level");
    }

    private static DayRule RuleOf(CatalogueTable table, string name)
    {
        var (day, months) = (table.Whole($"{name}_day"), table.Whole($"{name}_months"));
        if (table.IsSound && day is (< 1 or > 31))
        {
            table.Note(string.Create(CultureInfo.InvariantCulture, $"{name}_day is {day}, expected a day of the month, 1 to 31"));
        }

        if (table.IsSound && months is (< -MostMonths or > MostMonths))
        {
            table.Note(string.Create(CultureInfo.InvariantCulture, $"{name}_months is {months}, expected -{MostMonths} to {MostMonths} months"));
        }

        return new DayRule(day, months);
    }

    private static string? WrongOrder(Regime regime)
    {
        for (var period = Period.Containing(regime.Frequency, new DateOnly(FirstYear, 1, 1)); period.Year < FirstYear + Years; period = period.Next)
        {
            var (from, to, due) = (regime.DataFrom.From(period.FirstDay), regime.DataTo.From(period.LastDay), regime.Due.From(period.LastDay));
            if (to < from)
            {
                return string.Create(CultureInfo.InvariantCulture, $"the data of {period} would end on {to:O}, before they begin on {from:O}; mend data_from or data_to");
            }

            if (due < to)
            {
                return string.Create(CultureInfo.InvariantCulture, $"the report for {period} would be due on {due:O}, before its data end on {to:O}; mend due or data_to");
            }
        }

        return null;
    }
}
