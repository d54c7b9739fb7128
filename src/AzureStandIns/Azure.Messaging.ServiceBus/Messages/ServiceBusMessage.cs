namespace Azure.Messaging.ServiceBus;

/// <summary>A message to send.</summary>
public class ServiceBusMessage
{
    private const int LongestMessageId = 128;

    private string? _messageId;
    private TimeSpan _timeToLive = TimeSpan.MaxValue;

    public ServiceBusMessage(string body)
        : this(BinaryData.FromString(body))
    {
    }

    public ServiceBusMessage(ReadOnlyMemory<byte> body)
        : this(BinaryData.FromBytes(body))
    {
    }

    public ServiceBusMessage(BinaryData body)
    {
        ArgumentNullException.ThrowIfNull(body);
        Body = body;
    }

    public BinaryData Body { get; set; }

    /// <summary>What duplicate detection goes by. A message sent without one is given a new one for that sending.</summary>
    public string? MessageId
    {
        get => _messageId;
        set
        {
            if (string.IsNullOrEmpty(value) || value.Length > LongestMessageId)
            {
                throw new ArgumentException($"A message ID has from 1 to {LongestMessageId} characters.", nameof(value));
            }

            _messageId = value;
        }
    }

    public string? ContentType { get; set; }

    public string? Subject { get; set; }

    public string? CorrelationId { get; set; }

    /// <summary><see cref="TimeSpan.MaxValue"/> leaves it to the queue or topic.</summary>
    public TimeSpan TimeToLive
    {
        get => _timeToLive;
        set
        {
            ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(value, TimeSpan.Zero);
            _timeToLive = value;
        }
    }

    /// <summary>When the message appears, to the second; the default is at once.</summary>
    public DateTimeOffset ScheduledEnqueueTime { get; set; }

    /// <summary>
    /// What filters go by. Over HTTP names are those of headers, and values are strings, booleans, integers and
    /// floating point numbers.
    /// </summary>
    public IDictionary<string, object> ApplicationProperties { get; } = new Dictionary<string, object>();
}
