using Azure.Messaging.ServiceBus;
using DtPipeline.ServiceBus.Tests.Support;

namespace DtPipeline.ServiceBus.Tests;

[Collection(SharedBrokerGroup.Name)]
public sealed class PeekTests(SharedBroker shared)
{
    [Fact]
    public async Task PeekingShowsWhatIsThereAndLocksNothing()
    {
        var queue = await shared.NewQueueWithAsync(
            new ServiceBusMessage("a"),
            new ServiceBusMessage("b"),
            new ServiceBusMessage("c") { ScheduledEnqueueTime = TimeProvider.System.GetUtcNow().AddDays(1) });
        await using var receiver = shared.Client.CreateReceiver(queue);

        var peeked = await receiver.PeekMessagesAsync(10);

        Assert.Equal(["a", "b", "c"], peeked.Select(message => message.Body.ToString()));
        Assert.Equal(
            [ServiceBusMessageState.Active, ServiceBusMessageState.Active, ServiceBusMessageState.Scheduled],
            peeked.Select(message => message.State));
        Assert.Empty(await receiver.PeekMessagesAsync(10));
        Assert.Equal("b", (await receiver.PeekMessageAsync(peeked[1].SequenceNumber)).Body.ToString());
        Assert.Equal(new MessageCounts(Active: 2, Scheduled: 1), await shared.Broker.CountsAsync(queue));
    }

    [Fact]
    public async Task PeekingIntoAnEmptyQueueShowsNothing()
    {
        await using var receiver = shared.Client.CreateReceiver(shared.NewQueue());

        Assert.Null(await receiver.PeekMessageAsync());
    }

    [Fact]
    public async Task PeekingCountsTheDeliveriesThatAreOver()
    {
        var queue = await shared.NewQueueWithAsync(new ServiceBusMessage("held"), new ServiceBusMessage("abandoned"));
        await using var receiver = shared.Client.CreateReceiver(queue);
        await receiver.NextAsync();
        await receiver.AbandonMessageAsync(await receiver.NextAsync());
        await shared.SendAsync(queue, new ServiceBusMessage("new"));

        var peeked = await receiver.PeekMessagesAsync(10);

        Assert.Equal(["held 0", "abandoned 1", "new 0"], peeked.Select(message => $"{message.Body} {message.DeliveryCount}"));
    }

    [Fact]
    public async Task DeadLettersArePeekedWithTheirReason()
    {
        var queue = await shared.NewQueueWithAsync(new ServiceBusMessage("odd"));
        await using var receiver = shared.Client.CreateReceiver(queue);
        await receiver.DeadLetterMessageAsync(await receiver.NextAsync(), "known");
        await using var deadLetters = shared.DeadLettersOf(queue);

        var letter = await deadLetters.PeekMessageAsync();

        Assert.Equal("odd", letter.Body.ToString());
        Assert.Equal("known", letter.DeadLetterReason);
    }
}
