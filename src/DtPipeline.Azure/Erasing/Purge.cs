using Azure.Data.Tables;
using DtPipeline.Answers.Briefs;
using DtPipeline.Azure.Intake;
using DtPipeline.Azure.Ledger;
using DtPipeline.Azure.Storage;
using DtPipeline.Catalogue;
using DtPipeline.Ledger;

namespace DtPipeline.Azure.Erasing;

/// <summary>Who erases a file and why.</summary>
/// <param name="ConfirmedBy">Another person than <paramref name="By"/>.</param>
public sealed record PurgeOrder(string File, string Reason, string By, string ConfirmedBy);

/// <summary>
/// Erases what must not be there: the bytes of a file and of every file of the same content, their receipts, notes and versions, and what alerts,
/// mails and briefs quote of them. A tombstone is written first, so that a run that breaks off is run again. The figures stand.
/// </summary>
public sealed class Purge(
    StorageAccount account,
    Archive archive,
    Tombstones tombstones,
    CatalogueStore catalogues,
    LedgerStore ledger,
    PartitionReplay replay,
    QuotedErasure quoted,
    BriefQuotations briefs,
    ReceiptErasure receipts,
    TimeProvider clock)
{
    private const int MostPasses = 5;

    /// <returns>The files that were erased, the one that was named first; none where the archive has no such file.</returns>
    /// <exception cref="PurgeException">A file is not taken in yet.</exception>
    public async Task<IReadOnlyList<ReceivedFile>> RunAsync(PurgeOrder order, CancellationToken cancellationToken)
    {
        var catalogue = await catalogues.GetAsync(cancellationToken);
        var files = await FindAsync(order.File, cancellationToken);
        foreach (var file in files)
        {
            await EraseAsync(file, order, catalogue, cancellationToken);
        }

        return files;
    }

    private async Task<IReadOnlyList<ReceivedFile>> FindAsync(string named, CancellationToken cancellationToken)
    {
        var all = (await tombstones.ListAsync(cancellationToken)).ToDictionary(t => t.FileId, t => t.File, StringComparer.Ordinal);
        await foreach (var file in archive.ListAsync(cancellationToken))
        {
            // Without bytes: content that was kept out, which has no figures and nothing to erase.
            if (file.Length > 0)
            {
                all.TryAdd(file.FileId, file);
            }
        }

        var meant = all.Values.Where(f => f.FileId == named || f.Path == named).ToList();
        var hashes = meant.Select(f => f.Sha256).Where(h => h.Length > 0).ToHashSet(StringComparer.Ordinal);
        return [.. meant.Concat(all.Values.Where(f => hashes.Contains(f.Sha256)).OrderBy(f => f.Path, StringComparer.Ordinal)).DistinctBy(f => f.FileId)];
    }

    private async Task EraseAsync(ReceivedFile file, PurgeOrder order, ReportingCatalogue catalogue, CancellationToken cancellationToken)
    {
        var partition = LedgerKey.Of(FilingReader.OwnerOf(file, catalogue), file.Path);
        var row = (await ledger.ReadFileRowsAsync(partition, cancellationToken)).FirstOrDefault(r => FileRows.IdOf(r) == file.FileId)
            ?? throw new PurgeException($"The file {file.FileId} at {file.Path} is not taken in yet: wait for its receipt, or rebuild, and erase it then.");
        var left = FileRows.WhatIsLeft(FileRows.Erased(row));
        await tombstones.KeepAsync(
            new Tombstone(file.FileId, file.Path, file.Sha256, file.UploadedAt, order.By, order.ConfirmedBy, clock.GetUtcNow(), order.Reason, left), cancellationToken);

        // Before its receipt, without which the sweeper would take it in again.
        await archive.EraseReportAsync(file, cancellationToken);

        // Before the row, which knows what was quoted.
        var notes = FileRows.NotesOf(row);
        await quoted.RunAsync(file, partition, FileRows.IsErased(row) ? null : FileRows.FirstErrorOf(row)?.Message, notes.Select(BriefErasure.AnswerIn).OfType<string>(), cancellationToken);
        await briefs.EraseAsync(file, [.. notes.SelectMany(BriefErasure.QuotedOf).Distinct(StringComparer.Ordinal).OrderByDescending(q => q.Length)], cancellationToken);
        await EraseRowsAsync(partition, file.FileId, cancellationToken);
        await replay.RunAsync(partition, cancellationToken);
        await receipts.RunAsync(file, cancellationToken);
        await archive.EraseAsync(file, cancellationToken);
    }

    /// <summary>Until nothing differs: a writer who read the partition before may have written a revision with its note meanwhile.</summary>
    private async Task EraseRowsAsync(string partition, string fileId, CancellationToken cancellationToken)
    {
        for (var pass = 0; pass < MostPasses; pass++)
        {
            var stored = (await ledger.ReadAllAsync(partition, cancellationToken)).Where(r => IsOf(r, fileId)).ToList();
            var changes = stored
                .Select(r => (Stored: r, Erased: LedgerRows.IsFile(r) ? FileRows.Erased(r) : LedgerRows.Erased(r)))
                .Where(r => r.Erased.DiffersFrom(r.Stored))
                .Select(r => new TableTransactionAction(TableTransactionActionType.UpdateReplace, r.Erased, r.Stored.ETag))
                .ToList();
            if (changes.Count == 0)
            {
                return;
            }

            foreach (var chunk in changes.Chunk(TransactionLimits.Operations))
            {
                await account.Ledger.SubmitTransactionAsync(chunk, cancellationToken);
            }
        }

        throw new PurgeException($"Others go on writing into {partition}: run it again.");
    }

    private static bool IsOf(TableEntity row, string fileId) =>
        LedgerRows.IsFile(row) ? FileRows.IdOf(row) == fileId : LedgerRows.IndicatorOf(row) is not null && row.GetString("FileId") == fileId;
}
