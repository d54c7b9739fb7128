using Azure.Data.Tables;
using DtPipeline.Azure.Ledger;
using DtPipeline.Azure.Storage;
using DtPipeline.Catalogue;
using DtPipeline.Ledger;

namespace DtPipeline.Azure.Intake;

/// <param name="All">In no order.</param>
/// <param name="Stored">Ids of those that are known from the ledger's rows alone.</param>
/// <param name="Owner">Whose they are; null where the path belongs to nobody.</param>
internal sealed record KnownFiles(IReadOnlyList<Filing> All, IReadOnlySet<string> Stored, Owner? Owner);

/// <summary>The files of a partition: those in its rows, those that come now, and one of which a crash left only part of the rows.</summary>
public sealed class PartitionFiles(Archive archive, PipelineSettings settings)
{
    internal async Task<KnownFiles> OfAsync(
        string partition, IReadOnlyList<TableEntity> rows, string? applying, IReadOnlyList<Filing> added, ReportingCatalogue catalogue, CancellationToken cancellationToken)
    {
        var filings = added.ToDictionary(f => f.FileId, StringComparer.Ordinal);
        var owner = added is [{ Whose: { } whose }, ..] ? whose : LedgerKey.OwnerOf(partition, catalogue);
        var stored = new HashSet<string>(StringComparer.Ordinal);
        foreach (var row in rows.Where(LedgerRows.IsFile))
        {
            if (filings.TryAdd(FileRows.IdOf(row), FileRows.FilingOf(row, owner, catalogue)))
            {
                stored.Add(FileRows.IdOf(row));
            }
        }

        foreach (var name in applying is null or PartitionReplay.Again ? [] : applying.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var half = await archive.OpenAsync(name, cancellationToken);
            filings.TryAdd(half.FileId, FilingReader.Read(half, catalogue, settings.MostReportBytes));
        }

        return new KnownFiles(await SupersededAsync([.. filings.Values], cancellationToken), stored, owner);
    }

    /// <summary>Tells of two versions of a path of the same moment which one stands there, and keeps the answer in the archive: a rebuild decides alike.</summary>
    private async Task<IReadOnlyList<Filing>> SupersededAsync(List<Filing> filings, CancellationToken cancellationToken)
    {
        var ties = filings.Where(f => !f.IsSuperseded && filings.Exists(o => !o.IsSuperseded && LedgerOrder.IsVersionTie(f, o))).GroupBy(f => f.Path).ToList();
        foreach (var path in ties)
        {
            var version = await archive.StandingVersionAsync(path.Key, cancellationToken);
            if (path.FirstOrDefault(f => version is not null && f.FileId == LedgerKey.FileId(f.Path, f.Sha256, version)) is { } standing)
            {
                foreach (var older in path.Where(f => LedgerOrder.IsVersionTie(f, standing)))
                {
                    await archive.MarkSupersededAsync(older.FileId, cancellationToken);
                    filings[filings.IndexOf(older)] = older with { IsSuperseded = true };
                }
            }
        }

        return filings;
    }
}
