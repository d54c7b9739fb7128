using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using DtPipeline.Azure.Intake;
using DtPipeline.Azure.Storage;
using DtPipeline.Benchmarks.Stores;

namespace DtPipeline.Benchmarks.Ingesting;

/// <summary>All that the pipeline has written for one report.</summary>
/// <param name="Rows">Of its partition in the ledger, the head first.</param>
/// <param name="Arrival">What its mark says that is to be listed of it.</param>
internal sealed record BareModel(
    BinaryData Report,
    string Sha256,
    IDictionary<string, string> ArchiveMetadata,
    IReadOnlyList<TableEntity> Rows,
    TableEntity Obligation,
    IReadOnlyList<(string Suffix, BinaryData Content, BlobUploadOptions Options)> Receipts,
    string Arrival)
{
    public int Observations => Rows.Count(r => r.RowKey.StartsWith("obs~", StringComparison.Ordinal));

    /// <summary>Whole as long as nothing is rolled up, which takes marks away.</summary>
    public static async Task<BareModel> ReadAsync(StorageAccount account, string organisation, Quarter quarter)
    {
        var (path, partition) = (quarter.PathOf(organisation, "csv"), $"{quarter.Period}~{organisation}");
        var rows = await account.Ledger.ReadAllAsync(TableClient.CreateQueryFilter($"PartitionKey eq {partition}"), CancellationToken.None);
        var sha256 = rows.First(r => r.RowKey.StartsWith("file~", StringComparison.Ordinal)).GetString("Sha256");
        var archived = await account.Archive.GetBlobsAsync(BlobTraits.Metadata, BlobStates.None, $"{sha256}/", CancellationToken.None).FirstAsync();
        var obligations = await account.Obligations.ReadAllAsync(TableClient.CreateQueryFilter($"PartitionKey eq {$"{quarter.Period}~{BigForm.Code}"} and RowKey eq {organisation}"), CancellationToken.None);
        var marks = await account.Pending.ReadAllAsync(string.Empty, CancellationToken.None);
        return new BareModel(
            (await account.Reports.GetBlobClient(path).DownloadContentAsync()).Value.Content,
            sha256,
            archived.Metadata,
            [.. rows.OrderBy(r => r.RowKey != "head")],
            obligations.Single(),
            [await ReceiptAsync(account.Receipts, ReceiptWriter.PageOf(path), path), await ReceiptAsync(account.Receipts, ReceiptWriter.NameOf(path), path)],
            marks.First(m => m.RowKey.StartsWith("periodArrival~", StringComparison.Ordinal)).GetString("Content"));
    }

    private static async Task<(string Suffix, BinaryData Content, BlobUploadOptions Options)> ReceiptAsync(BlobContainerClient receipts, string name, string path)
    {
        var receipt = (await receipts.GetBlobClient(name).DownloadContentAsync()).Value;
        return (name[path.Length..], receipt.Content, new BlobUploadOptions { Metadata = receipt.Details.Metadata, HttpHeaders = new BlobHttpHeaders { ContentType = receipt.Details.ContentType } });
    }
}
