using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text.Json;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using DtPipeline.Azure.Intake;
using DtPipeline.Azure.Storage;

namespace DtPipeline.Azure.Moving;

/// <summary>Uploads blobs of an export, each with its type and metadata, where nothing is yet.</summary>
/// <param name="keepsOthers">What is there with other content stays, and is named; else it is an error.</param>
internal sealed class BlobImport(StorageAccount account, ExportFolder files, ErasedContent erased, bool keepsOthers)
{
    private long imported;
    private long same;

    public long Imported => imported;

    public long Same => same;

    public ConcurrentBag<string> Kept { get; } = [];

    /// <param name="path">Of the file that describes the blob.</param>
    public async Task RunAsync(string path, string container, CancellationToken cancellationToken)
    {
        var exported = await PropertiesAsync(path, container, cancellationToken);
        var content = path[..^BlobFileName.PropertiesSuffix.Length];
        if (await erased.IsOfErasedAsync(exported, content, cancellationToken))
        {
            return;
        }

        var blob = account.Containers.Single(c => c.Name == container).GetBlobClient(exported.Name);
        var tag = await UploadAsync(blob, exported, content, cancellationToken);
        if (container == StorageNames.Reports && tag is { } known)
        {
            await AnswerAsync(exported, known, cancellationToken);
        }
    }

    private async Task<ExportedBlob> PropertiesAsync(string path, string container, CancellationToken cancellationToken)
    {
        await using var file = File.OpenRead(files.FullPath(path));
        try
        {
            var exported = await JsonSerializer.DeserializeAsync<ExportedBlob>(file, Json.Options, cancellationToken);
            return exported is { Name.Length: > 0, Metadata: not null } && exported.Container == container
                ? exported
                : throw new StoreMoveException($"{path} does not say which blob of the container {container} it describes.");
        }
        catch (JsonException e)
        {
            throw new StoreMoveException($"{path} is no JSON as an export writes it: {e.Message}", e);
        }
    }

    /// <returns>The ETag of the blob with this content; null where it has other content.</returns>
    private async Task<ETag?> UploadAsync(BlobClient blob, ExportedBlob exported, string content, CancellationToken cancellationToken)
    {
        await using var file = File.OpenRead(files.FullPath(content));
        var options = new BlobUploadOptions
        {
            HttpHeaders = exported.Headers(),
            Metadata = exported.MovedMetadata(),
            Conditions = new BlobRequestConditions { IfNoneMatch = ETag.All },
        };
        try
        {
            var uploaded = await blob.UploadAsync(file, options, cancellationToken);
            Interlocked.Increment(ref imported);
            return uploaded.Value.ETag;
        }
        catch (RequestFailedException e) when (e.SaysItIsThere())
        {
            var (hash, tag) = await StandingAsync(blob, cancellationToken);
            if (hash == await files.HashAsync(content, cancellationToken))
            {
                Interlocked.Increment(ref same);
                return tag;
            }

            Kept.Add($"{blob.BlobContainerName}/{blob.Name}");
            return keepsOthers
                ? null
                : throw new StoreMoveException($"{blob.BlobContainerName}/{blob.Name} is there already with other content: somebody else writes into this account. Stop the app and import into a new one.", e);
        }
    }

    private static async Task<(string Hash, ETag Tag)> StandingAsync(BlobClient blob, CancellationToken cancellationToken)
    {
        var download = await blob.DownloadStreamingAsync(cancellationToken: cancellationToken);
        await using var body = download.Value.Content;
        return (Convert.ToHexStringLower(await SHA256.HashDataAsync(body, cancellationToken)), download.Value.Details.ETag);
    }

    /// <summary>The report has another ETag here; its receipts say that they answer it, or the sweeper would take it in again.</summary>
    private async Task AnswerAsync(ExportedBlob report, ETag tag, CancellationToken cancellationToken)
    {
        foreach (var receipt in ReceiptWriter.NamesOf(report.Name).Select(account.Receipts.GetBlobClient))
        {
            try
            {
                var properties = (await receipt.GetPropertiesAsync(cancellationToken: cancellationToken)).Value;
                if (properties.Metadata.TryGetValue(ReceiptWriter.ReportTagKey, out var answered) && answered == report.ETag)
                {
                    var metadata = new Dictionary<string, string>(properties.Metadata, StringComparer.Ordinal) { [ReceiptWriter.ReportTagKey] = ReceiptWriter.Plain(tag) };
                    await receipt.SetMetadataAsync(metadata, new BlobRequestConditions { IfMatch = properties.ETag }, cancellationToken);
                }
            }
            catch (RequestFailedException e) when (e.Status is 404 or 412)
            {
                // A report without an answer yet, or one that the app has answered in this moment.
            }
        }
    }
}
