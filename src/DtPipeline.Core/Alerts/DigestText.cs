using System.Globalization;
using System.Text;
using DtPipeline.Catalogue;
using DtPipeline.Texts;

namespace DtPipeline.Alerts;

/// <summary>A digest as the text of an e-mail: Vietnamese first, English below.</summary>
public static class DigestText
{
    private const int MostLines = 200;

    private static readonly Words Vietnamese = new(
        b => b.Vi, "Mới", "Nặng hơn", "Còn mở", "Đã có người nhận", "Đã xong", "Tạm gác: {0}", "và {0} dòng nữa", "ĐỎ", "VÀNG", "XANH");

    private static readonly Words English = new(
        b => b.En, "New", "Worse", "Still open", "Being dealt with", "Settled", "Snoozed: {0}", "and {0} more", "RED", "YELLOW", "GREEN");

    public static string SubjectOf(Digest digest) => string.Create(
        CultureInfo.InvariantCulture,
        $"[DtPipeline] {digest.Day:dd/MM/yyyy}: {digest.New.Count} mới, {digest.Worse.Count} nặng hơn, {digest.Open.Count + digest.Handled.Count} còn mở, {digest.Settled.Count} đã xong");

    /// <param name="link">Where the alerts can be looked at.</param>
    public static string BodyOf(Digest digest, Uri link)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{digest.Recipient.Name}, tình hình đến ngày {digest.Day:dd/MM/yyyy}\n");
        Write(text, digest, Vietnamese);
        text.Append(CultureInfo.InvariantCulture, $"\n--\n\n{digest.Recipient.Name}, as of {digest.Day:yyyy-MM-dd}\n");
        Write(text, digest, English);
        return text.Append(CultureInfo.InvariantCulture, $"\n{link}\n").ToString();
    }

    private static void Write(StringBuilder text, Digest digest, Words words)
    {
        Write(text, words.New, digest.New, words);
        Write(text, words.Worse, digest.Worse, words);
        Write(text, words.Open, digest.Open, words);
        Write(text, words.Handled, digest.Handled, words);
        Write(text, words.Settled, digest.Settled, words);
        if (digest.Snoozed > 0)
        {
            text.Append('\n').AppendFormat(CultureInfo.InvariantCulture, words.Snoozed, digest.Snoozed).Append('\n');
        }
    }

    private static void Write(StringBuilder text, string title, IReadOnlyList<DigestLine> lines, Words words)
    {
        if (lines.Count == 0)
        {
            return;
        }

        text.Append(CultureInfo.InvariantCulture, $"\n{title} ({lines.Count})\n");
        foreach (var line in lines.Take(MostLines))
        {
            text.Append(CultureInfo.InvariantCulture, $"- {ColourOf(line.Alert, words)}{words.In(line.Text)}{HandlerOf(line.Alert)}\n");
        }

        if (lines.Count > MostLines)
        {
            text.Append("- ").AppendFormat(CultureInfo.InvariantCulture, words.More, lines.Count - MostLines).Append('\n');
        }
    }

    private static string ColourOf(InboxAlert alert, Words words) => alert.State is AlertState.Resolved or AlertState.Told ? string.Empty : alert.Severity switch
    {
        AlertSeverity.Red => $"[{words.Red}] ",
        AlertSeverity.Yellow => $"[{words.Yellow}] ",
        _ => $"[{words.Green}] ",
    };

    private static string HandlerOf(InboxAlert alert) =>
        alert is { State: AlertState.Acknowledged, Handling: { } handling } ? $" ({handling.By}{(handling.Note is { Length: > 0 } note ? $": {note}" : string.Empty)})" : string.Empty;

    private sealed record Words(
        Func<Bilingual, string> In,
        string New,
        string Worse,
        string Open,
        string Handled,
        string Settled,
        string Snoozed,
        string More,
        string Red,
        string Yellow,
        string Green);
}
