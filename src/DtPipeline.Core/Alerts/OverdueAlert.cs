using System.Globalization;
using DtPipeline.Catalogue;
using DtPipeline.Deadlines;
using DtPipeline.Ledger;
using DtPipeline.Texts;
using DtPipeline.Time;

namespace DtPipeline.Alerts;

/// <summary>A report of which nothing is accepted, before and after its due day, or not all that is required after it.</summary>
public static class OverdueAlert
{
    /// <summary>From so many organisations on, a form that nobody has filed is one alert and not one for each.</summary>
    private const int Many = 3;

    /// <summary>A cause common to the form, which holds the single alerts back: many owe it and nothing of it was accepted of anybody. A refused file ends no cause.</summary>
    public static bool NobodyFiled(IReadOnlyCollection<Obligation> obligations)
    {
        var expected = obligations.Where(o => o.Waiver is null).ToList();
        return expected.Count >= Many && expected.TrueForAll(o => o.FirstAccepted is null);
    }

    /// <param name="heldBack">An alert for all who owe the form stands in place of this one.</param>
    public static IReadOnlyList<AlertCondition> Of(
        Obligation obligation, Form form, Organisation organisation, bool heldBack, DateOnly today, AlertTiming timing, WorkingCalendar calendar)
    {
        var who = obligation.DeliveredBy is { } heir
            ? new Bilingual($"{organisation.NameVi} (do {heir.NameVi} nộp thay)", $"{organisation.NameEn} (delivered by {heir.NameEn})")
            : new Bilingual(organisation.NameVi, organisation.NameEn);
        var owed = Owed(who, false, form, obligation.Period, obligation.Due) with
        {
            Refused = RefusedAmong([obligation]),
            Lacking = obligation is { IsIncomplete: true, Lacking: { } lacking } ? LackingPart.From(lacking) : null,
        };

        AlertSubject About(string type) => Subject(type, $"{obligation.Period}~{organisation.Code}~{form.Code}", organisation.Code, form, obligation.Period);
        IReadOnlyList<AlertCondition> conditions =
        [
            .. DueAlert.Of(About(AlertType.ReportDueSoon), About(AlertType.ReportOverdue), owed, obligation.IsAwaited && !heldBack, today, timing, calendar),
            IncompleteAlert.Of(About(AlertType.ReportIncomplete), obligation, owed, today, timing),
        ];
        return obligation.Waiver is { } waiver ? [.. conditions.Select(c => c with { Owed = null, OnceSettled = UnowedAlert.Waived(waiver, owed.Who, owed.Thing) })] : conditions;
    }

    /// <summary>One alert for all when nobody has filed a form: the cause is then the form's, not each organisation's.</summary>
    public static IReadOnlyList<AlertCondition> OfForm(
        Form form, Period period, DueDay due, IReadOnlyCollection<Obligation> obligations, DateOnly today, AlertTiming timing, WorkingCalendar calendar)
    {
        var owing = obligations.Count(o => o.Waiver is null);
        var who = new Bilingual(string.Create(CultureInfo.InvariantCulture, $"Cả {owing} cơ quan"), string.Create(CultureInfo.InvariantCulture, $"All {owing} organisations"));
        return DueAlert.OfAll(
            ReminderOfAll(form, period.ToString()),
            Subject(AlertType.ReportOverdue, $"{period}~{form.Code}", form.OwedBy, form, period.ToString()),
            Owed(who, true, form, period.ToString(), due) with { Owing = owing, Refused = RefusedAmong(obligations.Where(o => o.Waiver is null)) },
            NobodyFiled(obligations),
            today,
            timing,
            calendar);
    }

    /// <summary>
    /// Closes those open alerts of an organisation that its partition of the ledger now answers, and says of the others what a file has changed.
    /// Raises none but that a report is not whole, where the overdue one gives way to it.
    /// </summary>
    public static (LedgerState After, IReadOnlyList<AlertTransition> Settled) Settle(
        Owner owner, LedgerState ledger, DateTimeOffset now, AlertTiming timing, ReportingCatalogue catalogue)
    {
        var today = VietnamTime.DayOf(now);
        var facts = ledger.Facts;
        var answered = catalogue.FormsOwed(owner.Period, owner.Organisation)
            .Select(form => (Form: form, Obligation: ObligationRule.Decide(form, owner.Organisation, owner.Period, facts, today, catalogue)))
            .SelectMany(owed => AnsweredBy(owed.Obligation, Of(owed.Obligation, owed.Form, owner.Organisation, heldBack: false, today, timing, catalogue.Calendar), ledger.Alerts));
        var (marks, settled) = AlertCondition.Settle(ledger.Alerts, answered, now);
        return (ledger with { Alerts = marks }, settled);
    }

    private static IEnumerable<AlertCondition> AnsweredBy(Obligation obligation, IReadOnlyList<AlertCondition> conditions, IReadOnlyDictionary<string, AlertMark> marks)
    {
        bool IsOpen(AlertCondition condition) => marks.GetValueOrDefault(condition.Subject.Key) is { IsOpen: true };
        var givesWay = conditions.Any(c => c.Subject.Type == AlertType.ReportOverdue && !c.Holds && IsOpen(c));
        return conditions.Where(c => IsOpen(c) ? c.Holds || !obligation.IsAwaited : givesWay && c.Subject.Type == AlertType.ReportIncomplete);
    }

    internal static AlertSubject ReminderOfAll(Form form, string period) => Subject(AlertType.ReportDueSoon, $"{period}~{form.Code}", form.OwedBy, form, period);

    private static AlertSubject Subject(string type, string tail, string organisation, Form form, string period) =>
        new($"{type}~{tail}", type, organisation, period, form.Code, null);

    private static SortedDictionary<string, DateOnly>? RefusedAmong(IEnumerable<Obligation> obligations)
    {
        var refused = obligations.Where(o => o.RefusedOn is not null).ToDictionary(o => o.Organisation, o => o.RefusedOn!.Value, StringComparer.Ordinal);
        return refused.Count > 0 ? new SortedDictionary<string, DateOnly>(refused, StringComparer.Ordinal) : null;
    }

    internal static Bilingual Thing(Form form, string period) => new($"«{form.NameVi}» kỳ {period}", $"the '{form.NameEn}' for {period}");

    private static OwedBy Owed(Bilingual who, bool isMany, Form form, string period, DueDay due) =>
        new(who, isMany, new Bilingual("nộp", "filed"), Thing(form, period), due.Effective);
}
