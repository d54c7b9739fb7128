using DtPipeline.Catalogue;
using DtPipeline.Progress;
using DtPipeline.Progress.Targets;

namespace DtPipeline.Answers.Models;

/// <summary>Brings what periods say of an indicator into its model and into the index of all. What is said of a period stands in place of all that was known of it.</summary>
public static class IndicatorFold
{
    /// <summary>How many of the newest periods have a league, as far as <see cref="MostRows"/> allows.</summary>
    public const int Leagues = 4;

    private const int MostRows = 4_000;
    private const int SparkPoints = 12;

    /// <summary>All national figures are one course, whoever owned them.</summary>
    private const string Owners = "owner";

    /// <param name="known">Null where nothing was published.</param>
    /// <param name="cuts">Of one indicator, at most one a period.</param>
    /// <param name="today">As of which its targets are judged.</param>
    public static IndicatorModel With(IndicatorModel? known, Indicator indicator, IReadOnlyCollection<IndicatorCut> cuts, ReportingCatalogue catalogue, DateOnly today)
    {
        var said = cuts.Select(c => c.Period.ToString()).ToHashSet(StringComparer.Ordinal);
        var courses = new Dictionary<string, GroupCourse>(StringComparer.Ordinal);
        foreach (var course in (known?.Groups ?? []).Select(g => g with { Points = [.. g.Points.Where(p => !said.Contains(p.Period))] }).Concat(cuts.OrderBy(c => c.Period.FirstDay).SelectMany(c => c.Groups)))
        {
            var key = course.Level == ReportingGroup.OwnerLevel ? Owners : course.Group;
            courses[key] = course with { Points = [.. courses.GetValueOrDefault(key)?.Points ?? [], .. course.Points] };
        }

        var leagues = Newest([.. (known?.Leagues ?? []).Where(l => !said.Contains(l.Period)), .. cuts.Select(c => c.League).OfType<League>()], indicator);
        var named = leagues.SelectMany(l => l.Rows.Select(r => r.Organisation).Concat(l.AsNow?.Select(r => r.Organisation) ?? [])).ToHashSet(StringComparer.Ordinal);
        return new IndicatorModel(
            IndicatorFacts.Of(indicator),
            [.. catalogue.Organisations.Where(o => named.Contains(o.Code)).OrderBy(o => o.Code, StringComparer.Ordinal).Select(OrganisationFacts.Of)],
            [.. courses.Values
                .Select(c => Whole(c, indicator, catalogue, today))
                .Where(c => c.Points.Count > 0)
                .OrderBy(c => c.Level switch { ReportingGroup.NationLevel or ReportingGroup.OwnerLevel => 0, ReportingGroup.RegionLevel => 1, ReportingGroup.KindLevel => 2, _ => 3 })
                .ThenBy(c => c.Group, StringComparer.Ordinal)],
            leagues);
    }

    /// <summary>The index in the order of the catalogue, with a line for each indicator of it.</summary>
    /// <param name="changed">Of models as they stand now; of all others the index goes on with what it says.</param>
    public static IndicatorIndex With(IndicatorIndex? known, IEnumerable<IndicatorLine> changed, ReportingCatalogue catalogue)
    {
        var lines = (known?.Indicators ?? []).ToDictionary(l => l.Indicator.Code, StringComparer.Ordinal);
        foreach (var line in changed)
        {
            lines[line.Indicator.Code] = line;
        }

        return new IndicatorIndex([.. catalogue.Indicators.Select(i => (lines.GetValueOrDefault(i.Code) ?? new IndicatorLine(IndicatorFacts.Of(i), [])) with { Indicator = IndicatorFacts.Of(i) })]);
    }

    /// <summary>All that the index says of a model.</summary>
    public static IndicatorLine LineOf(IndicatorModel model)
    {
        var nation = model.Groups.FirstOrDefault(g => g.Level is ReportingGroup.NationLevel or ReportingGroup.OwnerLevel);
        return new IndicatorLine(model.Indicator, [.. (nation?.Points ?? []).TakeLast(SparkPoints).Select(p => new SparkPoint(p.Period, p.Value, p.IsBreak))])
        {
            Newest = nation?.Points[^1],
            Target = nation?.Target is { } target ? TargetStanding.Of(target) : null,
        };
    }

    private static GroupCourse Whole(GroupCourse course, Indicator indicator, ReportingCatalogue catalogue, DateOnly today)
    {
        var points = new List<GroupFigureOf>();
        Period? before = null;
        foreach (var (point, period) in course.Points
            .Select(p => (Point: p, Period: Period.TryParse(p.Period, out var parsed) ? parsed : null))
            .Where(p => p.Period?.Frequency == indicator.Frequency)
            .OrderBy(p => p.Period!.FirstDay))
        {
            points.Add(point with { IsBreak = before is not null && indicator.IsBrokenBetween(before, period!) });
            before = period;
        }

        return course with { Points = points, Target = TargetOf(course, indicator, points, catalogue, today) };
    }

    /// <summary>The next one that is due; regions and kinds have none of their own.</summary>
    private static TargetProgress? TargetOf(GroupCourse course, Indicator indicator, List<GroupFigureOf> points, ReportingCatalogue catalogue, DateOnly today)
    {
        if (points.Count == 0 || course.Level is ReportingGroup.RegionLevel or ReportingGroup.KindLevel)
        {
            return null;
        }

        var series = GroupSeries.Of(points.Select(p => new GroupPoint(indicator.Code, course.Group, p.Period, p.Value, p.Reported, p.Owed)), catalogue);
        return series is [var one] && TargetRule.Of(one, catalogue, today) is { Status: not TargetStatus.NoTarget } progress ? progress : null;
    }

    private static IReadOnlyList<League> Newest(IReadOnlyList<League> leagues, Indicator indicator)
    {
        var rows = 0;
        return
        [
            .. leagues
                .Where(l => Period.TryParse(l.Period, out var period) && period.Frequency == indicator.Frequency)
                .OrderByDescending(l => l.Period, StringComparer.Ordinal)
                .Take(Leagues)
                .TakeWhile((l, i) => (rows += l.Rows.Count) <= MostRows || i == 0),
        ];
    }
}
