using Azure;
using Azure.Data.Tables;
using Azure.Messaging;
using DtPipeline.Azure.Intake;
using DtPipeline.Azure.Storage;
using DtPipeline.Observing;
using Microsoft.Extensions.Logging;

namespace DtPipeline.Azure.Alerting;

/// <summary>The secretariat's inbox: the table <c>Alerts</c>, one row an alert. Delivering twice, or out of order, shows once and the newest state.</summary>
public sealed class AlertInbox(StorageAccount account, Archive archive, AlertMail mail, ILogger<AlertInbox> logger)
{
    /// <exception cref="System.Text.Json.JsonException">The message is none of ours; Service Bus dead-letters it after its deliveries.</exception>
    public async Task DeliverAsync(string messageId, BinaryData body, CancellationToken cancellationToken)
    {
        var (cloudEvent, data) = AlertMessage.Read(body);
        await archive.KeepAlertAsync(messageId, body, cancellationToken);
        await KeepAsync(cloudEvent, data, isMailed: false, cancellationToken);
        logger.AlertDelivered(messageId);
    }

    /// <summary>Puts an alert of the archive back into the inbox, without a second e-mail.</summary>
    public Task RestoreAsync(BinaryData body, CancellationToken cancellationToken)
    {
        var (cloudEvent, data) = AlertMessage.Read(body);
        return KeepAsync(cloudEvent, data, isMailed: true, cancellationToken);
    }

    private async Task KeepAsync(CloudEvent cloudEvent, AlertData data, bool isMailed, CancellationToken cancellationToken)
    {
        var wantsMail = AlertMail.Wants(data);
        while (true)
        {
            var partition = data.Organisation.Length > 0 ? data.Organisation : LedgerKey.Unplaced;
            var stored = await account.Alerts.GetEntityIfExistsAsync<TableEntity>(partition, data.Key, cancellationToken: cancellationToken);
            var row = stored.HasValue ? stored.Value! : new TableEntity(partition, data.Key) { ["Sequence"] = 0, ["Mailed"] = 0 };
            var mustMail = wantsMail && data.Sequence > row.GetInt32("Mailed");
            Advance(row, cloudEvent, data);
            if (mustMail && !isMailed)
            {
                await mail.SendAsync(cloudEvent.Id, cloudEvent.Time!.Value, data, cancellationToken);
            }

            if (mustMail)
            {
                row["Mailed"] = data.Sequence;
            }

            if (await WriteAsync(row, stored.HasValue, cancellationToken))
            {
                return;
            }
        }
    }

    private static void Advance(TableEntity row, CloudEvent cloudEvent, AlertData data)
    {
        if (data.State == "raised" && (row.GetInt32("RaisedSequence") ?? 0) < data.Sequence)
        {
            row["RaisedAt"] = cloudEvent.Time;
            row["RaisedSequence"] = data.Sequence;
        }

        if (data.Sequence <= row.GetInt32("Sequence"))
        {
            return;
        }

        row["Sequence"] = data.Sequence;
        row["Type"] = cloudEvent.Type;
        row["State"] = data.State == "resolved" ? "resolved" : "open";
        row["Severity"] = data.Severity;
        row["Period"] = data.Period ?? string.Empty;
        row["Form"] = data.Form ?? string.Empty;
        row["Indicator"] = data.Indicator ?? string.Empty;
        row["Task"] = data.Task ?? string.Empty;
        row["MessageVi"] = data.Message.Vi;
        row["MessageEn"] = data.Message.En;
        row["ChangedAt"] = cloudEvent.Time;
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
