using Azure.Messaging.ServiceBus;
using DtPipeline.ServiceBus.Tests.Support;

namespace DtPipeline.ServiceBus.Tests;

[Collection(SharedBrokerGroup.Name)]
public sealed class ScheduleTests(SharedBroker shared)
{
    private static DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    [Fact]
    public async Task AScheduledMessageWaitsForItsTime()
    {
        var queue = await shared.NewQueueWithAsync(new ServiceBusMessage("tomorrow") { ScheduledEnqueueTime = Now.AddDays(1) });
        await using var sender = shared.Client.CreateSender(queue);

        await sender.ScheduleMessageAsync(new ServiceBusMessage("in an hour"), Now.AddHours(1));

        Assert.Equal(new MessageCounts(Scheduled: 2), await shared.Broker.CountsAsync(queue));
    }

    [Fact]
    public async Task AScheduledMessageArrivesWhenItIsDue()
    {
        var queue = shared.NewQueue();
        var due = Now.AddMilliseconds(300);
        await shared.SendAsync(queue, new ServiceBusMessage("soon") { ScheduledEnqueueTime = due });

        var message = await shared.Client.CreateReceiver(queue).NextAsync();

        Assert.Equal("soon", message.Body.ToString());
        Assert.Equal(due.ToUnixTimeMilliseconds(), message.ScheduledEnqueueTime.ToUnixTimeMilliseconds());
        Assert.True(message.EnqueuedTime >= message.ScheduledEnqueueTime, $"{message.EnqueuedTime:O} is before {message.ScheduledEnqueueTime:O}.");
    }

    [Fact]
    public async Task ScheduledMessagesAreCancelledByTheirNumbers()
    {
        var queue = shared.NewQueue();
        await using var sender = shared.Client.CreateSender(queue);
        var numbers = await sender.ScheduleMessagesAsync([new("a"), new("b"), new("c")], Now.AddDays(1));

        await sender.CancelScheduledMessagesAsync(numbers.Take(2));
        var unknown = await Assert.ThrowsAsync<ServiceBusException>(() => sender.CancelScheduledMessageAsync(numbers[0]));

        Assert.Equal(new MessageCounts(Scheduled: 1), await shared.Broker.CountsAsync(queue));
        Assert.Equal(ServiceBusFailureReason.MessageNotFound, unknown.Reason);
        Assert.StartsWith("There is no such scheduled message. ", unknown.Message, StringComparison.Ordinal);
    }
}
