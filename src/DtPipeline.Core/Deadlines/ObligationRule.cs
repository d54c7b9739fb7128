using DtPipeline.Catalogue;
using DtPipeline.Checking;
using DtPipeline.Observing;

namespace DtPipeline.Deadlines;

/// <summary>Decides every obligation's one state from what the ledger holds and the day. Lateness is judged on the first accepted filing.</summary>
public static class ObligationRule
{
    public static Obligation Decide(Form form, Organisation organisation, Period period, LedgerState? ledger, DateOnly today, ReportingCatalogue catalogue)
    {
        var due = DueDay.Of(form, period, catalogue);
        var required = form.Indicators
            .Where(i => i.Required && catalogue.FindIndicator(i.Indicator)!.IsReportedFor(period))
            .Select(i => i.Indicator)
            .ToList();
        var received = ledger?.FirstReceived;
        DateTimeOffset? accepted = ledger is not null && ledger.FirstAccepted.TryGetValue(form.Code, out var first) ? first : null;
        var provided = ledger is null ? 0 : required.Count(i => ledger.Observations.TryGetValue(i, out var o) && o.IsAnswer);
        return new Obligation(form.Code, organisation.Code, period.ToString(), StateOf(form, ledger, due, received, accepted, today), due, received, accepted, provided, required.Count);
    }

    private static ObligationState StateOf(Form form, LedgerState? ledger, DueDay due, DateTimeOffset? received, DateTimeOffset? accepted, DateOnly today)
    {
        if (accepted is { } at)
        {
            return IsNil(form, ledger!) ? ObligationState.Nil
                : VietnamTime.DayOf(at) <= due.Effective ? ObligationState.OnTime
                : ObligationState.Late;
        }

        return received is not null ? ObligationState.Faulty
            : today > due.Effective ? ObligationState.Missing
            : ObligationState.Expected;
    }

    private static bool IsNil(Form form, LedgerState ledger)
    {
        var answers = form.Indicators
            .Select(i => ledger.Observations.GetValueOrDefault(i.Indicator))
            .Where(o => o is { IsAnswer: true })
            .ToList();
        return answers.Count > 0 && answers.TrueForAll(o => o!.Status == ObservationStatus.Nil);
    }
}
