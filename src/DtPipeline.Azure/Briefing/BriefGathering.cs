using DtPipeline.Answers.Briefs.Figures;
using DtPipeline.Azure.Intake;
using DtPipeline.Azure.Ledger;
using DtPipeline.Azure.Storage;
using DtPipeline.Catalogue;
using DtPipeline.Progress;

namespace DtPipeline.Azure.Briefing;

/// <summary>Puts together what a brief is made of, as it was known at a moment.</summary>
public sealed class BriefGathering(CatalogueStore catalogues, BriefFiles filed, AsOfReader known, TaskStore tasks, ClosingStore closings, CorrectionLog corrections, BriefStore briefs, PipelineSettings settings)
{
    public async Task<BriefInput> GatherAsync(BriefEntry entry, CancellationToken cancellationToken)
    {
        var standing = await catalogues.StandingAsync(cancellationToken);
        var periods = BriefScope.Needed(entry.Period).Concat(await tasks.ReportedPeriodsAsync(standing.Catalogue, cancellationToken)).Distinct().ToList();
        var files = new Dictionary<string, BriefFile>(StringComparer.Ordinal);
        var ledgers = new List<PeriodLedgers>();
        foreach (var period in periods)
        {
            var ofPeriod = await filed.ReadAsync(period, cancellationToken);
            foreach (var file in ofPeriod)
            {
                files[file.FileId] = file;
            }

            if (ofPeriod.Count > 0)
            {
                ledgers.Add(await known.ReadAsync(period, entry.AsOf, cancellationToken));
            }
        }

        var address = settings.AddressOf($"briefs/{entry.Folder}");
        return new BriefInput(entry.Period, entry.AsOf, standing.Catalogue, standing.Hash, ledgers, files, settings.Timing, address)
        {
            ReadAgain = await corrections.ReadAsync(cancellationToken),
            Confirmed = await catalogues.ConfirmedAsync(cancellationToken),
            Closings =
            [
                .. (await closings.ReadAllAsync(cancellationToken)).All
                    .Where(c => c.IsInForce(entry.AsOf) && BriefScope.Of(entry.Period).Contains(c.Period))
                    .Select(c => new BriefClosing(c.Form, c.Period, c.By, c.At)),
            ],
            Last = await LastAsync(entry, [.. ledgers.Select(l => l.Period)], cancellationToken),
        };
    }

    /// <summary>What the newest brief before this one was made of, as it was known then.</summary>
    private async Task<LastBrief?> LastAsync(BriefEntry entry, List<Period> reported, CancellationToken cancellationToken)
    {
        if ((await briefs.ListAsync(cancellationToken)).FirstOrDefault(b => b.AsOf < entry.AsOf) is not { } last)
        {
            return null;
        }

        var ledgers = new List<PeriodLedgers>();
        foreach (var period in BriefScope.Needed(last.Period).Union(reported.Where(p => p.LastDay <= last.Period.LastDay)))
        {
            ledgers.Add(await known.ReadAsync(period, last.AsOf, cancellationToken));
        }

        return new LastBrief(last.Period, last.AsOf, ledgers);
    }
}
