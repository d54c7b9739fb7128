using DtPipeline.Catalogue;
using DtPipeline.Deadlines;
using DtPipeline.Ledger;
using DtPipeline.Texts;

namespace DtPipeline.Alerts;

/// <summary>The two alerts of what is owed by a day: green before it, yellow and then red after it. One of them holds at most.</summary>
internal static class DueAlert
{
    /// <summary>The two alerts for all who owe the same: they end when the first of them has delivered, and the others are told of one by one.</summary>
    public static IReadOnlyList<AlertCondition> OfAll(
        AlertSubject soon, AlertSubject overdue, OwedBy owed, bool nobodyHas, DateOnly today, AlertTiming timing, WorkingCalendar calendar)
    {
        var settled = new Bilingual(
            $"{owed.Who.Vi}: {owed.Thing.Vi} không còn được nhắc chung; cơ quan nào chưa {owed.Done.Vi} được nhắc riêng.",
            $"{owed.Who.En}: no more common alert of {owed.Thing.En}; those who have not {owed.Done.En} it are told one by one.");
        return [.. Of(soon, overdue, owed, nobodyHas, today, timing, calendar).Select(c => c with { OnceSettled = settled })];
    }

    /// <param name="soon">The alert before the due day.</param>
    /// <param name="overdue">The alert after it.</param>
    /// <param name="isOpen">Not delivered, and not held back by an alert for all.</param>
    public static IReadOnlyList<AlertCondition> Of(
        AlertSubject soon, AlertSubject overdue, OwedBy owed, bool isOpen, DateOnly today, AlertTiming timing, WorkingCalendar calendar)
    {
        var days = today.DayNumber - owed.Due.DayNumber;
        return
        [
            new AlertCondition(
                soon,
                isOpen && timing.IsDueSoon(owed.Due, today, calendar),
                AlertSeverity.Green,
                [],
                owed.On(today),
                new Bilingual($"{owed.Who.Vi}: thôi nhắc {owed.Thing.Vi}.", $"{owed.Who.En}: no more reminder of {owed.Thing.En}."))
            {
                Owed = owed,
            },
            new AlertCondition(
                overdue,
                isOpen && days > 0,
                timing.SeverityAfter(days),
                [],
                owed.On(today),
                owed.Settled)
            {
                Escalation = timing.EscalationAfter(days),
                Owed = owed,
            },
        ];
    }
}
