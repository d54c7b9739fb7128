using Azure.Messaging.ServiceBus;
using DtPipeline.ServiceBus.Tests.Support;

namespace DtPipeline.ServiceBus.Tests;

[Collection(SharedBrokerGroup.Name)]
public sealed class UnknownEntityTests(SharedBroker shared)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    [Fact]
    public async Task EveryCallOnAnUnknownEntitySaysWhich()
    {
        var (sender, receiver) = (shared.Client.CreateSender("nowhere"), shared.Client.CreateReceiver("nowhere"));

        await NotFoundAsync("nowhere", () => sender.SendMessageAsync(new ServiceBusMessage("lost")));
        await NotFoundAsync("nowhere", () => sender.CreateMessageBatchAsync().AsTask());
        await NotFoundAsync("nowhere", () => sender.ScheduleMessageAsync(new ServiceBusMessage("lost"), DateTimeOffset.MaxValue));
        await NotFoundAsync("nowhere", () => receiver.ReceiveMessageAsync());
        await NotFoundAsync("nowhere", () => receiver.PeekMessageAsync());
        await NotFoundAsync("alerts/Subscriptions/nobody", () => shared.Client.CreateReceiver("alerts", "nobody").ReceiveMessageAsync());
    }

    [Fact]
    public Task NothingIsReceivedFromATopicItself() =>
        NotFoundAsync("alerts", () => shared.Client.CreateReceiver("alerts").ReceiveMessageAsync());

    [Fact]
    public async Task AProcessorOfAnUnknownEntityIsTold()
    {
        await using var processor = shared.Client.CreateProcessor("nowhere");
        var error = new TaskCompletionSource<Exception>();
        processor.ProcessMessageAsync += _ => Task.CompletedTask;
        processor.ProcessErrorAsync += args => Task.FromResult(error.TrySetResult(args.Exception));

        await processor.StartProcessingAsync();

        await NotFoundAsync("nowhere", async () => throw await error.Task);
    }

    [Fact]
    public async Task AClientThatAskedForAnUnknownEntityGoesOnWithTheOthers()
    {
        var queue = shared.NewQueue();
        await using var client = shared.Broker.Connect();
        await Assert.ThrowsAsync<ServiceBusException>(() => client.CreateReceiver("nowhere").ReceiveMessageAsync());

        await client.CreateSender(queue).SendMessageAsync(new ServiceBusMessage("here"));
        var message = await client.CreateReceiver(queue).NextAsync();

        Assert.Equal("here", message.Body.ToString());
    }

    private static async Task NotFoundAsync(string entity, Func<Task> call)
    {
        var failure = await Assert.ThrowsAsync<ServiceBusException>(() => call().WaitAsync(Patience));

        Assert.Equal(ServiceBusFailureReason.MessagingEntityNotFound, failure.Reason);
        Assert.False(failure.IsTransient);
        Assert.StartsWith($"The messaging entity '{entity}' could not be found. ", failure.Message, StringComparison.Ordinal);
    }
}
