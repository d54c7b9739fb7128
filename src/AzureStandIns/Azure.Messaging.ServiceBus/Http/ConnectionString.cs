using Azure.Core.Pipeline;

namespace Azure.Messaging.ServiceBus.Http;

/// <summary>Where a connection string leads and how it signs. What it says of errors never repeats a value.</summary>
internal sealed class ConnectionString
{
    private const int EmulatorPort = 5672;

    private readonly string _keyName;
    private readonly string _key;
    private readonly bool _emulator;

    private ConnectionString(Dictionary<string, string> parts)
    {
        if (parts.ContainsKey("EntityPath"))
        {
            throw Fault("names one queue or topic (EntityPath); use the connection string of the namespace.");
        }

        var endpoint = Required(parts, "Endpoint");
        _keyName = Required(parts, "SharedAccessKeyName");
        _key = Required(parts, "SharedAccessKey");
        _emulator = parts.TryGetValue("UseDevelopmentEmulator", out var emulator) && bool.TryParse(emulator, out var yes) && yes;
        if (!Uri.TryCreate(endpoint, UriKind.Absolute, out var address) || address.Host.Length == 0)
        {
            throw Fault("has an Endpoint that is not an address such as sb://name.servicebus.windows.net/.");
        }

        var port = address.IsDefaultPort ? -1 : address.Port;
        Endpoint = _emulator
            ? new UriBuilder("http", address.Host, port < 0 ? EmulatorPort : port).Uri
            : new UriBuilder("https", address.Host, port).Uri;
    }

    public Uri Endpoint { get; }

    public static ConnectionString Parse(string connectionString)
    {
        if (string.IsNullOrWhiteSpace(connectionString))
        {
            throw Fault("is empty.");
        }

        var parts = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var part in connectionString.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = part.IndexOf('=', StringComparison.Ordinal);
            if (equals < 1)
            {
                throw Fault("has a part that is not of the form Name=Value.");
            }

            parts[part[..equals].TrimEnd()] = part[(equals + 1)..].TrimStart();
        }

        return new ConnectionString(parts);
    }

    /// <summary>The local broker asks for no signature, and none is sent over plain HTTP.</summary>
    public HttpPipelinePolicy? Authentication(TimeProvider clock)
        => _emulator ? null : new SharedAccessSignaturePolicy(Endpoint, _keyName, _key, clock);

    private static string Required(Dictionary<string, string> parts, string name)
        => parts.TryGetValue(name, out var value) && value.Length > 0 ? value : throw Fault($"has no {name}.");

    private static ArgumentException Fault(string what)
        => new($"The Service Bus connection string {what}");
}
