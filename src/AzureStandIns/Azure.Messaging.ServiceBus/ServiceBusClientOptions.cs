namespace Azure.Messaging.ServiceBus;

public class ServiceBusClientOptions
{
    private ServiceBusRetryOptions _retryOptions = new();

    public ServiceBusRetryOptions RetryOptions
    {
        get => _retryOptions;
        set => _retryOptions = value ?? throw new ArgumentNullException(nameof(value));
    }
}
