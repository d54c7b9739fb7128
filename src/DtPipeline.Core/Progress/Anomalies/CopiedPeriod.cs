using DtPipeline.Catalogue;

namespace DtPipeline.Progress.Anomalies;

/// <summary>A period whose figures are those of the period before, as where a file was sent again under a new name: a matter of all figures, for one alone may well stay.</summary>
/// <param name="Indicators">Those that used to vary and now have the value of the period before.</param>
/// <param name="Varied">How many used to vary and have a value in both periods.</param>
internal sealed record CopiedPeriod(Period Period, IReadOnlyList<string> Indicators, int Varied)
{
    private const int LeastVaried = 8;
    private const double LeastEqual = 0.9;

    /// <param name="all">All series of one organisation.</param>
    /// <param name="isAnswered">Of which indicators somebody has said that the value is meant: these are no copy, and are left out of both counts.</param>
    /// <returns>Null where the period is no copy.</returns>
    public static CopiedPeriod? Of(IEnumerable<Series> all, Period period, Func<string, bool> isAnswered)
    {
        var varied = all.Where(s => !isAnswered(s.Indicator.Code)).Select(s => (Series: s, Steps: StepsOf(s, period))).Where(s => s.Steps is not null && UsedToVary(s.Steps)).ToList();
        var equal = varied.Where(v => v.Steps![^1] == 0).Select(v => v.Series.Indicator.Code).ToList();
        return varied.Count >= LeastVaried && equal.Count >= LeastEqual * varied.Count ? new CopiedPeriod(period, equal, varied.Count) : null;
    }

    /// <summary>Changes from each value to the next, the last one to the period's own from the period directly before; null where either has none.</summary>
    private static List<double>? StepsOf(Series series, Period period)
    {
        var known = series.Before(period).Concat(series.Points.Where(p => p.Period == period)).Where(p => p.Value is not null).ToList();
        return series.Indicator is not { Kind: IndicatorKind.Flag } and { Task: null } && known is [.., var before, var now] && now.Period == period && before.Period == period.Previous
            ? [.. known.Skip(1).Zip(known, (later, earlier) => later.Value!.Value - earlier.Value!.Value)]
            : null;
    }

    /// <summary>Before the period at least every other value was another than the one before it.</summary>
    private static bool UsedToVary(List<double> steps) => steps.Count > 1 && 2 * steps.SkipLast(1).Count(s => s != 0) >= steps.Count - 1;
}
