using Azure.Messaging.ServiceBus;

namespace DtPipeline.ServiceBus.Tests.Support;

internal static class Receiving
{
    /// <summary>For what is on its way: not how long it takes, but when to give up.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    /// <summary>The next message, which must come.</summary>
    public static async Task<ServiceBusReceivedMessage> NextAsync(this ServiceBusReceiver receiver) =>
        await receiver.ReceiveMessageAsync(Patience) ?? throw new TimeoutException($"No message came from {receiver.EntityPath}.");

    /// <summary>The next messages, however many calls they take.</summary>
    public static async Task<IReadOnlyList<ServiceBusReceivedMessage>> NextAsync(this ServiceBusReceiver receiver, int count)
    {
        var messages = new List<ServiceBusReceivedMessage>();
        while (messages.Count < count)
        {
            var more = await receiver.ReceiveMessagesAsync(count - messages.Count, Patience);
            messages.AddRange(more.Count > 0 ? more : throw new TimeoutException($"{messages.Count} of {count} messages came from {receiver.EntityPath}."));
        }

        return messages;
    }

    /// <summary>Asks until the queue or subscription holds what it should.</summary>
    public static async Task UntilAsync(this LocalBroker broker, string entity, MessageCounts expected)
    {
        using var patience = new CancellationTokenSource(Patience);
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        MessageCounts found;
        while ((found = await broker.CountsAsync(entity)) != expected)
        {
            Assert.False(patience.IsCancellationRequested, $"{entity} holds {found}, not {expected}.");
            await timer.WaitForNextTickAsync();
        }
    }
}
