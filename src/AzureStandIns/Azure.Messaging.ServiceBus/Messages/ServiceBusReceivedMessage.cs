namespace Azure.Messaging.ServiceBus;

/// <summary>A message as it was received, locked for its receiver where it was not deleted at once.</summary>
public class ServiceBusReceivedMessage
{
    internal ServiceBusReceivedMessage(BinaryData body, IReadOnlyDictionary<string, object> applicationProperties)
    {
        Body = body;
        ApplicationProperties = applicationProperties;
    }

    public BinaryData Body { get; }

    public IReadOnlyDictionary<string, object> ApplicationProperties { get; }

    public string MessageId { get; internal init; } = "";

    public string? ContentType { get; internal init; }

    public string? Subject { get; internal init; }

    public string? CorrelationId { get; internal init; }

    /// <summary>1 the first time.</summary>
    public int DeliveryCount { get; internal init; }

    public long SequenceNumber { get; internal init; }

    public string LockToken { get; internal init; } = Guid.Empty.ToString();

    /// <summary>Moves on when the receiver renews the lock.</summary>
    public DateTimeOffset LockedUntil { get; internal set; }

    public DateTimeOffset EnqueuedTime { get; internal init; }

    public string? DeadLetterReason => Text("DeadLetterReason");

    public string? DeadLetterErrorDescription => Text("DeadLetterErrorDescription");

    /// <summary>How long a lock of this message lasts, by the clock of the service.</summary>
    internal TimeSpan? LockDuration { get; init; }

    private string? Text(string property)
        => ApplicationProperties.TryGetValue(property, out var value) ? value as string : null;
}
