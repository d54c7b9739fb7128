using System.Globalization;
using Azure.Storage.Blobs.Models;
using DtPipeline.Azure.Storage;
using DtPipeline.Ledger;

namespace DtPipeline.Azure.Intake;

/// <summary>What rebuilds have made of figures: one blob for each partition and rebuild that changed any, in <c>published</c> under <c>corrections/</c>.</summary>
public sealed class CorrectionLog(StorageAccount account, CatalogueStore catalogues, TimeProvider clock)
{
    private const string Folder = "corrections/";

    /// <summary>Before the figures themselves: a rebuild that dies in between finds them unchanged and says the same again.</summary>
    /// <param name="changes">Of one partition.</param>
    internal async Task WriteAsync(IReadOnlyList<RebuiltFigure> changes, CancellationToken cancellationToken)
    {
        if (changes is [var first, ..])
        {
            var (at, catalogue) = (clock.GetUtcNow(), await catalogues.HashAsync(cancellationToken));
            var name = string.Create(CultureInfo.InvariantCulture, $"{Folder}{at.UtcDateTime:yyyyMMdd'T'HHmmssfff}~{first.Partition}.json");
            await account.Published.GetBlobClient(name).UploadAsync(BinaryData.FromObjectAsJson(changes.Select(c => c.AsCorrection(at, catalogue)), Json.Options), overwrite: true, cancellationToken);
        }
    }

    /// <returns>The oldest first, each once.</returns>
    public async Task<IReadOnlyList<FigureCorrection>> ReadAsync(CancellationToken cancellationToken)
    {
        var all = new List<FigureCorrection>();
        await foreach (var blob in account.Published.GetBlobsAsync(BlobTraits.None, BlobStates.None, Folder, cancellationToken))
        {
            var written = await account.Published.GetBlobClient(blob.Name).DownloadContentAsync(cancellationToken);
            all.AddRange(written.Value.Content.ToObjectFromJson<List<FigureCorrection>>(Json.Options)!);
        }

        return [.. all.DistinctBy(c => c with { At = default })];
    }
}
