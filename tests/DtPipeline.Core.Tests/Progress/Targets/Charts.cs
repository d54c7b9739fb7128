using DtPipeline.Catalogue;
using DtPipeline.Progress;
using DtPipeline.Progress.Targets;

namespace DtPipeline.Core.Tests.Progress.Targets;

/// <summary>Series and targets of the small catalogue, as a test draws them.</summary>
internal static class Charts
{
    public static readonly ReportingCatalogue Catalogue = TheCatalogue.Small().Catalogue!;

    /// <summary>A percentage, better the higher, of 80 by the end of 2025.</summary>
    public static readonly Indicator Share = Catalogue.FindIndicator("SHARE")!;

    public static Indicator Due(this Indicator indicator, double value, string due, string? set = null) =>
        indicator with { TargetValue = value, TargetDue = Day(due), TargetSet = set is null ? null : Day(set) };

    public static Indicator Falling(this Indicator indicator) => indicator with { Direction = Direction.Down };

    public static Indicator WithoutLimits(this Indicator indicator) => indicator with { Minimum = null, Maximum = null };

    /// <summary>One value a period, from a first period on; a gap where nothing was reported.</summary>
    public static Series From(this Indicator indicator, string first, params double?[] values) => indicator.Of("N", first, values);

    public static Series Of(this Indicator indicator, string whose, string first, params double?[] values)
    {
        var points = new List<SeriesPoint>();
        var period = TheCatalogue.Period(first);
        foreach (var value in values)
        {
            if (value is not null)
            {
                points.Add(new SeriesPoint(period, value, "A"));
            }

            period = period.Next;
        }

        return new Series(indicator, whose, points);
    }

    public static TargetProgress On(this Series series, string today) => TargetRule.Of(series, Catalogue, Day(today));

    public static DateOnly Day(string text) => DateOnly.ParseExact(text, "O", null);
}
