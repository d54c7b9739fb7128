using Azure.Messaging.ServiceBus;
using DtPipeline.ServiceBus.Tests.Support;

namespace DtPipeline.ServiceBus.Tests;

[Collection(SharedBrokerGroup.Name)]
public sealed class DuplicateTests(SharedBroker shared)
{
    [Fact]
    public async Task TheSameMessageIdArrivesOnce()
    {
        var queue = await shared.NewQueueWithAsync(QueueKind.Unique, Message("same", "first"), Message("same", "again"));

        Assert.Equal(["first"], await BodiesAsync(queue));
    }

    [Fact]
    public async Task AMessageIdStaysKnownWhenItsMessageIsSettled()
    {
        var queue = await shared.NewQueueWithAsync(QueueKind.Unique, Message("same", "first"));
        await using var receiver = shared.Client.CreateReceiver(queue);
        await receiver.CompleteMessageAsync(await receiver.NextAsync());

        await shared.SendAsync(queue, Message("same", "again"), Message("other", "other"));

        Assert.Equal(["other"], await BodiesAsync(queue));
    }

    [Fact]
    public async Task OfABatchOnlyWhatIsNewArrives()
    {
        var queue = await shared.NewQueueWithAsync(QueueKind.Unique, Message("known", "first"));

        await shared.Client.CreateSender(queue).SendMessagesAsync(
            [Message("known", "again"), Message("new", "new"), Message("new", "new again"), Message("last", "last")]);

        Assert.Equal(["first", "new", "last"], await BodiesAsync(queue));
    }

    [Fact]
    public async Task AScheduledMessageIdIsKnownBeforeItIsDue()
    {
        var queue = shared.NewQueue(QueueKind.Unique);
        var tomorrow = TimeProvider.System.GetUtcNow().AddDays(1);
        await shared.Client.CreateSender(queue).ScheduleMessageAsync(Message("same", "tomorrow"), tomorrow);

        await shared.SendAsync(queue, Message("same", "now"));

        Assert.Equal(new MessageCounts(Scheduled: 1), await shared.Broker.CountsAsync(queue));
    }

    [Fact]
    public async Task WithoutDuplicateDetectionEveryMessageArrives()
    {
        var queue = await shared.NewQueueWithAsync(Message("same", "first"), Message("same", "again"));

        Assert.Equal(["first", "again"], await BodiesAsync(queue));
    }

    private static ServiceBusMessage Message(string id, string body) => new(body) { MessageId = id };

    private async Task<IEnumerable<string>> BodiesAsync(string queue)
    {
        await using var receiver = shared.Client.CreateReceiver(queue);
        return (await receiver.PeekMessagesAsync(100)).Select(message => message.Body.ToString());
    }
}
