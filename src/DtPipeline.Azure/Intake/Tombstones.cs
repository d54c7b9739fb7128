using Azure;
using Azure.Storage.Blobs.Models;
using DtPipeline.Azure.Storage;

namespace DtPipeline.Azure.Intake;

/// <summary>Files that were erased: <c>archive/purged/{sha256}/{file id}</c>. The same content is kept out from then on, by a running app within <see cref="PipelineSettings.CatalogueEvery"/>.</summary>
public sealed class Tombstones(StorageAccount account, PipelineSettings settings, TimeProvider clock) : IDisposable
{
    internal const string Prefix = "purged/";

    private readonly SemaphoreSlim gate = new(1);
    private Known? known;

    /// <returns>Why content of this hash was erased; null where it was not.</returns>
    public async Task<string?> ReasonAsync(string sha256, CancellationToken cancellationToken)
    {
        var now = await LookAsync(cancellationToken);
        return now.ByHash.TryGetValue(sha256, out var name) ? (await ReadAsync(name, cancellationToken)).Reason : null;
    }

    /// <summary>Whether the file itself was erased, and not only one of its content.</summary>
    public async Task<bool> HasAsync(string fileId, CancellationToken cancellationToken) => (await LookAsync(cancellationToken)).Ids.Contains(fileId);

    /// <summary>All of them, read anew.</summary>
    internal async Task<IReadOnlyList<Tombstone>> ListAsync(CancellationToken cancellationToken)
    {
        var all = new List<Tombstone>();
        await foreach (var blob in account.Archive.GetBlobsAsync(BlobTraits.None, BlobStates.None, Prefix, cancellationToken))
        {
            all.Add(await ReadAsync(blob.Name, cancellationToken));
        }

        return all;
    }

    /// <summary>Keeps it, unless the file has one.</summary>
    internal async Task KeepAsync(Tombstone tombstone, CancellationToken cancellationToken)
    {
        try
        {
            var content = BinaryData.FromObjectAsJson(tombstone, Json.Options);
            await account.Archive.GetBlobClient($"{Prefix}{tombstone.Sha256}/{tombstone.FileId}").UploadAsync(content, overwrite: false, cancellationToken);
        }
        catch (RequestFailedException e) when (e.SaysItIsThere())
        {
            // A run before this one, which broke off.
        }
    }

    public void Dispose() => gate.Dispose();

    private async Task<Tombstone> ReadAsync(string name, CancellationToken cancellationToken) =>
        (await account.Archive.GetBlobClient(name).DownloadContentAsync(cancellationToken)).Value.Content.ToObjectFromJson<Tombstone>(Json.Options)!;

    private async Task<Known> LookAsync(CancellationToken cancellationToken)
    {
        await gate.WaitAsync(cancellationToken);
        try
        {
            if (known is null || clock.GetElapsedTime(known.LookedAt) >= settings.CatalogueEvery)
            {
                var now = clock.GetTimestamp();
                var (names, ids) = (new Dictionary<string, string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal));
                await foreach (var blob in account.Archive.GetBlobsAsync(BlobTraits.None, BlobStates.None, Prefix, cancellationToken))
                {
                    var parts = blob.Name.Split('/');
                    names.TryAdd(parts[1], blob.Name);
                    ids.Add(parts[2]);
                }

                names.Remove(string.Empty);
                known = new Known(names, ids, now);
            }

            return known;
        }
        finally
        {
            gate.Release();
        }
    }

    /// <param name="ByHash">The name of one of the tombstones of a hash. Of files too large to be read none is known.</param>
    private sealed record Known(IReadOnlyDictionary<string, string> ByHash, IReadOnlySet<string> Ids, long LookedAt);
}
