using DtPipeline.Catalogue;
using DtPipeline.Ledger;

namespace DtPipeline.Alerts;

/// <summary>Who is mailed of an alert at once, and does not have to wait for the digest.</summary>
public static class AtOnce
{
    /// <summary>
    /// Overseers when an alert becomes theirs and red, and not again until it is raised anew. Who reports: when its file has errors, and when
    /// something of its own comes to be due soon, or is asked. Nobody of what somebody deals with or does not want to hear of.
    /// </summary>
    /// <param name="before">As it stood before its newest transition; null where it is new.</param>
    public static IReadOnlyList<Recipient> WhoHears(InboxAlert? before, InboxAlert now, DateOnly today, ReportingCatalogue catalogue)
    {
        if (now.State != AlertState.Open)
        {
            return [];
        }

        var known = before is { State: not AlertState.Resolved, Severity: AlertSeverity.Red } ? before : null;
        return
        [
            .. catalogue.Recipients.Where(r => now.Subject.Type switch
            {
                AlertType.ReportFaulty when r.SendsFor(now.Subject.Organisation) => true,
                AlertType.ReportDueSoon or AlertType.TaskDueSoon when r.IsReporter => before is null or { State: AlertState.Resolved } && new DigestView(r, today, catalogue).IsConcerned(now),
                AlertType.ValueAnomaly when r.SendsFor(now.Subject.Organisation) => now.Sequence == now.WorseSequence,
                AlertType.RecipientUnreachable when RecipientAlert.IsAbout(now.Subject, r) => false,
                _ => now.Severity == AlertSeverity.Red && !r.IsReporter && Hears(r, now) && !(known is not null && Hears(r, known)),
            }),
        ];

        bool Hears(Recipient recipient, InboxAlert alert) => new DigestView(recipient, today, catalogue).IsConcerned(alert with { Severity = AlertSeverity.Red });
    }

    /// <summary>The reminder for all that a single one may have come after: who was reminded by that is not reminded of the same again.</summary>
    /// <returns>Null for other alerts, and where nobody else owes the same.</returns>
    public static AlertSubject? ReminderForAll(AlertSubject subject, ReportingCatalogue catalogue) => subject switch
    {
        { Organisation: ['@', ..] } => null,
        { Type: AlertType.ReportDueSoon, Period: { } period } when catalogue.Forms.FirstOrDefault(f => f.Code == subject.Form) is { } form =>
            OverdueAlert.ReminderOfAll(form, period),
        { Type: AlertType.TaskDueSoon } when catalogue.Tasks.FirstOrDefault(t => t.Code == subject.Task) is { Group: { } group } task => TaskAlert.ReminderOfAll(task, group),
        _ => null,
    };
}
