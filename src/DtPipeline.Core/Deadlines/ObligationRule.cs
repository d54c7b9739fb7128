using DtPipeline.Catalogue;
using DtPipeline.Checking;
using DtPipeline.Ledger;
using DtPipeline.Time;

namespace DtPipeline.Deadlines;

/// <summary>Decides every obligation's one state from what the ledger holds and the day. Lateness is judged on the first accepted filing.</summary>
public static class ObligationRule
{
    /// <param name="facts">Null where nothing was ever received.</param>
    public static Obligation Decide(Form form, Organisation organisation, Period period, FilingFacts? facts, DateOnly today, ReportingCatalogue catalogue)
    {
        var due = DueDay.Of(form, organisation, period, catalogue);
        var required = catalogue.Asked(form, organisation, period).Where(i => i.Required).ToList();
        DateTimeOffset? accepted = facts is not null && facts.FirstAccepted.TryGetValue(form.Code, out var first) ? first : null;
        var provided = facts is null ? 0 : required.Count(i => facts.Answers.ContainsKey(i.Indicator));
        var state = catalogue.Grants.IsExempt(form, organisation, period, today) ? ObligationState.Exempt : StateOf(form, required, facts, due, accepted, today);
        return new Obligation(form.Code, organisation.Code, period.ToString(), state, due, facts?.FirstReceived, accepted, provided, required.Count)
        {
            Evidence = !form.IsEvidenceRequired || state == ObligationState.Exempt ? EvidenceState.NotRequired
                : facts?.Evidence.Contains(form.Code) == true ? EvidenceState.Present
                : EvidenceState.Missing,
        };
    }

    private static ObligationState StateOf(
        Form form, List<FormIndicator> required, FilingFacts? facts, DueDay due, DateTimeOffset? accepted, DateOnly today)
    {
        if (accepted is { } at)
        {
            return IsNil(form, required, facts!) ? ObligationState.Nil
                : VietnamTime.DayOf(at) <= due.Effective ? ObligationState.OnTime
                : ObligationState.Late;
        }

        return facts?.FirstReceived is not null ? ObligationState.Faulty
            : today > due.Effective ? ObligationState.Missing
            : ObligationState.Expected;
    }

    /// <summary>Every required indicator is nil, and no other one has a value: a nil here and there is an answer of its own indicator and no more.</summary>
    private static bool IsNil(Form form, List<FormIndicator> required, FilingFacts facts)
    {
        var answers = form.Indicators.Select(i => facts.Answers.GetValueOrDefault(i.Indicator)).OfType<string>().ToList();
        return answers.Count > 0
            && answers.TrueForAll(status => status == ObservationStatus.Nil)
            && required.TrueForAll(i => facts.Answers.ContainsKey(i.Indicator));
    }
}
