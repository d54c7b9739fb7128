using Azure.Core;
using Azure.Core.Pipeline;

namespace Azure.Data.Tables.Accounts;

/// <summary>Where the tables are, and how to prove that one may use them.</summary>
internal sealed record TableAccount(Uri Endpoint, HttpPipelinePolicy Authentication)
{
    /// <summary>The emulator's account and key are the same everywhere and published with it: no secret.</summary>
    private const string EmulatorAccount = "devstoreaccount1";
    private const string EmulatorKey = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    public static TableAccount FromConnectionString(string connectionString)
    {
        ArgumentException.ThrowIfNullOrEmpty(connectionString);
        var settings = new ConnectionString(connectionString);
        if (settings.IsTrue("UseDevelopmentStorage"))
        {
            var host = settings["DevelopmentStorageProxyUri"] ?? "http://127.0.0.1";
            var emulator = new UriBuilder(host) { Port = 10002, Path = EmulatorAccount };
            return new(emulator.Uri, new SharedKeyPolicy(EmulatorAccount, Convert.FromBase64String(EmulatorKey)));
        }

        return new(EndpointIn(settings), AuthenticationIn(settings));
    }

    public static TableAccount FromSas(Uri endpoint, AzureSasCredential credential)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        ArgumentNullException.ThrowIfNull(credential);
        return new(endpoint, new SasPolicy(credential));
    }

    public static TableAccount FromToken(Uri endpoint, TokenCredential credential)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        ArgumentNullException.ThrowIfNull(credential);
        return new(endpoint, new BearerTokenAuthenticationPolicy(credential, "https://storage.azure.com/.default"));
    }

    private static Uri EndpointIn(ConnectionString settings)
    {
        if (settings["TableEndpoint"] is { } endpoint)
        {
            return Uri.TryCreate(endpoint, UriKind.Absolute, out var uri)
                ? uri
                : throw new FormatException("TableEndpoint in the connection string is not an absolute address.");
        }

        var account = settings["AccountName"]
            ?? throw new FormatException("The connection string lacks TableEndpoint, and AccountName to derive it from.");
        var scheme = settings["DefaultEndpointsProtocol"] ?? Uri.UriSchemeHttps;
        var suffix = settings["EndpointSuffix"] ?? "core.windows.net";
        return Uri.TryCreate($"{scheme}://{account}.table.{suffix}", UriKind.Absolute, out var derived)
            ? derived
            : throw new FormatException("The connection string's DefaultEndpointsProtocol, AccountName and EndpointSuffix are no address.");
    }

    private static HttpPipelinePolicy AuthenticationIn(ConnectionString settings)
    {
        if (settings["SharedAccessSignature"] is { } signature)
        {
            return new SasPolicy(new AzureSasCredential(signature));
        }

        var key = settings["AccountKey"]
            ?? throw new FormatException("The connection string lacks AccountKey (or SharedAccessSignature).");
        var account = settings["AccountName"]
            ?? throw new FormatException("The connection string has AccountKey but lacks AccountName.");
        var bytes = new byte[key.Length];
        return Convert.TryFromBase64String(key, bytes, out var length)
            ? new SharedKeyPolicy(account, bytes[..length])
            : throw new FormatException("AccountKey in the connection string is not base64.");
    }
}
