using DtPipeline.Answers.Briefs.Documents;
using DtPipeline.Answers.Briefs.Figures;
using DtPipeline.Progress;

namespace DtPipeline.Answers.Briefs.Writing;

/// <summary>Every indicator that somebody gives: against its target where it has one, else against its values before; then those that nobody gives, by name.</summary>
internal sealed class TargetsPart(FigureWriter write)
{
    private const int Pictured = 3;

    private readonly TargetWords words = new(write);

    private BriefLanguage Language => write.Language;

    public IEnumerable<Block> Blocks()
    {
        yield return new Heading(2, Language.Text("Chỉ tiêu so với mục tiêu", "Indicators against their targets"));
        var told = write.Facts.Groups.Where(g => g.HasValue).ToList();
        var aimed = told.Where(g => g.Target.Target is not null).ToList();
        if (aimed.Count > 0)
        {
            var pictures = new TrendPictures(write);
            var behind = aimed
                .Where(g => g.Series.Points.Count > 1 && g.Target.Status is TargetStatus.OffTrack or TargetStatus.AtRisk or TargetStatus.Missed)
                .OrderBy(g => g.Target.P ?? 0)
                .DistinctBy(g => g.Indicator.Code)
                .Take(Pictured)
                .ToList();
            if (behind.Count > 0)
            {
                yield return new Gallery([.. behind.Select(pictures.Of)]);
            }

            yield return Aimed(aimed);
        }

        var others = told.Except(aimed).ToList();
        if (others.Count > 0)
        {
            yield return Others(others);
        }

        foreach (var group in write.Facts.Groups.Where(g => !g.HasValue).GroupBy(g => g.Group))
        {
            yield return new Paragraph(Language.Say(
                $"Chưa có số liệu của {write.Bodies(group.Key)}: {Run.Name(string.Join("; ", group.Select(g => write.Name(g.Indicator))))}.",
                $"No figures of {write.Bodies(group.Key)}: {Run.Name(string.Join("; ", group.Select(g => write.Name(g.Indicator))))}."))
            { IsNote = true };
        }
    }

    private Table Aimed(List<GroupFacts> groups) => new(
        Language.Text("Chỉ tiêu có mục tiêu", "Indicators with a target"),
        [
            new(Language.Text("Chỉ tiêu", "Indicator"), 25),
            new(Language.Text("Ai báo cáo", "Who"), 20),
            new(Language.Text("Kỳ", "Period"), 10),
            new(Language.Text("Giá trị", "Value"), 11, true),
            new(Language.Text("So kỳ trước", "Change"), 9, true),
            new(Language.Text("Mục tiêu", "Target"), 9, true),
            new(Language.Text("Hạn", "Due"), 14),
            new(Language.Text("Cần mỗi kỳ", "Need"), 8, true),
            new(Language.Text("Dự kiến", "Ahead"), 9, true),
            new(Language.Text("Tình trạng", "Status"), 14),
        ],
        [.. Named(groups, g => [Who(g), Period(g), Value(g), Change(g), Line.Of($"{write.Target(g, g.Target.Target!.Value)}"), Due(g), Pace(g), Projected(g), words.Status(g.Target)])]);

    private Table Others(List<GroupFacts> groups) => new(
        Language.Text("Chỉ tiêu khác", "Other indicators"),
        [
            new(Language.Text("Chỉ tiêu", "Indicator"), 38),
            new(Language.Text("Ai báo cáo", "Who"), 22),
            new(Language.Text("Kỳ", "Period"), 10),
            new(Language.Text("Giá trị", "Value"), 14, true),
            new(Language.Text("So kỳ trước", "Change"), 12, true),
            new(Language.Text("So cùng kỳ năm trước", "On the year before"), 13, true),
        ],
        [.. Named(groups, g => [Who(g), Period(g), Value(g), Change(g), YearChange(g)])]);

    /// <summary>An indicator is named once, above all who report it.</summary>
    private IEnumerable<Row> Named(List<GroupFacts> groups, Func<GroupFacts, Line[]> cells) => groups.Select((g, i) =>
        new Row([i > 0 && groups[i - 1].Indicator == g.Indicator ? Line.Empty : Line.Of($"{Run.Name(write.Name(g.Indicator))}"), .. cells(g)]));

    private Line Who(GroupFacts group) => group.Group.StartsWith('@')
        ? Line.Of($"{write.Bodies(group.Group)} {write.Reported(group)}/{write.Owed(group)}")
        : Line.Of($"{Run.Name(write.Name(group.Group))}");

    private static Line Period(GroupFacts group) => Line.Of($"{BriefLanguage.Short(group.Period)}");

    private Line Value(GroupFacts group) => Line.Of($"{write.Value(group)}{Marks(group)}");

    private string Marks(GroupFacts group) =>
        (write.Facts.HasEstimates(group.Indicator.Code, group.Group, group.Period) ? " [e]" : string.Empty)
        + (write.Facts.IsRevised(group.Indicator.Code, group.Group, group.Period) ? " [r]" : string.Empty);

    private Line Change(GroupFacts group) => group.Figure.AgainstPrevious is { } delta ? Line.Of($"{write.SignedChange(group, delta)}") : None;

    private Line YearChange(GroupFacts group) => group.Figure.AgainstYearBefore is { } delta ? Line.Of($"{write.SignedChange(group, delta)}") : None;

    private Line Due(GroupFacts group) => group.Target.Due is { } due ? Line.Of($"{Language.ShortDay(due)}") : Language.Text("không có", "none");

    private Line Pace(GroupFacts group) => group.Target.Pace is { } pace ? Line.Of($"{write.Pace(group, pace)}") : None;

    private Line Projected(GroupFacts group) => group.Target.Projection is { } projection ? Line.Of($"{write.Projected(group, projection.Value)}") : None;

    private Line None => Language.Text("–", "–");
}
