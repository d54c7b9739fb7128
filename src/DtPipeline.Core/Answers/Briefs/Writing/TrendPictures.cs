using DtPipeline.Answers.Briefs.Charts;
using DtPipeline.Answers.Briefs.Documents;
using DtPipeline.Answers.Briefs.Figures;

namespace DtPipeline.Answers.Briefs.Writing;

/// <summary>Figures over time with the lines of their targets.</summary>
internal sealed class TrendPictures(FigureWriter write)
{
    private const int MostPoints = 12;
    private const int Longest = 70;

    private BriefLanguage Language => write.Language;

    /// <param name="group">With two points at least.</param>
    public Picture Of(GroupFacts group)
    {
        var points = group.Series.Points.TakeLast(MostPoints).ToList();
        (double, Line)? target = group.Target.Target is { } aim
            ? (aim, Language.Say($"mục tiêu {write.Target(group, aim)}", $"target {write.Target(group, aim)}"))
            : null;
        var name = write.Name(group.Indicator);
        return Trend.Of(
            [.. points.Select((p, i) => new TrendPoint(
                p.Period.FirstDay.DayNumber,
                BriefLanguage.Short(p.Period),
                p.Value!.Value,
                i == 0 || i == points.Count - 1 ? write.Point(group, p) : new Run(RunKind.Text, string.Empty)))],
            target,
            Line.Of($"{Run.Name(name.Length <= Longest ? name : $"{name[..name.LastIndexOf(' ', Longest)]} …")}, {write.Bodies(group.Group)}"));
    }
}
