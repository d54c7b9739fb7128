using DtPipeline.Alerts;
using DtPipeline.Answers.Mails;
using DtPipeline.Azure.Alerting;
using DtPipeline.Azure.Ledger;
using DtPipeline.Azure.Storage;
using DtPipeline.Azure.Telemetry;
using DtPipeline.Catalogue;
using DtPipeline.Ledger;
using DtPipeline.Texts;
using Microsoft.Extensions.Logging;
using MimeKit;

namespace DtPipeline.Azure.Mailing;

/// <summary>
/// Sends the mail that is due. Each mail is tried for itself, by its own times, until it is taken, refused for good or given up; a recipient whom
/// none reaches is told as an alert to the others. A server that is away ends the run, in time for the next one.
/// </summary>
public sealed class MailRun(
    MailOutbox outbox,
    MailGathering gathering,
    MailComposer composer,
    MailArchive archive,
    CatalogueStore catalogues,
    LedgerStore ledger,
    LevelAlertWriter alerts,
    PipelineSettings settings,
    PipelineMetrics metrics,
    TimeProvider clock,
    ILogger<MailRun> logger)
{
    // After it no other mail is begun: one more may take SmtpWithin.
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    /// <exception cref="InvalidOperationException">The mail server is away, or some mail could not be handled; all of it waits and is tried again.</exception>
    public Task RunAsync(CancellationToken cancellationToken) => Spans.RunAsync("mail", _ => LookAsync(cancellationToken));

    private async Task LookAsync(CancellationToken cancellationToken)
    {
        if (!settings.HasMail)
        {
            return;
        }

        var work = await outbox.ReadAsync(cancellationToken);
        metrics.MailSeen(work.Mails.Min(m => (DateTimeOffset?)m.Since));
        if (!work.IsDue(clock.GetUtcNow()) || await outbox.BeginAsync(work, cancellationToken) is not { } begun)
        {
            return;
        }

        try
        {
            // Read once more: another run may have worked on it until now.
            await gathering.RunAsync(await outbox.ReadAsync(cancellationToken), cancellationToken);
            await SendDueAsync((await outbox.ReadAsync(cancellationToken)).Mails, cancellationToken);
        }
        finally
        {
            await outbox.EndAsync(begun, cancellationToken);
        }
    }

    private async Task SendDueAsync(IReadOnlyList<WaitingMail> mails, CancellationToken cancellationToken)
    {
        var (catalogue, start) = (await catalogues.GetAsync(cancellationToken), clock.GetTimestamp());
        var (reached, failed, away) = (new HashSet<Recipient>(), new List<string>(), (string?)null);
        await using IMailWay way = settings.SmtpHost is { Length: > 0 } ? new SmtpConversation(settings) : new PickupFolder(settings);

        // What was never tried before first, so that those who do not answer keep nobody waiting.
        foreach (var mail in mails.Where(m => m.NextAt <= clock.GetUtcNow()).OrderBy(m => m.Attempts).ThenBy(m => m.Since).ThenBy(m => m.Id, StringComparer.Ordinal))
        {
            if (away is not null || clock.GetElapsedTime(start) > Longest)
            {
                break;
            }

#pragma warning disable CA1031 // One mail that cannot be handled now must not keep the others back.
            try
            {
                await Spans.RunAsync("mail.send", "mail", mail.Id, async () =>
                {
                    var recipient = catalogue.Recipients.FirstOrDefault(r => r.Code == mail.Recipient);
                    var outcome = await SendAsync(mail, recipient, way, catalogue, cancellationToken);
                    away = outcome is { Result: MailResult.ServerAway } ? $"{mail.Id}: {outcome.Why}" : null;
                    if (outcome is { Result: MailResult.Taken })
                    {
                        reached.Add(recipient!);
                    }
                });
            }
            catch (Exception e) when (!cancellationToken.IsCancellationRequested)
            {
                failed.Add(mail.Id);
                logger.MailFailed(e, mail.Id);
            }
#pragma warning restore CA1031
        }

        await TellAsync([.. reached.Select(r => RecipientAlert.Of(r, null))], cancellationToken);
        if (away is not null)
        {
            throw new InvalidOperationException($"The mail server {settings.SmtpHost} did not take the mail {away}. All mail waits and is tried again.");
        }

        if (failed.Count > 0)
        {
            throw new InvalidOperationException($"Some mail could not be handled and is tried again: {string.Join(", ", failed)}.");
        }
    }

    /// <returns>Null where there was nothing to send.</returns>
    private async Task<MailOutcome?> SendAsync(WaitingMail mail, Recipient? recipient, IMailWay way, ReportingCatalogue catalogue, CancellationToken cancellationToken)
    {
        if (await archive.HasEndedAsync(mail.Recipient, mail.Id, cancellationToken))
        {
            await outbox.RemoveAsync(mail, cancellationToken);
            return null;
        }

        var composed = recipient is null || IsOfThisMachine(recipient) ? new Composition(null) : await composer.ComposeAsync(mail, recipient, catalogue, cancellationToken);
        if (composed.Mail is null)
        {
            await (composed.Waits ? Task.CompletedTask : EndAsync(mail, MailEnd.Dropped, "nothing to send", cancellationToken));
            return null;
        }

        if (await outbox.AttemptAsync(mail, MailRetry.DelayAfter(mail.Attempts + 1), cancellationToken) is not { } attempt)
        {
            return null;
        }

        var outcome = MimeMail.Of(composed.Mail, recipient!.Address, settings) is { } message
            ? await way.SendAsync(message, mail.Id, cancellationToken)
            : new MailOutcome(MailResult.Refused, nameof(MailboxAddress));
        await FinishAsync(attempt, recipient, outcome, cancellationToken);
        return outcome;
    }

    private async Task FinishAsync(WaitingMail mail, Recipient recipient, MailOutcome outcome, CancellationToken cancellationToken)
    {
        if (outcome.Result == MailResult.Taken)
        {
            await EndAsync(mail, MailEnd.Sent, outcome.Why, cancellationToken);
        }
        else if (outcome.Result == MailResult.Refused)
        {
            await TellAsync([RecipientAlert.Of(recipient, new Bilingual($"máy chủ thư từ chối ({outcome.Why})", $"the mail server refuses it ({outcome.Why})"))], cancellationToken);
            await EndAsync(mail, MailEnd.Refused, outcome.Why, cancellationToken);
        }
        else if (clock.GetUtcNow() - mail.Since >= settings.MailGivenUpAfter)
        {
            await TellAsync([RecipientAlert.Of(recipient, new Bilingual($"đã thử nhiều lần mà không gửi được ({outcome.Why})", $"it was tried in vain for long ({outcome.Why})"))], cancellationToken);
            await EndAsync(mail, MailEnd.GivenUp, outcome.Why, cancellationToken);
        }
        else
        {
            logger.MailNotTaken(mail.Id, mail.Attempts, outcome.Why);
        }
    }

    private async Task EndAsync(WaitingMail mail, MailEnd end, string why, CancellationToken cancellationToken)
    {
        await archive.EndAsync(mail, end, cancellationToken);
        await outbox.RemoveAsync(mail, cancellationToken);
        logger.MailEnded(mail.Id, end.ToString(), why);
    }

    private async Task TellAsync(IReadOnlyList<AlertCondition> conditions, CancellationToken cancellationToken)
    {
        if (conditions.Count > 0)
        {
            await alerts.WriteAsync(LedgerKey.Catalogue, await ledger.ReadAsync(LedgerKey.Catalogue, cancellationToken), _ => conditions, cancellationToken);
        }
    }

    /// <summary>An address at localhost is nobody's but this machine's: a mail server is not troubled with it.</summary>
    private bool IsOfThisMachine(Recipient recipient) =>
        settings.SmtpHost is { Length: > 0 } && recipient.Address.EndsWith("@localhost", StringComparison.OrdinalIgnoreCase);
}
