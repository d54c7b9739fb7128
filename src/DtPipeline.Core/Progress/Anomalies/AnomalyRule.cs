using DtPipeline.Catalogue;

namespace DtPipeline.Progress.Anomalies;

/// <summary>
/// Whether a value looks wrong beside those before it: outside the range in which they would have let it be expected, or about a power of ten of it.
/// Ranks have no factor. The value itself is in no mean, spread or median that it is judged by.
/// </summary>
internal static class AnomalyRule
{
    /// <summary>Fewer values say nothing of how a series goes.</summary>
    public const int LeastValues = 4;

    /// <summary>What was longer ago says little of today, and the bounds on false alarms are measured up to here.</summary>
    public const int MostValues = 24;

    /// <param name="series">With the values before the tested one; later ones are not looked at.</param>
    /// <param name="tested">Of a period of the series' own frequency.</param>
    /// <returns>Null where there is nothing to ask, or not enough to judge by. Yes-or-no answers and the progress of tasks are never asked about.</returns>
    public static Anomaly? Of(Series series, SeriesPoint tested)
    {
        if (series.Indicator.Kind == IndicatorKind.Flag || series.Indicator.Task is not null || JudgedSeries.Of(series, tested) is not { } judged)
        {
            return null;
        }

        var thresholds = series.Indicator.Anomaly;
        var resolution = ResolutionOf(series.Indicator);
        var range = thresholds.Confidence > 0 ? UsualRange.Of(judged, thresholds, resolution) : null;
        var slip = thresholds.Factor > 0 && series.Indicator.Unit != "rank" ? UnitSlip.Of(judged, thresholds.Factor, resolution) : null;
        var strength = Math.Max(range?.StrengthOf(judged.Change) ?? 0, slip?.Strength ?? 0);
        return slip is null && range?.Contains(judged.Change) != false
            ? null
            : new Anomaly(
                series.Indicator,
                tested.Period,
                judged.Value,
                slip?.Expected ?? judged.Base + judged.Median,
                range is null ? null : Math.Max(judged.Base + range.Low, series.Indicator.Minimum ?? double.MinValue),
                range is null ? null : Math.Min(judged.Base + range.High, series.Indicator.Maximum ?? double.MaxValue),
                judged.Previous,
                judged.Changes.Count,
                slip?.PowerOfTen,
                strength);
    }

    /// <summary>The step in which values are told, in the indicator's unit: what differs by it alone does not differ.</summary>
    private static double ResolutionOf(Indicator indicator) => indicator.Unit is "percent" or "score" ? (indicator.Maximum ?? 100) / 1_000 : 1;
}
