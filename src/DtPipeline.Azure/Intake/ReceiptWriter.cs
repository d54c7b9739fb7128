using System.Globalization;
using Azure;
using Azure.Storage.Blobs.Models;
using DtPipeline.Azure.Storage;
using DtPipeline.Checking;
using DtPipeline.Observing;

namespace DtPipeline.Azure.Intake;

/// <summary>The container <c>receipts</c>: beside every report's path what became of its latest version.</summary>
public sealed class ReceiptWriter(StorageAccount account, TimeProvider clock)
{
    private const string Suffix = ".receipt.json";
    private const int LongestBlobName = 1024;

    /// <summary>Metadata of a receipt: the file that it answers, and when that was uploaded.</summary>
    private const string FileIdKey = "fileid";
    private const string UploadedAtKey = "uploadedat";

    /// <summary>Metadata of a receipt: the ETag of the report blob that it answers, by which the sweeper sees that nothing is left to do.</summary>
    public const string ReportTagKey = "reportetag";

    public async Task WriteAsync(LedgerStep step, ETag? reportTag, CancellationToken cancellationToken)
    {
        var metadata = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [FileIdKey] = step.Filing.FileId,
            [UploadedAtKey] = step.Filing.UploadedAt.ToString("O", CultureInfo.InvariantCulture),
        };
        if (reportTag is { } tag)
        {
            metadata[ReportTagKey] = Plain(tag);
        }

        var options = new BlobUploadOptions { Metadata = metadata, HttpHeaders = new BlobHttpHeaders { ContentType = "application/json; charset=utf-8" } };
        var receipt = BinaryData.FromObjectAsJson(Receipt.Of(step, clock.GetUtcNow()), Json.Indented);
        await account.Receipts.GetBlobClient(NameOf(step.Filing.Path)).UploadAsync(receipt, options, cancellationToken);
    }

    /// <returns>Null without a receipt.</returns>
    public async Task<AnsweredFile?> FindAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            var properties = await account.Receipts.GetBlobClient(NameOf(path)).GetPropertiesAsync(cancellationToken: cancellationToken);
            var metadata = properties.Value.Metadata;
            var uploadedAt = DateTimeOffset.ParseExact(metadata[UploadedAtKey], "O", CultureInfo.InvariantCulture);
            return new AnsweredFile(metadata[FileIdKey], uploadedAt, metadata.TryGetValue(ReportTagKey, out var tag) ? tag : null);
        }
        catch (RequestFailedException e) when (e.Status == 404)
        {
            return null;
        }
    }

    /// <summary>The report's own name and a suffix; where that would be too long for a blob, a part of it and its hash.</summary>
    public static string NameOf(string path)
    {
        if (path.Length + Suffix.Length <= LongestBlobName)
        {
            return path + Suffix;
        }

        var hash = $"~{LedgerKey.HashOf(path)}{Suffix}";
        var kept = LongestBlobName - hash.Length;
        return string.Concat(path.AsSpan(0, char.IsHighSurrogate(path[kept - 1]) ? kept - 1 : kept), hash);
    }

    public static string Plain(ETag tag) => tag.ToString("G").Trim('"');
}

/// <summary>The file that a receipt answers.</summary>
/// <param name="ReportTag">ETag of the report blob; null where the receipt was made anew without looking at it.</param>
public sealed record AnsweredFile(string FileId, DateTimeOffset UploadedAt, string? ReportTag);
