using System.Globalization;
using System.Net.Mail;
using System.Text;
using System.Text.RegularExpressions;
using DtPipeline.Azure.Storage;

namespace DtPipeline.Azure.Alerting;

/// <summary>E-mail for red alerts, in Vietnamese and then English: by SMTP where a server is set, else as <c>.eml</c> files that any mail program opens.</summary>
public sealed partial class AlertMail(PipelineSettings settings)
{
    public static bool Wants(AlertData alert) => alert is { Severity: "red", State: "raised" or "escalated" };

    public async Task SendAsync(string messageId, DateTimeOffset at, AlertData alert, CancellationToken cancellationToken)
    {
        using var message = Compose(messageId, alert);
        if (settings.SmtpHost is { Length: > 0 } host)
        {
            using var smtp = new SmtpClient(host, settings.SmtpPort) { EnableSsl = true };
            await smtp.SendMailAsync(message, cancellationToken);
        }
        else if (settings.MailPickup is { Length: > 0 } pickup)
        {
            await WriteAsync(pickup, $"{messageId}.eml", message, at, cancellationToken);
        }
    }

    private MailMessage Compose(string messageId, AlertData alert)
    {
        var message = new MailMessage(settings.MailFrom, settings.MailTo)
        {
            Subject = $"[DtPipeline] {alert.Organisation} {alert.Period}: {alert.Message.Vi}",
            SubjectEncoding = Encoding.UTF8,
            Body = $"{alert.Message.Vi}\n\n{alert.Message.En}\n\n{alert.Link}\n",
            BodyEncoding = Encoding.UTF8,
        };

        // Mail programs show a message with the same id once, should a crash have sent it twice.
        message.Headers.Add("Message-ID", $"<{messageId}@dtpipeline>");
        return message;
    }

    private static async Task WriteAsync(string pickup, string name, MailMessage message, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var drop = Directory.CreateDirectory(Path.Combine(Path.GetFullPath(pickup), ".writing", Path.GetRandomFileName()));
        using (var smtp = new SmtpClient { DeliveryMethod = SmtpDeliveryMethod.SpecifiedPickupDirectory, PickupDirectoryLocation = drop.FullName })
        {
            smtp.Send(message);
        }

        // The framework dates a message by the machine's clock; a file is dated as its alert, whatever the clock was set to.
        var written = drop.GetFiles("*.eml").Single();
        var text = await File.ReadAllTextAsync(written.FullName, cancellationToken);
        await File.WriteAllTextAsync(written.FullName, DateHeader().Replace(text, $"Date: {at.ToString("r", CultureInfo.InvariantCulture)}", 1), cancellationToken);
        written.MoveTo(Path.Combine(pickup, name), overwrite: true);
        drop.Delete();
    }

    [GeneratedRegex(@"^Date: [^\r\n]*", RegexOptions.Multiline)]
    private static partial Regex DateHeader();
}
