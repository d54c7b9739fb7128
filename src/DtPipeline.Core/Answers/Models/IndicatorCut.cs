using DtPipeline.Catalogue;
using DtPipeline.Progress;

namespace DtPipeline.Answers.Models;

/// <summary>What a period's summary says of one indicator: all that is kept of it for the indicator's own model.</summary>
/// <param name="Groups">With one point each; none where nobody has reported.</param>
/// <param name="League">Null for a period that is not among the newest.</param>
public sealed record IndicatorCut(Indicator Indicator, Period Period, IReadOnlyList<GroupCourse> Groups, League? League)
{
    /// <summary>Of a group that owes a form, beside those of <see cref="ReportingGroup"/>.</summary>
    internal const string FormLevel = "form";
}

/// <summary>What a period's summary says of its indicators, one by one.</summary>
/// <param name="withLeague">Whether the period is among the newest.</param>
public sealed class IndicatorCuts(PeriodSummary summary, Period period, bool withLeague, ReportingCatalogue catalogue)
{
    private readonly Dictionary<string, IndicatorSummary> said = summary.Indicators.ToDictionary(i => i.Code, StringComparer.Ordinal);

    private readonly Dictionary<string, Dictionary<string, AsNowFigure>> asNow =
        summary.AsNow?.Indicators.ToDictionary(i => i.Code, i => i.RollUps.ToDictionary(g => g.Group, g => g.Figure, StringComparer.Ordinal), StringComparer.Ordinal) ?? [];

    private readonly LeagueTable? leagues = withLeague ? new LeagueTable(summary, period, catalogue) : null;

    /// <param name="indicator">Of the period's frequency; also one of which nothing is said any more.</param>
    public IndicatorCut Of(Indicator indicator)
    {
        var groups = said.TryGetValue(indicator.Code, out var figures) ? GroupsOf(figures) : [];
        return new IndicatorCut(indicator, period, [.. groups], figures is null ? null : leagues?.Of(indicator));
    }

    private IEnumerable<GroupCourse> GroupsOf(IndicatorSummary figures)
    {
        var now = asNow.GetValueOrDefault(figures.Code);
        foreach (var group in figures.RollUps.Where(g => g.Figure.Reported > 0))
        {
            yield return new GroupCourse(group.Group, group.Level, group.NameVi, group.NameEn, [PointOf(group.Figure, group.AgainstPrevious, now?.GetValueOrDefault(group.Group))]);
        }

        var known = figures.RollUps.Select(g => g.Group).ToHashSet(StringComparer.Ordinal);
        foreach (var group in figures.Groups.Where(g => g.Figure.Reported > 0 && known.Add(g.Group)))
        {
            var name = GroupNames.Of(group.Group, catalogue);
            yield return new GroupCourse(group.Group, IndicatorCut.FormLevel, name.Vi, name.En, [PointOf(group.Figure, group.AgainstPrevious, null)]);
        }
    }

    private GroupFigureOf PointOf(RolledUp figure, GroupDelta? change, AsNowFigure? asNowFigure) =>
        new(period.ToString(), figure.Value, figure.Method, figure.Reported, figure.Owed)
        {
            Change = change is null ? null : new ModelChange(change.Period, change.Absolute, change.Percent),
            AsNow = asNowFigure,
        };
}
