using Microsoft.Azure.Functions.Worker.Converters;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>Runs the function for each message of a topic's subscription. Says in metadata what the published attribute says there.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
[InputConverter(typeof(ServiceBusReceivedMessageConverter))]
[ConverterFallbackBehavior(ConverterFallbackBehavior.Default)]
public sealed class ServiceBusTriggerAttribute(string topicName, string subscriptionName) : TriggerBindingAttribute
{
    public string TopicName { get; } = topicName;

    public string SubscriptionName { get; } = subscriptionName;

    /// <summary>The setting, or the prefix of the settings, that says which namespace.</summary>
    public string? Connection { get; set; }

    /// <summary>One message a call. The generator of the functions' metadata reads the default from the attribute on this property.</summary>
    [DefaultValue(false)]
    public bool IsBatched { get; set; }
}
