using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using DtPipeline.Azure.Ledger;
using DtPipeline.Azure.Storage;
using DtPipeline.Catalogue;

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

    /// <summary>Every period that was ever published, in no order: one listing of names.</summary>
    public async Task<IReadOnlyList<Period>> PeriodsAsync(CancellationToken cancellationToken) =>
    [
        .. (await NamesAsync(string.Empty, cancellationToken))
            .Select(n => Period.TryParse(Path.GetFileNameWithoutExtension(n), out var period) && n == ReadModels.NameOf(period) ? period : null)
            .OfType<Period>(),
    ];

    /// <returns>Null where it was never published.</returns>
    public async Task<PublishedBlob?> FindAsync(string name, CancellationToken cancellationToken)
    {
        try
        {
            // Into as much as it is: the client's own buffer doubles until it fits, and of hundreds of models that is a tenth of the work.
            using var found = (await Blob(name).DownloadStreamingAsync(cancellationToken: cancellationToken)).Value;
            var content = GC.AllocateUninitializedArray<byte>(checked((int)found.Details.ContentLength));
            await found.Content.ReadExactlyAsync(content, cancellationToken);
            return new PublishedBlob(BinaryData.FromBytes(content), found.Details.ETag);
        }
        catch (RequestFailedException e) when (e.Status == 404)
        {
            return null;
        }
    }

    /// <summary>The content as it comes, for what is too much to be held whole.</summary>
    /// <returns>Null where it was never published.</returns>
    public async Task<Stream?> OpenAsync(string name, CancellationToken cancellationToken)
    {
        try
        {
            return (await Blob(name).DownloadStreamingAsync(cancellationToken: cancellationToken)).Value.Content;
        }
        catch (RequestFailedException e) when (e.Status == 404)
        {
            return null;
        }
    }

    /// <summary>Brings a read model up to date. What says the same already is not written, so that its version stays.</summary>
    /// <param name="fold">From what stands, null for nothing, to what shall stand; null to leave it as it is. Called again where somebody else has written meanwhile.</param>
    /// <param name="isNew">A listing told that nothing stands: it is not asked for where there is something to write, for that shows whether something has come since.</param>
    /// <returns>What stands now, or null.</returns>
    public async Task<T?> FoldAsync<T>(string name, Func<T?, T?> fold, CancellationToken cancellationToken, bool isNew = false)
        where T : class
    {
        for (var attempt = 0; attempt < LedgerStore.MostAttempts; attempt++)
        {
            var isTold = isNew && attempt == 0;
            var before = isTold ? null : await FindAsync(name, cancellationToken);
            var standing = before?.Read<T>();
            if (fold(standing) is not { } model)
            {
                if (isTold)
                {
                    continue;
                }

                return standing;
            }

            var content = BinaryData.FromObjectAsJson(model, Json.Options);
            if (content.ToMemory().Span.SequenceEqual(before is null ? default : before.Content.ToMemory().Span) || await ReplaceAsync(name, before, content, cancellationToken))
            {
                return model;
            }

            await LedgerStore.BackOffAsync(attempt, cancellationToken);
        }

        throw new InvalidOperationException($"The blob {StorageNames.Published}/{name} was changed by others {LedgerStore.MostAttempts} times in a row; the work is tried again later.");
    }

    /// <summary>Names and nothing of the content.</summary>
    /// <param name="prefix">Folder with its slash; empty for those in none.</param>
    public async Task<IReadOnlyList<string>> NamesAsync(string prefix, CancellationToken cancellationToken)
    {
        var names = new List<string>();
        await foreach (var item in account.Published.GetBlobsByHierarchyAsync(BlobTraits.None, BlobStates.None, "/", prefix, cancellationToken))
        {
            names.AddRange(item.IsBlob ? [item.Blob.Name] : []);
        }

        return names;
    }

    public Task WriteAsync(string name, Stream content, CancellationToken cancellationToken) =>
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
