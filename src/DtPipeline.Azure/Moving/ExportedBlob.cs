using Azure.Storage.Blobs.Models;
using DtPipeline.Azure.Intake;
using DtPipeline.Azure.Storage;

namespace DtPipeline.Azure.Moving;

/// <summary>What a blob is beside its bytes; written next to them as JSON.</summary>
/// <param name="Version">Of a report: what its file in the archive was named by (<see cref="ReportVersion.Of(global::Azure.Storage.Blobs.Models.BlobItem)"/>).</param>
internal sealed record ExportedBlob(
    string Container,
    string Name,
    DateTimeOffset LastModified,
    string ETag,
    string? ContentType,
    string? ContentEncoding,
    string? ContentLanguage,
    string? ContentDisposition,
    string? CacheControl,
    string? Version,
    IDictionary<string, string> Metadata)
{
    public static ExportedBlob Of(string container, string name, BlobDownloadDetails details) => new(
        container,
        name,
        details.LastModified,
        ReceiptWriter.Plain(details.ETag),
        details.ContentType,
        details.ContentEncoding,
        details.ContentLanguage,
        details.ContentDisposition,
        details.CacheControl,
        container == StorageNames.Reports ? ReportVersion.Of(details) : null,
        new SortedDictionary<string, string>(details.Metadata, StringComparer.Ordinal));

    public BlobHttpHeaders Headers() => new()
    {
        ContentType = ContentType,
        ContentEncoding = ContentEncoding,
        ContentLanguage = ContentLanguage,
        ContentDisposition = ContentDisposition,
        CacheControl = CacheControl,
    };

    public Dictionary<string, string> MovedMetadata() =>
        Version is null ? new(Metadata, StringComparer.Ordinal) : new(Metadata, StringComparer.Ordinal) { [ReportVersion.MovedKey] = Version };
}
