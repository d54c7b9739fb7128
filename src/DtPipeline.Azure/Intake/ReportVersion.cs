using Azure;
using Azure.Storage.Blobs.Models;
using DtPipeline.Ledger;

namespace DtPipeline.Azure.Intake;

/// <summary>What tells one upload of a report at a path from the next; a file's id is made of it.</summary>
internal static class ReportVersion
{
    /// <summary>
    /// Metadata of a report that was moved here from another account: the version that it had there, so that it is the file that the archive
    /// has already. Whoever sets it himself gains nothing: the file's id is made of its path and content too.
    /// </summary>
    public const string MovedKey = "movedversion";

    /// <summary>What tells one upload at a path from the next.</summary>
    public static string Of(BlobDownloadDetails details) => Of(details.Metadata, details.VersionId, details.LastModified, details.ETag);

    public static string Of(BlobItem blob) => Of(blob.Metadata, blob.VersionId, blob.Properties.LastModified!.Value, blob.Properties.ETag!.Value);

    /// <summary>Whether a blob of <c>reports</c> is a file. A list tells ETags without the quotation marks that a download tells them with.</summary>
    public static bool IsOf(BlobItem blob, string fileId, string sha256)
    {
        var properties = blob.Properties;
        string[] versions = [Of(blob), Of(blob.Metadata, blob.VersionId, properties.LastModified!.Value, new ETag(properties.ETag!.Value.ToString("H")))];
        return versions.Any(v => LedgerKey.FileId(blob.Name, sha256, v) == fileId);
    }

    public static string Of(IDictionary<string, string> metadata, string? versionId, DateTimeOffset lastModified, ETag tag) =>
        metadata.TryGetValue(MovedKey, out var moved) ? moved : $"{versionId}{lastModified.UtcTicks}{tag}";
}
