using Azure.Core;
using Azure.Messaging.ServiceBus.Http;

namespace Azure.Messaging.ServiceBus;

/// <summary>Receives from one queue, subscription or dead-letter queue, and settles what it received.</summary>
public class ServiceBusReceiver : IAsyncDisposable
{
    private readonly HttpChannel _channel;
    private readonly HttpReceive _receive;

    internal ServiceBusReceiver(HttpChannel channel, string entityPath, ServiceBusReceiverOptions? options)
    {
        options ??= new ServiceBusReceiverOptions();
        _channel = channel;
        EntityPath = Http.EntityPath.OfSubQueue(entityPath, options.SubQueue);
        ReceiveMode = options.ReceiveMode;
        PrefetchCount = options.PrefetchCount;
        _receive = new HttpReceive(channel, EntityPath, ReceiveMode);
    }

    public virtual string EntityPath { get; }

    public virtual ServiceBusReceiveMode ReceiveMode { get; }

    public virtual int PrefetchCount { get; }

    public virtual bool IsClosed { get; private set; }

    /// <summary>Waits up to <paramref name="maxWaitTime"/>, in whole seconds; null when nothing came.</summary>
    public virtual async Task<ServiceBusReceivedMessage?> ReceiveMessageAsync(
        TimeSpan? maxWaitTime = default, CancellationToken cancellationToken = default)
    {
        ObjectDisposedException.ThrowIf(IsClosed, this);

        return await _receive.OneAsync(WaitTime(maxWaitTime), cancellationToken);
    }

    /// <summary>Waits for the first message, then takes what is there without waiting.</summary>
    public virtual async Task<IReadOnlyList<ServiceBusReceivedMessage>> ReceiveMessagesAsync(
        int maxMessages, TimeSpan? maxWaitTime = default, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(maxMessages);
        ObjectDisposedException.ThrowIf(IsClosed, this);

        return await _receive.ManyAsync(maxMessages, WaitTime(maxWaitTime), cancellationToken);
    }

    public virtual async Task CompleteMessageAsync(ServiceBusReceivedMessage message, CancellationToken cancellationToken = default)
        => await SettleAsync(RequestMethod.Delete, message, cancellationToken);

    /// <summary>Gives the message back for another delivery.</summary>
    /// <exception cref="NotSupportedException">Properties are to be changed: unlocking over HTTP cannot.</exception>
    public virtual async Task AbandonMessageAsync(
        ServiceBusReceivedMessage message,
        IDictionary<string, object>? propertiesToModify = default,
        CancellationToken cancellationToken = default)
    {
        if (propertiesToModify is { Count: > 0 })
        {
            throw new NotSupportedException("Over HTTP, Service Bus cannot change the properties of a message that is abandoned.");
        }

        await SettleAsync(RequestMethod.Put, message, cancellationToken);
    }

    public virtual async Task RenewMessageLockAsync(ServiceBusReceivedMessage message, CancellationToken cancellationToken = default)
    {
        var answer = await SettleAsync(RequestMethod.Post, message, cancellationToken);
        message.LockedUntil = answer.RenewedLock(message);
    }

    public virtual ValueTask DisposeAsync()
    {
        IsClosed = true;
        GC.SuppressFinalize(this);

        return ValueTask.CompletedTask;
    }

    private async Task<HttpAnswer> SettleAsync(RequestMethod method, ServiceBusReceivedMessage message, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(message);
        ObjectDisposedException.ThrowIf(IsClosed, this);
        if (ReceiveMode != ServiceBusReceiveMode.PeekLock)
        {
            throw new InvalidOperationException("A message that was received and deleted at once has no lock to settle.");
        }

        return await _channel.SendAsync(HttpCall.OnLock(method, EntityPath, message), cancellationToken);
    }

    private TimeSpan WaitTime(TimeSpan? maxWaitTime)
    {
        if (maxWaitTime is { } wait && (wait < TimeSpan.Zero || (wait == TimeSpan.Zero && PrefetchCount == 0)))
        {
            throw new ArgumentOutOfRangeException(nameof(maxWaitTime), "The wait for a message is longer than no time.");
        }

        return maxWaitTime ?? _channel.TryTimeout;
    }
}
