using Azure;
using Azure.Data.Tables;
using Azure.Messaging.ServiceBus;
using DtPipeline.Azure.Ledger;
using DtPipeline.Azure.Storage;
using Microsoft.Extensions.Logging;

namespace DtPipeline.Azure.Alerting;

/// <summary>Sends what stands in the outboxes. A row is removed only when Service Bus has it; sending twice is told apart by the message id.</summary>
public sealed class AlertDispatch(StorageAccount account, LedgerStore ledger, PendingStore pending, ServiceBusSender topic, ILogger<AlertDispatch> logger)
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        foreach (var mark in await pending.OutboxesAsync(cancellationToken))
        {
            var rows = await ledger.ReadOutboxAsync(mark.Name, cancellationToken);
            if (rows.Count > 0)
            {
                await SendAsync(rows, cancellationToken);
                logger.AlertsSent(rows.Count, mark.Name);
            }

            await pending.ClearAsync(mark, cancellationToken);
        }
    }

    private async Task SendAsync(IReadOnlyList<TableEntity> rows, CancellationToken cancellationToken)
    {
        var waiting = new Queue<TableEntity>(rows);
        while (waiting.Count > 0)
        {
            using var batch = await topic.CreateMessageBatchAsync(cancellationToken);
            var sent = new List<TableEntity>();
            while (waiting.TryPeek(out var row) && batch.TryAddMessage(AlertMessage.Of(row)))
            {
                sent.Add(waiting.Dequeue());
            }

            await topic.SendMessagesAsync(batch, cancellationToken);
            foreach (var row in sent)
            {
                await RemoveAsync(row, cancellationToken);
            }
        }
    }

    private async Task RemoveAsync(TableEntity row, CancellationToken cancellationToken)
    {
        try
        {
            await account.Ledger.DeleteEntityAsync(row.PartitionKey, row.RowKey, row.ETag, cancellationToken);
        }
        catch (RequestFailedException e) when (e.Status is 404 or 412)
        {
            // Removed by another run, or brought up to date by a replay and sent again by the next run.
        }
    }
}
