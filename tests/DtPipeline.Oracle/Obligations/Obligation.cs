using DtPipeline.Oracle.Catalogue;
using DtPipeline.Oracle.Filings;

namespace DtPipeline.Oracle.Obligations;

/// <summary>What an organisation owes of a form for a period, and how it stands on a day.</summary>
/// <param name="State"><c>expected</c>, <c>on_time</c>, <c>late</c>, <c>nil</c>, <c>faulty</c>, <c>missing</c> or <c>exempt</c>.</param>
/// <param name="Provided">Required indicators that have a value or a nil.</param>
public sealed record Obligation(
    Form Form, Organisation Organisation, Period Period, string State, DueDay Due, DateTimeOffset? FirstReceived, DateTimeOffset? FirstAccepted, int Provided, int Required)
{
    public bool IsExempt => State == "exempt";

    /// <summary>Owed, and nothing of it accepted.</summary>
    public bool IsAwaited => !IsExempt && FirstAccepted is null;

    /// <summary>A mark beside the state: something is accepted, and a required indicator is not in it.</summary>
    public bool IsIncomplete => !IsExempt && FirstAccepted is not null && Provided < Required;

    public bool IsAcceptedInTime => FirstAccepted is { } at && DueDay.DayOf(at) <= Due.Effective;

    public static Obligation On(DateOnly today, Form form, Organisation organisation, Period period, Standing standing, ReportingCatalogue catalogue)
    {
        var due = DueDay.Of(form, organisation, period, catalogue);
        var required = catalogue.RequiredOf(form, period);
        DateTimeOffset? accepted = standing.FirstAccepted.TryGetValue(form.Code, out var at) ? at : null;
        var obligation = new Obligation(
            form, organisation, period, string.Empty, due, standing.FirstReceived(form.Code), accepted, required.Count(i => standing.Answer(i) is not null), required.Count);
        var state = DueDay.IsExempt(form, organisation, period, today, catalogue) ? "exempt"
            : accepted is not null && IsNil(form, required, standing) ? "nil"
            : obligation.IsAcceptedInTime ? "on_time"
            : accepted is not null ? "late"
            : obligation.FirstReceived is not null ? "faulty"
            : today > due.Effective ? "missing"
            : "expected";
        return obligation with { State = state };
    }

    /// <summary>All that is required is nil, and nothing else has a value.</summary>
    private static bool IsNil(Form form, IReadOnlyList<string> required, Standing standing) =>
        required.All(i => standing.Answer(i)?.Said == Said.Nil)
        && form.Indicators.Any(i => standing.Answer(i.Code) is not null)
        && form.Indicators.All(i => standing.Answer(i.Code)?.Said != Said.Value);
}
