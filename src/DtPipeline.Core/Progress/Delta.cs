using DtPipeline.Catalogue;

namespace DtPipeline.Progress;

/// <summary>The change of a value against an earlier one.</summary>
/// <param name="Absolute">In the indicator's unit; for a ratio these are percentage points or points of the score.</param>
/// <param name="Percent">Of the earlier value; null for ratios, ranks and flags, and where the earlier value is zero.</param>
public sealed record Delta(string Period, double Base, double Absolute, double? Percent)
{
    // Takes the noise of binary fractions away and nothing that anybody has reported.
    private const int Decimals = 9;

    /// <returns>Null where either side has no value: a change from nothing is no change.</returns>
    public static Delta? Of(Indicator indicator, double? value, string basePeriod, double? baseValue)
    {
        if (value is not { } now || baseValue is not { } before)
        {
            return null;
        }

        var absolute = now - before;
        var inPercent = indicator.Kind is IndicatorKind.Stock or IndicatorKind.Flow && indicator.Unit != "rank" && before != 0;
        return new Delta(basePeriod, before, Math.Round(absolute, Decimals), inPercent ? Math.Round(100 * absolute / Math.Abs(before), Decimals) : null);
    }

    /// <summary>
    /// Large enough that the secretariat should hear of it; see <see cref="Indicator.MoveThreshold"/>. Of an amount that was zero no percent can be
    /// given, and no change of it is small.
    /// </summary>
    public bool IsMove(Indicator indicator) => (indicator.MoveThreshold, indicator.Kind) switch
    {
        (null, _) => false,
        (_, IndicatorKind.Flag) => Absolute < 0,
        ({ } threshold, _) when Percent is { } percent => Math.Abs(percent) >= threshold,
        ({ } threshold, IndicatorKind.Ratio) => Math.Abs(Absolute) >= threshold,
        ({ } threshold, _) when indicator.Unit == "rank" => Math.Abs(Absolute) >= threshold,
        _ => Absolute != 0,
    };
}
