using DtPipeline.Alerts;
using DtPipeline.Answers.Briefs.Figures;
using DtPipeline.Azure.Alerting;
using DtPipeline.Azure.Intake;
using DtPipeline.Azure.Ledger;
using DtPipeline.Azure.Storage;
using DtPipeline.Catalogue;
using DtPipeline.Ledger;

namespace DtPipeline.Azure.Briefing;

/// <summary>Puts together what a brief is made of, as it was known at a moment.</summary>
public sealed class BriefGathering(CatalogueStore catalogues, BriefFiles filed, AsOfReader known, TaskStore tasks, ClosingStore closings, CorrectionLog corrections, AlertArchive alerts, BriefStore briefs, PipelineSettings settings)
{
    // Most periods are one call.
    private const int AtOnce = 8;

    public async Task<BriefInput> GatherAsync(BriefEntry entry, CancellationToken cancellationToken)
    {
        var standing = await catalogues.StandingAsync(cancellationToken);
        var periods = BriefScope.Needed(entry.Period).Concat(await tasks.ReportedPeriodsAsync(standing.Catalogue, cancellationToken)).Distinct().ToList();
        var reported = (await ReadAsync(periods, (period, token) => filed.ReadAsync(period, entry.AsOf, token), cancellationToken)).Where(r => r.Files.Count > 0).ToList();
        var files = reported.SelectMany(r => r.Files).GroupBy(f => f.FileId, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Last(), StringComparer.Ordinal);
        var ledgers = reported.ConvertAll(r => r.Ledgers);
        var address = settings.AddressOf($"briefs/{entry.Folder}");
        return new BriefInput(entry.Period, entry.AsOf, standing.Catalogue, standing.Hash, ledgers, files, settings.Timing, address)
        {
            ReadAgain = await corrections.ReadAsync(cancellationToken),
            DeskAnswers = await AnswersAsync(entry, cancellationToken),
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

    /// <summary>Questions about figures that were confirmed at the desk, and that nobody has taken up again by the moment.</summary>
    private async Task<IReadOnlyList<DeskAnswer>> AnswersAsync(BriefEntry entry, CancellationToken cancellationToken)
    {
        var periods = BriefScope.Of(entry.Period).ToDictionary(p => p.ToString(), StringComparer.Ordinal);
        Period? PeriodIn(string key) => key.Split('~') is [AlertType.ValueAnomaly, var period, _] ? periods.GetValueOrDefault(period) : null;
        return
        [
            .. (await alerts.LastHandledAsync(key => PeriodIn(key) is not null, entry.AsOf, cancellationToken))
                .Where(h => h.Action == HandlingAction.Confirm)
                .OrderBy(h => h.Key, StringComparer.Ordinal)
                .Select(h => new DeskAnswer(h.Organisation, PeriodIn(h.Key)!, h.By, h.At, h.Note ?? string.Empty)),
        ];
    }

    /// <summary>What the newest brief before this one was made of, as it was known then.</summary>
    private async Task<LastBrief?> LastAsync(BriefEntry entry, List<Period> reported, CancellationToken cancellationToken)
    {
        if ((await briefs.ListAsync(cancellationToken)).FirstOrDefault(b => b.AsOf < entry.AsOf) is not { } last)
        {
            return null;
        }

        var periods = BriefScope.Needed(last.Period).Union(reported.Where(p => p.LastDay <= last.Period.LastDay)).ToList();
        return new LastBrief(last.Period, last.AsOf, await ReadAsync(periods, (period, token) => known.ReadAsync(period, last.AsOf, token), cancellationToken));
    }

    /// <returns>In the order of <paramref name="periods"/>.</returns>
    private static async Task<T[]> ReadAsync<T>(List<Period> periods, Func<Period, CancellationToken, Task<T>> read, CancellationToken cancellationToken)
    {
        var found = new T[periods.Count];
        await Parallel.ForEachAsync(
            periods.Index(),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken },
            async (at, token) => found[at.Index] = await read(at.Item, token));
        return found;
    }
}
