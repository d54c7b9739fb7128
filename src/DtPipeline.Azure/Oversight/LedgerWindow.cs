using DtPipeline.Azure.Ledger;
using DtPipeline.Catalogue;
using DtPipeline.Progress;

namespace DtPipeline.Azure.Oversight;

/// <summary>The ledgers of a run's periods: each is read once, and held only as long as a period that is still to be published is compared with it.</summary>
internal sealed class LedgerWindow(LedgerStore ledger, ReportingCatalogue catalogue)
{
    // The storage gives a thousand rows at a time, and waits while they are read: of so many organisations or more these are many pages, asked for in several places at once.
    private const int Many = 500;
    private const int AtOnce = 4;

    private readonly IReadOnlyList<string> cuts = CutsOf([.. catalogue.Organisations.Select(o => o.Code).Order(StringComparer.Ordinal)]);
    private readonly Dictionary<Period, IReadOnlyDictionary<string, LedgerSnapshot>> read = [];

    /// <summary>At once, as each is some pages one after the other. Without those that are only partly written.</summary>
    /// <returns>In the order of <paramref name="periods"/>.</returns>
    public async Task<IReadOnlyList<PeriodLedgers>> ReadAsync(IReadOnlyList<Period> periods, CancellationToken cancellationToken)
    {
        var missing = periods.Where(p => !read.ContainsKey(p)).Distinct().ToList();
        foreach (var (period, snapshots) in missing.Zip(await Task.WhenAll(missing.Select(p => ledger.ReadPeriodAsync(p, cuts, cancellationToken)))))
        {
            read[period] = snapshots;
        }

        return [.. periods.Select(p => new PeriodLedgers(p, read[p].Where(s => s.Value.Applying is null).ToDictionary(s => s.Key, s => s.Value.State, StringComparer.Ordinal)))];
    }

    public LedgerSnapshot SnapshotOf(Period period, string organisation) => read[period][organisation];

    /// <param name="left">Periods still to be published.</param>
    public void Keep(IEnumerable<Period> left)
    {
        var needed = left.SelectMany(p => PeriodRollUp.EarlierThan(p).Append(p.YearBefore).Append(p)).ToHashSet();
        foreach (var period in read.Keys.Where(p => !needed.Contains(p)).ToList())
        {
            read.Remove(period);
        }
    }

    private static List<string> CutsOf(List<string> codes) => codes.Count < Many ? [] : [.. Enumerable.Range(1, AtOnce - 1).Select(n => codes[n * codes.Count / AtOnce])];
}
