using System.Globalization;
using System.Net.Mail;
using System.Text;
using System.Text.RegularExpressions;
using DtPipeline.Azure.Storage;
using DtPipeline.Catalogue;

namespace DtPipeline.Azure.Alerting;

/// <summary>E-mail for red alerts and digests, in Vietnamese and then English: by SMTP where a server is set, else as <c>.eml</c> files that any mail program opens.</summary>
public sealed partial class AlertMail(PipelineSettings settings)
{
    /// <summary>At once; everything else waits for the digest.</summary>
    public static bool Wants(AlertData alert) => alert is { Severity: "red", State: "raised" or "escalated" };

    public Task SendAsync(Recipient recipient, string messageId, DateTimeOffset at, AlertData alert, CancellationToken cancellationToken) => SendAsync(
        recipient.Address,
        $"{messageId}~{recipient.Code}",
        at,
        $"[DtPipeline] {alert.Organisation} {alert.Period}: {alert.Message.Vi}",
        $"{alert.Message.Vi}\n\n{alert.Message.En}\n\n{alert.Link}\n",
        cancellationToken);

    public Task SendAsync(string address, SentDigest digest, CancellationToken cancellationToken) => SendAsync(
        address,
        string.Create(CultureInfo.InvariantCulture, $"digest~{digest.Day:yyyy-MM-dd}~{digest.Recipient}"),
        digest.Memory.At,
        digest.Subject,
        digest.Body,
        cancellationToken);

    /// <summary>An address at localhost is nobody's but this machine's: a mail server is not troubled with it.</summary>
    private async Task SendAsync(string address, string messageId, DateTimeOffset at, string subject, string body, CancellationToken cancellationToken)
    {
        using var message = new MailMessage(settings.MailFrom, address)
        {
            Subject = subject,
            SubjectEncoding = Encoding.UTF8,
            Body = body,
            BodyEncoding = Encoding.UTF8,
        };

        // Mail programs show a message with the same id once, should a crash have sent it twice.
        message.Headers.Add("Message-ID", $"<{messageId}@dtpipeline>");
        if (settings.SmtpHost is { Length: > 0 } host)
        {
            if (message.To[0].Host == "localhost")
            {
                return;
            }

            using var smtp = new SmtpClient(host, settings.SmtpPort) { EnableSsl = true };
            try
            {
                await smtp.SendMailAsync(message, cancellationToken);
            }
            catch (SmtpException e)
            {
                // Not passed on: what a mail server answers names the recipient, and exceptions are logged.
                throw new InvalidOperationException($"The mail server {host} did not take message {messageId}: {e.StatusCode}. It is tried again.");
            }
        }
        else if (settings.MailPickup is { Length: > 0 } pickup)
        {
            await WriteAsync(pickup, $"{messageId}.eml", message, at, cancellationToken);
        }
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
