using Azure.Messaging.ServiceBus;

namespace DtPipeline.LocalHost.Services;

/// <summary>What keeps the local host from a Service Bus, as a sentence that says what to do.</summary>
internal static class BusTrouble
{
    /// <returns>Null for what has nothing to do with the connection.</returns>
    public static string? SentenceOf(Exception exception, string host) => exception switch
    {
        UnauthorizedAccessException => $"The Service Bus {host} refuses this: is the key right, and does it allow to send and to listen?",
        ServiceBusException { Reason: ServiceBusFailureReason.MessagingEntityNotFound or ServiceBusFailureReason.MessagingEntityDisabled } =>
            $"The Service Bus {host} lacks the topic alerts or its subscription secretariat: was anything deployed to it?",
        ServiceBusException => $"Nothing answers at the Service Bus {host}: is its name right, and does it run?",
        _ => null,
    };
}
