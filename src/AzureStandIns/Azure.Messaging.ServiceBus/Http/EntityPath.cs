namespace Azure.Messaging.ServiceBus.Http;

/// <summary>The paths of queues, topics, subscriptions and their sub-queues.</summary>
internal static class EntityPath
{
    public static string Of(string name, string parameter)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name, parameter);

        return name.Trim('/');
    }

    public static string OfSubscription(string topicName, string subscriptionName)
        => $"{Of(topicName, nameof(topicName))}/Subscriptions/{Of(subscriptionName, nameof(subscriptionName))}";

    public static string OfSubQueue(string path, SubQueue subQueue) => subQueue switch
    {
        SubQueue.None => path,
        SubQueue.DeadLetter => $"{path}/$DeadLetterQueue",
        SubQueue.TransferDeadLetter => $"{path}/$Transfer/$DeadLetterQueue",
        _ => throw new ArgumentOutOfRangeException(nameof(subQueue)),
    };

    /// <summary>For a URL; the dollar sign of sub-queues stays as it is.</summary>
    public static string Escape(string path) => string.Join(
        '/', path.Split('/').Select(part => Uri.EscapeDataString(part).Replace("%24", "$", StringComparison.Ordinal)));
}
