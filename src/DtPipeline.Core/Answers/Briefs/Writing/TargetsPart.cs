using DtPipeline.Answers.Briefs.Documents;
using DtPipeline.Answers.Briefs.Figures;

namespace DtPipeline.Answers.Briefs.Writing;

/// <summary>Every indicator that somebody gives: against its target where it has one, else against its values before; then those that nobody gives, by name.</summary>
internal sealed class TargetsPart(FigureWriter write)
{
    private const int Pictured = 3;

    private BriefLanguage Language => write.Language;

    public IEnumerable<Block> Blocks()
    {
        yield return new Heading(2, Language.Text("Chỉ tiêu so với mục tiêu", "Indicators against their targets"));
        var told = write.Facts.Groups.Where(g => g.HasValue).ToList();
        var aimed = told.Where(g => TargetWords.Of(g) is not null).ToList();
        if (aimed.Count > 0)
        {
            var pictures = new TrendPictures(write);
            var behind = aimed.Where(g => g.Series.Points.Count > 1).OrderByDescending(TargetWords.Lacking).Take(Pictured).ToList();
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

        var silent = write.Facts.Groups.Where(g => !g.HasValue).GroupBy(g => g.Group).ToList();
        foreach (var group in silent)
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
            new(Language.Text("Chỉ tiêu", "Indicator"), 34),
            new(Language.Text("Ai báo cáo, kỳ", "Who, period"), 17),
            new(Language.Text("Giá trị", "Value"), 12, true),
            new(Language.Text("So kỳ trước", "On the last"), 11, true),
            new(Language.Text("Mục tiêu", "Target"), 11, true),
            new(Language.Text("Hạn", "Due"), 12),
        ],
        [.. groups.Select(g => new Row([Name(g), Who(g), Value(g), Change(g), Line.Of($"{write.Target(g, TargetWords.Of(g)!.Value)}"), Due(g)]))]);

    private Table Others(List<GroupFacts> groups) => new(
        Language.Text("Chỉ tiêu khác", "Other indicators"),
        [
            new(Language.Text("Chỉ tiêu", "Indicator"), 40),
            new(Language.Text("Ai báo cáo, kỳ", "Who, period"), 20),
            new(Language.Text("Giá trị", "Value"), 14, true),
            new(Language.Text("So kỳ trước", "On the last"), 13, true),
            new(Language.Text("So cùng kỳ năm trước", "On the year before"), 13, true),
        ],
        [.. groups.Select(g => new Row([Name(g), Who(g), Value(g), Change(g), YearChange(g)]))]);

    private Line Name(GroupFacts group) => Line.Of($"{Run.Name(write.Name(group.Indicator))}");

    private Line Who(GroupFacts group) => group.Group.StartsWith('@')
        ? Line.Of($"{write.Bodies(group.Group)} {write.Reported(group)}/{write.Owed(group)}, {BriefLanguage.Short(group.Period)}")
        : Line.Of($"{Run.Name(write.Name(group.Group))}, {BriefLanguage.Short(group.Period)}");

    private Line Value(GroupFacts group) => Line.Of($"{write.Value(group)}{Marks(group)}");

    private string Marks(GroupFacts group) =>
        (write.Facts.HasEstimates(group.Indicator.Code, group.Group, group.Period) ? " [e]" : string.Empty)
        + (write.Facts.IsRevised(group.Indicator.Code, group.Group, group.Period) ? " [r]" : string.Empty);

    private Line Change(GroupFacts group) => group.Figure.AgainstPrevious is { } delta ? Line.Of($"{write.SignedChange(group, delta)}") : Language.Text("–", "–");

    private Line YearChange(GroupFacts group) => group.Figure.AgainstYearBefore is { } delta ? Line.Of($"{write.SignedChange(group, delta)}") : Language.Text("–", "–");

    private Line Due(GroupFacts group) => group.Indicator.TargetDue is { } due ? Line.Of($"{Language.Day(due)}") : Language.Text("không có", "none");
}
