using Azure;
using Azure.Data.Tables;
using Azure.Messaging;
using Azure.Messaging.ServiceBus;
using DtPipeline.Alerts;
using DtPipeline.Azure.Storage;
using DtPipeline.Azure.Telemetry;
using DtPipeline.Catalogue;
using DtPipeline.Ledger;
using Microsoft.Extensions.Logging;

namespace DtPipeline.Azure.Alerting;

/// <summary>The secretariat's inbox: the table <c>Alerts</c>, one row an alert. Delivering twice, or out of order, shows once and the newest state.</summary>
public sealed class AlertInbox(StorageAccount account, AlertArchive archive, AlertMail mail, CatalogueStore catalogues, TimeProvider clock, ILogger<AlertInbox> logger)
{
    /// <summary>Goes on in the trace that the message carries.</summary>
    /// <inheritdoc cref="DeliverAsync(string, BinaryData, CancellationToken)"/>
    public Task DeliverAsync(ServiceBusReceivedMessage message, CancellationToken cancellationToken) =>
        Spans.ContinueAsync(Spans.AlertDeliver, OutgoingAlert.TraceOf(message), span =>
        {
            span?.SetTag("alert", message.MessageId);
            return DeliverAsync(message.MessageId, message.Body, cancellationToken);
        });

    /// <exception cref="System.Text.Json.JsonException">The message is none of ours; Service Bus dead-letters it after its deliveries.</exception>
    public async Task DeliverAsync(string messageId, BinaryData body, CancellationToken cancellationToken)
    {
        var (cloudEvent, data) = AlertMessage.Read(body);
        var deliveredAt = await archive.KeepAsync(messageId, body, clock.GetUtcNow(), cancellationToken);
        await ChangeAsync(data.Organisation, data.Key, async row =>
        {
            var before = row.ContainsKey("Type") ? AlertRows.AlertOf(row, clock.GetUtcNow()) : null;
            AlertRows.Advance(row, cloudEvent, data, deliveredAt);
            await MailAsync(row, before, cloudEvent, data, cancellationToken);
            return true;
        }, cancellationToken);
        logger.AlertDelivered(messageId);
    }

    /// <summary>Puts an alert of the archive back into the inbox, without a second e-mail.</summary>
    public Task RestoreAsync(ArchivedAlert alert, CancellationToken cancellationToken)
    {
        var (cloudEvent, data) = AlertMessage.Read(alert.Body);
        return ChangeAsync(data.Organisation, data.Key, row =>
        {
            AlertRows.Advance(row, cloudEvent, data, alert.DeliveredAt);
            row["Mailed"] = AlertMail.Wants(data) ? Math.Max(row.GetInt32("Mailed")!.Value, data.Sequence) : row.GetInt32("Mailed");
            return Task.FromResult(true);
        }, cancellationToken);
    }

    /// <summary>Takes in what somebody did with an alert; the later one stands.</summary>
    public Task TakeAsync(Handling handling, CancellationToken cancellationToken) =>
        ChangeAsync(handling.Organisation, handling.Key, row => Task.FromResult(AlertRows.Take(row, handling)), cancellationToken);

    /// <returns>Null where there is no such alert, nor can be one of that key.</returns>
    public async Task<InboxAlert?> FindAsync(string organisation, string key, CancellationToken cancellationToken)
    {
        if (!IsKey(organisation) || !IsKey(key))
        {
            return null;
        }

        var row = await account.Alerts.GetEntityIfExistsAsync<TableEntity>(organisation, key, cancellationToken: cancellationToken);
        return row.HasValue ? AlertRows.AlertOf(row.Value!, clock.GetUtcNow()) : null;
    }

    /// <summary>What a table takes as a key: no control character and none of four others, and no more than its 1 KiB.</summary>
    private static bool IsKey(string text) => text.Length is > 0 and <= 512 && text.IndexOfAny(['/', '\\', '#', '?']) < 0 && !text.Any(char.IsControl);

    /// <summary>All alerts that are not resolved, and those resolved since a moment.</summary>
    public async Task<IReadOnlyList<InboxAlert>> ListAsync(DateTimeOffset resolvedSince, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var filter = TableClient.CreateQueryFilter($"State eq 'open' or DeliveredAt ge {resolvedSince}");
        return (await account.Alerts.ReadAllAsync(filter, cancellationToken)).ConvertAll(row => AlertRows.AlertOf(row, now));
    }

    /// <summary>Each recipient is mailed when an alert becomes theirs and red, and not again until it is raised anew; nobody is while it is snoozed.</summary>
    private async Task MailAsync(TableEntity row, InboxAlert? before, CloudEvent cloudEvent, AlertData data, CancellationToken cancellationToken)
    {
        if (!AlertMail.Wants(data) || data.Sequence <= row.GetInt32("Mailed") || AlertRows.AlertOf(row, clock.GetUtcNow()).State != AlertState.Open)
        {
            return;
        }

        var catalogue = await catalogues.GetAsync(cancellationToken);
        var known = before is { State: not AlertState.Resolved, Severity: AlertSeverity.Red } ? before : null;
        foreach (var recipient in catalogue.Recipients.Where(r => !r.IsReporter && Hears(r, data.Escalation) && !(known is not null && Hears(r, known.Escalation))))
        {
            await mail.SendAsync(recipient, cloudEvent.Id, cloudEvent.Time!.Value, data, cancellationToken);
        }

        row["Mailed"] = data.Sequence;

        bool Hears(Recipient recipient, int escalation) =>
            recipient.IsConcerned(data.Organisation, data.Form, data.Task, AlertSeverity.Red, escalation, catalogue);
    }

    /// <param name="change">False to leave the row as it is; called again when somebody else changed it meanwhile.</param>
    private async Task ChangeAsync(string organisation, string key, Func<TableEntity, Task<bool>> change, CancellationToken cancellationToken)
    {
        var partition = organisation.Length > 0 ? organisation : LedgerKey.Unplaced;
        while (true)
        {
            var stored = await account.Alerts.GetEntityIfExistsAsync<TableEntity>(partition, key, cancellationToken: cancellationToken);
            var row = stored.HasValue ? stored.Value! : AlertRows.New(partition, key);
            if (!await change(row) || await WriteAsync(row, stored.HasValue, cancellationToken))
            {
                return;
            }
        }
    }

    private async Task<bool> WriteAsync(TableEntity row, bool exists, CancellationToken cancellationToken)
    {
        try
        {
            if (exists)
            {
                await account.Alerts.UpdateEntityAsync(row, row.ETag, TableUpdateMode.Replace, cancellationToken);
            }
            else
            {
                await account.Alerts.AddEntityAsync(row, cancellationToken);
            }

            return true;
        }
        catch (RequestFailedException e) when (e.Status is 409 or 412)
        {
            return false;
        }
    }
}
