using Azure.Messaging.ServiceBus;
using DtPipeline.ServiceBus.Tests.Support;

namespace DtPipeline.ServiceBus.Tests;

[Collection(SharedBrokerGroup.Name)]
public sealed class BatchTests(SharedBroker shared)
{
    [Fact]
    public async Task ABatchArrivesMessageByMessage()
    {
        var queue = shared.NewQueue();
        await using var sender = shared.Client.CreateSender(queue);
        using var batch = await sender.CreateMessageBatchAsync();
        Assert.True(batch.TryAddMessage(Alert("a", "Huyện Đảo Trường Sa")));
        Assert.True(batch.TryAddMessage(Alert("b", "Quận 1 & \"Quận 3\" <mới>")));

        await sender.SendMessagesAsync(batch);
        var received = await shared.Client.CreateReceiver(queue).NextAsync(2);

        Assert.Equal(["a", "b"], received.Select(message => message.MessageId));
        Assert.Equal(["Huyện Đảo Trường Sa", "Quận 1 & \"Quận 3\" <mới>"], received.Select(message => message.Body.ToString()));
        Assert.All(received, message =>
        {
            Assert.Equal("text/plain", message.ContentType);
            Assert.Equal("Cảnh báo", message.Subject);
            Assert.Equal("run-7", message.CorrelationId);
            Assert.Equal(TimeSpan.FromHours(1), message.TimeToLive);
            Assert.Equal(new Dictionary<string, object> { ["severity"] = "red", ["daysLate"] = 3 }, message.ApplicationProperties);
        });
    }

    [Fact]
    public async Task AListOfMessagesArrives()
    {
        var queue = shared.NewQueue();

        await shared.Client.CreateSender(queue).SendMessagesAsync([Alert("a", "1"), Alert("b", "2"), Alert("c", "3")]);
        await using var receiver = shared.Client.CreateReceiver(queue);

        Assert.Equal(["a", "b"], (await receiver.NextAsync(2)).Select(message => message.MessageId));
        Assert.Equal("c", (await receiver.NextAsync()).MessageId);
    }

    [Fact]
    public async Task AFullBatchRefusesTheNextMessageAndIsStillSent()
    {
        var queue = shared.NewQueue();
        await using var sender = shared.Client.CreateSender(queue);
        using var batch = await sender.CreateMessageBatchAsync();
        var body = new string('x', 60_000);
        while (batch.TryAddMessage(new ServiceBusMessage(body)))
        {
        }

        Assert.Equal(4, batch.Count);
        Assert.Equal(262_144, batch.MaxSizeInBytes);
        Assert.InRange(batch.SizeInBytes, 240_000, batch.MaxSizeInBytes);
        await sender.SendMessagesAsync(batch);

        Assert.Equal(new MessageCounts(Active: 4), await shared.Broker.CountsAsync(queue));
    }

    [Fact]
    public async Task AListBeyondTheLimitIsRefusedWhole()
    {
        var queue = shared.NewQueue();
        var half = new string('x', 150_000);

        var failure = await Assert.ThrowsAsync<ServiceBusException>(
            () => shared.Client.CreateSender(queue).SendMessagesAsync([new ServiceBusMessage(half), new ServiceBusMessage(half)]));

        Assert.Equal(ServiceBusFailureReason.MessageSizeExceeded, failure.Reason);
        Assert.Equal(new MessageCounts(), await shared.Broker.CountsAsync(queue));
    }

    [Fact]
    public async Task AnEmptyBatchSendsNothing()
    {
        var queue = shared.NewQueue();
        await using var sender = shared.Client.CreateSender(queue);
        using var batch = await sender.CreateMessageBatchAsync();

        await sender.SendMessagesAsync(batch);
        await sender.SendMessagesAsync([]);

        Assert.Equal(new MessageCounts(), await shared.Broker.CountsAsync(queue));
    }

    private static ServiceBusMessage Alert(string id, string body) => new(body)
    {
        MessageId = id,
        ContentType = "text/plain",
        Subject = "Cảnh báo",
        CorrelationId = "run-7",
        TimeToLive = TimeSpan.FromHours(1),
        ApplicationProperties = { ["severity"] = "red", ["daysLate"] = 3 },
    };
}
