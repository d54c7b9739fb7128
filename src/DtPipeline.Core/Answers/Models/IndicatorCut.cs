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

    /// <summary>Of every indicator of the period's frequency, also of those of which nothing is said any more.</summary>
    public static IEnumerable<IndicatorCut> AllOf(PeriodSummary summary, Period period, bool withLeague, ReportingCatalogue catalogue)
    {
        var said = summary.Indicators.ToDictionary(i => i.Code, StringComparer.Ordinal);
        var asNow = summary.AsNow?.Indicators.ToDictionary(i => i.Code, i => i.RollUps.ToDictionary(g => g.Group, g => g.Figure, StringComparer.Ordinal), StringComparer.Ordinal) ?? [];
        var leagues = withLeague ? new LeagueTable(summary, period, catalogue) : null;
        foreach (var indicator in catalogue.Indicators.Where(i => i.Frequency == period.Frequency))
        {
            var groups = said.TryGetValue(indicator.Code, out var figures) ? GroupsOf(figures, period, asNow.GetValueOrDefault(indicator.Code), catalogue) : [];
            yield return new IndicatorCut(indicator, period, [.. groups], figures is null ? null : leagues?.Of(indicator));
        }
    }

    /// <param name="indicator">Of the period's frequency.</param>
    public static IndicatorCut Of(Indicator indicator, PeriodSummary summary, Period period, bool withLeague, ReportingCatalogue catalogue) =>
        AllOf(summary, period, withLeague, catalogue).First(c => c.Indicator == indicator);

    private static IEnumerable<GroupCourse> GroupsOf(IndicatorSummary figures, Period period, Dictionary<string, AsNowFigure>? asNow, ReportingCatalogue catalogue)
    {
        foreach (var group in figures.RollUps.Where(g => g.Figure.Reported > 0))
        {
            yield return new GroupCourse(group.Group, group.Level, group.NameVi, group.NameEn, [PointOf(period, group.Figure, group.AgainstPrevious, asNow?.GetValueOrDefault(group.Group))]);
        }

        var known = figures.RollUps.Select(g => g.Group).ToHashSet(StringComparer.Ordinal);
        foreach (var group in figures.Groups.Where(g => g.Figure.Reported > 0 && known.Add(g.Group)))
        {
            var name = GroupNames.Of(group.Group, catalogue);
            yield return new GroupCourse(group.Group, FormLevel, name.Vi, name.En, [PointOf(period, group.Figure, group.AgainstPrevious, null)]);
        }
    }

    private static GroupFigureOf PointOf(Period period, RolledUp figure, GroupDelta? change, AsNowFigure? asNow) =>
        new(period.ToString(), figure.Value, figure.Method, figure.Reported, figure.Owed)
        {
            Change = change is null ? null : new ModelChange(change.Period, change.Absolute, change.Percent),
            AsNow = asNow,
        };
}
