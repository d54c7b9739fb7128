using System.Globalization;
using Azure.Core;

namespace Azure.Messaging.ServiceBus.Http;

/// <summary>One call on an entity: where it goes, and what its failure means.</summary>
internal sealed record HttpCall(RequestMethod Method, string Entity, string Path)
{
    /// <summary>How long the service may hold the call before it answers that there is nothing.</summary>
    public TimeSpan? Hold { get; init; }

    /// <summary>The message whose lock the call is on.</summary>
    public string? LockedMessageId { get; init; }

    public Action<Request>? Fill { get; init; }

    public static HttpCall OnLock(RequestMethod method, string entity, ServiceBusReceivedMessage message)
    {
        var sequenceNumber = message.SequenceNumber.ToString(CultureInfo.InvariantCulture);

        return new HttpCall(method, entity, $"messages/{sequenceNumber}/{message.LockToken}") { LockedMessageId = message.MessageId };
    }

    public void WriteUrl(RequestUriBuilder url, Uri endpoint)
    {
        url.Reset(endpoint);
        url.AppendPath($"{EntityPath.Escape(Entity)}/{Path}", escape: false);
        if (Hold is { } hold)
        {
            url.AppendQuery("timeout", ((long)Math.Ceiling(hold.TotalSeconds)).ToString(CultureInfo.InvariantCulture));
        }
    }
}
