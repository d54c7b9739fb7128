using DtPipeline.Alerts;
using DtPipeline.Azure.Alerting;
using DtPipeline.Azure.Ledger;
using DtPipeline.Azure.Storage;
using DtPipeline.Azure.Telemetry;
using DtPipeline.Catalogue;
using DtPipeline.Ledger;
using DtPipeline.Progress;
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

        var dirty = marks.Select(m => Period.TryParse(m.Name, out var period) ? period : null).OfType<Period>().ToHashSet();
        foreach (var period in dirty.ToList())
        {
            dirty.UnionWith(await ComparedWithAsync(period, cancellationToken));
        }

        var ledgers = new Dictionary<Period, IReadOnlyDictionary<string, LedgerSnapshot>>();
        foreach (var period in dirty.OrderBy(p => p.FirstDay).ThenBy(p => p.Frequency))
        {
            await Spans.RunAsync("publish", "period", period.ToString(), () => PublishAsync(period, ledgers, cancellationToken));
        }

        foreach (var mark in marks)
        {
            await pending.ClearAsync(mark, cancellationToken);
        }
    }

    private async Task PublishAsync(Period period, Dictionary<Period, IReadOnlyDictionary<string, LedgerSnapshot>> read, CancellationToken cancellationToken)
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

        var told = 0;
        foreach (var (organisation, conditions) in rollUp.Moves())
        {
            told += await alerts.WriteAsync(
                LedgerKey.Of(period, organisation.Code), read[period][organisation.Code], _ => conditions, cancellationToken);
        }

        logger.PeriodPublished(period.ToString(), current.ByOrganisation.Count, told);
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
