using Azure;
using DtPipeline.Alerts;
using DtPipeline.Answers.Mails;
using DtPipeline.Answers.Receipts;
using DtPipeline.Azure.Alerting;
using DtPipeline.Azure.Intake;
using DtPipeline.Azure.Storage;
using DtPipeline.Catalogue;
using DtPipeline.Ledger;
using DtPipeline.Time;

namespace DtPipeline.Azure.Mailing;

/// <summary>Says what is in a mail when it is sent for the first time; from then on it is what the archive has.</summary>
public sealed class MailComposer(StorageAccount account, AlertInbox inbox, MailArchive archive, PipelineSettings settings, TimeProvider clock)
{
    // A file's alert may be delivered before its receipt is written.
    private static readonly TimeSpan ReceiptWithin = TimeSpan.FromMinutes(10);

    public async Task<Composition> ComposeAsync(WaitingMail mail, Recipient recipient, ReportingCatalogue catalogue, CancellationToken cancellationToken)
    {
        if (await archive.FindAsync(mail, cancellationToken) is { } composed)
        {
            return new Composition(composed);
        }

        var (content, waits) = await SayAsync(mail, recipient, catalogue, cancellationToken);
        return content is null
            ? new Composition(null, waits)
            : new Composition(await archive.KeepAsync(new ComposedMail(mail.Id, recipient.Code, clock.GetUtcNow(), content), cancellationToken));
    }

    private async Task<(MailContent? Content, bool Waits)> SayAsync(WaitingMail mail, Recipient recipient, ReportingCatalogue catalogue, CancellationToken cancellationToken)
    {
        var alerts = new List<InboxAlert>();
        foreach (var mailed in mail.Alerts)
        {
            if (await inbox.FindAsync(mailed.Organisation, mailed.Key, cancellationToken) is { } alert)
            {
                alerts.Add(alert);
            }
        }

        if (alerts is [{ Subject.Type: AlertType.ReportFaulty, Path: { } path } faulty] && recipient.SendsFor(faulty.Subject.Organisation))
        {
            var look = settings.ViewOf($"files/receipt?path={Uri.EscapeDataString(path)}");
            var receipt = await ReceiptAsync(path, cancellationToken);
            return receipt is null && clock.GetUtcNow() - mail.Since < ReceiptWithin ? (null, true)
                : receipt is not null && faulty.Subject.Key.EndsWith($"~{receipt.FileId}", StringComparison.Ordinal) ? (FileMailText.Of(receipt, catalogue, new MailLinks(look, settings.Help.OfReceipts("vi"))), false)
                : (AlertMailText.Of(recipient, alerts, Today, MailLinks.Of(recipient, look, settings.Help), catalogue), false);
        }

        var open = alerts.FindAll(a => a.State == AlertState.Open);
        return (open.Count == 0 ? null : AlertMailText.Of(recipient, open, Today, MailLinks.Of(recipient, settings.ViewOf("alerts"), settings.Help), catalogue), false);
    }

    private DateOnly Today => VietnamTime.DayOf(clock.GetUtcNow());

    /// <summary>Of the file that lies there now, which may be another one.</summary>
    private async Task<Receipt?> ReceiptAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            var content = await account.Receipts.GetBlobClient(ReceiptWriter.NameOf(path)).DownloadContentAsync(cancellationToken);
            return content.Value.Content.ToObjectFromJson<Receipt>(Json.Options);
        }
        catch (RequestFailedException e) when (e.Status == 404)
        {
            return null;
        }
    }
}

/// <param name="Mail">Null where nothing is left to say, because all of it was settled or taken in hand meanwhile.</param>
/// <param name="Waits">What it is to say is not known yet.</param>
public sealed record Composition(ComposedMail? Mail, bool Waits = false);
