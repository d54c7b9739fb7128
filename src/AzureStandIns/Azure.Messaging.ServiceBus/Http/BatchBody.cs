using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Azure.Core;

namespace Azure.Messaging.ServiceBus.Http;

/// <summary>Several messages as one JSON array, which Service Bus takes or refuses as a whole.</summary>
internal sealed class BatchBody
{
    private const int Brackets = 2;

    /// <summary>UTF-8 as it is: escaped, text in Vietnamese would take twice the room.</summary>
    private static readonly JsonWriterOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly List<byte[]> _messages = [];

    public int Count => _messages.Count;

    public long SizeInBytes { get; private set; } = Brackets;

    public bool TryAdd(ServiceBusMessage message, long most)
    {
        ArgumentNullException.ThrowIfNull(message);
        var bytes = Serialize(message);
        var size = SizeInBytes + bytes.Length + (Count == 0 ? 0 : 1);
        if (size > most)
        {
            return false;
        }

        _messages.Add(bytes);
        SizeInBytes = size;

        return true;
    }

    public void Fill(Request request)
    {
        request.Headers.Add("Content-Type", "application/vnd.microsoft.servicebus.json");
        request.Content = RequestContent.Create(ToArray());
    }

    public byte[] ToArray()
    {
        using var body = new MemoryStream();
        body.WriteByte((byte)'[');
        for (var i = 0; i < _messages.Count; i++)
        {
            if (i > 0)
            {
                body.WriteByte((byte)',');
            }

            body.Write(_messages[i]);
        }

        body.WriteByte((byte)']');

        return body.ToArray();
    }

    private static byte[] Serialize(ServiceBusMessage message)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Json))
        {
            json.WriteStartObject();
            WriteBody(json, message.Body);
            json.WritePropertyName("BrokerProperties");
            BrokerProperties.Write(json, message, inBatch: true);
            json.WriteStartObject("UserProperties");
            foreach (var (name, value) in message.ApplicationProperties)
            {
                json.WritePropertyName(name);
                json.WriteRawValue(ApplicationProperties.Encode(name, value));
            }

            json.WriteEndObject();
            json.WriteEndObject();
        }

        return bytes.ToArray();
    }

    /// <summary>Text goes as text; other bytes go in Base64, with the mark that the service documents for it.</summary>
    private static void WriteBody(Utf8JsonWriter json, BinaryData body)
    {
        var bytes = body.ToMemory().Span;
        if (Utf8.IsValid(bytes))
        {
            json.WriteString("Body", bytes);
        }
        else
        {
            json.WriteBase64String("Body", bytes);
            json.WriteBoolean("IsBodyBase64", true);
        }
    }
}
