namespace Azure.Messaging.ServiceBus;

/// <summary>Makes received messages for tests.</summary>
public static class ServiceBusModelFactory
{
    /// <remarks>Parameters without a member of the received message here (session, partition, forwarding) have no effect.</remarks>
    public static ServiceBusReceivedMessage ServiceBusReceivedMessage(
        BinaryData? body = null,
        string? messageId = null,
        string? partitionKey = null,
        string? viaPartitionKey = null,
        string? sessionId = null,
        string? replyToSessionId = null,
        TimeSpan timeToLive = default,
        string? correlationId = null,
        string? subject = null,
        string? to = null,
        string? contentType = null,
        string? replyTo = null,
        DateTimeOffset scheduledEnqueueTime = default,
        IDictionary<string, object>? properties = null,
        Guid lockTokenGuid = default,
        int deliveryCount = 0,
        DateTimeOffset lockedUntil = default,
        long sequenceNumber = -1,
        string? deadLetterSource = null,
        long enqueuedSequenceNumber = 0,
        DateTimeOffset enqueuedTime = default,
        ServiceBusMessageState serviceBusMessageState = ServiceBusMessageState.Active)
        => new(body ?? new BinaryData(ReadOnlyMemory<byte>.Empty), properties is null ? [] : new Dictionary<string, object>(properties))
        {
            MessageId = messageId!,
            CorrelationId = correlationId,
            Subject = subject,
            ContentType = contentType,
            LockToken = lockTokenGuid.ToString(),
            DeliveryCount = deliveryCount,
            LockedUntil = lockedUntil,
            SequenceNumber = sequenceNumber,
            EnqueuedTime = enqueuedTime,
        };
}
