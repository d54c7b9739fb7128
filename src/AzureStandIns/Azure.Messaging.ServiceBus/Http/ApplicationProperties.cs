using System.Runtime.Serialization;
using System.Text.Json;
using Azure.Core;

namespace Azure.Messaging.ServiceBus.Http;

/// <summary>Application properties on the wire: headers of their own names with JSON values, in ASCII.</summary>
internal static class ApplicationProperties
{
    private static readonly HashSet<string> HttpNames = new(StringComparer.OrdinalIgnoreCase)
    {
        "Accept", "Age", "Authorization", "BrokerProperties", "Cache-Control", "Connection", "Content-Encoding", "Content-Length",
        "Content-Type", "Date", "ETag", "Expect", "Expires", "Host", "Keep-Alive", "Last-Modified", "Location", "Retry-After",
        "Server", "Strict-Transport-Security", "TE", "Trailer", "Transfer-Encoding", "Upgrade", "User-Agent", "Vary", "Via",
    };

    public static string Encode(string name, object value)
    {
        if (name.Length == 0 || HttpNames.Contains(name) || !name.All(IsHeaderCharacter))
        {
            throw new SerializationException($"Over HTTP, Service Bus cannot carry an application property named '{name}'.");
        }

        return value switch
        {
            string text => JsonSerializer.Serialize(text),
            bool truth => truth ? "true" : "false",
            int number => JsonSerializer.Serialize(number),
            long number => JsonSerializer.Serialize(number),
            double number when double.IsFinite(number) => JsonSerializer.Serialize(number),
            _ => throw new SerializationException(
                $"Over HTTP, Service Bus cannot carry application property '{name}': it is a {value?.GetType().Name ?? "null"}, "
                + "not a string, boolean, integer or finite number."),
        };
    }

    /// <summary>Headers that are neither HTTP's own nor JSON are left out; a number without a fraction is an integer.</summary>
    public static IReadOnlyDictionary<string, object> Read(IEnumerable<HttpHeader> headers)
    {
        var properties = new Dictionary<string, object>();
        foreach (var header in headers)
        {
            if (!HttpNames.Contains(header.Name) && Decode(header.Value) is { } value)
            {
                properties[header.Name] = value;
            }
        }

        return properties;
    }

    private static object? Decode(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var value = document.RootElement;

            return value.ValueKind switch
            {
                JsonValueKind.String => value.GetString(),
                JsonValueKind.True => true,
                JsonValueKind.False => false,
                JsonValueKind.Number when value.TryGetInt32(out var number) => number,
                JsonValueKind.Number when value.TryGetInt64(out var number) => number,
                JsonValueKind.Number => value.GetDouble(),
                _ => null,
            };
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static bool IsHeaderCharacter(char character)
        => char.IsAsciiLetterOrDigit(character) || "!#$%&'*+-.^_`|~".Contains(character, StringComparison.Ordinal);
}
