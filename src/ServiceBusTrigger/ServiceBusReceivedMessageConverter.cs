using Azure.Core.Amqp;
using Azure.Messaging.ServiceBus;
using Microsoft.Azure.Functions.Worker.Converters;
using Microsoft.Azure.Functions.Worker.Core;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>Binds the message that the host sends: a lock token of 16 bytes, then the message as AMQP encodes it.</summary>
[SupportsDeferredBinding]
[SupportedTargetType(typeof(ServiceBusReceivedMessage))]
internal sealed class ServiceBusReceivedMessageConverter : IInputConverter
{
    private const string Source = "AzureServiceBusReceivedMessage";
    private const int LockTokenBytes = 16;

    public ValueTask<ConversionResult> ConvertAsync(ConverterContext context) => ValueTask.FromResult(
        context.TargetType == typeof(ServiceBusReceivedMessage) && context.Source is ModelBindingData { Source: Source } sent
            ? Convert(sent.Content)
            : ConversionResult.Unhandled());

    private static ConversionResult Convert(BinaryData content)
    {
        var bytes = content.ToMemory();
        if (bytes.Length <= LockTokenBytes)
        {
            return ConversionResult.Failed(new FormatException($"The host sent {bytes.Length} bytes for a Service Bus message, fewer than a lock token and a message have."));
        }

        var message = AmqpAnnotatedMessage.FromBytes(BinaryData.FromBytes(bytes[LockTokenBytes..]));
        return ConversionResult.Success(ServiceBusReceivedMessage.FromAmqpMessage(message, BinaryData.FromBytes(bytes[..LockTokenBytes])));
    }
}
