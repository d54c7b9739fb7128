using System.Globalization;
using DtPipeline.Azure.Alerting;
using DtPipeline.Azure.Storage;
using DtPipeline.Ledger;
using DtPipeline.Texts;
using MimeKit;

namespace DtPipeline.Azure.Mailing;

/// <summary>A composed mail as MIME: text and HTML as alternatives, dated as it was composed, with the same Message-ID whenever it is made.</summary>
internal static class MimeMail
{
    private const int LongestHeader = 400;
    private const string OfIds = "~-_";

    /// <returns>Null where the address is none that mail can be sent to.</returns>
    public static MimeMessage? Of(ComposedMail mail, string address, PipelineSettings settings)
    {
        if (!MailboxAddress.TryParse(OneLine.Of(address, LongestHeader), out var to))
        {
            return null;
        }

        var message = new MimeMessage
        {
            Subject = OneLine.Of(mail.Content.Subject, LongestHeader),
            Date = mail.At,
            MessageId = $"{LocalPartOf(mail.Id)}@{new Uri(settings.PublicUrl).IdnHost}",
            Body = BodyOf(mail),
        };
        message.From.Add(MailboxAddress.Parse(OneLine.Of(settings.MailFrom, LongestHeader)));
        message.To.Add(to);

        // So that nobody's absence is answered to it (RFC 3834).
        message.Headers.Add(HeaderId.AutoSubmitted, "auto-generated");
        return message;
    }

    private static MimeEntity BodyOf(ComposedMail mail)
    {
        var text = Part("plain", mail.Content.Text);
        return mail.Content.Html.Length == 0 ? text : new MultipartAlternative(text, Part("html", mail.Content.Html)) { Boundary = $"=_{LedgerKey.HashOf(mail.Id)}" };
    }

    private static TextPart Part(string subtype, string text)
    {
        var part = new TextPart(subtype) { ContentTransferEncoding = ContentEncoding.Base64 };
        part.SetText("utf-8", text.ReplaceLineEndings("\r\n"));
        return part;
    }

    /// <summary>What has a meaning in a Message-ID, or no place there, as = and its number. A dot stands only between two others.</summary>
    private static string LocalPartOf(string id) => string.Concat(id.Select((c, i) =>
        char.IsAsciiLetterOrDigit(c) || OfIds.Contains(c, StringComparison.Ordinal) || (c == '.' && i > 0 && i < id.Length - 1 && id[i - 1] != '.')
            ? $"{c}"
            : string.Create(CultureInfo.InvariantCulture, $"={(int)c:X2}")));
}
