using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>Runs the function for each message of a queue, or of a topic's subscription.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class ServiceBusTriggerAttribute : TriggerBindingAttribute
{
    public ServiceBusTriggerAttribute(string queueName) => QueueName = queueName;

    public ServiceBusTriggerAttribute(string topicName, string subscriptionName)
    {
        TopicName = topicName;
        SubscriptionName = subscriptionName;
    }

    public string? QueueName { get; }

    public string? TopicName { get; }

    public string? SubscriptionName { get; }

    /// <summary>The setting, or the prefix of the settings, that says which namespace.</summary>
    public string? Connection { get; set; }

    /// <summary>Whether the host completes the message when the function returns.</summary>
    public bool AutoCompleteMessages { get; set; } = true;

    public bool IsSessionsEnabled { get; set; }

    public bool IsBatched { get; set; }
}
