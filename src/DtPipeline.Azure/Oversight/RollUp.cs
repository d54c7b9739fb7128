using DtPipeline.Alerts;
using DtPipeline.Azure.Alerting;
using DtPipeline.Azure.Ledger;
using DtPipeline.Azure.Publishing;
using DtPipeline.Azure.Storage;
using DtPipeline.Azure.Telemetry;
using DtPipeline.Catalogue;
using DtPipeline.Ledger;
using DtPipeline.Progress;
using Microsoft.Extensions.Logging;

namespace DtPipeline.Azure.Oversight;

/// <summary>Publishes the periods that changed and those compared with them, the histories of those who changed them, and tells which values moved.</summary>
public sealed class RollUp(
    CatalogueStore catalogues,
    LedgerStore ledger,
    LevelAlertWriter alerts,
    PeriodPublisher publisher,
    HistoryPublisher histories,
    PendingStore pending,
    TimeProvider clock,
    ILogger<RollUp> logger)
{
    private const int AtOnce = 8;

    public Task RunAsync(CancellationToken cancellationToken) => Spans.RunAsync("rollup", _ => RollUpAsync(cancellationToken));

    private async Task RollUpAsync(CancellationToken cancellationToken)
    {
        var changed = await pending.PeriodsAsync(cancellationToken);
        if (changed.Count == 0)
        {
            return;
        }

        var each = new EachItem("periods and organisations", cancellationToken);
        var dirty = new Dictionary<ChangedPeriod, HashSet<Period>>();
        foreach (var change in changed)
        {
            await each.TryAsync(change.Name, async () => dirty[change] = await ChangedByAsync(change, cancellationToken));
        }

        var ledgers = new Dictionary<Period, IReadOnlyDictionary<string, LedgerSnapshot>>();
        var published = new HashSet<Period>();
        foreach (var period in dirty.Values.SelectMany(p => p).Distinct().OrderBy(p => p.FirstDay).ThenBy(p => p.Frequency))
        {
            var isWhole = false;
            var change = changed.FirstOrDefault(c => c.Name == period.ToString());
            if (await each.TryAsync(period.ToString(), () => Spans.RunAsync("publish", "period", period.ToString(), async () => isWhole = await PublishAsync(period, change, ledgers, each, cancellationToken)))
                && isWhole)
            {
                published.Add(period);
            }
        }

        foreach (var (change, _) in dirty.Where(d => d.Value.IsSubsetOf(published)))
        {
            await each.TryAsync(change.Name, () => pending.ClearAsync(change.Marks, cancellationToken));
        }

        each.End();
    }

    /// <summary>The changed period and those compared with it; none where the mark names no period.</summary>
    private async Task<HashSet<Period>> ChangedByAsync(ChangedPeriod change, CancellationToken cancellationToken) =>
        Period.TryParse(change.Name, out var period) ? [period, .. await ComparedWithAsync(period, cancellationToken)] : [];

    /// <param name="change">Null where nothing of the period itself has changed, only of one that it is compared with.</param>
    /// <returns>False where the history or alerts of some organisation could not be written.</returns>
    private async Task<bool> PublishAsync(
        Period period, ChangedPeriod? change, Dictionary<Period, IReadOnlyDictionary<string, LedgerSnapshot>> read, EachItem each, CancellationToken cancellationToken)
    {
        async Task<PeriodLedgers> LedgersAsync(Period wanted)
        {
            if (!read.TryGetValue(wanted, out var snapshots))
            {
                read[wanted] = snapshots = await ledger.ReadPeriodAsync(wanted, cancellationToken);
            }

            var whole = snapshots.Where(s => s.Value.Applying is null);
            return new PeriodLedgers(wanted, whole.ToDictionary(s => s.Key, s => s.Value.State, StringComparer.Ordinal));
        }

        var catalogue = await catalogues.GetAsync(cancellationToken);
        var earlier = new List<PeriodLedgers>();
        for (var before = period.Previous; earlier.Count < PeriodRollUp.PeriodsBack; before = before.Previous)
        {
            earlier.Add(await LedgersAsync(before));
        }

        var current = await LedgersAsync(period);
        var rollUp = new PeriodRollUp(current, earlier, await LedgersAsync(period.YearBefore), catalogue);
        await publisher.PublishAsync(rollUp.Summarise(clock.GetUtcNow()), period.Frequency, cancellationToken);

        var (told, isWhole) = (0, true);
        var touched = change is null ? [] : Touched(change, current, catalogue);
        await Parallel.ForEachAsync(touched, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken }, async (organisation, token) =>
        {
            var owner = new Owner(organisation, period);
            if (!await each.TryAsync(HistoryPublisher.NameOf(organisation.Code), () => histories.UpdateAsync(owner, current.ByOrganisation[organisation.Code], catalogue, token)))
            {
                isWhole = false;
            }
        });
        foreach (var (organisation, conditions) in rollUp.Moves())
        {
            var partition = LedgerKey.Of(period, organisation.Code);
            isWhole &= await each.TryAsync(partition, async () => told += await alerts.WriteAsync(partition, read[period][organisation.Code], _ => conditions, cancellationToken));
        }

        logger.PeriodPublished(period.ToString(), current.ByOrganisation.Count, told);
        return isWhole;
    }

    /// <summary>Whose values of the period may have changed: everybody's where that is not known. Of a ledger that is only partly written nothing is said.</summary>
    private static List<Organisation> Touched(ChangedPeriod change, PeriodLedgers current, ReportingCatalogue catalogue)
    {
        var isEverybody = change.By.Count == 0 || change.By.Contains(LedgerKey.Amendment);
        return [.. (isEverybody ? current.ByOrganisation.Keys : change.By.Where(current.ByOrganisation.ContainsKey)).Select(catalogue.FindOrganisation).OfType<Organisation>()];
    }

    /// <summary>Later periods whose deltas look back at this one, as far as they were published before.</summary>
    private async Task<List<Period>> ComparedWithAsync(Period period, CancellationToken cancellationToken)
    {
        var later = new List<Period> { period.YearAfter };
        for (var next = period.Next; later.Count <= PeriodRollUp.PeriodsBack; next = next.Next)
        {
            later.Add(next);
        }

        var published = new List<Period>();
        foreach (var candidate in later.Distinct())
        {
            if (await publisher.ExistsAsync(candidate, cancellationToken))
            {
                published.Add(candidate);
            }
        }

        return published;
    }
}
