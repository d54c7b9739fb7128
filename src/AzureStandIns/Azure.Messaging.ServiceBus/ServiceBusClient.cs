using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Messaging.ServiceBus.Http;

namespace Azure.Messaging.ServiceBus;

/// <summary>One Service Bus namespace, spoken to over its HTTP protocol; makes senders and receivers.</summary>
public class ServiceBusClient : IAsyncDisposable
{
    private readonly HttpChannel _channel;

    public ServiceBusClient(string connectionString)
        : this(connectionString, new ServiceBusClientOptions())
    {
    }

    public ServiceBusClient(string connectionString, ServiceBusClientOptions options)
    {
        var parsed = ConnectionString.Parse(connectionString);
        FullyQualifiedNamespace = parsed.Endpoint.Host;
        _channel = new HttpChannel(parsed.Endpoint, parsed.Authentication(TimeProvider.System), RetriesOf(options));
    }

    public ServiceBusClient(string fullyQualifiedNamespace, TokenCredential credential)
        : this(fullyQualifiedNamespace, credential, new ServiceBusClientOptions())
    {
    }

    public ServiceBusClient(string fullyQualifiedNamespace, TokenCredential credential, ServiceBusClientOptions options)
    {
        ArgumentNullException.ThrowIfNull(credential);
        if (Uri.CheckHostName(fullyQualifiedNamespace) == UriHostNameType.Unknown)
        {
            throw new ArgumentException(
                "The Service Bus namespace is a host name such as name.servicebus.windows.net.", nameof(fullyQualifiedNamespace));
        }

        FullyQualifiedNamespace = fullyQualifiedNamespace;
        var authentication = new BearerTokenAuthenticationPolicy(credential, "https://servicebus.azure.net/.default");
        _channel = new HttpChannel(new Uri($"https://{fullyQualifiedNamespace}/"), authentication, RetriesOf(options));
    }

    public virtual string FullyQualifiedNamespace { get; }

    public virtual bool IsClosed => _channel.IsClosed;

    public virtual ServiceBusSender CreateSender(string queueOrTopicName)
    {
        _channel.ThrowIfClosed();

        return new ServiceBusSender(_channel, EntityPath.Of(queueOrTopicName, nameof(queueOrTopicName)));
    }

    public virtual ServiceBusReceiver CreateReceiver(string queueName)
        => CreateReceiver(queueName, new ServiceBusReceiverOptions());

    public virtual ServiceBusReceiver CreateReceiver(string queueName, ServiceBusReceiverOptions options)
    {
        _channel.ThrowIfClosed();

        return new ServiceBusReceiver(_channel, EntityPath.Of(queueName, nameof(queueName)), options);
    }

    public virtual ServiceBusReceiver CreateReceiver(string topicName, string subscriptionName)
        => CreateReceiver(topicName, subscriptionName, new ServiceBusReceiverOptions());

    public virtual ServiceBusReceiver CreateReceiver(string topicName, string subscriptionName, ServiceBusReceiverOptions options)
    {
        _channel.ThrowIfClosed();

        return new ServiceBusReceiver(_channel, EntityPath.OfSubscription(topicName, subscriptionName), options);
    }

    /// <summary>Closes the senders and receivers made here as well.</summary>
    public virtual ValueTask DisposeAsync()
    {
        _channel.Close();
        GC.SuppressFinalize(this);

        return ValueTask.CompletedTask;
    }

    private static ServiceBusRetryOptions RetriesOf(ServiceBusClientOptions? options)
        => (options ?? new ServiceBusClientOptions()).RetryOptions;
}
