using DtPipeline.Deadlines;

namespace DtPipeline.Alerts;

/// <summary>Something with a due day that the secretariat watches: a report or a task, of one organisation or of a group.</summary>
/// <param name="Soon">The alert before the due day.</param>
/// <param name="Overdue">The alert after it.</param>
/// <param name="Thing">What is owed: "«Báo cáo quý» kỳ 2024-Q2", "the 'Quarterly report' for 2024-Q2".</param>
/// <param name="HasNot">"chưa nộp", "has not filed".</param>
public sealed record DueMatter(AlertSubject Soon, AlertSubject Overdue, Bilingual Who, Bilingual HasNot, Bilingual Thing, DateOnly Due)
{
    /// <summary>What has been done of it already, said in brackets behind it: "60 % done".</summary>
    public Bilingual? Known { get; init; }
}

/// <summary>The two alerts of what is owed by a day: green before it, yellow and then red after it. One of them holds at most.</summary>
public static class DueAlert
{
    /// <param name="isOpen">Not delivered, and not held back by an alert for all.</param>
    public static IReadOnlyList<AlertCondition> Of(DueMatter matter, bool isOpen, DateOnly today, AlertTiming timing, WorkingCalendar calendar)
    {
        var days = today.DayNumber - matter.Due.DayNumber;
        var known = matter.Known is { } done ? new Bilingual($" ({done.Vi})", $" ({done.En})") : new Bilingual(string.Empty, string.Empty);
        var owed = new OwedBy(
            new Bilingual(
                $"{matter.Who.Vi} {matter.HasNot.Vi} {matter.Thing.Vi}{known.Vi}",
                $"{matter.Who.En} {matter.HasNot.En} {matter.Thing.En}{known.En}"),
            matter.Due);
        var soon = new AlertCondition(
            matter.Soon,
            isOpen && timing.IsDueSoon(matter.Due, today, calendar),
            AlertSeverity.Green,
            [],
            owed.On(today),
            new Bilingual($"{matter.Who.Vi}: thôi nhắc {matter.Thing.Vi}.", $"{matter.Who.En}: no more reminder of {matter.Thing.En}."))
        {
            Owed = owed,
        };
        var overdue = new AlertCondition(
            matter.Overdue,
            isOpen && days > 0,
            days > timing.RedAfterDays ? AlertSeverity.Red : AlertSeverity.Yellow,
            [],
            owed.On(today),
            new Bilingual($"{matter.Who.Vi}: {matter.Thing.Vi} không còn quá hạn.", $"{matter.Who.En}: {matter.Thing.En} is no longer overdue."))
        {
            Escalation = days > timing.NextRecipientAfterDays ? 1 : 0,
            Owed = owed,
        };
        return [soon, overdue];
    }
}
