using DtPipeline.Catalogue;

namespace DtPipeline.Deadlines;

/// <summary>The last day on which a report is on time: as the rule says, and as moved off weekends and holidays. Both days included, in Vietnam's time.</summary>
public sealed record DueDay(DateOnly Nominal, DateOnly Effective)
{
    /// <summary>It was rolled over, or not, by days off that the Government has not announced yet: it may still change.</summary>
    public bool IsProvisional { get; init; }

    /// <exception cref="InvalidOperationException">No regime line covers the period: the catalogue's regimes have a gap in time.</exception>
    public static DueDay Of(Form form, Period period, ReportingCatalogue catalogue)
    {
        var regime = catalogue.Regimes.FirstOrDefault(r => form.IsUnder(r) && r.AppliesTo(period))
            ?? throw new InvalidOperationException(
                $"No line of regime {form.Regime} in regimes.csv is valid for {period}, which form {form.Code} owes. Add one, or move the form's owed_from.");
        var due = new DueDay(regime.NominalDue(period), regime.EffectiveDue(period, catalogue.Calendar));
        return regime.RollOver == RollOver.None
            ? due
            : due with { IsProvisional = !catalogue.Calendar.IsAnnounced(due.Nominal.Year) || !catalogue.Calendar.IsAnnounced(due.Effective.Year) };
    }

    /// <summary>As granted to one organisation: an extension moves only its own due day, and never to an earlier one.</summary>
    public static DueDay Of(Form form, Organisation organisation, Period period, ReportingCatalogue catalogue)
    {
        var due = Of(form, period, catalogue);
        return catalogue.Grants.FindExtension(form, organisation, period) is { Until: { } until } && until > due.Effective
            ? due with { Effective = until, IsProvisional = false }
            : due;
    }
}
