using System.Runtime.Serialization;
using System.Text;
using System.Text.Json;
using Azure.Core;

namespace Azure.Messaging.ServiceBus.Http;

/// <summary>One message: its body as it is, everything else in headers.</summary>
internal static class SingleMessage
{
    /// <summary>Fixes the message, so that each try sends the same.</summary>
    public static Action<Request> Fill(ServiceBusMessage message)
    {
        var brokerProperties = Header(message);
        var properties = message.ApplicationProperties
            .Select(property => new HttpHeader(property.Key, ApplicationProperties.Encode(property.Key, property.Value)))
            .ToList();
        var (body, contentType) = (message.Body, message.ContentType);
        if (contentType?.All(character => character is >= ' ' and <= '~') == false)
        {
            throw new SerializationException("Over HTTP, Service Bus carries a content type in ASCII only.");
        }

        return request =>
        {
            request.Headers.Add(BrokerProperties.HeaderName, brokerProperties);
            foreach (var property in properties)
            {
                request.Headers.Add(property);
            }

            if (contentType is not null)
            {
                request.Headers.Add("Content-Type", contentType);
            }

            request.Content = RequestContent.Create(body);
        };
    }

    private static string Header(ServiceBusMessage message)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes))
        {
            BrokerProperties.Write(json, message, inBatch: false);
        }

        return Encoding.ASCII.GetString(bytes.ToArray());
    }
}
