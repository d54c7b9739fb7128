using System.Globalization;
using System.Net.Mail;
using System.Text;
using DtPipeline.Azure.Storage;

namespace DtPipeline.Azure.Alerting;

/// <summary>E-mail for red alerts, in Vietnamese and then English: by SMTP where a server is set, else as <c>.eml</c> files that any mail program opens.</summary>
public sealed class AlertMail(PipelineSettings settings)
{
    public static bool Wants(AlertData alert) => alert is { Severity: "red", State: "raised" or "escalated" };

    public async Task SendAsync(string messageId, DateTimeOffset at, AlertData alert, CancellationToken cancellationToken)
    {
        using var message = Compose(messageId, at, alert);
        if (settings.SmtpHost is { Length: > 0 } host)
        {
            using var smtp = new SmtpClient(host, settings.SmtpPort) { EnableSsl = true };
            await smtp.SendMailAsync(message, cancellationToken);
        }
        else if (settings.MailPickup is { Length: > 0 } pickup)
        {
            WriteTo(pickup, $"{messageId}.eml", message);
        }
    }

    private MailMessage Compose(string messageId, DateTimeOffset at, AlertData alert)
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
        message.Headers.Add("Date", at.ToString("r", CultureInfo.InvariantCulture));
        return message;
    }

    private static void WriteTo(string pickup, string name, MailMessage message)
    {
        var drop = Directory.CreateDirectory(Path.Combine(Path.GetFullPath(pickup), ".writing", Path.GetRandomFileName()));
        using (var smtp = new SmtpClient { DeliveryMethod = SmtpDeliveryMethod.SpecifiedPickupDirectory, PickupDirectoryLocation = drop.FullName })
        {
            smtp.Send(message);
        }

        drop.GetFiles("*.eml").Single().MoveTo(Path.Combine(pickup, name), overwrite: true);
        drop.Delete();
    }
}
