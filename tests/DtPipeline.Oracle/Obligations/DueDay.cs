using DtPipeline.Oracle.Catalogue;

namespace DtPipeline.Oracle.Obligations;

/// <summary>The last day on which a report is on time, as the regime names it and as moved to a working day or by a grant.</summary>
public sealed record DueDay(DateOnly Nominal, DateOnly Effective)
{
    public static DueDay Of(Form form, Period period, ReportingCatalogue catalogue)
    {
        var regime = catalogue.Regimes.First(r =>
            r.Code == form.Regime && r.Level == form.Level && r.Frequency == form.Frequency && r.From <= period.Last && (r.To is null || period.Last <= r.To));
        var month = new DateOnly(period.Last.Year, period.Last.Month, 1).AddMonths(regime.Months);
        var nominal = month.AddDays(Math.Min(regime.Day, DateTime.DaysInMonth(month.Year, month.Month)) - 1);
        return new DueDay(nominal, regime.RollsOver ? catalogue.WorkingDays.OnOrAfter(nominal) : nominal);
    }

    /// <summary>For one who may have more time: the day granted counts as it is, and never makes the due day an earlier one.</summary>
    public static DueDay Of(Form form, Organisation organisation, Period period, ReportingCatalogue catalogue)
    {
        var due = Of(form, period, catalogue);
        return GrantOf(form, organisation, period, catalogue)?.Until is { } until && until > due.Effective ? due with { Effective = until } : due;
    }

    /// <summary>For good, or to the last day of the exemption, included.</summary>
    public static bool IsExempt(Form form, Organisation organisation, Period period, DateOnly day, ReportingCatalogue catalogue) =>
        GrantOf(form, organisation, period, catalogue) is { IsExemption: true } grant && (grant.Until is null || day <= grant.Until);

    /// <summary>Vietnam's day, seven hours before UTC's.</summary>
    public static DateOnly DayOf(DateTimeOffset moment) => DateOnly.FromDateTime(moment.ToOffset(TimeSpan.FromHours(7)).DateTime);

    /// <summary>The one granted last.</summary>
    private static Grant? GrantOf(Form form, Organisation organisation, Period period, ReportingCatalogue catalogue) =>
        catalogue.GrantsFor(form, organisation, period).MaxBy(g => g.GrantedOn);
}
