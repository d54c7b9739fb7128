using Azure.Core;

namespace Azure.Messaging.ServiceBus.Http;

/// <summary>What the service answered, kept after the connection is given back.</summary>
internal sealed record HttpAnswer(int Status, IReadOnlyList<HttpHeader> Headers, DateTimeOffset? Date, BinaryData Body)
{
    public static HttpAnswer Of(Response response)
        => new(response.Status, [.. response.Headers], response.Headers.Date, response.Content);

    public string? Header(string name)
    {
        foreach (var header in Headers)
        {
            if (string.Equals(header.Name, name, StringComparison.OrdinalIgnoreCase))
            {
                return header.Value;
            }
        }

        return null;
    }

    /// <summary>
    /// Until when the lock now holds: as the answer says or, where it says nothing, for as long again as at the start.
    /// </summary>
    public DateTimeOffset RenewedLock(ServiceBusReceivedMessage message)
    {
        var renewed = Header(BrokerProperties.HeaderName) is { } header ? BrokerProperties.Parse(header).LockedUntil : default;
        if (renewed != default)
        {
            return renewed;
        }

        return Date is { } now && message.LockDuration is { } duration ? now + duration : message.LockedUntil;
    }
}
