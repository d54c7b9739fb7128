using DtPipeline.Azure.Storage;
using DtPipeline.Catalogue;
using DtPipeline.Ledger;

namespace DtPipeline.Azure.Intake;

/// <summary>What the archive holds, without content.</summary>
/// <param name="ByPartition">In no order.</param>
/// <param name="Superseded">Ids of files that another version of the same moment took the place of.</param>
internal sealed record ArchivedStore(
    IReadOnlyDictionary<string, List<ReceivedFile>> ByPartition, IReadOnlyDictionary<string, Tombstone> Erased, IReadOnlySet<string> Superseded);

/// <summary>The files of the archive by partition, each read anew; of an erased one what its tombstone says.</summary>
public sealed class ArchivedFiles(Archive archive, Tombstones tombstones, PipelineSettings settings)
{
    internal async Task<ArchivedStore> ListAsync(ReportingCatalogue catalogue, CancellationToken cancellationToken)
    {
        var erased = (await tombstones.ListAsync(cancellationToken)).ToDictionary(t => t.FileId, StringComparer.Ordinal);
        var files = erased.Values.Select(t => t.File).ToList();
        await foreach (var file in archive.ListAsync(cancellationToken))
        {
            if (!erased.ContainsKey(file.FileId))
            {
                files.Add(file);
            }
        }

        var byPartition = files
            .GroupBy(f => LedgerKey.Of(FilingReader.OwnerOf(f, catalogue), f.Path), StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.ToList(), StringComparer.Ordinal);
        return new ArchivedStore(byPartition, erased, await archive.SupersededAsync(cancellationToken));
    }

    internal async Task<IReadOnlyList<Filing>> ReadAsync(ArchivedStore store, string partition, ReportingCatalogue catalogue, CancellationToken cancellationToken)
    {
        var filings = new List<Filing>();
        foreach (var file in store.ByPartition.GetValueOrDefault(partition) ?? [])
        {
            var filing = store.Erased.TryGetValue(file.FileId, out var tombstone)
                ? tombstone.FilingOf(catalogue)
                : FilingReader.Read(await archive.OpenAsync(file.FileId, file.Path, file.Sha256, file.UploadedAt, cancellationToken), catalogue, settings.MostReportBytes);
            filings.Add(filing with { IsSuperseded = store.Superseded.Contains(file.FileId) });
        }

        return filings;
    }
}
