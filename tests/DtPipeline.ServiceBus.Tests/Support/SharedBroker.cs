using System.Collections.Concurrent;
using Azure.Messaging.ServiceBus;

namespace DtPipeline.ServiceBus.Tests.Support;

/// <summary>One broker and one client for all tests that leave both alone; each test takes queues of its own.</summary>
public sealed class SharedBroker : IAsyncLifetime
{
    private readonly ConcurrentDictionary<QueueKind, int> taken = new();

    internal LocalBroker Broker { get; private set; } = null!;

    internal ServiceBusClient Client { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Broker = await LocalBroker.StartAsync();
        Client = Broker.Connect();
    }

    public async ValueTask DisposeAsync()
    {
        await Client.DisposeAsync();
        await Broker.DisposeAsync();
    }

    internal string NewQueue(QueueKind kind = QueueKind.Plain) => Entities.Queue(kind, taken.AddOrUpdate(kind, 0, (_, last) => last + 1));

    /// <summary>A queue of its own for a test, with these messages in it.</summary>
    internal async Task<string> NewQueueWithAsync(QueueKind kind, params ServiceBusMessage[] messages)
    {
        var queue = NewQueue(kind);
        await SendAsync(queue, messages);
        return queue;
    }

    internal Task<string> NewQueueWithAsync(params ServiceBusMessage[] messages) => NewQueueWithAsync(QueueKind.Plain, messages);

    internal async Task SendAsync(string entity, params ServiceBusMessage[] messages)
    {
        await using var sender = Client.CreateSender(entity);
        foreach (var message in messages)
        {
            await sender.SendMessageAsync(message);
        }
    }

    internal ServiceBusReceiver DeadLettersOf(string queue) =>
        Client.CreateReceiver(queue, new ServiceBusReceiverOptions { SubQueue = SubQueue.DeadLetter });
}

[CollectionDefinition(Name)]
public sealed class SharedBrokerGroup : ICollectionFixture<SharedBroker>
{
    public const string Name = "shared broker";
}
