using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using DtPipeline.Azure.Storage;

namespace DtPipeline.Azure.Publishing;

/// <param name="Tag">The version of the content, which changes when the content does.</param>
public sealed record PublishedBlob(BinaryData Content, ETag Tag)
{
    /// <summary>The content as the record that its schema in <c>docs/schemas</c> describes.</summary>
    public T Read<T>() => Content.ToObjectFromJson<T>(Json.Options)!;
}

/// <summary>The container <c>published</c>: read models for a page as JSON, one blob a view.</summary>
public sealed class PublishedBlobs(StorageAccount account)
{
    private static readonly BlobHttpHeaders Headers = new() { ContentType = "application/json; charset=utf-8", CacheControl = "max-age=60" };

    public async Task<bool> ExistsAsync(string name, CancellationToken cancellationToken) => await Blob(name).ExistsAsync(cancellationToken);

    /// <returns>Null where it was never published.</returns>
    public async Task<PublishedBlob?> FindAsync(string name, CancellationToken cancellationToken)
    {
        try
        {
            var found = (await Blob(name).DownloadContentAsync(cancellationToken)).Value;
            return new PublishedBlob(found.Content, found.Details.ETag);
        }
        catch (RequestFailedException e) when (e.Status == 404)
        {
            return null;
        }
    }

    public Task WriteAsync(string name, BinaryData content, CancellationToken cancellationToken) =>
        Blob(name).UploadAsync(content, new BlobUploadOptions { HttpHeaders = Headers }, cancellationToken);

    /// <param name="before">What was read; null where there was nothing.</param>
    /// <returns>False where somebody else has written it since.</returns>
    public async Task<bool> ReplaceAsync(string name, PublishedBlob? before, BinaryData content, CancellationToken cancellationToken)
    {
        var conditions = before is { Tag: var tag } ? new BlobRequestConditions { IfMatch = tag } : new BlobRequestConditions { IfNoneMatch = ETag.All };
        try
        {
            await Blob(name).UploadAsync(content, new BlobUploadOptions { HttpHeaders = Headers, Conditions = conditions }, cancellationToken);
            return true;
        }
        catch (RequestFailedException e) when (e.Status == 412 || e.SaysItIsThere())
        {
            return false;
        }
    }

    private BlobClient Blob(string name) => account.Published.GetBlobClient(name);
}
