using DtPipeline.Answers.Briefs.Documents;
using DtPipeline.Answers.Briefs.Figures;
using DtPipeline.Catalogue;
using DtPipeline.Progress;

namespace DtPipeline.Answers.Briefs.Writing;

/// <summary>
/// Every indicator that somebody gives. Those on the way to a target, or short of one, have a table with pace and projection and the measures of others; the rest stands
/// in short (<see cref="OtherIndicators"/>).
/// </summary>
internal sealed class TargetsPart(FigureWriter write)
{
    private const int Pictured = 3;
    private const int Measured = 3;

    private readonly TargetWords words = new(write);

    private BriefLanguage Language => write.Language;

    public IEnumerable<Block> Blocks()
    {
        yield return new Heading(2, Language.Text("Chỉ tiêu so với mục tiêu", "Indicators against their targets"));
        var told = write.Facts.Groups.Where(g => g.HasValue).ToList();
        var open = told.Where(g => g.Target.Status is TargetStatus.OnTrack || IsBehind(g) || (g.Target.Due is not null && g.Target.Status == TargetStatus.NotJudged)).ToList();
        if (Behind(open).Where(g => g.Series.Points.Count > 1).DistinctBy(g => g.Indicator.Code).Take(Pictured).ToList() is { Count: > 0 } pictured)
        {
            var pictures = new TrendPictures(write);
            yield return new Gallery([.. pictured.Select(pictures.Of)]);
        }

        if (open.Count > 0)
        {
            yield return Open(open);
            if (Behind(open).Where(g => g.Target is { StatisticsCanada: not null, UnitedNations: not null }).Take(Measured).ToList() is { Count: > 0 } measured)
            {
                yield return Measures(measured);
            }
        }

        foreach (var block in new OtherIndicators(write).Blocks([.. told.Except(open)]))
        {
            yield return block;
        }
    }

    private static bool IsBehind(GroupFacts group) => group.Target.Status is TargetStatus.OffTrack or TargetStatus.AtRisk or TargetStatus.Missed;

    private static IEnumerable<GroupFacts> Behind(IEnumerable<GroupFacts> groups) => groups.Where(IsBehind).OrderBy(g => g.Target.P ?? 0);

    private Table Open(List<GroupFacts> groups) => new(
        Language.Text("Mục tiêu còn hạn hoặc không đạt", "Targets that are not reached, or due yet"),
        [
            new(Language.Text("Chỉ tiêu", "Indicator"), 42),
            new(Language.Text("Ai báo cáo", "Who"), 20),
            new(Language.Text("Giá trị", "Value"), 9, true),
            new(Language.Text("So kỳ trước", "Change"), 9, true),
            new(Language.Text("Mục tiêu", "Target"), 9, true),
            new(Language.Text("Hạn", "Due"), 14),
            new(Language.Text("Cần mỗi kỳ", "Needed per period"), 10, true),
            new(Language.Text("Dự kiến", "Projected"), 12, true),
            new(Language.Text("Tình trạng", "Status"), 19),
        ],
        [.. ByPeriod(groups, g => [Who(g), Value(g), Change(g), Line.Of($"{write.Target(g, g.Target.Target!.Value)}"), Due(g), Pace(g), Projected(g), words.Status(g.Target)])]);

    /// <summary>What others would say of those that are furthest behind, in their own words: it decides nothing.</summary>
    private Table Measures(List<GroupFacts> groups) => new(
        Language.Text("Chậm nhất, theo cách tính của nơi khác (chỉ để so sánh)", "Furthest behind, by others' measures (for comparison only)"),
        [
            new(Language.Text("Chỉ tiêu", "Indicator"), 52),
            new(Language.Text("Tình trạng", "Status"), 14),
            new(Language.Text("Thống kê Canada: tỷ số tốc độ", "Statistics Canada: ratio of rates"), 30),
            new(Language.Text("Liên hợp quốc: P", "United Nations: P"), 36),
        ],
        [.. groups.Select(g => new Row(
        [
            Line.Of($"{Run.Name(write.Name(g.Indicator))}, {Run.Name(write.Bodies(g.Group))}"),
            words.Status(g.Target),
            words.Measure(g, g.Target.StatisticsCanada!, "statistics_canada"),
            words.Measure(g, g.Target.UnitedNations!, "united_nations"),
        ]))]);

    /// <summary>The newest period first; in it an indicator is named once, beside all who report it.</summary>
    private IEnumerable<Row> ByPeriod(List<GroupFacts> groups, Func<GroupFacts, Line[]> cells)
    {
        GroupFacts? above = null;
        foreach (var group in groups.OrderByDescending(g => g.Period.LastDay).ThenByDescending(g => g.Period.Frequency.MonthsOf()))
        {
            var isSamePeriod = above?.Period == group.Period;
            if (!isSamePeriod)
            {
                yield return new Row([Line.Of($"{Language.Heading(group.Period)}")]);
            }

            yield return new Row([isSamePeriod && above!.Indicator == group.Indicator ? Line.Empty : Line.Of($"{Run.Name(write.Name(group.Indicator))}"), .. cells(group)]);
            above = group;
        }
    }

    private Line Who(GroupFacts group) => write.Who(group);

    private Line Value(GroupFacts group) => Line.Of($"{write.Value(group)}{write.Marks(group)}");

    private Line Change(GroupFacts group) => group.Figure.AgainstPrevious is { } delta ? Line.Of($"{write.SignedChange(group, delta)}") : None;

    private Line Due(GroupFacts group) => group.Target.Due is { } due ? Line.Of($"{Language.ShortDay(due)}") : None;

    private Line Pace(GroupFacts group) => group.Target.Pace is { } pace ? Line.Of($"{write.Pace(group, pace)}") : None;

    private Line Projected(GroupFacts group) => group.Target.Projection is { } projection ? Line.Of($"{write.Projected(group, projection.Value)}") : None;

    private Line None => Language.Text("–", "–");
}
