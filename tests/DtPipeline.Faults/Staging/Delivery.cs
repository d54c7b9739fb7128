using Azure.Messaging.ServiceBus;
using DtPipeline.Azure.Alerting;
using DtPipeline.Azure.Storage;

namespace DtPipeline.FaultInjection.Staging;

/// <summary>Takes messages from the subscription as the functions host does: complete what the function has done, abandon what it throws at.</summary>
internal static class Delivery
{
    private const int AtOnce = 16;

    // For the next message, where one is there or about to be.
    private static readonly TimeSpan Wait = TimeSpan.FromMilliseconds(200);

    public static async Task RunAsync(Life life, CancellationToken cancellationToken)
    {
        await using var receiver = Receiver(life);
        while (await receiver.ReceiveMessagesAsync(AtOnce, Wait, cancellationToken) is { Count: > 0 } messages)
        {
            foreach (var message in messages)
            {
                await DeliverAsync(life, receiver, message, cancellationToken);
            }
        }
    }

    /// <summary>Until nothing is left, however slowly it comes.</summary>
    public static async Task EmptyAsync(Life life)
    {
        do
        {
            await RunAsync(life, CancellationToken.None);
        }
        while (!await IsEmptyAsync(life));
    }

    /// <summary>Also those that are locked.</summary>
    public static async Task<bool> IsEmptyAsync(Life life)
    {
        await using var receiver = Receiver(life);
        return (await receiver.PeekMessagesAsync(1, fromSequenceNumber: 0)).Count == 0;
    }

    private static ServiceBusReceiver Receiver(Life life) => life.Get<ServiceBusClient>().CreateReceiver(life.Stage.Topic, StorageNames.SecretariatSubscription);

    private static async Task DeliverAsync(Life life, ServiceBusReceiver receiver, ServiceBusReceivedMessage message, CancellationToken cancellationToken)
    {
#pragma warning disable CA1031 // Whatever it throws, the message comes again: now, or when its lock has run out.
        try
        {
            await life.Get<AlertInbox>().DeliverAsync(message, cancellationToken);
            await receiver.CompleteMessageAsync(message, cancellationToken);
        }
        catch (Exception)
        {
            try
            {
                await receiver.AbandonMessageAsync(message, cancellationToken: cancellationToken);
            }
            catch (Exception)
            {
            }
        }
#pragma warning restore CA1031
    }
}
