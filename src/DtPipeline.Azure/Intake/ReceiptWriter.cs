using Azure;
using Azure.Storage.Blobs.Models;
using DtPipeline.Azure.Storage;
using DtPipeline.Checking;
using DtPipeline.Observing;

namespace DtPipeline.Azure.Intake;

/// <summary>The container <c>receipts</c>: beside every report's path what became of its latest version.</summary>
public sealed class ReceiptWriter(StorageAccount account, TimeProvider clock)
{
    public const string Suffix = ".receipt.json";

    /// <summary>Metadata of a receipt: the file that it answers.</summary>
    public const string FileIdKey = "fileid";

    /// <summary>Metadata of a receipt: the ETag of the report blob that it answers, by which the sweeper sees that nothing is left to do.</summary>
    public const string ReportTagKey = "reportetag";

    public async Task WriteAsync(LedgerStep step, ETag? reportTag, CancellationToken cancellationToken)
    {
        var metadata = new Dictionary<string, string>(StringComparer.Ordinal) { [FileIdKey] = step.Filing.FileId };
        if (reportTag is { } tag)
        {
            metadata[ReportTagKey] = Plain(tag);
        }

        var options = new BlobUploadOptions { Metadata = metadata, HttpHeaders = new BlobHttpHeaders { ContentType = "application/json; charset=utf-8" } };
        var receipt = BinaryData.FromObjectAsJson(Receipt.Of(step, clock.GetUtcNow()), Json.Indented);
        await account.Receipts.GetBlobClient(step.Filing.Path + Suffix).UploadAsync(receipt, options, cancellationToken);
    }

    /// <summary>The ETag of the report that the path's receipt answers, and the file's id; null without a receipt.</summary>
    public async Task<(string FileId, string? ReportTag)?> FindAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            var properties = await account.Receipts.GetBlobClient(path + Suffix).GetPropertiesAsync(cancellationToken: cancellationToken);
            return (properties.Value.Metadata[FileIdKey], properties.Value.Metadata.TryGetValue(ReportTagKey, out var tag) ? tag : null);
        }
        catch (RequestFailedException e) when (e.Status == 404)
        {
            return null;
        }
    }

    public static string Plain(ETag tag) => tag.ToString("G").Trim('"');
}
