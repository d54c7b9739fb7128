using System.Text;
using System.Text.Json;
using Azure;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using DtPipeline.Azure.Storage;

namespace DtPipeline.Azure.Moving;

/// <summary>Writes everything that an account holds into a folder, in files that need no Azure to be read. Nothing is held in memory but what is on its way.</summary>
public sealed class StoreExport(StorageAccount account, TimeProvider clock)
{
    private const int AtOnce = 8;

    private const string ReadMe = """
        An export of DtPipeline. `sha256sum -c SHA256SUMS` checks it; `dtp import` puts it into another storage account.

        blobs/reports    what organisations sent, as {organisation}/{period}/{file}
        blobs/archive    every byte ever received, as {sha256}/{file}; alerts as delivered, what people did with them, digests and mails
        blobs/receipts   what each report was answered
        blobs/published  the figures of each period
        blobs/catalogue  organisations, indicators, forms, as far as they differ from those built in
        tables           one file a table, one row a line of JSON, types named as in OData

        Beside every blob lies a file that ends in %.json: its real name, its type and its metadata. In names of files, % and what follows
        it stands for what file systems do not take.

        """;

    /// <param name="folder">Is made where there is none.</param>
    /// <exception cref="StoreMoveException">The folder is not empty, or an import into the account has not come to its end.</exception>
    public async Task<ExportManifest> RunAsync(DirectoryInfo folder, IProgress<WorkProgress>? shown, CancellationToken cancellationToken)
    {
        if (folder.Exists && folder.EnumerateFileSystemInfos().Any())
        {
            throw new StoreMoveException($"{folder.FullName} is not empty: export into a new folder.");
        }

        if (await new ImportMark(account).FindAsync(cancellationToken) is not null)
        {
            throw new StoreMoveException("An import into this account broke off: run it again to its end before you export.");
        }

        folder.Create();
        var files = new ExportFolder(folder);
        var (rows, blobs) = (new SortedDictionary<string, long>(StringComparer.Ordinal), new SortedDictionary<string, long>(StringComparer.Ordinal));
        long bytes;
        await using (var writer = new ExportWriter(files))
        {
            await writer.WriteAsync(["README.txt"], async file => await file.WriteAsync(Encoding.UTF8.GetBytes(ReadMe), cancellationToken), cancellationToken);

            // Tables before the archive: what is received meanwhile is then in the archive, from which tables can be rebuilt.
            foreach (var table in account.Tables)
            {
                rows[table.Name] = await ExportAsync(table, writer, shown, cancellationToken);
            }

            foreach (var container in account.Containers)
            {
                blobs[container.Name] = await ExportAsync(container, writer, shown, cancellationToken);
            }

            bytes = writer.Bytes;
        }

        var manifest = new ExportManifest(ExportFolder.Format, clock.GetUtcNow(), account.Archive.AccountName, blobs, rows, bytes, string.Empty);
        await files.WriteManifestAsync(manifest, cancellationToken);
        return manifest;
    }

    private static async Task<long> ExportAsync(TableClient table, ExportWriter writer, IProgress<WorkProgress>? shown, CancellationToken cancellationToken)
    {
        var rows = 0L;
        await writer.WriteAsync(
            [ExportFolder.PathOfTable(table.Name)],
            async file =>
            {
                await foreach (var row in table.QueryAsync<TableEntity>(string.Empty, cancellationToken: cancellationToken))
                {
                    await file.WriteAsync(Encoding.UTF8.GetBytes(ExportedRow.Write(row) + "\n"), cancellationToken);
                    shown?.Report(new WorkProgress($"Table {table.Name}", ++rows, null));
                }
            },
            cancellationToken);
        return rows;
    }

    private static async Task<long> ExportAsync(BlobContainerClient container, ExportWriter writer, IProgress<WorkProgress>? shown, CancellationToken cancellationToken)
    {
        var blobs = 0L;
        await Parallel.ForEachAsync(
            container.GetBlobsAsync(BlobTraits.None, BlobStates.None, null, cancellationToken),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken },
            async (blob, token) =>
            {
                if (await ExportAsync(container.GetBlobClient(blob.Name), writer, token))
                {
                    shown?.Report(new WorkProgress($"Container {container.Name}", Interlocked.Increment(ref blobs), null));
                }
            });
        return blobs;
    }

    /// <returns>False where the blob was deleted meanwhile.</returns>
    private static async Task<bool> ExportAsync(BlobClient blob, ExportWriter writer, CancellationToken cancellationToken)
    {
        try
        {
            var download = await blob.DownloadStreamingAsync(cancellationToken: cancellationToken);
            await using var body = download.Value.Content;
            var folder = ExportFolder.PathOfBlobs(blob.BlobContainerName);
            var path = await writer.WriteAsync(
                [folder + BlobFileName.Of(blob.Name), folder + BlobFileName.Another(blob.Name)], file => body.CopyToAsync(file, cancellationToken), cancellationToken);
            var properties = ExportedBlob.Of(blob.BlobContainerName, blob.Name, download.Value.Details);
            await writer.WriteAsync([path + BlobFileName.PropertiesSuffix], file => JsonSerializer.SerializeAsync(file, properties, Json.Indented, cancellationToken), cancellationToken);
            return true;
        }
        catch (RequestFailedException e) when (e.Status == 404 && e.ErrorCode == "BlobNotFound")
        {
            return false;
        }
    }
}
