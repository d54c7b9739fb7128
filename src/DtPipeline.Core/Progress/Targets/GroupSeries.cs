using DtPipeline.Catalogue;

namespace DtPipeline.Progress.Targets;

/// <summary>A group's figure of a period, with how many reported of how many who owe it.</summary>
public sealed record GroupPoint(string Indicator, string Group, string Period, double? Value, int Reported, int Owed);

/// <summary>
/// The series of groups: the figures that are made of enough. A sum, or a count, of part of those who owe it is less than it will be, and would call a
/// target missed that is none; a mean of part of them is a mean.
/// </summary>
public static class GroupSeries
{
    /// <summary>The part of those who owe it that must have reported, of a sum, a count and a largest value.</summary>
    public const double LeastOfSum = 0.9;

    public static bool IsEnough(Indicator indicator, int reported, int owed) =>
        reported > 0 && reported >= owed * (indicator.Aggregation is Aggregation.Mean or Aggregation.WeightedMean ? GroupDelta.LeastCoverage : LeastOfSum);

    /// <summary>What a period's page says of its groups and of the nation, as far as anybody has reported.</summary>
    public static IEnumerable<GroupPoint> PointsOf(PeriodSummary summary) =>
        from indicator in summary.Indicators
        from figure in indicator.Groups.Select(g => (g.Group, g.Figure)).Concat(indicator.RollUps.Where(g => g.Level == ReportingGroup.NationLevel).Select(g => (g.Group, g.Figure)))
        where figure.Figure.Reported > 0
        select new GroupPoint(indicator.Code, figure.Group, summary.Period, figure.Figure.Value, figure.Figure.Reported, figure.Figure.Owed);

    /// <summary>One for each indicator and group; a national figure is one series whoever owned it, its newest owner's.</summary>
    public static IReadOnlyList<Series> Of(IEnumerable<GroupPoint> points, ReportingCatalogue catalogue) =>
    [
        .. from point in points
           let indicator = catalogue.FindIndicator(point.Indicator)
           where indicator is not null && IsEnough(indicator, point.Reported, point.Owed)
           let period = Period.TryParse(point.Period, out var parsed) ? parsed : null
           where period is not null && period.Frequency == indicator.Frequency
           orderby period.FirstDay
           group (point.Group, Point: new SeriesPoint(period, point.Value, "A")) by (indicator, Group: indicator.NationalOnly ? string.Empty : point.Group) into series
           let last = series.Last().Group
           select Series.Of(series.Key.indicator, last, series.Where(s => !series.Key.indicator.NationalOnly || !s.Group.StartsWith('@')).Select(s => s.Point)),
    ];
}
