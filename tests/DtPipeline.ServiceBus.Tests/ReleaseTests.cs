using Azure.Messaging.ServiceBus;
using DtPipeline.ServiceBus.Tests.Support;

namespace DtPipeline.ServiceBus.Tests;

/// <summary>A client without prefetch leaves credit behind when a wait ends, and sends back what comes on it unread.</summary>
[Collection(SharedBrokerGroup.Name)]
public sealed class ReleaseTests(SharedBroker shared)
{
    private static readonly TimeSpan AtOnce = TimeSpan.FromMilliseconds(50);

    [Fact]
    public async Task AMessageThatCameWhileNobodyWaitedWasNotDelivered()
    {
        var queue = shared.NewQueue();
        await using var idle = shared.Client.CreateReceiver(queue);
        Assert.Null(await idle.ReceiveMessageAsync(AtOnce));
        await shared.SendAsync(queue, new ServiceBusMessage("unread"));

        await using var other = shared.Client.CreateReceiver(queue);
        var message = await other.NextAsync();

        Assert.Equal(1, message.DeliveryCount);
    }

    [Fact]
    public async Task AMessageThatCameAfterTheWaitWasCancelledWasNotDelivered()
    {
        var queue = shared.NewQueue();
        await using var cancelled = shared.Client.CreateReceiver(queue);
        using var cancellation = new CancellationTokenSource();
        Assert.Null(await cancelled.ReceiveMessageAsync(AtOnce));
        var waiting = cancelled.ReceiveMessageAsync(TimeSpan.FromMinutes(5), cancellation.Token);
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        await shared.SendAsync(queue, new ServiceBusMessage("unread"));

        await using var other = shared.Client.CreateReceiver(queue);
        var message = await other.NextAsync();

        Assert.Equal(1, message.DeliveryCount);
    }

    [Fact]
    public async Task NoMessageRunsOutOfDeliveriesUnread()
    {
        var queue = shared.NewQueue(QueueKind.Strict);
        await using var idle = shared.Client.CreateReceiver(queue);
        var texts = Enumerable.Range(0, 20).Select(number => $"{number}").ToArray();
        foreach (var text in texts)
        {
            Assert.Null(await idle.ReceiveMessageAsync(TimeSpan.FromMilliseconds(1)));
            await shared.SendAsync(queue, new ServiceBusMessage(text));
            await using var other = shared.Client.CreateReceiver(queue);
            var message = await other.NextAsync();
            Assert.Equal(text, message.Body.ToString());
            await other.CompleteMessageAsync(message);
        }

        Assert.Equal(new MessageCounts(), await shared.Broker.CountsAsync(queue));
    }
}
