using Azure.Messaging.ServiceBus;
using DtPipeline.ServiceBus.Tests.Support;

namespace DtPipeline.ServiceBus.Tests;

[Collection(SharedBrokerGroup.Name)]
public sealed class SettlementTests(SharedBroker shared)
{
    [Fact]
    public async Task ACompletedMessageIsGone()
    {
        var queue = await shared.NewQueueWithAsync(new ServiceBusMessage("done"));
        await using var receiver = shared.Client.CreateReceiver(queue);

        await receiver.CompleteMessageAsync(await receiver.NextAsync());

        Assert.Equal(new MessageCounts(), await shared.Broker.CountsAsync(queue));
    }

    [Fact]
    public async Task AnAbandonedMessageComesAgainWithAHigherDeliveryCount()
    {
        var queue = await shared.NewQueueWithAsync(new ServiceBusMessage("again"));
        await using var receiver = shared.Client.CreateReceiver(queue);

        var first = await receiver.NextAsync();
        await receiver.AbandonMessageAsync(first);
        var second = await receiver.NextAsync();

        Assert.Equal(first.MessageId, second.MessageId);
        Assert.Equal(first.SequenceNumber, second.SequenceNumber);
        Assert.Equal([1, 2], [first.DeliveryCount, second.DeliveryCount]);
    }

    [Fact]
    public async Task AMessageThatRunsOutOfDeliveriesBecomesADeadLetter()
    {
        var queue = await shared.NewQueueWithAsync(
            QueueKind.Strict, new ServiceBusMessage("thư chết") { MessageId = "dead", ApplicationProperties = { ["kept"] = 1 } });
        await using var receiver = shared.Client.CreateReceiver(queue);

        await receiver.AbandonMessageAsync(await receiver.NextAsync());
        await using var deadLetters = shared.DeadLettersOf(queue);
        var letter = await deadLetters.NextAsync();

        Assert.Equal($"{queue}/$DeadLetterQueue", deadLetters.EntityPath);
        Assert.Equal("dead", letter.MessageId);
        Assert.Equal("thư chết", letter.Body.ToString());
        Assert.Equal(1, letter.ApplicationProperties["kept"]);
        Assert.Equal("MaxDeliveryCountExceeded", letter.DeadLetterReason);
        Assert.Equal("Message could not be consumed after 1 delivery attempts.", letter.DeadLetterErrorDescription);
        Assert.Equal(queue, letter.DeadLetterSource);
        Assert.Equal(new MessageCounts(DeadLettered: 1), await shared.Broker.CountsAsync(queue));
    }

    [Fact]
    public async Task AMessageIsDeadLetteredWithReasonAndDescription()
    {
        var queue = await shared.NewQueueWithAsync(new ServiceBusMessage("odd"), new ServiceBusMessage("odd without a word"));
        await using var receiver = shared.Client.CreateReceiver(queue);

        await receiver.DeadLetterMessageAsync(await receiver.NextAsync(), "lạ", "Không ai đọc được.");
        await receiver.DeadLetterMessageAsync(await receiver.NextAsync());
        await using var deadLetters = shared.DeadLettersOf(queue);
        var letters = await deadLetters.NextAsync(2);

        Assert.Equal(["odd", "odd without a word"], letters.Select(letter => letter.Body.ToString()));
        Assert.Equal(["lạ", null], letters.Select(letter => letter.DeadLetterReason));
        Assert.Equal(["Không ai đọc được.", null], letters.Select(letter => letter.DeadLetterErrorDescription));
    }

    [Fact]
    public async Task ADeadLetterIsTakenButNotBuriedAgain()
    {
        var queue = await shared.NewQueueWithAsync(new ServiceBusMessage("odd"));
        await using var receiver = shared.Client.CreateReceiver(queue);
        await receiver.DeadLetterMessageAsync(await receiver.NextAsync());
        await using var deadLetters = shared.DeadLettersOf(queue);

        await deadLetters.AbandonMessageAsync(await deadLetters.NextAsync());
        var letter = await deadLetters.NextAsync();
        var refusal = await Assert.ThrowsAsync<InvalidOperationException>(() => deadLetters.DeadLetterMessageAsync(letter));
        await deadLetters.CompleteMessageAsync(letter);

        Assert.StartsWith("A dead letter cannot be dead-lettered again.", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(new MessageCounts(), await shared.Broker.CountsAsync(queue));
    }

    [Fact]
    public async Task SettlingASettledMessageSaysThatTheLockIsLost()
    {
        var queue = await shared.NewQueueWithAsync(new ServiceBusMessage("once"));
        await using var receiver = shared.Client.CreateReceiver(queue);
        var message = await receiver.NextAsync();
        await receiver.CompleteMessageAsync(message);

        foreach (var settle in new Func<Task>[]
        {
            () => receiver.CompleteMessageAsync(message),
            () => receiver.AbandonMessageAsync(message),
            () => receiver.DeadLetterMessageAsync(message),
            () => receiver.RenewMessageLockAsync(message),
        })
        {
            var lost = await Assert.ThrowsAsync<ServiceBusException>(settle);

            Assert.Equal(ServiceBusFailureReason.MessageLockLost, lost.Reason);
            Assert.False(lost.IsTransient);
            Assert.StartsWith("The lock is gone: it expired, or the message was settled. ", lost.Message, StringComparison.Ordinal);
        }
    }
}
