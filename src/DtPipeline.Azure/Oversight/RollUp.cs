using System.Collections.Concurrent;
using DtPipeline.Alerts;
using DtPipeline.Azure.Alerting;
using DtPipeline.Azure.Ledger;
using DtPipeline.Azure.Publishing;
using DtPipeline.Azure.Storage;
using DtPipeline.Azure.Telemetry;
using DtPipeline.Catalogue;
using DtPipeline.Ledger;
using DtPipeline.Progress;
using DtPipeline.Progress.Reform;
using DtPipeline.Progress.Targets;
using DtPipeline.Time;
using Microsoft.Extensions.Logging;

namespace DtPipeline.Azure.Oversight;

/// <summary>Publishes the periods that changed and those compared with them, the histories of those who changed them, and tells which values moved and which are to be asked about.</summary>
public sealed class RollUp(
    CatalogueStore catalogues,
    LedgerStore ledger,
    LevelAlertWriter alerts,
    PeriodPublisher publisher,
    HistoryPublisher histories,
    TargetCheck targets,
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
        var catalogue = await catalogues.GetAsync(cancellationToken);
        var standings = new TargetStandings(histories, publisher, catalogue, VietnamTime.DayOf(clock.GetUtcNow()));
        var published = new HashSet<Period>();
        foreach (var period in dirty.Values.SelectMany(p => p).Distinct().OrderBy(p => p.FirstDay).ThenBy(p => p.Frequency))
        {
            var isWhole = false;
            var changes = dirty.Where(d => d.Value.Contains(period)).Select(d => d.Key).ToList();
            if (await each.TryAsync(period.ToString(), () => Spans.RunAsync("publish", "period", period.ToString(), async () => isWhole = await PublishAsync(period, changes, ledgers, catalogue, standings, each, cancellationToken)))
                && isWhole)
            {
                published.Add(period);
            }
        }

        // Before the marks go: should it fail, the next run asks again.
        var areTold = published.Count == 0 || await each.TryAsync("targets", () => targets.RunAsync(cancellationToken));
        foreach (var (change, _) in dirty.Where(d => areTold && d.Value.IsSubsetOf(published)))
        {
            await each.TryAsync(change.Name, () => pending.ClearAsync(change.Marks, cancellationToken));
        }

        each.End();
    }

    /// <summary>The changed period and those compared with it; none where the mark names no period.</summary>
    private async Task<HashSet<Period>> ChangedByAsync(ChangedPeriod change, CancellationToken cancellationToken) =>
        Period.TryParse(change.Name, out var period) ? [period, .. await ComparedWithAsync(period, cancellationToken)] : [];

    /// <param name="changes">Of the period itself, and of earlier ones that it is compared with.</param>
    /// <returns>False where the history or alerts of some organisation could not be written.</returns>
    private async Task<bool> PublishAsync(
        Period period,
        IReadOnlyList<ChangedPeriod> changes,
        Dictionary<Period, IReadOnlyDictionary<string, LedgerSnapshot>> read,
        ReportingCatalogue catalogue,
        TargetStandings standings,
        EachItem each,
        CancellationToken cancellationToken)
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

        var earlier = new List<PeriodLedgers>();
        for (var before = period.Previous; earlier.Count < PeriodRollUp.PeriodsBack; before = before.Previous)
        {
            earlier.Add(await LedgersAsync(before));
        }

        var current = await LedgersAsync(period);
        var (yearBefore, now) = (await LedgersAsync(period.YearBefore), clock.GetUtcNow());
        var today = VietnamTime.DayOf(now);
        var rollUp = new PeriodRollUp(current, earlier, yearBefore, catalogue);
        var (told, isWhole) = (0, true);
        var asked = new ConcurrentDictionary<string, AlertCondition>(StringComparer.Ordinal);
        await Parallel.ForEachAsync(Touched(changes, current, catalogue), new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken }, async (organisation, token) =>
        {
            var (owner, state) = (new Owner(organisation, period), current.ByOrganisation[organisation.Code]);
            if (!await each.TryAsync(HistoryPublisher.NameOf(organisation.Code), async () =>
            {
                var history = await histories.UpdateAsync(owner, state, catalogue, token);
                var own = await histories.SeriesOfAsync(organisation, history, catalogue, token);
                asked[organisation.Code] = AnomalyAlert.Of(owner, [.. own.All], state.Observations);
                await standings.TouchAsync(organisation, history, period, token);
            }))
            {
                isWhole = false;
            }
        });
        var summary = rollUp.Summarise(now) with { AsNow = new AsNowRollUp(current, earlier, yearBefore, catalogue, today).Summarise() };
        var series = PeriodPublisher.With(await publisher.SeriesAsync(period.Frequency, cancellationToken), summary);
        summary = summary.WithTargets(period, GroupSeries.Of(series, catalogue), await standings.OfAsync(summary, period, cancellationToken), catalogue, today);
        await publisher.PublishAsync(summary, period.Frequency, series, cancellationToken);
        foreach (var (organisation, conditions) in rollUp.Moves())
        {
            var partition = LedgerKey.Of(period, organisation.Code);
            List<AlertCondition> all = [.. conditions, .. asked.TryGetValue(organisation.Code, out var question) ? [question] : Array.Empty<AlertCondition>()];
            isWhole &= await each.TryAsync(partition, async () => told += await alerts.WriteAsync(partition, read[period][organisation.Code], _ => all, cancellationToken));
        }

        logger.PeriodPublished(period.ToString(), current.ByOrganisation.Count, told);
        return isWhole;
    }

    /// <summary>
    /// Whose values of the period, or those that they are judged by, may have changed: everybody's where that is not known. Whoever goes on for a body is judged by what
    /// that one reported. Of a ledger that is only partly written nothing is said.
    /// </summary>
    private static List<Organisation> Touched(IReadOnlyList<ChangedPeriod> changes, PeriodLedgers current, ReportingCatalogue catalogue)
    {
        var isEverybody = changes.Any(c => c.By.Count == 0 || c.By.Contains(LedgerKey.Amendment));
        var by = changes.SelectMany(c => c.By).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. current.ByOrganisation.Keys
                .Select(catalogue.FindOrganisation)
                .OfType<Organisation>()
                .Where(o => isEverybody || OrganisationSeries.CodesOf(o, catalogue).Any(by.Contains)),
        ];
    }

    /// <summary>Later periods whose deltas look back at this one, and those up to today, whose targets do, as far as they were published before.</summary>
    private async Task<List<Period>> ComparedWithAsync(Period period, CancellationToken cancellationToken)
    {
        var later = new List<Period> { period.YearAfter };
        var today = VietnamTime.DayOf(clock.GetUtcNow());
        for (var next = period.Next; later.Count <= PeriodRollUp.PeriodsBack || next.FirstDay <= today; next = next.Next)
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
