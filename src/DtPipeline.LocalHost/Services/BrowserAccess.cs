using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace DtPipeline.LocalHost.Services;

/// <summary>Lets the page send reports straight to Azurite: the same rule as infra/storage.bicep has for the account in Azure.</summary>
internal static class BrowserAccess
{
    private const int SecondsRemembered = 3_600;

    public static async Task AllowAsync(string storage, Ports ports, CancellationToken cancellationToken)
    {
        var service = new BlobServiceClient(storage, new BlobClientOptions(BlobClientOptions.ServiceVersion.V2026_06_06));
        var properties = (await service.GetPropertiesAsync(cancellationToken)).Value;
        properties.Cors =
        [
            new BlobCorsRule
            {
                AllowedOrigins = string.Create(null, $"http://127.0.0.1:{ports.Http},http://localhost:{ports.Http}"),
                AllowedMethods = "PUT",
                AllowedHeaders = "content-type,if-none-match,x-ms-blob-type,x-ms-version,x-ms-client-request-id",
                ExposedHeaders = "etag,x-ms-request-id,x-ms-error-code",
                MaxAgeInSeconds = SecondsRemembered,
            },
        ];
        await service.SetPropertiesAsync(properties, cancellationToken);
    }
}
