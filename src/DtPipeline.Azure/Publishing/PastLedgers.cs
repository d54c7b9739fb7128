using System.Collections.Concurrent;
using DtPipeline.Azure.Ledger;
using DtPipeline.Catalogue;
using DtPipeline.Progress;

namespace DtPipeline.Azure.Publishing;

/// <summary>The ledgers of many periods as they were known at a past moment: one listing of what is published says which there are, and one query each reads them.</summary>
public sealed class PastLedgers(AsOfReader reader, PublishedBlobs published)
{
    private const int AtOnce = 4;

    /// <summary>Those published of the frequency that are wanted, and those named.</summary>
    /// <param name="isWanted">Of published periods of the frequency.</param>
    /// <param name="named">Wanted whether or not they were published.</param>
    internal async Task<IReadOnlyCollection<PeriodLedgers>> ReadAsync(
        Frequency frequency, Func<Period, bool> isWanted, IEnumerable<Period> named, DateTimeOffset moment, CancellationToken cancellationToken)
    {
        var periods = (await published.PeriodsAsync(cancellationToken)).Where(p => p.Frequency == frequency && isWanted(p)).Concat(named).Distinct();
        var known = new ConcurrentBag<PeriodLedgers>();
        await Parallel.ForEachAsync(periods, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken }, async (period, token) =>
            known.Add(await reader.ReadAsync(period, moment, token)));
        return known;
    }
}
