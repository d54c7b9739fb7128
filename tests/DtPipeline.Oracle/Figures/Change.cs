using DtPipeline.Oracle.Catalogue;

namespace DtPipeline.Oracle.Figures;

/// <summary>How a value differs from the one of an earlier period.</summary>
/// <param name="Percent">Of an amount; none of a ratio, a rank or a flag, nor against zero.</param>
public sealed record Change(string Period, double Base, double Absolute, double? Percent)
{
    public static Change? Of(Indicator indicator, double? value, string period, double? before) => (value, before) switch
    {
        ({ } now, { } then) => new Change(period, then, now - then, IsAmount(indicator) && then != 0 ? 100 * (now - then) / Math.Abs(then) : null),
        _ => null,
    };

    /// <summary>By the indicator's threshold: percent of an amount, points of a ratio or rank, a yes that became no; of an amount that was zero any.</summary>
    public bool IsMove(Indicator indicator)
    {
        if (indicator.MoveThreshold is not { } threshold)
        {
            return false;
        }

        return indicator.Kind == "flag" ? Absolute < 0
            : !IsAmount(indicator) ? AtLeast(Math.Abs(Absolute), threshold)
            : Percent is { } percent ? AtLeast(Math.Abs(percent), threshold)
            : Absolute != 0;
    }

    private static bool IsAmount(Indicator indicator) => indicator.Kind is "stock" or "flow" && indicator.Unit != "rank";

    /// <summary>As decimals have it: 70.3 less 60.3 is ten.</summary>
    private static bool AtLeast(double change, double threshold) => Math.Round(change, 9) >= threshold;
}
