using Azure.Messaging.ServiceBus;
using DtPipeline.ServiceBus.Tests.Support;

namespace DtPipeline.ServiceBus.Tests;

[Collection(SharedBrokerGroup.Name)]
public sealed class LockTests(SharedBroker shared)
{
    [Fact]
    public async Task ARenewedLockHoldsLonger()
    {
        var queue = await shared.NewQueueWithAsync(new ServiceBusMessage("long work"));
        await using var receiver = shared.Client.CreateReceiver(queue);
        var message = await receiver.NextAsync();
        var before = message.LockedUntil;

        while (message.LockedUntil == before)
        {
            await receiver.RenewMessageLockAsync(message);
        }

        Assert.True(message.LockedUntil > before, $"{message.LockedUntil:O} is not after {before:O}.");
        await receiver.CompleteMessageAsync(message);
    }

    [Fact]
    public async Task AnotherReceiverRenewsByTheLockAlone()
    {
        var queue = await shared.NewQueueWithAsync(new ServiceBusMessage("long work"));
        await using var receiver = shared.Client.CreateReceiver(queue);
        await using var other = shared.Client.CreateReceiver(queue);
        var message = await receiver.NextAsync();
        var before = message.LockedUntil;

        await other.RenewMessageLockAsync(message);

        Assert.True(message.LockedUntil >= before, $"{message.LockedUntil:O} is before {before:O}.");
        await receiver.CompleteMessageAsync(message);
    }

    [Fact]
    public async Task ALockThatExpiresIsLostAndTheMessageComesAgain()
    {
        var queue = await shared.NewQueueWithAsync(QueueKind.Impatient, new ServiceBusMessage("slow"));
        await using var receiver = shared.Client.CreateReceiver(queue);
        var first = await receiver.NextAsync();

        var second = await receiver.NextAsync();

        Assert.Equal(first.MessageId, second.MessageId);
        Assert.NotEqual(first.LockToken, second.LockToken);
        Assert.Equal(2, second.DeliveryCount);
        foreach (var settle in new Func<Task>[] { () => receiver.CompleteMessageAsync(first), () => receiver.RenewMessageLockAsync(first) })
        {
            var lost = await Assert.ThrowsAsync<ServiceBusException>(settle);
            Assert.Equal(ServiceBusFailureReason.MessageLockLost, lost.Reason);
        }
    }

    [Fact]
    public async Task AReceiverThatTakesLeaveLeavesItsMessagesToOthersAtOnce()
    {
        var queue = await shared.NewQueueWithAsync(new ServiceBusMessage("left"));
        var leaving = shared.Client.CreateReceiver(queue);
        var held = await leaving.NextAsync();

        await leaving.DisposeAsync();
        await shared.Broker.UntilAsync(queue, new MessageCounts(Active: 1));
        await using var receiver = shared.Client.CreateReceiver(queue);
        var message = await receiver.NextAsync();

        Assert.Equal(held.MessageId, message.MessageId);
        Assert.Equal(2, message.DeliveryCount);
    }

    [Fact]
    public async Task WhatIsLockedIsNotGivenToOthers()
    {
        var queue = await shared.NewQueueWithAsync(new ServiceBusMessage("first"), new ServiceBusMessage("second"));
        await using var receiver = shared.Client.CreateReceiver(queue);
        await using var other = shared.Client.CreateReceiver(queue);

        var held = await receiver.NextAsync();
        var next = await other.NextAsync();

        Assert.Equal(["first", "second"], [held.Body.ToString(), next.Body.ToString()]);
        Assert.Equal(new MessageCounts(Locked: 2), await shared.Broker.CountsAsync(queue));
    }
}
