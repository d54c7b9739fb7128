using System.Text.Json;
using Azure;
using Azure.Storage.Blobs.Models;
using DtPipeline.Catalogue;

namespace DtPipeline.Azure.Storage;

/// <summary>
/// The version of what is stored, named by the blob <c>published/store.json</c>: which version of the layout the newest app has written, and
/// which version an app must know at least to work on it. A store without one is of version 1, from before there was a name.
/// </summary>
public sealed class StoreVersion(StorageAccount account, PendingStore pending)
{
    public const string Blob = "store.json";

    /// <summary>
    /// What this app writes. 2: erased files, that is tombstones in the archive, rows that are marked as erased, and archived files
    /// without bytes. A store of version 1 is read as it is. 3: closings in the archive; read models besides those of periods, which are made of every
    /// period published before.
    /// </summary>
    public const int Current = 3;

    /// <summary>Whoever knows this version works beside this app, as during a rolling update: it reads what this app writes and writes what this app reads.</summary>
    public const int LeastBeside = 1;

    private bool isKept;

    /// <summary>Names the store's version where an older app has written last.</summary>
    /// <exception cref="StoreVersionException">A newer app has written what this one would misread.</exception>
    public async Task EnsureAsync(CancellationToken cancellationToken)
    {
        var (named, tag) = await ReadAsync(cancellationToken);
        if (named.LeastApp > Current)
        {
            throw new StoreVersionException(FormattableString.Invariant(
                $"The store is of version {named.Version} and takes an app that knows version {named.LeastApp}; this one knows {Current}. Deploy the newer app, or use the dtp of it."));
        }

        if (!isKept && named.Version < Current)
        {
            await PublishAnewAsync(cancellationToken);
            await WriteAsync(new Named(Current, Math.Max(named.LeastApp, LeastBeside)), tag, cancellationToken);
        }

        isKept = true;
    }

    /// <summary>Marks every period that an older app has published.</summary>
    private async Task PublishAnewAsync(CancellationToken cancellationToken)
    {
        await foreach (var blob in account.Published.GetBlobsByHierarchyAsync(BlobTraits.None, BlobStates.None, "/", null, cancellationToken))
        {
            if (blob.IsBlob && Period.TryParse(Path.GetFileNameWithoutExtension(blob.Blob.Name), out var period))
            {
                await pending.MarkPeriodAsync(period.ToString(), cancellationToken);
            }
        }
    }

    private async Task<(Named Named, ETag? Tag)> ReadAsync(CancellationToken cancellationToken)
    {
        try
        {
            var blob = (await account.Published.GetBlobClient(Blob).DownloadContentAsync(cancellationToken)).Value;
            return (blob.Content.ToObjectFromJson<Named>(Json.Options)!, blob.Details.ETag);
        }
        catch (RequestFailedException e) when (e.Status == 404)
        {
            return (new Named(1, 1), null);
        }
        catch (JsonException e)
        {
            throw new StoreVersionException($"The blob {StorageNames.Published}/{Blob} does not say the store's version: {e.Message} Delete it where the newest app ever deployed is this one.", e);
        }
    }

    private async Task WriteAsync(Named named, ETag? tag, CancellationToken cancellationToken)
    {
        var conditions = tag is { } known ? new BlobRequestConditions { IfMatch = known } : new BlobRequestConditions { IfNoneMatch = ETag.All };
        try
        {
            await account.Published.GetBlobClient(Blob).UploadAsync(BinaryData.FromObjectAsJson(named, Json.Options), new BlobUploadOptions { Conditions = conditions }, cancellationToken);
        }
        catch (RequestFailedException e) when (e.Status == 412 || e.SaysItIsThere())
        {
            // Another instance has named it; what it says is looked at next time.
        }
    }

    private sealed record Named(int Version, int LeastApp);
}
