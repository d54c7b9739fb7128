using DtPipeline.Catalogue;

namespace DtPipeline.Progress;

/// <summary>One indicator of one organisation or group over time: the oldest first, at most one point a period, all in one unit and of one frequency.</summary>
/// <param name="Whose">An organisation's code, or a group such as <c>@provinces</c>.</param>
/// <param name="Points">A period of which nothing was reported has none.</param>
public sealed record Series(Indicator Indicator, string Whose, IReadOnlyList<SeriesPoint> Points)
{
    /// <summary>What was known before a period: the points that a figure of that period is judged by.</summary>
    public IEnumerable<SeriesPoint> Before(Period period) => Points.TakeWhile(p => p.Period.FirstDay < period.FirstDay);
}

/// <param name="Value">In the indicator's unit; flags 1 and 0; null for a nil.</param>
/// <param name="Status">SDMX OBS_STATUS, as in <see cref="Ledger.Observation"/>; <c>B</c> for the first value of a new definition: nothing is compared across it.</param>
public sealed record SeriesPoint(Period Period, double? Value, string Status);
