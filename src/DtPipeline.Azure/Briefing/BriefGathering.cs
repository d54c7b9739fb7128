using DtPipeline.Answers.Briefs.Figures;
using DtPipeline.Azure.Ledger;
using DtPipeline.Azure.Storage;
using DtPipeline.Catalogue;
using DtPipeline.Progress;

namespace DtPipeline.Azure.Briefing;

/// <summary>Puts together what a brief is made of, as it was known at a moment.</summary>
public sealed class BriefGathering(CatalogueStore catalogues, LedgerStore ledger, TaskStore tasks, PipelineSettings settings)
{
    public async Task<BriefInput> GatherAsync(BriefEntry entry, CancellationToken cancellationToken)
    {
        var standing = await catalogues.StandingAsync(cancellationToken);
        var periods = BriefScope.Needed(entry.Period).Concat(await tasks.ReportedPeriodsAsync(standing.Catalogue, cancellationToken)).Distinct().ToList();
        var files = new Dictionary<string, BriefFile>(StringComparer.Ordinal);
        var ledgers = new List<PeriodLedgers>();
        foreach (var period in periods)
        {
            var snapshots = await ledger.ReadPeriodAsync(period, cancellationToken);
            if (snapshots.Count == 0)
            {
                continue;
            }

            ledgers.Add(new PeriodLedgers(period, snapshots.Where(s => s.Value.Applying is null).ToDictionary(s => s.Key, s => s.Value.State, StringComparer.Ordinal)));
            foreach (var file in await ledger.ReadPeriodFilesAsync(period, cancellationToken))
            {
                files[file.FileId] = file;
            }
        }

        return new BriefInput(
            entry.Period, entry.AsOf, standing.Catalogue, standing.Hash, ledgers, files, settings.Timing, new Uri($"{settings.PublicUrl.TrimEnd('/')}/api/briefs/{entry.Folder}"));
    }
}
