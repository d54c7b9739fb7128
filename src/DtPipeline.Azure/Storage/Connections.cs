using Azure.Core;
using Azure.Data.Tables;
using Azure.Identity;
using Azure.Messaging.ServiceBus;
using Azure.Storage.Blobs;
using Microsoft.Extensions.Configuration;

namespace DtPipeline.Azure.Storage;

/// <summary>
/// Clients from settings, by connection string or by identity, with the setting names that the Functions host uses itself:
/// <c>Reporting</c>, or <c>Reporting__accountName</c>, or <c>Reporting__blobServiceUri</c> with the two others beside it; <c>ServiceBus</c> or
/// <c>ServiceBus__fullyQualifiedNamespace</c>; and <c>…__clientId</c> for a user-assigned identity.
/// </summary>
internal static class Connections
{
    // The blob trigger needs the queues (for what it fails at), the pipeline the others.
    private static readonly IReadOnlyList<string> Services = ["blob", "queue", "table"];

    public static BlobServiceClient Blobs(IConfiguration configuration) => Connect(
        configuration,
        StorageNames.StorageConnection,
        connection => new BlobServiceClient(connection, BlobOptions()),
        identity => new BlobServiceClient(AccountUri(configuration, "blob"), identity, BlobOptions()));

    public static TableServiceClient Tables(IConfiguration configuration) => Connect(
        configuration,
        StorageNames.StorageConnection,
        connection => new TableServiceClient(connection),
        identity => new TableServiceClient(AccountUri(configuration, "table"), identity));

    public static ServiceBusClient ServiceBus(IConfiguration configuration) => Connect(
        configuration,
        StorageNames.ServiceBusConnection,
        connection => new ServiceBusClient(connection),
        identity => configuration[$"{StorageNames.ServiceBusConnection}:fullyQualifiedNamespace"] is { Length: > 0 } host
            ? new ServiceBusClient(host, identity)
            : throw Missing(
                $"{StorageNames.ServiceBusConnection}__fullyQualifiedNamespace",
                "the namespace's host name, for example contoso.servicebus.windows.net",
                StorageNames.ServiceBusConnection));

    private static T Connect<T>(IConfiguration configuration, string name, Func<string, T> byConnectionString, Func<TokenCredential, T> byIdentity)
    {
        if (configuration[name] is not { Length: > 0 } connection)
        {
            return byIdentity(Identity(configuration, name));
        }

        try
        {
            return byConnectionString(connection);
        }
        catch (Exception e) when (e is FormatException or ArgumentException or InvalidOperationException)
        {
            throw new InvalidOperationException(
                $"The setting {name} is no connection string: copy it whole from where it is shown, or remove it and connect by identity.");
        }
    }

    private static Uri AccountUri(IConfiguration configuration, string service)
    {
        var section = configuration.GetSection(StorageNames.StorageConnection);
        if (section["accountName"] is { Length: > 0 } account)
        {
            return new Uri($"https://{account}.{service}.core.windows.net");
        }

        var addresses = Services.ToDictionary(s => s, s => section[$"{s}ServiceUri"], StringComparer.Ordinal);
        if (addresses.Values.All(string.IsNullOrEmpty))
        {
            throw Missing($"{StorageNames.StorageConnection}__accountName", "the storage account's name", StorageNames.StorageConnection);
        }

        var missing = Services.FirstOrDefault(s => string.IsNullOrEmpty(addresses[s]));
        if (missing is not null)
        {
            throw new InvalidOperationException(
                $"The setting {NameOf(missing)} is missing: set it to the address of the account's {missing} service, for example https://contoso.{missing}.core.windows.net, "
                + $"or set {StorageNames.StorageConnection}__accountName instead of all three addresses.");
        }

        return Uri.TryCreate(addresses[service], UriKind.Absolute, out var address)
            ? address
            : throw new InvalidOperationException(
                $"The setting {NameOf(service)} is '{addresses[service]}', which is no address: write it whole, for example https://contoso.{service}.core.windows.net.");
    }

    private static string NameOf(string service) => $"{StorageNames.StorageConnection}__{service}ServiceUri";

    private static TokenCredential Identity(IConfiguration configuration, string connection) =>
        configuration[$"{connection}:clientId"] is { Length: > 0 } clientId
            ? new ManagedIdentityCredential(ManagedIdentityId.FromUserAssignedClientId(clientId))
            : new DefaultAzureCredential();

    // The newest that the pinned Azurite knows: by itself the client asks for one that Azurite answers only when told not to look at versions.
    private static BlobClientOptions BlobOptions() => new(BlobClientOptions.ServiceVersion.V2026_06_06);

    private static InvalidOperationException Missing(string identitySetting, string meaning, string connection) => new(
        $"The setting {identitySetting} is missing: set it to {meaning} to connect by identity, or set {connection} to a connection string. "
        + "Locally both stand in local.settings.json (copy local.settings.sample.json).");
}
