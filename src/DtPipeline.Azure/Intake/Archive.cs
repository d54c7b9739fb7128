using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using DtPipeline.Azure.Alerting;
using DtPipeline.Azure.Ledger;
using DtPipeline.Azure.Storage;
using DtPipeline.Ledger;

namespace DtPipeline.Azure.Intake;

/// <param name="ReportTag">Of the report blob as it was read.</param>
public sealed record ReceivedReport(ReceivedFile File, ETag ReportTag);

/// <summary>
/// The container <c>archive</c>: every byte ever received, written before anything else is done with it and never changed.
/// Files are <c>{sha256}/{file id}</c>, files too large to be read <c>oversize/{file id}</c>, that a file was followed by another at its path
/// within the same moment <c>superseded/{file id}</c>, what is left of erased ones in <see cref="Tombstones"/>, what concerns alerts is in <see cref="AlertArchive"/>, closings in <see cref="ClosingStore"/>.
/// Path and upload time are metadata, so that the tables can be rebuilt from here alone; beside them the app and the catalogue by which the file was
/// read first.
/// </summary>
public sealed class Archive(StorageAccount account, Tombstones tombstones, CatalogueStore catalogues, PipelineSettings settings, TimeProvider clock)
{
    private const string Oversize = "oversize";
    private const string Superseded = "superseded/";
    private const string PathKey = "path";
    private const string UploadedAtKey = "uploadedat";
    private const string SenderKey = "sender";
    private const string ReaderKey = "reader";
    private const string CatalogueKey = "catalogue";

    private static readonly string Reader =
        typeof(FilingReader).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;

    /// <summary>Takes in a report blob as it is now.</summary>
    /// <returns>Null when the blob is gone.</returns>
    public async Task<ReceivedReport?> ReceiveAsync(BlobClient report, CancellationToken cancellationToken)
    {
        try
        {
            var download = await report.DownloadStreamingAsync(cancellationToken: cancellationToken);
            await using var body = download.Value.Content;
            var details = download.Value.Details;
            var version = ReportVersion.Of(details);
            var uploadedAt = UploadTime(details.VersionId, details.LastModified);
            if (details.ContentLength > settings.MostReportBytes)
            {
                var id = LedgerKey.FileId(report.Name, string.Empty, version);
                uploadedAt = await KeepByCopyAsync(report, id, uploadedAt, details, cancellationToken);
                return new ReceivedReport(new ReceivedFile(id, report.Name, string.Empty, uploadedAt, null, details.ContentLength), details.ETag);
            }

            var content = new byte[details.ContentLength];
            await body.ReadExactlyAsync(content, cancellationToken);
            var sha256 = Convert.ToHexStringLower(SHA256.HashData(content));
            var fileId = LedgerKey.FileId(report.Name, sha256, version);
            if (await tombstones.ReasonAsync(sha256, cancellationToken) is { } reason)
            {
                uploadedAt = await KeepAsync(report.Name, fileId, sha256, [], uploadedAt, details.Metadata, cancellationToken);
                return new ReceivedReport(new ReceivedFile(fileId, report.Name, sha256, uploadedAt, null, 0) { ErasedBecause = reason }, details.ETag);
            }

            uploadedAt = await KeepAsync(report.Name, fileId, sha256, content, uploadedAt, details.Metadata, cancellationToken);
            return new ReceivedReport(new ReceivedFile(fileId, report.Name, sha256, uploadedAt, content, content.Length), details.ETag);
        }
        catch (RequestFailedException e) when (e.Status == 404)
        {
            return null;
        }
    }

    /// <summary>
    /// Whether a client that is asked for a name would ask for another: dots that stand for a folder, and a slash at the end. Such a blob
    /// can be listed, and not be read.
    /// </summary>
    public bool IsOutOfReach(string name) => account.Reports.GetBlobClient(name).Name != name;

    /// <summary>Takes note of a report blob that is out of reach, of whose content nothing is known.</summary>
    public async Task<ReceivedReport> ReceiveAsync(BlobItem report, CancellationToken cancellationToken)
    {
        var id = LedgerKey.FileId(report.Name, string.Empty, ReportVersion.Of(report));
        var uploadedAt = await KeepAsync(
            report.Name, id, string.Empty, [], UploadTime(report.VersionId, report.Properties.LastModified!.Value), report.Metadata, cancellationToken);
        return new ReceivedReport(new ReceivedFile(id, report.Name, string.Empty, uploadedAt, null, report.Properties.ContentLength ?? 0), report.Properties.ETag!.Value);
    }

    /// <summary>A file received before, from the ledger's row of it.</summary>
    public async Task<ReceivedFile> OpenAsync(string fileId, string path, string sha256, DateTimeOffset uploadedAt, CancellationToken cancellationToken)
    {
        var blob = account.Archive.GetBlobClient(NameOf(sha256, fileId));
        if (sha256.Length == 0)
        {
            var properties = await blob.GetPropertiesAsync(cancellationToken: cancellationToken);
            return new ReceivedFile(fileId, path, sha256, uploadedAt, null, properties.Value.ContentLength);
        }

        if (await tombstones.ReasonAsync(sha256, cancellationToken) is { } reason)
        {
            return new ReceivedFile(fileId, path, sha256, uploadedAt, null, 0) { ErasedBecause = reason };
        }

        var content = await blob.DownloadContentAsync(cancellationToken);
        return new ReceivedFile(fileId, path, sha256, uploadedAt, content.Value.Content.ToMemory(), content.Value.Content.ToMemory().Length);
    }

    /// <summary>A file received before, from its name in the archive.</summary>
    public async Task<ReceivedFile> OpenAsync(string archiveName, CancellationToken cancellationToken)
    {
        var properties = await account.Archive.GetBlobClient(archiveName).GetPropertiesAsync(cancellationToken: cancellationToken);
        var (sha256, fileId) = Split(archiveName);
        var metadata = properties.Value.Metadata;
        return await OpenAsync(fileId, PathIn(metadata), sha256, ParseTime(metadata[UploadedAtKey]), cancellationToken);
    }

    /// <returns>Null where the archive has no file of that name.</returns>
    public async Task<ReceivedFile?> FindAsync(string archiveName, CancellationToken cancellationToken) =>
        await account.Archive.GetBlobClient(archiveName).ExistsAsync(cancellationToken) ? await OpenAsync(archiveName, cancellationToken) : null;

    public static string NameOf(Filing filing) => NameOf(filing.Sha256, filing.FileId);

    /// <summary>What the archive says of every file in it, without its content.</summary>
    public async IAsyncEnumerable<ReceivedFile> ListAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var blob in account.Archive.GetBlobsAsync(BlobTraits.Metadata, BlobStates.None, null, cancellationToken))
        {
            if (!AlertArchive.Holds(blob.Name) && !ClosingStore.Holds(blob.Name) && !Array.Exists([Superseded, Tombstones.Prefix], p => blob.Name.StartsWith(p, StringComparison.Ordinal)))
            {
                var (sha256, fileId) = Split(blob.Name);
                yield return new ReceivedFile(
                    fileId,
                    PathIn(blob.Metadata),
                    sha256,
                    ParseTime(blob.Metadata[UploadedAtKey]),
                    null,
                    blob.Properties.ContentLength ?? 0);
            }
        }
    }

    /// <summary>Takes away a file's bytes, which nobody may but whom docs/runbook.md names.</summary>
    internal Task EraseAsync(ReceivedFile file, CancellationToken cancellationToken) =>
        account.Archive.GetBlobClient(NameOf(file.Sha256, file.FileId)).DeleteIfExistsAsync(DeleteSnapshotsOption.IncludeSnapshots, cancellationToken: cancellationToken);

    /// <summary>Takes away the blob of <c>reports</c> that a file was, whichever version of its path.</summary>
    internal async Task EraseReportAsync(ReceivedFile file, CancellationToken cancellationToken)
    {
        var found = new List<BlobItem>();
        await foreach (var blob in account.Reports.GetBlobsAsync(BlobTraits.Metadata, BlobStates.Version, file.Path, cancellationToken))
        {
            if (blob.Name == file.Path && ReportVersion.IsOf(blob, file.FileId, file.Sha256))
            {
                found.Add(blob);
            }
        }

        await BlobVersions.DeleteAsync(account.Reports, found, cancellationToken);
    }

    /// <summary>What tells the version that stands at a path from others; null where nothing stands there.</summary>
    public async Task<string?> StandingVersionAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            var properties = (await account.Reports.GetBlobClient(path).GetPropertiesAsync(cancellationToken: cancellationToken)).Value;
            return ReportVersion.Of(properties.Metadata, properties.VersionId, properties.LastModified, properties.ETag);
        }
        catch (RequestFailedException e) when (e.Status == 404)
        {
            return null;
        }
    }

    /// <summary>Keeps that a file was followed by another at its path within the same moment.</summary>
    public async Task MarkSupersededAsync(string fileId, CancellationToken cancellationToken)
    {
        try
        {
            await account.Archive.GetBlobClient(Superseded + fileId).UploadAsync(BinaryData.Empty, overwrite: false, cancellationToken);
        }
        catch (RequestFailedException e) when (e.SaysItIsThere())
        {
            // Said before.
        }
    }

    public async Task<IReadOnlySet<string>> SupersededAsync(CancellationToken cancellationToken)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var blob in account.Archive.GetBlobsAsync(BlobTraits.None, BlobStates.None, Superseded, cancellationToken))
        {
            ids.Add(blob.Name[Superseded.Length..]);
        }

        return ids;
    }

    private static string NameOf(string sha256, string fileId) => $"{(sha256.Length == 0 ? Oversize : sha256)}/{fileId}";

    private static (string Sha256, string FileId) Split(string name)
    {
        var slash = name.IndexOf('/', StringComparison.Ordinal);
        return (name[..slash] == Oversize ? string.Empty : name[..slash], name[(slash + 1)..]);
    }

    // Metadata is ASCII and at most 8 KiB: Base64 is the shortest form of a path of 1,024 Vietnamese letters that fits.
    private static string PathIn(IDictionary<string, string> metadata) => Encoding.UTF8.GetString(Convert.FromBase64String(metadata[PathKey]));

    private static DateTimeOffset ParseTime(string text) => DateTimeOffset.ParseExact(text, "O", CultureInfo.InvariantCulture);

    /// <summary>
    /// The version's own time where blobs have versions (to 100 ns), else the last-modified time (to the second). Where the clock was set
    /// to another day, uploads move with it: both clocks run on the same machine then and differ by whole seconds.
    /// </summary>
    private DateTimeOffset UploadTime(string? versionId, DateTimeOffset lastModified)
    {
        var stored = versionId is not null ? ParseTime(versionId) : lastModified;
        var shift = clock.GetUtcNow() - TimeProvider.System.GetUtcNow();
        return stored.ToUniversalTime() + TimeSpan.FromSeconds(Math.Round(shift.TotalSeconds));
    }

    private async Task<DateTimeOffset> KeepAsync(
        string path, string fileId, string sha256, byte[] content, DateTimeOffset uploadedAt, IDictionary<string, string> told, CancellationToken cancellationToken)
    {
        var blob = account.Archive.GetBlobClient(NameOf(sha256, fileId));
        var options = new BlobUploadOptions
        {
            Metadata = await MetadataAsync(path, uploadedAt, told, cancellationToken),
            Conditions = new BlobRequestConditions { IfNoneMatch = ETag.All },
        };
        try
        {
            await blob.UploadAsync(BinaryData.FromBytes(content), options, cancellationToken);
            return uploadedAt;
        }
        catch (RequestFailedException e) when (e.SaysItIsThere())
        {
            return await KeptUploadTimeAsync(blob, cancellationToken);
        }
    }

    private async Task<DateTimeOffset> KeepByCopyAsync(
        BlobClient report, string fileId, DateTimeOffset uploadedAt, BlobDownloadDetails details, CancellationToken cancellationToken)
    {
        var blob = account.Archive.GetBlobClient(NameOf(string.Empty, fileId));
        var options = new BlobCopyFromUriOptions
        {
            Metadata = await MetadataAsync(report.Name, uploadedAt, details.Metadata, cancellationToken),
            SourceConditions = new BlobRequestConditions { IfMatch = details.ETag },
            DestinationConditions = new BlobRequestConditions { IfNoneMatch = ETag.All },
        };
        try
        {
            var copy = await blob.StartCopyFromUriAsync(report.Uri, options, cancellationToken);
            await copy.WaitForCompletionAsync(cancellationToken);
            return uploadedAt;
        }
        catch (RequestFailedException e) when (e.SaysItIsThere())
        {
            return await KeptUploadTimeAsync(blob, cancellationToken);
        }
    }

    private static async Task<DateTimeOffset> KeptUploadTimeAsync(BlobClient blob, CancellationToken cancellationToken)
    {
        var properties = await blob.GetPropertiesAsync(cancellationToken: cancellationToken);
        return ParseTime(properties.Value.Metadata[UploadedAtKey]);
    }

    /// <param name="told">The report's own.</param>
    private async Task<Dictionary<string, string>> MetadataAsync(string path, DateTimeOffset uploadedAt, IDictionary<string, string> told, CancellationToken cancellationToken)
    {
        var metadata = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [PathKey] = Convert.ToBase64String(Encoding.UTF8.GetBytes(path)),
            [UploadedAtKey] = uploadedAt.ToString("O", CultureInfo.InvariantCulture),
            [ReaderKey] = Reader,
            [CatalogueKey] = await catalogues.HashAsync(cancellationToken),
        };
        if (told.TryGetValue(SenderKey, out var sender))
        {
            metadata[SenderKey] = sender;
        }

        return metadata;
    }
}
