using DtPipeline.Catalogue;

namespace DtPipeline.Progress.Anomalies;

/// <summary>
/// A value, and those before it, as they are compared: of an indicator that is counted from the beginning of the year what each period added, of others the
/// values themselves. Only values of the definition that holds, and none from before the figure began: leading zeros are no level.
/// </summary>
/// <param name="Changes">Oldest first, <see cref="AnomalyRule.LeastValues"/> to <see cref="AnomalyRule.MostValues"/>.</param>
/// <param name="Change">What the tested period added to <paramref name="Base"/>.</param>
/// <param name="Base">What stood in the period before, for a figure counted from the beginning of the year; else 0.</param>
/// <param name="Previous">The last point with a value before the tested one.</param>
internal sealed record JudgedSeries(IReadOnlyList<JudgedChange> Changes, double Change, double Base, SeriesPoint Previous, Period Period)
{
    private double? median;

    public double Value => Base + Change;

    public double Median => median ??= MedianOf([.. Changes.Select(c => c.Change).Order()]);

    public double Last => Changes[^1].Change;

    /// <summary>What the same period of the year before brought; null where nothing is known of it.</summary>
    public double? YearBefore => Changes.FirstOrDefault(c => c.Period == Period.YearBefore)?.Change;

    /// <returns>Null where there is too little to judge by, or a new definition begins with the tested value.</returns>
    public static JudgedSeries? Of(Series series, SeriesPoint tested)
    {
        if (tested.Status == SeriesPoint.Break || tested.Value is not { } value)
        {
            return null;
        }

        var known = series.Before(tested.Period).Where(p => p.Value is not null).ToList();
        var changes = known
            .SkipWhile(p => p.Value == 0)
            .Select(p => Base(p.Period) is { } b ? new JudgedChange(p.Period, p.Value!.Value - b, b) : null)
            .OfType<JudgedChange>()
            .TakeLast(AnomalyRule.MostValues)
            .ToList();
        return changes.Count >= AnomalyRule.LeastValues && Base(tested.Period) is { } from
            ? new JudgedSeries(changes, value - from, from, known[^1], tested.Period)
            : null;

        double? Base(Period period) => !series.Indicator.Cumulative || period.Number == 1 ? 0 : known.Find(p => p.Period == period.Previous)?.Value;
    }

    private static double MedianOf(double[] sorted) => (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
}

/// <param name="Base">As in <see cref="JudgedSeries"/>.</param>
internal sealed record JudgedChange(Period Period, double Change, double Base)
{
    public double Value => Base + Change;
}
