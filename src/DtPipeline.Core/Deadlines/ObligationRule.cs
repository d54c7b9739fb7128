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
        var lacking = CompletenessRule.Lacking(form, organisation, period, facts, catalogue);
        DateTimeOffset? accepted = facts is not null && facts.FirstAccepted.TryGetValue(form.Code, out var first) ? first : null;
        var waiver = catalogue.Grants.FindWaiver(form, organisation, period, today);
        var state = waiver is { Kind: GrantKind.Exemption } ? ObligationState.Exempt : StateOf(form, lacking, facts, due, accepted, today);
        return new Obligation(
            form.Code, organisation.Code, period.ToString(), state, due, facts?.FirstReceived(form.Code), accepted, lacking.Required - lacking.Indicators.Count, lacking.Required)
        {
            Lacking = lacking,
            Waiver = waiver,
            DeliveredBy = Heir.DeliveringFor(organisation.Code, form, today, catalogue),
            Evidence = !form.IsEvidenceRequired || state == ObligationState.Exempt ? EvidenceState.NotRequired
                : facts?.Evidence.Contains(form.Code) == true ? EvidenceState.Present
                : EvidenceState.Missing,
        };
    }

    private static ObligationState StateOf(
        Form form, LackingIndicators lacking, FilingFacts? facts, DueDay due, DateTimeOffset? accepted, DateOnly today)
    {
        if (accepted is { } at)
        {
            return lacking.Indicators.Count == 0 && IsNil(form, facts!) ? ObligationState.Nil
                : VietnamTime.DayOf(at) <= due.Effective ? ObligationState.OnTime
                : ObligationState.Late;
        }

        return facts?.FirstReceived(form.Code) is not null ? ObligationState.Faulty
            : today > due.Effective ? ObligationState.Missing
            : ObligationState.Expected;
    }

    /// <summary>All that is answered is nil. Of a report that lacks nothing it says that there is nothing to report; a nil here and there is an answer of its own indicator and no more.</summary>
    private static bool IsNil(Form form, FilingFacts facts)
    {
        var answers = form.Indicators.Select(i => facts.Answers.GetValueOrDefault(i.Indicator)).OfType<string>().ToList();
        return answers.Count > 0 && answers.TrueForAll(status => status == ObservationStatus.Nil);
    }
}
