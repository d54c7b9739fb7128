using Azure.Messaging.ServiceBus;

namespace AzureStandIns.Tests.ServiceBus;

/// <summary>A broker of its own for each test, with a sender to the topic and receivers of its subscriptions.</summary>
public abstract class BrokerTest : IAsyncLifetime
{
    /// <summary>For what is on its way: not how long it takes, but when to give up.</summary>
    protected static readonly TimeSpan Soon = TimeSpan.FromSeconds(20);

    /// <summary>For what must not be there.</summary>
    protected static readonly TimeSpan AtOnce = TimeSpan.FromSeconds(1);

    private LocalBroker? _broker;

    protected ServiceBusClient Client => _broker!.Client;

    protected ServiceBusSender Sender => Client.CreateSender("alerts");

    protected ServiceBusReceiver Secretariat => Client.CreateReceiver("alerts", "secretariat");

    protected ServiceBusReceiver Urgent => Client.CreateReceiver("alerts", "secretariat-urgent");

    public async Task InitializeAsync() => _broker = await LocalBroker.StartAsync();

    public async Task DisposeAsync()
    {
        if (_broker is not null)
        {
            await _broker.DisposeAsync();
        }
    }

    protected async Task<ServiceBusReceivedMessage> ReceiveAsync(ServiceBusReceiver? receiver = null)
    {
        var message = await (receiver ?? Secretariat).ReceiveMessageAsync(Soon);

        return message ?? throw new InvalidOperationException("No message came.");
    }
}
