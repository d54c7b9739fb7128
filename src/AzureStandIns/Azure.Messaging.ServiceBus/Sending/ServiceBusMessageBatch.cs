using Azure.Messaging.ServiceBus.Http;

namespace Azure.Messaging.ServiceBus;

/// <summary>Messages that are sent together or not at all, never more than the service takes at once.</summary>
/// <remarks>A message is taken as it is when it is added.</remarks>
public sealed class ServiceBusMessageBatch : IDisposable
{
    internal const long MostBytes = 262_144;

    private readonly BatchBody _body = new();
    private bool _disposed;

    internal ServiceBusMessageBatch(long maxSizeInBytes) => MaxSizeInBytes = maxSizeInBytes;

    public int Count => _body.Count;

    public long SizeInBytes => _body.SizeInBytes;

    public long MaxSizeInBytes { get; }

    /// <summary>Adds the message if there is room for it, and says whether there was.</summary>
    public bool TryAddMessage(ServiceBusMessage message)
    {
        ArgumentNullException.ThrowIfNull(message);
        ObjectDisposedException.ThrowIf(_disposed, this);

        return _body.TryAdd(message, MaxSizeInBytes);
    }

    public void Dispose() => _disposed = true;

    internal BatchBody Body
    {
        get
        {
            ObjectDisposedException.ThrowIf(_disposed, this);

            return _body;
        }
    }
}
