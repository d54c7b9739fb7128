using Azure;
using Azure.Data.Tables;
using Azure.Messaging.ServiceBus;
using DtPipeline.Azure.Ledger;
using DtPipeline.Azure.Storage;
using DtPipeline.Azure.Telemetry;
using Microsoft.Extensions.Logging;

namespace DtPipeline.Azure.Alerting;

/// <summary>Sends what stands in the outboxes. A row is removed only when Service Bus has it; sending twice is told apart by the message id.</summary>
/// <remarks>A file's alerts are sent by the run that took the file; the timer is the net for what that run could not send.</remarks>
public sealed class AlertDispatch(StorageAccount account, LedgerStore ledger, PendingStore pending, ServiceBusSender topic, PipelineMetrics metrics, ILogger<AlertDispatch> logger)
{
    // How long a run that took a file waits for Service Bus, and for how long none tries again where that was in vain.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Quiet = TimeSpan.FromMinutes(1);

    private long? awaySince;

    public Task RunAsync(CancellationToken cancellationToken) => Spans.RunAsync("dispatch", _ => DispatchAsync(cancellationToken));

    /// <summary>Sends the outbox of one partition now.</summary>
    /// <param name="outbox">As it stands.</param>
    /// <returns>False where Service Bus could not be reached or did not take all: then the outbox is left to the timer.</returns>
    public async Task<bool> TrySendAsync(string partition, IReadOnlyList<TableEntity> outbox, CancellationToken cancellationToken)
    {
        if (outbox.Count == 0)
        {
            return true;
        }

        if (awaySince is { } since && TimeProvider.System.GetElapsedTime(since) < Quiet)
        {
            return false;
        }

        using var patience = new CancellationTokenSource(Patience, TimeProvider.System);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
#pragma warning disable CA1031 // The file is taken and its alerts are written: whatever keeps them from being sent now, the timer sends them.
        try
        {
            var isEmpty = await SendAsync(partition, outbox, either.Token);
            awaySince = null;
            return isEmpty;
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            awaySince = TimeProvider.System.GetTimestamp();
            logger.OutboxLeft(e, partition);
            return false;
        }
#pragma warning restore CA1031
    }

    private async Task DispatchAsync(CancellationToken cancellationToken)
    {
        var marks = await pending.OutboxesAsync(cancellationToken);
        var outboxes = new List<(PendingMark Mark, IReadOnlyList<TableEntity> Rows)>();
        foreach (var mark in marks)
        {
            outboxes.Add((mark, await ledger.ReadOutboxAsync(mark.Name, cancellationToken)));
        }

        // Of all outboxes before anything is sent: with Service Bus away, nothing is.
        metrics.OutboxSeen(outboxes.SelectMany(o => o.Rows).Min(r => r.GetDateTimeOffset(LedgerRows.Since)));
        ServiceBusException? away = null;
        await EachItem.RunAsync("outboxes", outboxes, o => o.Mark.Name, async outbox =>
        {
            if (away is not null)
            {
                throw away;
            }

            var isEmpty = false;
            try
            {
                isEmpty = await SendAsync(outbox.Mark.Name, outbox.Rows, cancellationToken);
            }
            catch (ServiceBusException e) when (e.Reason is ServiceBusFailureReason.ServiceCommunicationProblem or ServiceBusFailureReason.ServiceTimeout)
            {
                away = e;
                throw;
            }

            if (isEmpty)
            {
                await pending.ClearAsync(outbox.Mark, cancellationToken);
            }
        }, cancellationToken);
    }

    /// <returns>False where a row is still there, to be sent again.</returns>
    private async Task<bool> SendAsync(string partition, IReadOnlyList<TableEntity> rows, CancellationToken cancellationToken)
    {
        if (rows.Count == 0)
        {
            return true;
        }

        var isEmpty = true;
        var waiting = new Queue<OutgoingAlert>(rows.Select(r => new OutgoingAlert(r)));
        try
        {
            while (waiting.Count > 0)
            {
                isEmpty &= await SendBatchAsync(waiting, cancellationToken);
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

        logger.AlertsSent(rows.Count, partition);
        return isEmpty;
    }

    /// <summary>Sends as many of those waiting as fit into one batch; an alert waits until Service Bus has it.</summary>
    /// <returns>Whether the rows of all that were sent are gone.</returns>
    private async Task<bool> SendBatchAsync(Queue<OutgoingAlert> waiting, CancellationToken cancellationToken)
    {
        using var batch = await topic.CreateMessageBatchAsync(cancellationToken);
        var count = waiting.TakeWhile(a => batch.TryAddMessage(a.Message)).Count();
        if (count == 0)
        {
            throw new InvalidOperationException($"The alert {waiting.Peek().Message.MessageId} is larger than the Service Bus namespace takes.");
        }

        await topic.SendMessagesAsync(batch, cancellationToken);
        var areGone = true;
        for (; count > 0; count--)
        {
            using var sent = waiting.Dequeue();
            areGone &= await RemoveAsync(sent.Row, cancellationToken);
        }

        return areGone;
    }

    /// <returns>False where it was brought up to date by a replay, and is to be sent again.</returns>
    private async Task<bool> RemoveAsync(TableEntity row, CancellationToken cancellationToken)
    {
        try
        {
            await account.Ledger.DeleteEntityAsync(row.PartitionKey, row.RowKey, row.ETag, cancellationToken);
            return true;
        }
        catch (RequestFailedException e) when (e.Status is 404 or 412)
        {
            return e.Status == 404;
        }
    }
}
