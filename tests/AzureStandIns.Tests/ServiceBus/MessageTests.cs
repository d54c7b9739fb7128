using Azure.Messaging.ServiceBus;

namespace AzureStandIns.Tests.ServiceBus;

public sealed class MessageTests
{
    [Theory]
    [InlineData("")]
    [InlineData(null)]
    public void AMessageIdIsNotEmpty(string? id)
    {
        var failure = Assert.Throws<ArgumentException>(() => new ServiceBusMessage("x") { MessageId = id });

        Assert.Equal("A message ID has from 1 to 128 characters. (Parameter 'value')", failure.Message);
    }

    [Fact]
    public void AMessageIdHasAtMost128Characters()
    {
        Assert.Equal(128, new ServiceBusMessage("x") { MessageId = new string('a', 128) }.MessageId?.Length);
        Assert.Throws<ArgumentException>(() => new ServiceBusMessage("x") { MessageId = new string('a', 129) });
    }

    [Fact]
    public void AMadeMessageIsReadLikeAReceivedOne()
    {
        var token = Guid.NewGuid();
        var until = new DateTimeOffset(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);

        var message = ServiceBusModelFactory.ServiceBusReceivedMessage(
            body: BinaryData.FromString("{}"),
            messageId: "a",
            correlationId: "run-7",
            subject: "Báo cáo chậm",
            contentType: "application/json",
            properties: new Dictionary<string, object> { ["DeadLetterReason"] = "TTLExpiredException" },
            lockTokenGuid: token,
            deliveryCount: 3,
            lockedUntil: until,
            sequenceNumber: 42,
            enqueuedTime: until);

        Assert.Equal("{}", message.Body.ToString());
        Assert.Equal("a", message.MessageId);
        Assert.Equal("run-7", message.CorrelationId);
        Assert.Equal("Báo cáo chậm", message.Subject);
        Assert.Equal("application/json", message.ContentType);
        Assert.Equal("TTLExpiredException", message.DeadLetterReason);
        Assert.Null(message.DeadLetterErrorDescription);
        Assert.Equal(token.ToString(), message.LockToken);
        Assert.Equal(3, message.DeliveryCount);
        Assert.Equal(until, message.LockedUntil);
        Assert.Equal(42, message.SequenceNumber);
        Assert.Equal(until, message.EnqueuedTime);
    }

    [Fact]
    public void TheBodyOfAMadeMessageIsEmptyUnlessGiven()
        => Assert.Empty(ServiceBusModelFactory.ServiceBusReceivedMessage().Body.ToArray());
}
