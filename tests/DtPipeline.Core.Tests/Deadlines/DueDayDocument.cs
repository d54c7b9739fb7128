using System.Globalization;
using System.Text;
using DtPipeline.Catalogue;
using DtPipeline.Deadlines;

namespace DtPipeline.Core.Tests.Deadlines;

/// <summary>The page of all due days from January 2023 to December 2026.</summary>
internal static class DueDayDocument
{
    private static readonly (string Regime, string Level, string Title)[] Columns =
    [
        ("ND09-2019", Regime.ReportingBody, "Decree 09/2019"),
        ("TT02-2023", Regime.ReportingBody, "Circular 02/2023, reporting body"),
        ("TT02-2023", Regime.ReceivingUnit, "Circular 02/2023, receiving unit"),
    ];

    public static string Text()
    {
        var text = new StringBuilder();
        text.Append("# Due days, 2023 to 2026\n\n");
        text.Append("Worked out from `catalogue/regimes.csv` and `catalogue/holidays.csv` and compared by a test. `→` a due day on a day off moves to\n");
        text.Append("the next working day. `–` the regime was not in force. The days are included, and end at midnight in Vietnam.\n");
        foreach (var frequency in Enum.GetValues<Frequency>())
        {
            text.Append(CultureInfo.InvariantCulture, $"\n## {char.ToUpperInvariant(frequency.Name().En[0])}{frequency.Name().En[1..]} reports\n\n");
            text.Append(CultureInfo.InvariantCulture, $"| period | {string.Join(" | ", Columns.Select(c => c.Title))} |\n");
            text.Append("| --- | --- | --- | --- |\n");
            for (var period = Period.Containing(frequency, new DateOnly(2023, 1, 1)); period.FirstDay.Year <= 2026; period = period.Next)
            {
                text.Append(CultureInfo.InvariantCulture, $"| {period} | {string.Join(" | ", Columns.Select(c => Cell(period, c.Regime, c.Level)))} |\n");
            }
        }

        return text.ToString();
    }

    private static string Cell(Period period, string regime, string level)
    {
        var form = TheCatalogue.Form("PROV-Q") with { Regime = regime, Level = level, Frequency = period.Frequency };
        if (!TheCatalogue.Default.Regimes.Any(r => form.IsUnder(r) && r.AppliesTo(period)))
        {
            return "–";
        }

        var due = DueDay.Of(form, period, TheCatalogue.Default);
        return (due.Nominal == due.Effective ? Day(due.Nominal) : $"{Day(due.Nominal)} → {Day(due.Effective)}") + (due.IsProvisional ? " (provisional)" : string.Empty);
    }

    private static string Day(DateOnly day) => day.ToString("ddd d MMM yyyy", CultureInfo.InvariantCulture);
}
