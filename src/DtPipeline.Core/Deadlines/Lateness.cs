using DtPipeline.Catalogue;
using DtPipeline.Ledger;
using DtPipeline.Time;

namespace DtPipeline.Deadlines;

/// <summary>Days from the effective due day to the day of the first accepted filing, in Vietnam's time; 0 for a filing on time.</summary>
public static class Lateness
{
    /// <summary>Of each form that was accepted for the first time between two states of a ledger and is not exempt.</summary>
    public static IEnumerable<(Form Form, DateOnly Due, int Days)> OfNewlyAccepted(Owner owner, LedgerState before, LedgerState after, ReportingCatalogue catalogue)
    {
        var (organisation, period) = owner;
        foreach (var form in catalogue.FormsOwed(period, organisation).Where(f => !before.FirstAccepted.ContainsKey(f.Code)))
        {
            if (after.FirstAccepted.TryGetValue(form.Code, out var at) && VietnamTime.DayOf(at) is var day && !catalogue.Grants.IsExempt(form, organisation, period, day))
            {
                var due = DueDay.Of(form, organisation, period, catalogue).Effective;
                yield return (form, due, Math.Max(0, day.DayNumber - due.DayNumber));
            }
        }
    }
}
