using DtPipeline.Answers.Briefs.Documents;
using DtPipeline.Answers.Briefs.Figures;
using DtPipeline.Catalogue;
using DtPipeline.Progress;

namespace DtPipeline.Answers.Briefs.Writing;

/// <summary>Indicators of which nothing is to be done for a target, a line each: what is reached, what has no day or no target; then those that nobody gives, by name.</summary>
internal sealed class OtherIndicators(FigureWriter write)
{
    private readonly TargetWords words = new(write);

    private BriefLanguage Language => write.Language;

    /// <param name="groups">Each with a value.</param>
    public IEnumerable<Block> Blocks(IReadOnlyList<GroupFacts> groups)
    {
        if (groups.Count > 0)
        {
            yield return new Table(
                Language.Text("Chỉ tiêu đã đạt, không có hạn hoặc không có mục tiêu", "Reached, without a due day, or without a target"),
                [
                    new(Language.Text("Chỉ tiêu", "Indicator"), 38),
                    new(Language.Text("Giá trị (so kỳ trước; so cùng kỳ năm trước)", "Value (on the period before; on the year before)"), 62),
                ],
                [.. Rows(groups)]);
        }

        var none = write.Facts.Groups.Where(g => !g.HasValue).GroupBy(g => g.Group).ToList();
        if (none.Count > 0)
        {
            var names = Line.Join(". ", none.Select(g => Line.Of($"{Run.Name(write.Bodies(g.Key))}: {Run.Name(string.Join("; ", g.Select(x => write.Name(x.Indicator))))}")));
            yield return new Paragraph(Language.Say($"Chưa có số liệu. {names}.", $"No figures yet. {names}.")) { IsNote = true };
        }
    }

    private IEnumerable<Row> Rows(IReadOnlyList<GroupFacts> groups)
    {
        foreach (var period in groups.GroupBy(g => g.Period).OrderByDescending(g => g.Key.LastDay).ThenByDescending(g => g.Key.Frequency.MonthsOf()))
        {
            yield return new Row([Line.Of($"{Language.Heading(period.Key)}")]);
            foreach (var indicator in period.GroupBy(g => g.Indicator))
            {
                yield return new Row([Line.Of($"{Run.Name(write.Name(indicator.Key))}"), Line.Join("; ", indicator.Select(Said))]);
            }
        }
    }

    private Line Said(GroupFacts group)
    {
        var changes = new[] { group.Figure.AgainstPrevious, group.Figure.AgainstYearBefore }.OfType<GroupDelta>().Select(d => Line.Of($"{write.SignedChange(group, d)}")).ToList();
        var change = changes.Count == 0 ? Line.Empty : Line.Of($" ({Line.Join("; ", changes)})");
        return Line.Of($"{write.Who(group)}: {write.Value(group)}{write.Marks(group)}{change}{Aim(group)}");
    }

    private Line Aim(GroupFacts group)
    {
        if (group.Target.Target is not { } aim)
        {
            return Line.Empty;
        }

        var standing = group.Target.Status == TargetStatus.NotJudged ? Line.Of($" ({words.Why(group.Target.Why)})") : Line.Of($": {words.Status(group.Target)}");
        return Language.Say($", mục tiêu {write.Target(group, aim)}{standing}", $", target {write.Target(group, aim)}{standing}");
    }
}
