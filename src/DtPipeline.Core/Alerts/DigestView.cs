using DtPipeline.Catalogue;
using DtPipeline.Ledger;
using DtPipeline.Texts;

namespace DtPipeline.Alerts;

/// <summary>What one recipient sees of the inbox: all that concerns them, and of what is said of all the part of those who are theirs.</summary>
internal sealed class DigestView(Recipient recipient, DateOnly today, ReportingCatalogue catalogue)
{
    private readonly string? own = recipient.IsReporter ? recipient.Organisations[0] : null;

    public bool IsConcerned(InboxAlert alert) =>
        (IsConcerned(alert, alert.Subject.Organisation) || (HeirOf(alert.Subject) is { } heir && IsConcerned(alert, heir.Code)))
        && !(own is not null && IsOfAll(alert) && alert.Subject.Type is (AlertType.TargetOffTrack or AlertType.TargetMissed))
        && (!IsOfAll(alert) || Owing(alert.Subject) is not { } owing || owing.Any(recipient.Oversees));

    /// <summary>The worst first, then what is due first.</summary>
    public IReadOnlyList<DigestLine> Lines(IEnumerable<InboxAlert> alerts) =>
    [
        .. alerts
            .OrderByDescending(a => a.Severity)
            .ThenBy(a => a.Owed?.Due ?? DateOnly.MaxValue)
            .ThenBy(a => a.Subject.Key, StringComparer.Ordinal)
            .Select(a => new DigestLine(a, TextOf(a))),
    ];

    /// <summary>What an alert is about and whose it is: the same for the reminder before the due day and the alert after it.</summary>
    public (string Organisation, string? Period, string? Form, string? Task) MatterOf(InboxAlert alert) =>
        (own is not null && IsOfAll(alert) ? own : alert.Subject.Organisation, alert.Subject.Period, alert.Subject.Form, alert.Subject.Task);

    private bool IsConcerned(InboxAlert alert, string organisation) =>
        recipient.IsConcerned(organisation, alert.Subject.Form, alert.Subject.Task, alert.Severity, alert.Escalation, catalogue);

    /// <summary>Who delivers what an organisation that has ended owes hears of it too.</summary>
    private Organisation? HeirOf(AlertSubject subject) =>
        catalogue.Forms.FirstOrDefault(f => f.Code == subject.Form) is { } form ? Heir.DeliveringFor(subject.Organisation, form, today, catalogue) : null;

    /// <summary>That an alert for all has ended is said of all to overseers: those of theirs who still owe it are told one by one.</summary>
    private Bilingual TextOf(InboxAlert alert)
    {
        if (alert.Owed is not { } owed)
        {
            return alert.Message;
        }

        var said = IsOfAll(alert) && Owing(alert.Subject) is { } owing && owing.Where(recipient.Oversees).ToList() is { Count: > 0 } theirs && theirs.Count < owing.Count
            ? owed.Of(theirs)
            : owed;
        return alert.State != AlertState.Resolved ? said.On(today)
            : own is not null && !ReferenceEquals(said, owed) ? said.Settled
            : alert.Message;
    }

    /// <summary>Who owes what an alert for all is about.</summary>
    /// <returns>Null where nobody does any more, or the catalogue does not know it.</returns>
    private List<Organisation>? Owing(AlertSubject subject) =>
        (catalogue.Forms.FirstOrDefault(f => f.Code == subject.Form), catalogue.Tasks.FirstOrDefault(t => t.Code == subject.Task)) switch
        {
            ({ } form, _) when Period.TryParse(subject.Period!, out var period) =>
                catalogue.WhoOwes(form, period).Where(o => catalogue.Grants.FindWaiver(form, o, period, today) is null).ToList() is { Count: > 0 } owing ? owing : null,
            (_, { } task) => TaskOwners.On(task, today, catalogue).ToList() is { Count: > 0 } owners ? owners : null,
            _ => null,
        };

    private static bool IsOfAll(InboxAlert alert) => alert.Subject.Organisation.StartsWith('@');
}
