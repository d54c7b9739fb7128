using Azure.Messaging.ServiceBus;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace DtPipeline.LocalHost.Running;

/// <summary>Feeds a subscription to its function: peek-lock, complete when the function returns, abandon when it throws.</summary>
internal sealed class SubscriptionPump(FunctionApp app, LocalFunction function, ServiceBusTriggerAttribute trigger, ServiceBusClient client, Failures failures, ILogger logger)
{
    private const int AtOnce = 16;
    private static readonly TimeSpan Wait = TimeSpan.FromSeconds(1);

    private readonly ServiceBusReceiver receiver = client.CreateReceiver(trigger.TopicName!, trigger.SubscriptionName!);

    public string Function => function.Name;

    public string Namespace => receiver.FullyQualifiedNamespace;

    /// <summary>Delivered messages by their type.</summary>
    public Dictionary<string, int> Delivered { get; } = new(StringComparer.Ordinal);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
#pragma warning disable CA1031 // The host survives a Service Bus that is away for a while.
            try
            {
                await PumpAsync(cancellationToken);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                // A connection that is lost while stopping is no failure.
                cancellationToken.ThrowIfCancellationRequested();
                logger.FunctionFailed(e, function.Name, 1, 1);
                await Task.Delay(Wait, cancellationToken);
            }
#pragma warning restore CA1031
        }
    }

    /// <summary>Whether anything is left in the subscription, which is answered at once and not after a wait for what does not come.</summary>
    public async Task<bool> HasMessagesAsync(CancellationToken cancellationToken) =>
        (await receiver.PeekMessagesAsync(1, fromSequenceNumber: 0, cancellationToken)).Count > 0;

    /// <summary>Delivers what is there, waiting a moment for the first message.</summary>
    /// <returns>How many messages there were.</returns>
    public async Task<int> PumpAsync(CancellationToken cancellationToken)
    {
        var messages = await receiver.ReceiveMessagesAsync(AtOnce, Wait, cancellationToken);
        foreach (var message in messages)
        {
            await DeliverAsync(message, cancellationToken);
        }

        return messages.Count;
    }

    private async Task DeliverAsync(ServiceBusReceivedMessage message, CancellationToken cancellationToken)
    {
#pragma warning disable CA1031 // What a function throws sends the message back, as the Functions host does.
        try
        {
            await app.CallAsync(function, message, cancellationToken);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            logger.FunctionFailed(e, function.Name, message.DeliveryCount, 10);
            failures.Failed(function.Name, message.MessageId, e);
            await SettleAsync(() => receiver.AbandonMessageAsync(message, cancellationToken: cancellationToken));
            return;
        }
#pragma warning restore CA1031

        failures.Done(function.Name, message.MessageId);
        if (await SettleAsync(() => receiver.CompleteMessageAsync(message, cancellationToken)))
        {
            var type = message.Subject ?? string.Empty;
            Delivered[type] = Delivered.GetValueOrDefault(type) + 1;
        }
    }

    /// <returns>False where the Service Bus did not take it: the message comes again, as it does of the Functions host.</returns>
    private async Task<bool> SettleAsync(Func<Task> settle)
    {
        try
        {
            await settle();
            return true;
        }
        catch (ServiceBusException e)
        {
            logger.MessageComesAgain(e);
            return false;
        }
    }
}
