using DtPipeline.Azure.Ledger;
using DtPipeline.Azure.Publishing;
using DtPipeline.Azure.Storage;
using DtPipeline.Azure.Telemetry;
using DtPipeline.Catalogue;
using DtPipeline.Ledger;
using DtPipeline.Progress;
using DtPipeline.Time;

namespace DtPipeline.Azure.Oversight;

/// <summary>Brings all that has changed into the read models: the periods and those compared with them, what goes over all periods, and what is open, has come and is to be done.</summary>
public sealed class RollUp(
    CatalogueStore catalogues,
    LedgerPeriods ledger,
    PeriodPublisher publisher,
    PeriodRun run,
    HistoryPublisher histories,
    TargetCheck targets,
    PublishedBlobs blobs,
    PublicationBasis basis,
    ListPublisher lists,
    PendingStore pending,
    TimeProvider clock)
{
    // Periods of a whole country take longer than people at a desk wait for what they did.
    private static readonly TimeSpan ListsAnew = TimeSpan.FromSeconds(30);

    public Task RunAsync(CancellationToken cancellationToken) => Spans.RunAsync("rollup", _ => RollUpAsync(cancellationToken));

    private async Task RollUpAsync(CancellationToken cancellationToken)
    {
        var changes = await pending.ChangesAsync(cancellationToken);
        if (changes.Count == 0)
        {
            return;
        }

        var each = new EachItem("periods and organisations", cancellationToken);
        var done = new List<PendingMark>(await lists.RunAsync(changes, each, cancellationToken));
        done.AddRange(await PublishAsync(changes.Periods, each, cancellationToken));
        await each.TryAsync("marks", () => pending.ClearAsync(done, cancellationToken));
        each.End();
    }

    /// <summary>What has changed in the lists while periods were published.</summary>
    private async Task ListAnewAsync(EachItem each, CancellationToken cancellationToken)
    {
        var listed = await lists.RunAsync(await pending.ChangesAsync(cancellationToken), each, cancellationToken);
        await pending.ClearAsync(listed, cancellationToken);
    }

    /// <returns>The marks of what is published whole.</returns>
    private async Task<List<PendingMark>> PublishAsync(IReadOnlyList<ChangedPeriod> changed, EachItem each, CancellationToken cancellationToken)
    {
        var dirty = new Dictionary<ChangedPeriod, HashSet<Period>>();
        foreach (var change in changed)
        {
            await each.TryAsync(change.Name, async () => dirty[change] = await ChangedByAsync(change, cancellationToken));
        }

        var standing = await catalogues.StandingAsync(cancellationToken);
        var (catalogue, today) = (standing.Catalogue, VietnamTime.DayOf(clock.GetUtcNow()));
        var periods = dirty.Values.SelectMany(p => p).Distinct().OrderBy(p => p.FirstDay).ThenBy(p => p.Frequency).ToList();
        var standings = new TargetStandings(histories, catalogue, today);
        var models = new GatheredModels(blobs, catalogue, today, periods);
        var ledgers = new LedgerWindow(ledger, periods);
        var published = new HashSet<Period>();
        var listed = clock.GetUtcNow();
        foreach (var period in periods)
        {
            if (clock.GetUtcNow() - listed >= ListsAnew)
            {
                await each.TryAsync("lists", () => ListAnewAsync(each, cancellationToken));
                listed = clock.GetUtcNow();
            }

            var isWhole = false;
            var changes = dirty.Where(d => d.Value.Contains(period)).Select(d => d.Key).ToList();
            if (await each.TryAsync(period.ToString(), () => Spans.RunAsync("publish", "period", period.ToString(), async () => isWhole = await run.RunAsync(period, changes, ledgers, catalogue, standings, models, each, cancellationToken)))
                && isWhole)
            {
                published.Add(period);
            }

            // The frames of the period's run, on which this goes on, still hold what it was made of.
            await Task.Yield();
            ledgers.Done(period);
        }

        // Before the marks go: should one of these fail, the next run asks again.
        var isWritten = published.Count == 0
            || (await models.WriteAsync(each, cancellationToken)
                & await each.TryAsync("targets", () => targets.RunAsync(cancellationToken))
                & await each.TryAsync(PublicationBasis.Name, () => basis.NoteAsync(published, standing, today, cancellationToken)));
        return [.. dirty.Where(d => isWritten && d.Value.IsSubsetOf(published)).SelectMany(d => d.Key.Marks)];
    }

    /// <summary>The changed period and, where its figures may have changed, those compared with it; none where the mark names no period.</summary>
    private async Task<HashSet<Period>> ChangedByAsync(ChangedPeriod change, CancellationToken cancellationToken) =>
        !Period.TryParse(change.Name, out var period) ? []
        : change.By is [LedgerKey.Publication] ? [period]
        : [period, .. await ComparedWithAsync(period, cancellationToken)];

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
