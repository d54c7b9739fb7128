using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace DtPipeline.Azure.Storage;

/// <summary>Deletes blobs for good as far as an account lets it: the version itself, and not only the name under which it stands.</summary>
internal static class BlobVersions
{
    /// <param name="listed">With their versions, where the account keeps any. What was written in their place since they were listed stays.</param>
    public static async Task DeleteAsync(BlobContainerClient container, IEnumerable<BlobItem> listed, CancellationToken cancellationToken)
    {
        foreach (var blob in listed)
        {
            var client = container.GetBlobClient(blob.Name);
            if (blob.VersionId is null || blob.IsLatestVersion == true)
            {
                await DeleteStandingAsync(client, blob.Properties.ETag!.Value, cancellationToken);
            }

            if (blob.VersionId is { } version)
            {
                await client.WithVersion(version).DeleteIfExistsAsync(cancellationToken: cancellationToken);
            }
        }
    }

    private static async Task DeleteStandingAsync(BlobClient client, ETag tag, CancellationToken cancellationToken)
    {
        try
        {
            await client.DeleteIfExistsAsync(DeleteSnapshotsOption.IncludeSnapshots, new BlobRequestConditions { IfMatch = tag }, cancellationToken);
        }
        catch (RequestFailedException e) when (e.Status == 412)
        {
            // Another version stands there by now.
        }
    }
}
