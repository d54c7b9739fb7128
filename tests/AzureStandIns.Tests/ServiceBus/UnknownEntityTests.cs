using Azure.Messaging.ServiceBus;

namespace AzureStandIns.Tests.ServiceBus;

public sealed class UnknownEntityTests : BrokerTest
{
    [Fact]
    public async Task SendingToAnUnknownTopicSaysWhich()
    {
        var failure = await Assert.ThrowsAsync<ServiceBusException>(
            () => Client.CreateSender("nowhere").SendMessageAsync(new ServiceBusMessage("lost")));

        Assert.Equal(ServiceBusFailureReason.MessagingEntityNotFound, failure.Reason);
        Assert.Equal("nowhere", failure.EntityPath);
        Assert.Equal("Service Bus has no queue, topic or subscription nowhere. (MessagingEntityNotFound)", failure.Message);
    }

    [Fact]
    public async Task ReceivingFromAnUnknownSubscriptionSaysWhich()
    {
        var failure = await Assert.ThrowsAsync<ServiceBusException>(
            () => Client.CreateReceiver("alerts", "nobody").ReceiveMessageAsync(AtOnce));

        Assert.Equal(
            "Service Bus has no queue, topic or subscription alerts/Subscriptions/nobody. (MessagingEntityNotFound)", failure.Message);
    }

    [Fact]
    public async Task AMessageThatIsTooLargeIsRefused()
    {
        var failure = await Assert.ThrowsAsync<ServiceBusException>(
            () => Sender.SendMessageAsync(new ServiceBusMessage(new byte[300_000])));

        Assert.Equal(ServiceBusFailureReason.MessageSizeExceeded, failure.Reason);
    }

    [Fact]
    public async Task AClosedClientTakesNoMoreCalls()
    {
        var (sender, receiver) = (Sender, Secretariat);
        await Client.DisposeAsync();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => sender.SendMessageAsync(new ServiceBusMessage("late")));
        await Assert.ThrowsAsync<ObjectDisposedException>(() => receiver.ReceiveMessageAsync(AtOnce));
        Assert.Throws<ObjectDisposedException>(() => Client.CreateSender("alerts"));
    }
}
