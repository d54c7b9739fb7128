using System.Text.Json;
using Azure;
using DtPipeline.Ledger;

namespace DtPipeline.Azure.Storage;

/// <summary>The files of the catalogue that was put in force last, as one blob of <c>published</c>: an app that starts while the catalogue is wrong begins with it.</summary>
internal sealed class LastGoodCatalogue(StorageAccount account)
{
    public const string Blob = "catalogue/in-force.json";

    /// <summary>Keeps a catalogue unless it is the one that is kept.</summary>
    /// <param name="texts">By file; null for one that the catalogue is without.</param>
    public async Task KeepAsync(IReadOnlyDictionary<string, string?> texts, CancellationToken cancellationToken)
    {
        var json = JsonSerializer.Serialize(texts, Json.Options);
        if (await ReadTextAsync(cancellationToken) != json)
        {
            await account.Published.GetBlobClient(Blob).UploadAsync(BinaryData.FromString(json), overwrite: true, cancellationToken);
        }
    }

    public static string HashOf(IReadOnlyDictionary<string, string?> texts) => LedgerKey.HashOf(JsonSerializer.Serialize(texts, Json.Options));

    /// <returns>Null where none was ever in force, or what is there is none.</returns>
    public async Task<IReadOnlyDictionary<string, string?>?> ReadAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await ReadTextAsync(cancellationToken) is { } json ? JsonSerializer.Deserialize<Dictionary<string, string?>>(json, Json.Options) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private async Task<string?> ReadTextAsync(CancellationToken cancellationToken)
    {
        try
        {
            return (await account.Published.GetBlobClient(Blob).DownloadContentAsync(cancellationToken)).Value.Content.ToString();
        }
        catch (RequestFailedException e) when (e.Status == 404)
        {
            return null;
        }
    }
}
