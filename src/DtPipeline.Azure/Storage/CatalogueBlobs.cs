using System.Runtime.CompilerServices;
using System.Text.Json;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using DtPipeline.Amending;
using DtPipeline.Catalogue;

namespace DtPipeline.Azure.Storage;

/// <summary>
/// What people put into the container <c>catalogue</c>, which the app may only read; and, in <c>published</c> under <c>catalogue/</c>, the
/// catalogue in force, those before it, and confirmations by hash.
/// </summary>
internal sealed class CatalogueBlobs(StorageAccount account)
{
    private const string Folder = "catalogue/";
    private const string History = $"{Folder}history/";

    private BlobClient InForce => account.Published.GetBlobClient($"{Folder}in-force.json");

    /// <summary>Changes when a file does.</summary>
    public async Task<SortedDictionary<string, ETag>> TagsAsync(CancellationToken cancellationToken)
    {
        var tags = new SortedDictionary<string, ETag>(StringComparer.Ordinal);
        await foreach (var blob in account.Catalogue.GetBlobsAsync(BlobTraits.None, BlobStates.None, null, cancellationToken))
        {
            tags[blob.Name] = blob.Properties.ETag!.Value;
        }

        return tags;
    }

    /// <summary>What people have put there, over the files built in.</summary>
    public async Task<CatalogueFiles> ReadAsync(IReadOnlyDictionary<string, ETag> tags, CancellationToken cancellationToken)
    {
        var files = new Dictionary<string, ReadOnlyMemory<byte>>(StringComparer.Ordinal);
        foreach (var file in CatalogueReader.Files)
        {
            var own = tags.ContainsKey(file) ? (await ContentOfAsync(account.Catalogue.GetBlobClient(file), cancellationToken))?.Content : null;
            if ((own?.ToMemory() ?? DefaultCatalogue.BytesBeside(file, tags.ContainsKey)) is { } there)
            {
                files[file] = there;
            }
        }

        return new CatalogueFiles(files);
    }

    /// <returns>Null where none has been in force yet, or what is there is none.</returns>
    public async Task<(CatalogueInForce Catalogue, ETag Tag)?> ReadInForceAsync(CancellationToken cancellationToken) =>
        await ContentOfAsync(InForce, cancellationToken) is { } kept && Parse<CatalogueInForce>(kept.Content) is { } catalogue ? (catalogue, kept.Tag) : null;

    /// <summary>Puts a catalogue in force, and the one before it beside all that ever were. Where another instance was quicker its one stands.</summary>
    /// <param name="before">Null where there was none.</param>
    public async Task PutInForceAsync(CatalogueInForce catalogue, (CatalogueInForce Catalogue, ETag Tag)? before, CancellationToken cancellationToken)
    {
        try
        {
            if (before is { Catalogue: var was })
            {
                await account.Published.GetBlobClient($"{History}{was.Since.UtcDateTime:yyyyMMdd'T'HHmmss}~{was.Hash}.json").UploadAsync(Written(was), overwrite: true, cancellationToken);
            }

            var conditions = before is { Tag: var tag } ? new BlobRequestConditions { IfMatch = tag } : null;
            await InForce.UploadAsync(Written(catalogue), new BlobUploadOptions { Conditions = conditions }, cancellationToken);
        }
        catch (RequestFailedException e) when (e.Status == 412 || e.SaysItIsThere())
        {
            // What that one says is read with the next look.
        }
    }

    /// <summary>Every catalogue that was in force before, in any order.</summary>
    public async IAsyncEnumerable<CatalogueInForce> HistoryAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var blob in account.Published.GetBlobsAsync(BlobTraits.None, BlobStates.None, History, cancellationToken))
        {
            if (await ContentOfAsync(account.Published.GetBlobClient(blob.Name), cancellationToken) is { } kept && Parse<CatalogueInForce>(kept.Content) is { } catalogue)
            {
                yield return catalogue;
            }
        }
    }

    public async Task<CatalogueConfirmation?> FindConfirmationAsync(string hash, CancellationToken cancellationToken) =>
        await ContentOfAsync(ConfirmationOf(hash), cancellationToken) is { } kept ? Parse<CatalogueConfirmation>(kept.Content) : null;

    public Task ConfirmAsync(string hash, CatalogueConfirmation confirmation, CancellationToken cancellationToken) =>
        ConfirmationOf(hash).UploadAsync(BinaryData.FromString(JsonSerializer.Serialize(confirmation, Json.Options)), overwrite: true, cancellationToken);

    public async Task<bool> IsToldAsync(ConfirmedCatalogue confirmed, CancellationToken cancellationToken) => await ToldOf(confirmed).ExistsAsync(cancellationToken);

    public Task MarkToldAsync(ConfirmedCatalogue confirmed, CancellationToken cancellationToken) => ToldOf(confirmed).UploadAsync(BinaryData.FromString("{}"), overwrite: true, cancellationToken);

    /// <summary>By those who may write there; the app may not.</summary>
    public Task PutAsync(string file, ReadOnlyMemory<byte> content, CancellationToken cancellationToken) =>
        account.Catalogue.GetBlobClient(file).UploadAsync(BinaryData.FromBytes(content), overwrite: true, cancellationToken);

    private BlobClient ConfirmationOf(string hash) => account.Published.GetBlobClient($"{Folder}confirmed/{hash}.json");

    // A catalogue may be confirmed twice, when the one after it is taken back.
    private BlobClient ToldOf(ConfirmedCatalogue confirmed) => account.Published.GetBlobClient($"{Folder}told/{confirmed.Hash}~{confirmed.At.UtcDateTime:yyyyMMdd'T'HHmmss}.json");

    private static BinaryData Written(CatalogueInForce catalogue) => BinaryData.FromBytes(JsonSerializer.SerializeToUtf8Bytes(catalogue, Json.Options));

    private static T? Parse<T>(BinaryData json)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize<T>(json, Json.Options);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static async Task<(BinaryData Content, ETag Tag)?> ContentOfAsync(BlobClient blob, CancellationToken cancellationToken)
    {
        try
        {
            var found = (await blob.DownloadContentAsync(cancellationToken)).Value;
            return (found.Content, found.Details.ETag);
        }
        catch (RequestFailedException e) when (e.Status == 404)
        {
            return null;
        }
    }
}
