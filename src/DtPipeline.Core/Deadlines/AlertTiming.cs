using DtPipeline.Catalogue;

namespace DtPipeline.Deadlines;

/// <summary>When somebody is told of what is owed: before the due day once, after it at once, then twice more if nothing comes.</summary>
/// <param name="RemindWorkingDays">Working days before the due day from which on it is due soon; 0: only on the day itself.</param>
/// <param name="RedAfterDays">Days overdue after which yellow becomes red.</param>
/// <param name="NextRecipientAfterDays">Days overdue after which the next named recipient is told too.</param>
public sealed record AlertTiming(int RemindWorkingDays, int RedAfterDays, int NextRecipientAfterDays)
{
    public static readonly AlertTiming Default = new(RemindWorkingDays: 3, RedAfterDays: 10, NextRecipientAfterDays: 20);

    public AlertSeverity SeverityAfter(int daysOverdue) => daysOverdue > RedAfterDays ? AlertSeverity.Red : AlertSeverity.Yellow;

    /// <returns>1 once the next named recipient is told, else 0.</returns>
    public int EscalationAfter(int daysOverdue) => daysOverdue > NextRecipientAfterDays ? 1 : 0;

    public DateOnly RemindsFrom(DateOnly due, WorkingCalendar calendar) => calendar.WorkingDaysBefore(due, RemindWorkingDays);

    public bool IsDueSoon(DateOnly due, DateOnly today, WorkingCalendar calendar) => today <= due && today >= RemindsFrom(due, calendar);
}
