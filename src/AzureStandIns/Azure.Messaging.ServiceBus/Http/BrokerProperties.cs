using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Azure.Messaging.ServiceBus.Http;

/// <summary>What the broker says of a message in the header of this name.</summary>
internal sealed record BrokerProperties
{
    public const string HeaderName = "BrokerProperties";

    public string? MessageId { get; init; }

    public string? Label { get; init; }

    public string? CorrelationId { get; init; }

    public string? LockToken { get; init; }

    public long SequenceNumber { get; init; }

    public int DeliveryCount { get; init; }

    public string? LockedUntilUtc { get; init; }

    public string? EnqueuedTimeUtc { get; init; }

    [JsonIgnore]
    public DateTimeOffset LockedUntil => Time(LockedUntilUtc);

    [JsonIgnore]
    public DateTimeOffset EnqueuedTime => Time(EnqueuedTimeUtc);

    public static BrokerProperties Parse(string header)
    {
        try
        {
            return JsonSerializer.Deserialize(header, BrokerPropertiesJson.Default.BrokerProperties) ?? new BrokerProperties();
        }
        catch (JsonException exception)
        {
            throw new ServiceBusException(
                isTransient: false, "Service Bus sent BrokerProperties that are not JSON.", innerException: exception);
        }
    }

    /// <summary>The properties of a message to send, in ASCII: a header carries nothing else.</summary>
    public static void Write(Utf8JsonWriter json, ServiceBusMessage message, bool inBatch)
    {
        json.WriteStartObject();
        json.WriteString(nameof(MessageId), message.MessageId ?? Guid.NewGuid().ToString("N"));
        WriteIfSet(json, nameof(Label), message.Subject);
        WriteIfSet(json, nameof(CorrelationId), message.CorrelationId);
        if (message.TimeToLive != TimeSpan.MaxValue)
        {
            json.WriteNumber("TimeToLive", message.TimeToLive.TotalSeconds);
        }

        if (message.ScheduledEnqueueTime != default)
        {
            json.WriteString("ScheduledEnqueueTimeUtc", message.ScheduledEnqueueTime.ToString("R", CultureInfo.InvariantCulture));
        }

        if (inBatch)
        {
            WriteIfSet(json, "ContentType", message.ContentType);
        }

        json.WriteEndObject();
    }

    private static void WriteIfSet(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }

    private static DateTimeOffset Time(string? text)
        => DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : default;
}

[JsonSerializable(typeof(BrokerProperties))]
internal sealed partial class BrokerPropertiesJson : JsonSerializerContext;
