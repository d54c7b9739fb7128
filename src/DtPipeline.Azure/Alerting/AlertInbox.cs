using System.Collections.Concurrent;
using Azure;
using Azure.Data.Tables;
using Azure.Messaging.ServiceBus;
using DtPipeline.Alerts;
using DtPipeline.Azure.Storage;
using DtPipeline.Azure.Telemetry;
using DtPipeline.Catalogue;
using DtPipeline.Ledger;
using DtPipeline.Time;
using Microsoft.Extensions.Logging;

namespace DtPipeline.Azure.Alerting;

/// <summary>
/// The secretariat's inbox: the table <c>Alerts</c>, one row an alert. Delivering twice, or out of order, shows once and the newest state. Whom an
/// alert is to be mailed to stands in its row, written with the state that causes it; sending is the work of others.
/// </summary>
public sealed class AlertInbox(
    StorageAccount account,
    AlertArchive archive,
    OpenAlerts open,
    MailOutbox mails,
    CatalogueStore catalogues,
    PipelineSettings settings,
    TimeProvider clock,
    ILogger<AlertInbox> logger)
{
    private const int AtOnceRead = 16;

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
        var row = await ChangeAsync(data.Organisation, data.Key, deliveredAt, async row =>
        {
            var before = AlertRows.IsNew(row) ? null : AlertRows.AlertOf(row, clock.GetUtcNow());
            if (AlertRows.Advance(row, cloudEvent, data, deliveredAt) && settings.HasMail)
            {
                var told = await WhoIsMailedAsync(before, AlertRows.AlertOf(row, clock.GetUtcNow()), cancellationToken);
                AlertRows.SetMails(row, AlertRows.MailsOf(row).Concat(told.Select(r => (r.Code, cloudEvent.Id))));
            }

            return true;
        }, cancellationToken);

        // Also where the message has come again, after a process that died before it got here.
        if (AlertRows.MailsOf(row).Count > 0)
        {
            await mails.MarkAsync(row.PartitionKey, row.RowKey, cancellationToken);
        }

        logger.AlertDelivered(messageId);
    }

    /// <summary>Puts an alert of the archive back into the inbox; nobody is mailed of it.</summary>
    public Task RestoreAsync(ArchivedAlert alert, CancellationToken cancellationToken)
    {
        var (cloudEvent, data) = AlertMessage.Read(alert.Body);
        return ChangeAsync(data.Organisation, data.Key, alert.DeliveredAt, row =>
        {
            AlertRows.Advance(row, cloudEvent, data, alert.DeliveredAt);
            return Task.FromResult(true);
        }, cancellationToken);
    }

    /// <summary>Takes in what somebody did with an alert; the later one stands.</summary>
    public Task TakeAsync(Handling handling, CancellationToken cancellationToken) =>
        ChangeAsync(handling.Organisation, handling.Key, deliveredAt: null, row => Task.FromResult(AlertRows.Take(row, handling)), cancellationToken);

    /// <returns>Null where there is no such alert, nor can be one of that key.</returns>
    public async Task<InboxAlert?> FindAsync(string organisation, string key, CancellationToken cancellationToken) =>
        await ReadAsync(organisation, key, cancellationToken) is { } row ? AlertRows.AlertOf(row, clock.GetUtcNow()) : null;

    /// <summary>All alerts that are not settled, and those settled or told within the last days; longer ago, no digest speaks of them, and their marks go.</summary>
    public Task<IReadOnlyList<InboxAlert>> ListAsync(CancellationToken cancellationToken) => ListAsync(withNotices: true, cancellationToken);

    /// <summary>All alerts that are not settled. Notices, which never are open, are not even read.</summary>
    public async Task<IReadOnlyList<InboxAlert>> StandingAsync(CancellationToken cancellationToken) =>
        [.. (await ListAsync(withNotices: false, cancellationToken)).Where(a => !AlertLife.IsAtRest(a.State))];

    /// <summary>All alerts that there ever were of an organisation's period.</summary>
    public async Task<IReadOnlyList<InboxAlert>> OfPeriodAsync(string organisation, Period period, CancellationToken cancellationToken) =>
    [
        .. (await account.Alerts.ReadAllAsync(TableClient.CreateQueryFilter($"PartitionKey eq {organisation} and Period eq {period.ToString()}"), cancellationToken))
            .Where(r => !AlertRows.IsNew(r))
            .Select(r => AlertRows.AlertOf(r, clock.GetUtcNow()))
            .OrderBy(a => a.RaisedAt)
            .ThenBy(a => a.Subject.Key, StringComparer.Ordinal),
    ];

    /// <summary>Who is still to be mailed of an alert, with the message id of the transition.</summary>
    public async Task<IReadOnlyList<(string Recipient, string MessageId)>> MailsOfAsync(string organisation, string key, CancellationToken cancellationToken) =>
        await ReadAsync(organisation, key, cancellationToken) is { } row ? AlertRows.MailsOf(row) : [];

    /// <summary>They are in a mail now.</summary>
    public Task MailedAsync(string organisation, string key, IReadOnlySet<(string Recipient, string MessageId)> mailed, CancellationToken cancellationToken) =>
        ChangeAsync(organisation, key, deliveredAt: null, row =>
        {
            var left = AlertRows.MailsOf(row).Where(m => !mailed.Contains(m)).ToList();
            var changes = left.Count < AlertRows.MailsOf(row).Count;
            AlertRows.SetMails(row, left);
            return Task.FromResult(changes);
        }, cancellationToken);

    private async Task<IReadOnlyList<Recipient>> WhoIsMailedAsync(InboxAlert? before, InboxAlert now, CancellationToken cancellationToken)
    {
        var catalogue = await catalogues.GetAsync(cancellationToken);
        var told = AtOnce.WhoHears(before, now, VietnamTime.DayOf(clock.GetUtcNow()), catalogue);
        var forAll = told.Count > 0 && AtOnce.ReminderForAll(now.Subject, catalogue) is { } subject ? await FindAsync(subject.Organisation, subject.Key, cancellationToken) : null;
        return forAll?.Owed is { } owed && owed.Due == now.Owed?.Due ? [] : told;
    }

    private async Task<IReadOnlyList<InboxAlert>> ListAsync(bool withNotices, CancellationToken cancellationToken)
    {
        var (found, now) = (new ConcurrentBag<InboxAlert>(), clock.GetUtcNow());
        await Parallel.ForEachAsync(
            await open.ListAsync(cancellationToken),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnceRead, CancellationToken = cancellationToken },
            async (mark, token) =>
            {
                // None where a delivery has set the mark and not got further yet.
                var alert = withNotices || !mark.IsOfNotice ? await FindAsync(mark.Organisation, mark.Key, token) : null;
                if (alert is null ? mark.IsOfNotice && AlertRows.IsLongAgo(mark.At, now) : AlertRows.IsOver(alert, now))
                {
                    await open.ClearAsync(mark, token);
                }
                else if (alert is not null)
                {
                    found.Add(alert);
                }
            });
        return [.. found.OrderBy(a => a.Subject.Organisation, StringComparer.Ordinal).ThenBy(a => a.Subject.Key, StringComparer.Ordinal)];
    }

    private async Task<TableEntity?> ReadAsync(string organisation, string key, CancellationToken cancellationToken)
    {
        if (!IsKey(organisation) || !IsKey(key))
        {
            return null;
        }

        var row = await account.Alerts.GetEntityIfExistsAsync<TableEntity>(organisation, key, cancellationToken: cancellationToken);
        return row.HasValue && !AlertRows.IsNew(row.Value!) ? row.Value : null;
    }

    /// <summary>What a table takes as a key: no control character and none of four others, and no more than its 1 KiB.</summary>
    private static bool IsKey(string text) => text.Length is > 0 and <= 512 && text.IndexOfAny(['/', '\\', '#', '?']) < 0 && !text.Any(char.IsControl);

    /// <param name="change">False to leave the row as it is; called again when somebody else changed it meanwhile.</param>
    /// <returns>The row as it stands.</returns>
    private async Task<TableEntity> ChangeAsync(
        string organisation, string key, DateTimeOffset? deliveredAt, Func<TableEntity, Task<bool>> change, CancellationToken cancellationToken)
    {
        var partition = organisation.Length > 0 ? organisation : LedgerKey.Unplaced;
        while (true)
        {
            var stored = await account.Alerts.GetEntityIfExistsAsync<TableEntity>(partition, key, cancellationToken: cancellationToken);
            var row = stored.HasValue ? stored.Value! : AlertRows.New(partition, key);
            if (AlertRows.IsNew(row) || AlertRows.IsOver(AlertRows.AlertOf(row, clock.GetUtcNow()), clock.GetUtcNow()))
            {
                await open.MarkAsync(partition, key, deliveredAt, cancellationToken);
            }

            if (!await change(row) || await WriteAsync(row, stored.HasValue, cancellationToken))
            {
                return row;
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
