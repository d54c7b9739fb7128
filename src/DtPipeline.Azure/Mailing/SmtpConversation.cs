using DtPipeline.Azure.Storage;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace DtPipeline.Azure.Mailing;

/// <summary>One connection to the mail server, for as many mails as it lasts. Whatever the server does, or does not do, ends in an outcome and in time.</summary>
internal sealed class SmtpConversation(PipelineSettings settings) : IMailWay
{
    private const int PortOfTls = 465;

    private SmtpClient? client;

    public async Task<MailOutcome> SendAsync(MimeMessage message, string id, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(settings.SmtpWithin);
        var isConnected = false;
#pragma warning disable CA1031 // A mail server may fail in any way: all of them mean that the mail was not taken.
        try
        {
            await ConnectAsync(limit.Token);
            isConnected = true;
            await client!.SendAsync(message, limit.Token);
            return MailOutcome.Taken;
        }
        catch (SmtpCommandException e) when (isConnected)
        {
            var isForGood = (int)e.StatusCode >= 500 && e.ErrorCode is SmtpErrorCode.RecipientNotAccepted or SmtpErrorCode.MessageNotAccepted;
            return new MailOutcome(isForGood ? MailResult.Refused : MailResult.Later, $"{(int)e.StatusCode}");
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            HangUp();
            var why = e is OperationCanceledException ? nameof(TimeoutException) : e.GetType().Name;
            return new MailOutcome(isConnected && e is not ServiceNotAuthenticatedException ? MailResult.Later : MailResult.ServerAway, why);
        }
#pragma warning restore CA1031
    }

    /// <summary>Politely where the server still listens.</summary>
    public async ValueTask DisposeAsync()
    {
        if (client is { IsConnected: true })
        {
            using var limit = new CancellationTokenSource(settings.SmtpWithin);
#pragma warning disable CA1031 // All mails are sent or not by now: how the goodbye fares changes nothing.
            try
            {
                await client.DisconnectAsync(quit: true, limit.Token);
            }
            catch (Exception)
            {
            }
#pragma warning restore CA1031
        }

        HangUp();
    }

    private async Task ConnectAsync(CancellationToken cancellationToken)
    {
        if (client is { IsConnected: true })
        {
            return;
        }

        HangUp();

        // A relay in a closed network is often reached where no list of revoked certificates is.
        client = new SmtpClient { Timeout = (int)settings.SmtpWithin.TotalMilliseconds, CheckCertificateRevocation = false };
        if (settings.AllowInsecureSmtp)
        {
            client.ServerCertificateValidationCallback = (_, _, _, _) => settings.AllowInsecureSmtp;
        }

        var security = settings.SmtpPort == PortOfTls ? SecureSocketOptions.SslOnConnect
            : settings.AllowInsecureSmtp ? SecureSocketOptions.StartTlsWhenAvailable
            : SecureSocketOptions.StartTls;
        await client.ConnectAsync(settings.SmtpHost!, settings.SmtpPort, security, cancellationToken);
        if (settings.SmtpUser is { Length: > 0 } user)
        {
            await client.AuthenticateAsync(user, settings.SmtpPassword!, cancellationToken);
        }
    }

    private void HangUp()
    {
        client?.Dispose();
        client = null;
    }
}
