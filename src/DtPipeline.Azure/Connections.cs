using Azure.Core;
using Azure.Data.Tables;
using Azure.Identity;
using Azure.Messaging.ServiceBus;
using Azure.Storage.Blobs;
using DtPipeline.Azure.Storage;
using Microsoft.Extensions.Configuration;

namespace DtPipeline.Azure;

/// <summary>
/// Clients from settings, by connection string or by identity, with the setting names that the Functions host uses itself:
/// <c>Storage</c> or <c>Storage__accountName</c>, <c>ServiceBus</c> or <c>ServiceBus__fullyQualifiedNamespace</c>, and <c>…__clientId</c>
/// for a user-assigned identity.
/// </summary>
internal static class Connections
{
    public static BlobServiceClient Blobs(IConfiguration configuration) =>
        configuration[StorageNames.StorageConnection] is { Length: > 0 } connection
            ? new BlobServiceClient(connection, BlobOptions())
            : new BlobServiceClient(AccountUri(configuration, "blob"), Identity(configuration, StorageNames.StorageConnection), BlobOptions());

    public static TableServiceClient Tables(IConfiguration configuration) =>
        configuration[StorageNames.StorageConnection] is { Length: > 0 } connection
            ? new TableServiceClient(connection)
            : new TableServiceClient(AccountUri(configuration, "table"), Identity(configuration, StorageNames.StorageConnection));

    public static ServiceBusClient ServiceBus(IConfiguration configuration)
    {
        if (configuration[StorageNames.ServiceBusConnection] is { Length: > 0 } connection)
        {
            return new ServiceBusClient(connection);
        }

        var name = $"{StorageNames.ServiceBusConnection}:fullyQualifiedNamespace";
        return configuration[name] is { Length: > 0 } fullyQualifiedNamespace
            ? new ServiceBusClient(fullyQualifiedNamespace, Identity(configuration, StorageNames.ServiceBusConnection))
            : throw Missing(
                $"{StorageNames.ServiceBusConnection}__fullyQualifiedNamespace",
                "the namespace's host name, for example contoso.servicebus.windows.net",
                StorageNames.ServiceBusConnection);
    }

    private static Uri AccountUri(IConfiguration configuration, string service)
    {
        var section = configuration.GetSection(StorageNames.StorageConnection);
        return section["accountName"] is { Length: > 0 } account ? new Uri($"https://{account}.{service}.core.windows.net")
            : section[$"{service}ServiceUri"] is { Length: > 0 } uri ? new Uri(uri)
            : throw Missing($"{StorageNames.StorageConnection}__accountName", "the storage account's name", StorageNames.StorageConnection);
    }

    private static TokenCredential Identity(IConfiguration configuration, string connection) =>
        configuration[$"{connection}:clientId"] is { Length: > 0 } clientId
            ? new ManagedIdentityCredential(ManagedIdentityId.FromUserAssignedClientId(clientId))
            : new DefaultAzureCredential();

    // Azurite and older clouds lag behind the newest service version that a client asks for by itself.
    private static BlobClientOptions BlobOptions() => new(BlobClientOptions.ServiceVersion.V2023_01_03);

    private static InvalidOperationException Missing(string identitySetting, string meaning, string connection) => new(
        $"The setting {identitySetting} is missing: set it to {meaning} to connect by identity, or set {connection} to a connection string. "
        + "Locally both stand in local.settings.json (copy local.settings.sample.json).");
}
