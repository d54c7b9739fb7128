using DtPipeline.Azure.Ledger;
using DtPipeline.Catalogue;
using DtPipeline.Ledger;
using DtPipeline.Progress;
using DtPipeline.Progress.Reform;

namespace DtPipeline.Azure.Oversight;

/// <summary>
/// The ledgers of a run's periods: each is read once, and held only as long as a period that is still to be made is made of it or compared with it. Of those that
/// are only compared with, only what that takes is read.
/// </summary>
/// <param name="periods">All that the run is going to publish, in their order.</param>
internal sealed class LedgerWindow(LedgerPeriods ledger, IReadOnlyList<Period> periods)
{
    // Of so many partitions what reading leaves behind, or what is let go of, is tens of megabytes: left to itself, the collector leaves it where it is while as much again is made, and
    // keeps for later what the reading of files before it has left free.
    private const int Many = 1_000;

    private readonly Dictionary<Period, IReadOnlyDictionary<string, LedgerSnapshot>> whole = [];
    private readonly Dictionary<Period, IReadOnlyDictionary<string, LedgerState>> compared = [];

    /// <summary>Reads the ledgers of a period and of those that it is compared with: one after the other, as each is a few pages, of a whole country of some megabytes.</summary>
    /// <returns>Those of the period without partitions that are only partly written.</returns>
    public async Task<PeriodLedgers> ReadAsync(Period period, CancellationToken cancellationToken)
    {
        var partitions = 0;
        foreach (var one in ComparedWith(period).Append(period).Where(p => !whole.ContainsKey(p) && !compared.ContainsKey(p)).Distinct())
        {
            partitions += await ReadOneAsync(one, cancellationToken);
        }

        Collect(partitions);
        return Of(period);
    }

    /// <summary>What a period's page is made of, of what was read for it.</summary>
    public PeriodParts PartsOf(Period period) => new(Of(period), [.. PeriodRollUp.EarlierThan(period).Select(Of)], Of(period.YearBefore));

    public LedgerSnapshot SnapshotOf(Period period, string organisation) => whole[period][organisation];

    /// <summary>A period's page is made: what it was compared with is let go.</summary>
    public void Made(Period period) => Keep([period, .. NeededAfter(period)]);

    /// <summary>Nothing more is done with a period itself.</summary>
    public void Done(Period period) => Keep([.. NeededAfter(period)]);

    private static IEnumerable<Period> ComparedWith(Period period) => PeriodRollUp.EarlierThan(period).Append(period.YearBefore);

    private IEnumerable<Period> NeededAfter(Period period) => periods.SkipWhile(p => p != period).Skip(1).SelectMany(p => ComparedWith(p).Append(p));

    private PeriodLedgers Of(Period period) => new(
        period,
        whole.TryGetValue(period, out var read) ? read.Where(s => s.Value.Applying is null).ToDictionary(s => s.Key, s => s.Value.State, StringComparer.Ordinal) : compared[period]);

    /// <returns>How many partitions there are.</returns>
    private async Task<int> ReadOneAsync(Period period, CancellationToken cancellationToken) => periods.Contains(period)
        ? (whole[period] = await ledger.ReadAsync(period, cancellationToken)).Count
        : (compared[period] = await ledger.ReadFiguresAsync(period, cancellationToken)).Count;

    // The frame of what is let go of still holds it: it is collected after that.
    private void Keep(HashSet<Period> needed) => Collect(LetGo(needed));

    /// <returns>How many partitions these were.</returns>
    private int LetGo(HashSet<Period> needed)
    {
        var partitions = 0;
        foreach (var period in whole.Keys.Concat(compared.Keys).Where(p => !needed.Contains(p)).ToList())
        {
            partitions += (whole.Remove(period, out var read) ? read.Count : 0) + (compared.Remove(period, out var figures) ? figures.Count : 0);
        }

        return partitions;
    }

    private static void Collect(int partitions)
    {
        if (partitions >= Many)
        {
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        }
    }
}
