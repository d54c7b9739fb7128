using System.Text.Json;
using Azure.Data.Tables;
using Azure.Storage.Blobs.Models;
using DtPipeline.Azure.Intake;
using DtPipeline.Azure.Storage;

namespace DtPipeline.Azure.Moving;

/// <summary>What an import has found and done.</summary>
/// <param name="Same">Blobs that were there already, byte by byte the same.</param>
/// <param name="Kept">Blobs that were there already with other content, and stayed.</param>
public sealed record ImportResult(ExportManifest Export, long Imported, long Same, IReadOnlyList<string> Kept);

/// <summary>
/// Puts an export into an account. No blob that is there is ever overwritten. An import that broke off is run again with the same export and
/// goes on: a mark in the account says that it is the same.
/// </summary>
public sealed class StoreImport(StorageAccount account, Tombstones tombstones)
{
    private const int AtOnce = 8;

    /// <param name="intoNonEmpty">Take an account with data in it: its blobs stay, and rows of the export take the place of rows with the same keys.</param>
    /// <exception cref="StoreMoveException">The export is not whole, or the account not fit to take it.</exception>
    public async Task<ImportResult> RunAsync(DirectoryInfo folder, bool intoNonEmpty, IProgress<WorkProgress>? shown, CancellationToken cancellationToken)
    {
        var files = new ExportFolder(folder);
        var manifest = await files.ReadManifestAsync(cancellationToken);
        if (manifest.Rows.Keys.Except(StorageNames.Tables).Concat(manifest.Blobs.Keys.Except(StorageNames.Containers)).ToList() is { Count: > 0 } unknown)
        {
            throw new StoreMoveException($"The export holds {string.Join(", ", unknown)}, which this version does not know: use the dtp of the version that exported it.");
        }

        await files.VerifyAsync(manifest, shown, cancellationToken);

        await account.CreateIfNotExistsAsync(cancellationToken);
        var mark = new ImportMark(account);
        var begun = await mark.FindAsync(cancellationToken);
        if (begun is not null && begun != manifest.Checksums)
        {
            throw new StoreMoveException("An import of another export into this account broke off: run that one again to its end.");
        }

        if (begun is null && !intoNonEmpty && await WhatIsThereAsync(cancellationToken) is { } there)
        {
            throw new StoreMoveException(
                $"The account {account.Archive.AccountName} is not empty ({there}). Import into a new one, with the app stopped; or take --into-nonempty, which overwrites no blob, and rebuild.");
        }

        await mark.SetAsync(manifest, cancellationToken);
        var erased = new ErasedContent(await tombstones.ListAsync(cancellationToken), files);
        foreach (var table in account.Tables)
        {
            await ImportAsync(table, files, manifest, erased, shown, cancellationToken);
        }

        // Reports last: their coming sets off the app, which then finds what they were answered.
        var blobs = new BlobImport(account, files, erased, keepsOthers: intoNonEmpty);
        foreach (var container in StorageNames.Containers.OrderBy(c => c == StorageNames.Reports))
        {
            var (done, total) = (0L, manifest.Blobs.GetValueOrDefault(container));
            await Parallel.ForEachAsync(
                PropertiesIn(files, container),
                new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken },
                async (path, token) =>
                {
                    await blobs.RunAsync(path, container, token);
                    shown?.Report(new WorkProgress($"Container {container}", Interlocked.Increment(ref done), total));
                });
        }

        await mark.ClearAsync(manifest, cancellationToken);
        return new ImportResult(manifest, blobs.Imported, blobs.Same, [.. blobs.Kept.Order(StringComparer.Ordinal)]);
    }

    private static IEnumerable<string> PropertiesIn(ExportFolder files, string container) => files.Checksums()
        .Select(c => c.Path)
        .Where(p => p.StartsWith(ExportFolder.PathOfBlobs(container), StringComparison.Ordinal) && p.EndsWith(BlobFileName.PropertiesSuffix, StringComparison.Ordinal));

    private static async Task ImportAsync(
        TableClient table, ExportFolder files, ExportManifest manifest, ErasedContent erased, IProgress<WorkProgress>? shown, CancellationToken cancellationToken)
    {
        if (!manifest.Rows.TryGetValue(table.Name, out var total))
        {
            return;
        }

        var path = ExportFolder.PathOfTable(table.Name);
        var (done, characters, together) = (0L, 0, new List<TableTransactionAction>());
        await foreach (var line in File.ReadLinesAsync(files.FullPath(path), cancellationToken))
        {
            TableEntity row;
            try
            {
                row = ExportedRow.Read(line);
            }
            catch (JsonException e)
            {
                throw new StoreMoveException($"{path}, line {done + 1}: it is no row of a table.", e);
            }

            shown?.Report(new WorkProgress($"Table {table.Name}", ++done, total));
            if (erased.IsNamedIn(line))
            {
                continue;
            }

            if (together.Count == TransactionLimits.Operations || (together.Count > 0 && (together[^1].Entity.PartitionKey != row.PartitionKey || characters + line.Length > TransactionLimits.Characters)))
            {
                await table.SubmitTransactionAsync(together, cancellationToken);
                (together, characters) = ([], 0);
            }

            together.Add(new TableTransactionAction(TableTransactionActionType.UpsertReplace, row));
            characters += line.Length;
        }

        if (together.Count > 0)
        {
            await table.SubmitTransactionAsync(together, cancellationToken);
        }
    }

    /// <returns>Something that the account holds; null where it is empty.</returns>
    private async Task<string?> WhatIsThereAsync(CancellationToken cancellationToken)
    {
        foreach (var container in account.Containers)
        {
            await foreach (var blob in container.GetBlobsAsync(BlobTraits.None, BlobStates.None, null, cancellationToken))
            {
                return $"{container.Name}/{blob.Name}";
            }
        }

        foreach (var table in account.Tables)
        {
            await foreach (var row in table.QueryAsync<TableEntity>(string.Empty, maxPerPage: 1, cancellationToken: cancellationToken))
            {
                return $"rows in the table {table.Name}";
            }
        }

        return null;
    }
}
