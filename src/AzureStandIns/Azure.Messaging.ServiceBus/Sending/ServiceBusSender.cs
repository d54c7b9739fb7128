using Azure.Core;
using Azure.Messaging.ServiceBus.Http;

namespace Azure.Messaging.ServiceBus;

/// <summary>Sends to one queue or topic.</summary>
/// <remarks>A call that is tried again carries the same message IDs, so duplicate detection keeps it from arriving twice.</remarks>
public class ServiceBusSender : IAsyncDisposable
{
    private readonly HttpChannel _channel;

    internal ServiceBusSender(HttpChannel channel, string entityPath)
    {
        _channel = channel;
        EntityPath = entityPath;
    }

    public virtual string EntityPath { get; }

    public virtual bool IsClosed { get; private set; }

    public virtual async Task SendMessageAsync(ServiceBusMessage message, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(message);
        ObjectDisposedException.ThrowIf(IsClosed, this);

        await PostAsync(SingleMessage.Fill(message), cancellationToken);
    }

    public virtual async Task SendMessagesAsync(IEnumerable<ServiceBusMessage> messages, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(messages);
        ObjectDisposedException.ThrowIf(IsClosed, this);

        var body = new BatchBody();
        foreach (var message in messages)
        {
            body.TryAdd(message, long.MaxValue);
        }

        await PostAsync(body, cancellationToken);
    }

    public virtual async Task SendMessagesAsync(ServiceBusMessageBatch messageBatch, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(messageBatch);
        ObjectDisposedException.ThrowIf(IsClosed, this);

        await PostAsync(messageBatch.Body, cancellationToken);
    }

    public virtual ValueTask<ServiceBusMessageBatch> CreateMessageBatchAsync(CancellationToken cancellationToken = default)
        => CreateMessageBatchAsync(new CreateMessageBatchOptions(), cancellationToken);

    public virtual ValueTask<ServiceBusMessageBatch> CreateMessageBatchAsync(
        CreateMessageBatchOptions options, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        ObjectDisposedException.ThrowIf(IsClosed, this);

        var size = options?.MaxSizeInBytes ?? ServiceBusMessageBatch.MostBytes;
        ArgumentOutOfRangeException.ThrowIfGreaterThan(size, ServiceBusMessageBatch.MostBytes, nameof(options));

        return ValueTask.FromResult(new ServiceBusMessageBatch(size));
    }

    public virtual ValueTask DisposeAsync()
    {
        IsClosed = true;
        GC.SuppressFinalize(this);

        return ValueTask.CompletedTask;
    }

    private async Task PostAsync(BatchBody body, CancellationToken cancellationToken)
    {
        if (body.Count > 0)
        {
            await PostAsync(body.Fill, cancellationToken);
        }
    }

    private Task<HttpAnswer> PostAsync(Action<Request> fill, CancellationToken cancellationToken)
        => _channel.SendAsync(new HttpCall(RequestMethod.Post, EntityPath, "messages") { Fill = fill }, cancellationToken);
}
