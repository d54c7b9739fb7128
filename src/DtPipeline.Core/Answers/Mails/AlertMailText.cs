using System.Globalization;
using DtPipeline.Alerts;
using DtPipeline.Catalogue;

namespace DtPipeline.Answers.Mails;

/// <summary>Alerts that a recipient is mailed of at once: all that came up together in one mail, grouped as in a digest.</summary>
public static class AlertMailText
{
    /// <param name="alerts">At least one.</param>
    /// <param name="links">To where the alerts can be looked at.</param>
    public static MailContent Of(Recipient recipient, IReadOnlyList<InboxAlert> alerts, DateOnly today, MailLinks links, ReportingCatalogue catalogue)
    {
        var groups = AlertGroup.Of(new DigestView(recipient, today, catalogue).Lines(alerts), today);
        return MailContent.Of(
            $"[DtPipeline] {SubjectOf(alerts)}{groups[0].Text.Vi}",
            Part(string.Create(CultureInfo.InvariantCulture, $"{recipient.Name}, ngày {today:dd/MM/yyyy}"), groups, MailWords.Vietnamese),
            Part(string.Create(CultureInfo.InvariantCulture, $"{recipient.Name}, {today:yyyy-MM-dd}"), groups, MailWords.English),
            links);
    }

    private static string SubjectOf(IReadOnlyList<InboxAlert> alerts) => alerts switch
    {
        [var one] => $"{one.Subject.Organisation}{(one.Subject.Period is { } period ? $" {period}" : string.Empty)}: ",
        _ when alerts.All(a => a.Severity == AlertSeverity.Red) => string.Create(CultureInfo.InvariantCulture, $"{alerts.Count} cảnh báo đỏ: "),
        _ => string.Create(CultureInfo.InvariantCulture, $"{alerts.Count} tin: "),
    };

    private static MailPart Part(string heading, IReadOnlyList<AlertGroup> groups, MailWords words) =>
        new(heading, [new MailList(null, [.. groups.Select(g => new MailLine(words.In(g.Text), words.MarkOf(g.First.Severity)))])]);
}
