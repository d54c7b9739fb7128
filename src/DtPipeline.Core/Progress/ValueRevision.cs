using DtPipeline.Catalogue;
using DtPipeline.Ledger;

namespace DtPipeline.Progress;

/// <summary>A value that was known to be another, or not known, at an earlier moment.</summary>
/// <param name="Was">Null where nothing had been reported by the earlier moment: new data, and no correction.</param>
/// <param name="Now">As it stands at the later moment, with the file that made it so; taken back where its status says so.</param>
/// <param name="Path">Of that file, without the container.</param>
public sealed record ValueRevision(Organisation Organisation, Period Period, Indicator Indicator, Observation? Was, Observation Now, string Path)
{
    /// <summary>What two moments of one organisation's period differ in, by indicator. What was changed and changed back in between is no difference.</summary>
    /// <param name="before">Null where nothing had been uploaded yet.</param>
    public static IEnumerable<ValueRevision> Between(Owner owner, LedgerState? before, LedgerState after, IReadOnlyDictionary<string, string> pathsById, ReportingCatalogue catalogue) =>
        from now in after.Observations.Values.OrderBy(o => o.Indicator, StringComparer.Ordinal)
        let was = before?.Observations.GetValueOrDefault(now.Indicator)
        let indicator = catalogue.FindIndicator(now.Indicator)
        where indicator is not null && !(was is null ? !now.IsAnswer : SaysTheSame(was, now))
        select new ValueRevision(owner.Organisation, owner.Period, indicator, was, now, pathsById[now.FileId]);

    /// <summary>A note alone revises nothing.</summary>
    private static bool SaysTheSame(Observation one, Observation other) =>
        (one.Value, one.Status, one.Numerator, one.Denominator, one.Unit) == (other.Value, other.Status, other.Numerator, other.Denominator, other.Unit);
}
