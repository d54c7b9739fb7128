using DtPipeline.Catalogue;
using DtPipeline.Ledger;
using DtPipeline.Texts;

namespace DtPipeline.Alerts;

/// <summary>What one recipient sees of the inbox: an overseer all that concerns them, a reporter only its own part of what is said of all.</summary>
internal sealed class DigestView(Recipient recipient, DateOnly today, ReportingCatalogue catalogue)
{
    private readonly Organisation? own = recipient.IsReporter ? catalogue.FindOrganisation(recipient.Organisations[0]) : null;

    public bool IsConcerned(InboxAlert alert) =>
        recipient.IsConcerned(alert.Subject.Organisation, alert.Subject.Form, alert.Subject.Task, alert.Severity, alert.Escalation, catalogue)
        && (own is null || !IsOfAll(alert) || OwnPartIsOwed(own, alert.Subject));

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
        (own is not null && IsOfAll(alert) ? own.Code : alert.Subject.Organisation, alert.Subject.Period, alert.Subject.Form, alert.Subject.Task);

    private Bilingual TextOf(InboxAlert alert)
    {
        if (alert.Owed is not { } owed)
        {
            return alert.Message;
        }

        var isOwnPart = own is not null && IsOfAll(alert);
        return alert.State != AlertState.Resolved ? (isOwnPart ? owed.Of(own!) : owed).On(today)
            : isOwnPart ? owed.Of(own!).Settled
            : alert.Message;
    }

    private bool OwnPartIsOwed(Organisation organisation, AlertSubject subject) =>
        subject.Form is null
        || (Period.TryParse(subject.Period!, out var period)
            && catalogue.Forms.FirstOrDefault(f => f.Code == subject.Form) is { } form
            && form.IsOwed(period, organisation)
            && !catalogue.Grants.IsExempt(form, organisation, period, today));

    private static bool IsOfAll(InboxAlert alert) => alert.Subject.Organisation.StartsWith('@');
}
