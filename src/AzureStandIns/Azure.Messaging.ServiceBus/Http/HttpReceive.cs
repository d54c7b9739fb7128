using Azure.Core;

namespace Azure.Messaging.ServiceBus.Http;

/// <summary>Asks the head of a queue for messages.</summary>
internal sealed class HttpReceive(HttpChannel channel, string entity, ServiceBusReceiveMode mode)
{
    /// <summary>Holding a call longer than the service and the proxies on the way like gains nothing: it is asked again.</summary>
    private static readonly TimeSpan LongestHold = TimeSpan.FromSeconds(55);

    public async Task<ServiceBusReceivedMessage?> OneAsync(TimeSpan wait, CancellationToken cancellationToken)
    {
        var clock = TimeProvider.System;
        var start = clock.GetTimestamp();
        while (true)
        {
            var left = wait - clock.GetElapsedTime(start);
            var hold = left > LongestHold ? LongestHold : left;
            if (await AskAsync(hold > TimeSpan.Zero ? hold : TimeSpan.Zero, cancellationToken) is { } message)
            {
                return message;
            }

            if (left <= LongestHold)
            {
                return null;
            }
        }
    }

    public async Task<IReadOnlyList<ServiceBusReceivedMessage>> ManyAsync(int most, TimeSpan wait, CancellationToken cancellationToken)
    {
        var messages = new List<ServiceBusReceivedMessage>();
        var next = await OneAsync(wait, cancellationToken);
        while (next is not null)
        {
            messages.Add(next);
            next = messages.Count < most ? await OneMoreAsync(cancellationToken) : null;
        }

        return messages;
    }

    /// <summary>Messages in hand are handed over, rather than left locked because asking for another failed.</summary>
    private async Task<ServiceBusReceivedMessage?> OneMoreAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await AskAsync(TimeSpan.Zero, cancellationToken);
        }
        catch (Exception exception) when (exception is ServiceBusException or OperationCanceledException)
        {
            return null;
        }
    }

    private async Task<ServiceBusReceivedMessage?> AskAsync(TimeSpan hold, CancellationToken cancellationToken)
    {
        var method = mode == ServiceBusReceiveMode.PeekLock ? RequestMethod.Post : RequestMethod.Delete;
        var answer = await channel.SendAsync(new HttpCall(method, entity, "messages/head") { Hold = hold }, cancellationToken);

        return answer.Status == 204 ? null : Read(answer);
    }

    private static ServiceBusReceivedMessage Read(HttpAnswer answer)
    {
        var properties = BrokerProperties.Parse(answer.Header(BrokerProperties.HeaderName) ?? "{}");

        return new ServiceBusReceivedMessage(answer.Body, ApplicationProperties.Read(answer.Headers))
        {
            MessageId = properties.MessageId ?? "",
            Subject = properties.Label,
            CorrelationId = properties.CorrelationId,
            ContentType = answer.Header("Content-Type"),
            DeliveryCount = properties.DeliveryCount,
            SequenceNumber = properties.SequenceNumber,
            EnqueuedTime = properties.EnqueuedTime,
            LockToken = properties.LockToken ?? Guid.Empty.ToString(),
            LockedUntil = properties.LockedUntil,
            LockDuration = properties.LockedUntil - answer.Date,
        };
    }
}
