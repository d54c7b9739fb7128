using Azure.Storage.Blobs.Models;
using DtPipeline.Azure.Intake;
using DtPipeline.Azure.Storage;
using DtPipeline.Ledger;

namespace DtPipeline.Azure.Erasing;

/// <summary>Takes away what answers a file: JSON, page and marked copy, with all their versions. What answers another file at its path stays.</summary>
public sealed class ReceiptErasure(StorageAccount account)
{
    internal async Task RunAsync(ReceivedFile file, CancellationToken cancellationToken)
    {
        var names = ReceiptWriter.AllNamesOf(file.Path).ToHashSet(StringComparer.Ordinal);
        foreach (var name in names)
        {
            var found = new List<BlobItem>();
            await foreach (var blob in account.Receipts.GetBlobsAsync(BlobTraits.Metadata, BlobStates.Version, name, cancellationToken))
            {
                if (blob.Name == name && blob.Metadata.TryGetValue(ReceiptWriter.FileIdKey, out var id) && id == file.FileId)
                {
                    found.Add(blob);
                }
            }

            await BlobVersions.DeleteAsync(account.Receipts, found, cancellationToken);
        }
    }
}
