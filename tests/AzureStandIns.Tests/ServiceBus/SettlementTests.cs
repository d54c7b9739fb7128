using Azure.Messaging.ServiceBus;

namespace AzureStandIns.Tests.ServiceBus;

public sealed class SettlementTests : BrokerTest
{
    [Fact]
    public async Task ACompletedMessageIsGone()
    {
        await Sender.SendMessageAsync(new ServiceBusMessage("done"));

        await Secretariat.CompleteMessageAsync(await ReceiveAsync());

        Assert.Null(await Secretariat.ReceiveMessageAsync(AtOnce));
    }

    [Fact]
    public async Task AnAbandonedMessageComesAgainWithAHigherDeliveryCount()
    {
        await Sender.SendMessageAsync(new ServiceBusMessage("again") { MessageId = "a" });

        await Secretariat.AbandonMessageAsync(await ReceiveAsync());
        var second = await ReceiveAsync();

        Assert.Equal("a", second.MessageId);
        Assert.Equal(2, second.DeliveryCount);
    }

    [Fact]
    public async Task AMessageOfWhichNothingCameGoesToTheDeadLetterQueueWithTheReason()
    {
        await Sender.SendMessageAsync(new ServiceBusMessage("thư chết") { MessageId = "dead" });

        var deliveries = 0;
        while (await Secretariat.ReceiveMessageAsync(AtOnce) is { } message)
        {
            deliveries = message.DeliveryCount;
            await Secretariat.AbandonMessageAsync(message);
        }

        await using var deadLetters = Client.CreateReceiver(
            "alerts", "secretariat", new ServiceBusReceiverOptions { SubQueue = SubQueue.DeadLetter });
        var dead = await ReceiveAsync(deadLetters);
        await deadLetters.CompleteMessageAsync(dead);

        Assert.Equal(10, deliveries);
        Assert.Equal("alerts/Subscriptions/secretariat/$DeadLetterQueue", deadLetters.EntityPath);
        Assert.Equal("dead", dead.MessageId);
        Assert.Equal("thư chết", dead.Body.ToString());
        Assert.Equal("MaxDeliveryCountExceeded", dead.DeadLetterReason);
        Assert.NotEmpty(dead.DeadLetterErrorDescription!);
        Assert.Null(await deadLetters.ReceiveMessageAsync(AtOnce));
    }

    [Fact]
    public async Task ARenewedLockHoldsLonger()
    {
        await Sender.SendMessageAsync(new ServiceBusMessage("long work"));
        var message = await ReceiveAsync();
        var before = message.LockedUntil;

        await Secretariat.RenewMessageLockAsync(message);

        Assert.True(message.LockedUntil >= before, $"{message.LockedUntil:O} is before {before:O}.");
        await Secretariat.CompleteMessageAsync(message);
    }

    [Fact]
    public async Task AMessageReceivedAndDeletedIsGoneAndHasNoLock()
    {
        await using var receiver = Client.CreateReceiver(
            "alerts", "secretariat", new ServiceBusReceiverOptions { ReceiveMode = ServiceBusReceiveMode.ReceiveAndDelete });
        await Sender.SendMessageAsync(new ServiceBusMessage("gone"));

        var message = await ReceiveAsync(receiver);

        Assert.Equal("gone", message.Body.ToString());
        Assert.Null(await Secretariat.ReceiveMessageAsync(AtOnce));
        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => receiver.CompleteMessageAsync(message));
        Assert.Equal("A message that was received and deleted at once has no lock to settle.", refused.Message);
    }

    [Fact]
    public async Task SettlingASettledMessageSaysThatTheLockIsLost()
    {
        await Sender.SendMessageAsync(new ServiceBusMessage("once") { MessageId = "a" });
        var message = await ReceiveAsync();
        await Secretariat.CompleteMessageAsync(message);

        foreach (var settle in new Func<Task>[]
        {
            () => Secretariat.CompleteMessageAsync(message),
            () => Secretariat.AbandonMessageAsync(message),
            () => Secretariat.RenewMessageLockAsync(message),
        })
        {
            var lost = await Assert.ThrowsAsync<ServiceBusException>(settle);

            Assert.Equal(ServiceBusFailureReason.MessageLockLost, lost.Reason);
            Assert.False(lost.IsTransient);
            Assert.Equal("alerts/Subscriptions/secretariat", lost.EntityPath);
            Assert.Equal(
                "The lock on message a of alerts/Subscriptions/secretariat is lost: "
                + "it expired, or the message is settled. (MessageLockLost)",
                lost.Message);
        }
    }

    [Fact]
    public async Task AbandoningWithChangedPropertiesIsRefused()
    {
        await Sender.SendMessageAsync(new ServiceBusMessage("as it was"));
        var message = await ReceiveAsync();

        var refused = await Assert.ThrowsAsync<NotSupportedException>(
            () => Secretariat.AbandonMessageAsync(message, new Dictionary<string, object> { ["tries"] = 1 }));

        Assert.Equal("Over HTTP, Service Bus cannot change the properties of a message that is abandoned.", refused.Message);
    }
}
