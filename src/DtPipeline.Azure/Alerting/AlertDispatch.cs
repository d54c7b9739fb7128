using Azure;
using Azure.Data.Tables;
using Azure.Messaging.ServiceBus;
using DtPipeline.Azure.Ledger;
using DtPipeline.Azure.Storage;
using DtPipeline.Azure.Telemetry;
using Microsoft.Extensions.Logging;

namespace DtPipeline.Azure.Alerting;

/// <summary>Sends what stands in the outboxes. A row is removed only when Service Bus has it; sending twice is told apart by the message id.</summary>
public sealed class AlertDispatch(StorageAccount account, LedgerStore ledger, PendingStore pending, ServiceBusSender topic, PipelineMetrics metrics, ILogger<AlertDispatch> logger)
{
    public Task RunAsync(CancellationToken cancellationToken) => Spans.RunAsync("dispatch", _ => DispatchAsync(cancellationToken));

    private async Task DispatchAsync(CancellationToken cancellationToken)
    {
        var marks = await pending.OutboxesAsync(cancellationToken);
        await MeasureAsync(marks, cancellationToken);
        foreach (var mark in marks)
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

    /// <summary>All outboxes before anything is sent: with Service Bus away, the first sending ends the run.</summary>
    private async Task MeasureAsync(IReadOnlyList<PendingMark> marks, CancellationToken cancellationToken)
    {
        var oldest = (DateTimeOffset?)null;
        foreach (var mark in marks)
        {
            var first = (await ledger.ReadOutboxAsync(mark.Name, cancellationToken)).Min(r => r.GetDateTimeOffset(LedgerRows.Since));
            oldest = new[] { oldest, first }.Min();
        }

        metrics.OutboxSeen(oldest);
    }

    private async Task SendAsync(IReadOnlyList<TableEntity> rows, CancellationToken cancellationToken)
    {
        var waiting = new Queue<OutgoingAlert>(rows.Select(r => new OutgoingAlert(r)));
        try
        {
            while (waiting.Count > 0)
            {
                await SendBatchAsync(waiting, cancellationToken);
            }
        }
        catch (Exception e)
        {
            foreach (var alert in waiting)
            {
                alert.Fail(e);
                alert.Dispose();
            }

            throw;
        }
    }

    /// <summary>Sends as many of those waiting as fit into one batch; an alert waits until Service Bus has it.</summary>
    private async Task SendBatchAsync(Queue<OutgoingAlert> waiting, CancellationToken cancellationToken)
    {
        using var batch = await topic.CreateMessageBatchAsync(cancellationToken);
        var count = waiting.TakeWhile(a => batch.TryAddMessage(a.Message)).Count();
        if (count == 0)
        {
            throw new InvalidOperationException($"The alert {waiting.Peek().Message.MessageId} is larger than the Service Bus namespace takes.");
        }

        await topic.SendMessagesAsync(batch, cancellationToken);
        for (; count > 0; count--)
        {
            using var sent = waiting.Dequeue();
            await RemoveAsync(sent.Row, cancellationToken);
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
