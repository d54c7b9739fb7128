using DtPipeline.Alerts;
using DtPipeline.Azure.Alerting;
using DtPipeline.Azure.Ledger;
using DtPipeline.Azure.Storage;
using DtPipeline.Azure.Telemetry;
using DtPipeline.Catalogue;
using DtPipeline.Ledger;
using DtPipeline.Progress;
using DtPipeline.Progress.Reform;
using DtPipeline.Time;
using Microsoft.Extensions.Logging;

namespace DtPipeline.Azure.Oversight;

/// <summary>Publishes the periods that changed and those compared with them, and tells which values moved.</summary>
public sealed class RollUp(
    CatalogueStore catalogues,
    LedgerStore ledger,
    LevelAlertWriter alerts,
    PeriodPublisher publisher,
    PendingStore pending,
    TimeProvider clock,
    ILogger<RollUp> logger)
{
    public Task RunAsync(CancellationToken cancellationToken) => Spans.RunAsync("rollup", _ => RollUpAsync(cancellationToken));

    private async Task RollUpAsync(CancellationToken cancellationToken)
    {
        var marks = await pending.PeriodsAsync(cancellationToken);
        if (marks.Count == 0)
        {
            return;
        }

        var each = new EachItem("periods and organisations", cancellationToken);
        var dirty = new Dictionary<PendingMark, HashSet<Period>>();
        foreach (var mark in marks)
        {
            await each.TryAsync(mark.Name, async () => dirty[mark] = await ChangedByAsync(mark, cancellationToken));
        }

        var ledgers = new Dictionary<Period, IReadOnlyDictionary<string, LedgerSnapshot>>();
        var published = new HashSet<Period>();
        foreach (var period in dirty.Values.SelectMany(p => p).Distinct().OrderBy(p => p.FirstDay).ThenBy(p => p.Frequency))
        {
            var isWhole = false;
            if (await each.TryAsync(period.ToString(), () => Spans.RunAsync("publish", "period", period.ToString(), async () => isWhole = await PublishAsync(period, ledgers, each, cancellationToken)))
                && isWhole)
            {
                published.Add(period);
            }
        }

        foreach (var (mark, _) in dirty.Where(d => d.Value.IsSubsetOf(published)))
        {
            await each.TryAsync(mark.Name, () => pending.ClearAsync(mark, cancellationToken));
        }

        each.End();
    }

    /// <summary>The period of a mark and those compared with it; none where the mark names no period.</summary>
    private async Task<HashSet<Period>> ChangedByAsync(PendingMark mark, CancellationToken cancellationToken) =>
        Period.TryParse(mark.Name, out var period) ? [period, .. await ComparedWithAsync(period, cancellationToken)] : [];

    /// <returns>False where alerts of some organisation could not be written.</returns>
    private async Task<bool> PublishAsync(
        Period period, Dictionary<Period, IReadOnlyDictionary<string, LedgerSnapshot>> read, EachItem each, CancellationToken cancellationToken)
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
        var (yearBefore, now) = (await LedgersAsync(period.YearBefore), clock.GetUtcNow());
        var rollUp = new PeriodRollUp(current, earlier, yearBefore, catalogue);
        var asNow = new AsNowRollUp(current, earlier, yearBefore, catalogue, VietnamTime.DayOf(now)).Summarise();
        await publisher.PublishAsync(rollUp.Summarise(now) with { AsNow = asNow }, period.Frequency, cancellationToken);

        var (told, isWhole) = (0, true);
        foreach (var (organisation, conditions) in rollUp.Moves())
        {
            var partition = LedgerKey.Of(period, organisation.Code);
            isWhole &= await each.TryAsync(partition, async () => told += await alerts.WriteAsync(partition, read[period][organisation.Code], _ => conditions, cancellationToken));
        }

        logger.PeriodPublished(period.ToString(), current.ByOrganisation.Count, told);
        return isWhole;
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
