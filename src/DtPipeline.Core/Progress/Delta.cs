using DtPipeline.Catalogue;

namespace DtPipeline.Progress;

/// <summary>The change of a value against an earlier one.</summary>
/// <param name="Absolute">In the indicator's unit; for a ratio these are percentage points or points of the score.</param>
/// <param name="Percent">Of the earlier value; null for ratios, ranks and flags, where the earlier value is zero, and within one running total.</param>
public sealed record Delta(string Period, double Base, double Absolute, double? Percent)
{
    /// <summary>Why an amount has a change and no percent.</summary>
    public ChangeReason? NoPercent { get; init; }

    // Takes the noise of binary fractions away and nothing that anybody has reported.
    private const int Decimals = 9;

    /// <param name="isOneCount">Of a running total both values are of one year: the change is what came since, and no growth.</param>
    /// <returns>Null where either side has no value: a change from nothing is no change.</returns>
    public static Delta? Of(Indicator indicator, double? value, string basePeriod, double? baseValue, bool isOneCount = false)
    {
        if (value is not { } now || baseValue is not { } before)
        {
            return null;
        }

        var absolute = now - before;
        var isAmount = indicator.Kind is IndicatorKind.Stock or IndicatorKind.Flow && indicator.Unit != "rank";
        ChangeReason? none = !isAmount ? null : isOneCount ? ChangeReason.RunningTotal : before == 0 ? ChangeReason.BaseZero : null;
        return new Delta(basePeriod, before, Math.Round(absolute, Decimals), isAmount && none is null ? Math.Round(100 * absolute / Math.Abs(before), Decimals) : null)
        {
            NoPercent = none,
        };
    }

    /// <summary>
    /// Large enough that the secretariat should hear of it; see <see cref="Indicator.MoveThreshold"/>. Of an amount that was zero no percent can be
    /// given, and no change of it is small. A running total grows by what it is; it moves when it has become less.
    /// </summary>
    public bool IsMove(Indicator indicator) => (indicator.MoveThreshold, indicator.Kind) switch
    {
        (null, _) => false,
        (_, IndicatorKind.Flag) => Absolute < 0,
        _ when NoPercent == ChangeReason.RunningTotal => Absolute < 0,
        ({ } threshold, _) when Percent is { } percent => Math.Abs(percent) >= threshold,
        ({ } threshold, IndicatorKind.Ratio) => Math.Abs(Absolute) >= threshold,
        ({ } threshold, _) when indicator.Unit == "rank" => Math.Abs(Absolute) >= threshold,
        _ => Absolute != 0,
    };
}
