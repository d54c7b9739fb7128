using DtPipeline.Catalogue;

namespace DtPipeline.Deadlines;

/// <summary>The last day on which a report is on time: as the rule says, and as moved off weekends and holidays. Both days included, in Vietnam's time.</summary>
public sealed record DueDay(DateOnly Nominal, DateOnly Effective)
{
    /// <exception cref="InvalidOperationException">No regime line covers the period: the catalogue's regimes have a gap in time.</exception>
    public static DueDay Of(Form form, Period period, ReportingCatalogue catalogue)
    {
        var regime = catalogue.Regimes.FirstOrDefault(r => r.Code == form.Regime && r.AppliesTo(period))
            ?? throw new InvalidOperationException(
                $"No line of regime {form.Regime} in regimes.csv is valid for {period}, which form {form.Code} owes. Add one, or move the form's owed_from.");
        var nominal = regime.Due.From(period.LastDay);
        return new DueDay(nominal, regime.RollOver == RollOver.NextWorkingDay ? catalogue.Calendar.NextWorkingDay(nominal) : nominal);
    }
}
