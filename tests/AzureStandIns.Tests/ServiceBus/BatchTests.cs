using Azure.Messaging.ServiceBus;

namespace AzureStandIns.Tests.ServiceBus;

public sealed class BatchTests : BrokerTest
{
    [Fact]
    public async Task ABatchArrivesMessageByMessage()
    {
        using var batch = await Sender.CreateMessageBatchAsync();
        Assert.True(batch.TryAddMessage(Alert("a", "Huyện Đảo Trường Sa")));
        Assert.True(batch.TryAddMessage(Alert("b", "Quận 1 & \"Quận 3\" <mới>")));

        await Sender.SendMessagesAsync(batch);
        var received = (await Secretariat.ReceiveMessagesAsync(10, Soon)).OrderBy(message => message.MessageId).ToList();

        Assert.Equal(["a", "b"], received.Select(message => message.MessageId));
        Assert.Equal(["Huyện Đảo Trường Sa", "Quận 1 & \"Quận 3\" <mới>"], received.Select(message => message.Body.ToString()));
        Assert.All(received, message =>
        {
            Assert.Equal("text/plain", message.ContentType);
            Assert.Equal("Cảnh báo", message.Subject);
            Assert.Equal("run-7", message.CorrelationId);
            Assert.Equal(new Dictionary<string, object> { ["severity"] = "red", ["daysLate"] = 3 }, message.ApplicationProperties);
        });
    }

    [Fact]
    public async Task AListOfMessagesArrives()
    {
        await Sender.SendMessagesAsync([Alert("a", "1"), Alert("b", "2"), Alert("c", "3")]);

        Assert.Equal(2, (await Secretariat.ReceiveMessagesAsync(2, Soon)).Count);
        Assert.Single(await Secretariat.ReceiveMessagesAsync(2, Soon));
    }

    [Fact]
    public async Task AFullBatchRefusesTheNextMessageAndIsStillSent()
    {
        using var batch = await Sender.CreateMessageBatchAsync();
        var body = new string('x', 60_000);
        while (batch.TryAddMessage(new ServiceBusMessage(body)))
        {
        }

        Assert.Equal(4, batch.Count);
        Assert.Equal(262_144, batch.MaxSizeInBytes);
        Assert.InRange(batch.SizeInBytes, 240_000, batch.MaxSizeInBytes);

        await Sender.SendMessagesAsync(batch);

        Assert.Equal(4, (await Secretariat.ReceiveMessagesAsync(10, Soon)).Count);
    }

    [Fact]
    public async Task ABatchKeepsToTheSizeItIsGiven()
    {
        using var batch = await Sender.CreateMessageBatchAsync(new CreateMessageBatchOptions { MaxSizeInBytes = 1_000 });

        Assert.False(batch.TryAddMessage(new ServiceBusMessage(new string('x', 1_000))));
        Assert.True(batch.TryAddMessage(new ServiceBusMessage(new string('x', 500))));
        Assert.Equal(1, batch.Count);
    }

    [Fact]
    public async Task AnEmptyBatchSendsNothing()
    {
        using var batch = await Sender.CreateMessageBatchAsync();

        await Sender.SendMessagesAsync(batch);
        await Sender.SendMessagesAsync([]);

        Assert.Null(await Secretariat.ReceiveMessageAsync(AtOnce));
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
