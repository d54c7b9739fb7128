using Azure.Messaging.ServiceBus;
using DtPipeline.ServiceBus.Tests.Support;

namespace DtPipeline.ServiceBus.Tests;

/// <summary>Messages that the client's link does not hold are settled over the entity's management link, by their lock alone.</summary>
[Collection(SharedBrokerGroup.Name)]
public sealed class UnheldMessageTests(SharedBroker shared)
{
    [Fact]
    public async Task AnotherReceiverCompletes()
    {
        await using var pair = await PairAsync("done");

        await pair.Other.CompleteMessageAsync(pair.Message);

        Assert.Equal(new MessageCounts(), await shared.Broker.CountsAsync(pair.Queue));
    }

    [Fact]
    public async Task AnotherReceiverAbandons()
    {
        await using var pair = await PairAsync("again");

        await pair.Other.AbandonMessageAsync(pair.Message);
        var again = await pair.Other.NextAsync();

        Assert.Equal("again", again.Body.ToString());
        Assert.Equal(2, again.DeliveryCount);
    }

    [Fact]
    public async Task AnotherReceiverDeadLettersWithReasonAndDescription()
    {
        await using var pair = await PairAsync("odd");

        await pair.Other.DeadLetterMessageAsync(pair.Message, "lạ", "Không ai đọc được.");
        await using var deadLetters = shared.DeadLettersOf(pair.Queue);
        var letter = await deadLetters.NextAsync();

        Assert.Equal("odd", letter.Body.ToString());
        Assert.Equal("lạ", letter.DeadLetterReason);
        Assert.Equal("Không ai đọc được.", letter.DeadLetterErrorDescription);
        Assert.Equal(pair.Queue, letter.DeadLetterSource);
    }

    [Fact]
    public async Task WhatIsSettledIsLostToTheReceiverThatHadIt()
    {
        await using var pair = await PairAsync("once");
        await pair.Other.CompleteMessageAsync(pair.Message);

        var lost = await Assert.ThrowsAsync<ServiceBusException>(() => pair.Holder.CompleteMessageAsync(pair.Message));
        var again = await Assert.ThrowsAsync<ServiceBusException>(() => pair.Other.CompleteMessageAsync(pair.Message));

        Assert.Equal(ServiceBusFailureReason.MessageLockLost, lost.Reason);
        Assert.Equal(ServiceBusFailureReason.MessageLockLost, again.Reason);
    }

    [Fact]
    public async Task AClientThatLostItsConnectionSettlesWhatItHeldOverTheNextOne()
    {
        var queue = await shared.NewQueueWithAsync(new ServiceBusMessage("complete"), new ServiceBusMessage("abandon"), new ServiceBusMessage("bury"));
        await using var cable = new Cable(shared.Broker);
        await using var client = shared.Broker.Connect(cable.Port, new ServiceBusClientOptions { RetryOptions = { Delay = TimeSpan.FromMilliseconds(10) } });
        await using var receiver = client.CreateReceiver(queue);
        var held = await receiver.NextAsync(3);

        cable.Cut();
        await receiver.PeekMessageAsync(); // A call that may be repeated has the client connect again.
        await receiver.CompleteMessageAsync(held[0]);
        await receiver.AbandonMessageAsync(held[1]);
        await receiver.DeadLetterMessageAsync(held[2], "odd");

        Assert.Equal(new MessageCounts(Active: 1, DeadLettered: 1), await shared.Broker.CountsAsync(queue));
        var again = await receiver.NextAsync();
        Assert.Equal("abandon", again.Body.ToString());
        Assert.Equal(2, again.DeliveryCount);
    }

    [Fact]
    public async Task WhatALostConnectionHeldComesToOthersWhenItsLockExpires()
    {
        var queue = await shared.NewQueueWithAsync(QueueKind.Impatient, new ServiceBusMessage("left"));
        await using var cable = new Cable(shared.Broker);
        await using var client = shared.Broker.Connect(cable.Port);
        var held = await client.CreateReceiver(queue).NextAsync();

        cable.Cut();
        await using var other = shared.Client.CreateReceiver(queue);
        var message = await other.NextAsync();

        Assert.Equal(held.MessageId, message.MessageId);
        Assert.Equal(2, message.DeliveryCount);
    }

    private async Task<Pair> PairAsync(string body)
    {
        var queue = await shared.NewQueueWithAsync(new ServiceBusMessage(body));
        var (holder, other) = (shared.Client.CreateReceiver(queue), shared.Client.CreateReceiver(queue));
        return new Pair(queue, holder, other, await holder.NextAsync());
    }

    private sealed record Pair(string Queue, ServiceBusReceiver Holder, ServiceBusReceiver Other, ServiceBusReceivedMessage Message) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            await Holder.DisposeAsync();
            await Other.DisposeAsync();
        }
    }
}
