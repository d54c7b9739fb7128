using System.Globalization;
using DtPipeline.Alerts;

namespace DtPipeline.Answers.Mails;

/// <summary>A digest as a mail: what is owed stands grouped by form and cause, in one line for all who owe it.</summary>
public static class DigestText
{
    private const int MostLines = 200;

    /// <param name="links">To where the alerts can be looked at.</param>
    public static MailContent Of(Digest digest, MailLinks links) => MailContent.Of(
        string.Create(
            CultureInfo.InvariantCulture,
            $"[DtPipeline] {digest.Day:dd/MM/yyyy}: {digest.New.Count} mới, {digest.Worse.Count} nặng hơn, {digest.Open.Count + digest.Handled.Count} còn mở, {digest.Settled.Count} đã xong"),
        Part(digest, string.Create(CultureInfo.InvariantCulture, $"{digest.Recipient.Name}, tình hình đến ngày {digest.Day:dd/MM/yyyy}"), MailWords.Vietnamese),
        Part(digest, string.Create(CultureInfo.InvariantCulture, $"{digest.Recipient.Name}, as of {digest.Day:yyyy-MM-dd}"), MailWords.English),
        links);

    private static MailPart Part(Digest digest, string heading, MailWords words)
    {
        var lists = new[]
        {
            List(words.New, digest.New, digest.Day, words),
            List(words.Worse, digest.Worse, digest.Day, words),
            List(words.Open, digest.Open, digest.Day, words),
            List(words.Handled, digest.Handled, digest.Day, words),
            List(words.Settled, digest.Settled, digest.Day, words),
        };
        return new MailPart(
            heading, [.. lists.OfType<MailList>()], digest.Snoozed > 0 ? string.Format(CultureInfo.InvariantCulture, words.Snoozed, digest.Snoozed) : null);
    }

    private static MailList? List(string title, IReadOnlyList<DigestLine> lines, DateOnly day, MailWords words)
    {
        var groups = AlertGroup.Of(lines, day);
        var rest = groups.Skip(MostLines).Sum(g => g.Count);
        return groups.Count == 0 ? null : new MailList(
            string.Create(CultureInfo.InvariantCulture, $"{title} ({lines.Count})"),
            [.. groups.Take(MostLines).Select(g => new MailLine(words.In(g.Text) + HandlerOf(g.First), AlertLife.IsAtRest(g.First.State) ? null : words.MarkOf(g.First.Severity)))],
            rest > 0 ? string.Format(CultureInfo.InvariantCulture, words.More, rest) : null);
    }

    private static string HandlerOf(InboxAlert alert) =>
        alert is { State: AlertState.Acknowledged or AlertState.Confirmed, Handling: { } handling } ? $" ({handling.By}{(handling.Note is { Length: > 0 } note ? $": {note}" : string.Empty)})" : string.Empty;
}
