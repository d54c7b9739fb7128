using System.Globalization;
using DtPipeline.Catalogue;
using DtPipeline.Deadlines;
using DtPipeline.Observing;

namespace DtPipeline.Alerts;

/// <summary>A report of which nothing is accepted, before and after its due day.</summary>
public static class OverdueAlert
{
    /// <param name="heldBack">An alert for all who owe the form stands in place of this one.</param>
    public static IReadOnlyList<AlertCondition> Of(
        Obligation obligation, Form form, Organisation organisation, bool heldBack, DateOnly today, AlertTiming timing, WorkingCalendar calendar) => DueAlert.Of(
        Matter($"{obligation.Period}~{organisation.Code}~{form.Code}", organisation.Code, new Bilingual(organisation.NameVi, organisation.NameEn), "has", form, obligation.Period, obligation.Due),
        obligation.IsAwaited && !heldBack,
        today,
        timing,
        calendar);

    /// <summary>One alert for all when nobody has filed a form: the cause is then the form's, not each organisation's.</summary>
    public static IReadOnlyList<AlertCondition> OfForm(
        Form form, Period period, DueDay due, int owing, bool nobodyFiled, DateOnly today, AlertTiming timing, WorkingCalendar calendar) => DueAlert.Of(
        Matter(
            $"{period}~{form.Code}",
            form.OwedBy,
            new Bilingual(string.Create(CultureInfo.InvariantCulture, $"Cả {owing} cơ quan"), string.Create(CultureInfo.InvariantCulture, $"All {owing} organisations")),
            "have",
            form,
            period.ToString(),
            due),
        nobodyFiled,
        today,
        timing,
        calendar);

    /// <summary>Closes those alerts of an organisation that its partition of the ledger now answers. Raises none.</summary>
    public static (LedgerState After, IReadOnlyList<AlertTransition> Settled) Settle(
        Owner owner, LedgerState ledger, DateTimeOffset now, AlertTiming timing, ReportingCatalogue catalogue)
    {
        var today = VietnamTime.DayOf(now);
        var answered = catalogue.FormsOwed(owner.Period, owner.Organisation)
            .Select(form => (Form: form, Obligation: ObligationRule.Decide(form, owner.Organisation, owner.Period, ledger, today, catalogue)))
            .Where(owed => !owed.Obligation.IsAwaited)
            .SelectMany(owed => Of(owed.Obligation, owed.Form, owner.Organisation, heldBack: false, today, timing, catalogue.Calendar));
        var (marks, settled) = AlertCondition.Settle(ledger.Alerts, answered, now);
        return (ledger with { Alerts = marks }, settled);
    }

    private static DueMatter Matter(string tail, string organisation, Bilingual who, string has, Form form, string period, DueDay due) => new(
        new AlertSubject($"{AlertType.ReportDueSoon}~{tail}", AlertType.ReportDueSoon, organisation, period, form.Code, null),
        new AlertSubject($"{AlertType.ReportOverdue}~{tail}", AlertType.ReportOverdue, organisation, period, form.Code, null),
        who,
        new Bilingual("chưa nộp", $"{has} not filed"),
        new Bilingual($"«{form.NameVi}» kỳ {period}", $"the '{form.NameEn}' for {period}"),
        due.Effective);
}
