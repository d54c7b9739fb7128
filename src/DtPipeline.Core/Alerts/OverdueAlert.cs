using System.Globalization;
using DtPipeline.Catalogue;
using DtPipeline.Deadlines;
using DtPipeline.Observing;

namespace DtPipeline.Alerts;

/// <summary>A report past its due day with nothing accepted: yellow at first, red when it is more than <see cref="RedAfterDays"/> days over.</summary>
public static class OverdueAlert
{
    public const int RedAfterDays = 10;

    public static AlertCondition Of(Obligation obligation, Form form, Organisation organisation, DateOnly today)
    {
        var days = today.DayNumber - obligation.Due.Effective.DayNumber;
        var key = $"{AlertType.ReportOverdue}~{obligation.Period}~{organisation.Code}~{form.Code}";
        return Condition(
            new AlertSubject(key, AlertType.ReportOverdue, organisation.Code, obligation.Period, form.Code, null),
            obligation.IsOverdue(today),
            days,
            new Bilingual(organisation.NameVi, organisation.NameEn),
            "has",
            form,
            obligation.Period,
            obligation.Due);
    }

    /// <summary>One alert for all when nobody has filed a form: the cause is then the form's, not each organisation's.</summary>
    public static AlertCondition OfForm(Form form, Period period, DueDay due, int owing, bool holds, DateOnly today) => Condition(
        new AlertSubject($"{AlertType.ReportOverdue}~{period}~{form.Code}", AlertType.ReportOverdue, form.OwedBy, period.ToString(), form.Code, null),
        holds,
        today.DayNumber - due.Effective.DayNumber,
        new Bilingual(string.Create(CultureInfo.InvariantCulture, $"Cả {owing} cơ quan"), string.Create(CultureInfo.InvariantCulture, $"All {owing} organisations")),
        "have",
        form,
        period.ToString(),
        due);

    /// <summary>Closes those overdue alerts of an organisation that its partition of the ledger now answers. Raises none.</summary>
    public static (LedgerState After, IReadOnlyList<AlertTransition> Settled) Settle(Owner owner, LedgerState ledger, DateTimeOffset now, ReportingCatalogue catalogue)
    {
        var today = VietnamTime.DayOf(now);
        var answered = catalogue.FormsOwed(owner.Period, owner.Organisation)
            .Select(form => Of(ObligationRule.Decide(form, owner.Organisation, owner.Period, ledger, today, catalogue), form, owner.Organisation, today))
            .Where(condition => !condition.Holds);
        var (marks, settled) = AlertCondition.Settle(ledger.Alerts, answered, now);
        return (ledger with { Alerts = marks }, settled);
    }

    private static AlertCondition Condition(AlertSubject subject, bool holds, int days, Bilingual who, string has, Form form, string period, DueDay due) => new(
        subject,
        holds,
        days > RedAfterDays ? AlertSeverity.Red : AlertSeverity.Yellow,
        [],
        new Bilingual(
            string.Create(CultureInfo.InvariantCulture, $"{who.Vi} chưa nộp «{form.NameVi}» kỳ {period}: quá hạn {days} ngày (hạn {due.Effective:dd/MM/yyyy})."),
            string.Create(CultureInfo.InvariantCulture, $"{who.En} {has} not filed the '{form.NameEn}' for {period}: {Bilingual.Count(days, "day")} overdue (due {due.Effective:yyyy-MM-dd}).")),
        new Bilingual(
            $"{who.Vi}: «{form.NameVi}» kỳ {period} không còn quá hạn.",
            $"{who.En}: the '{form.NameEn}' for {period} is no longer overdue."));
}
