using DtPipeline.Answers.Briefs.Documents;
using DtPipeline.Answers.Briefs.Figures;
using DtPipeline.Catalogue;

namespace DtPipeline.Answers.Briefs.Writing;

/// <summary>What a figure should be, and how it stands against that.</summary>
internal sealed class TargetWords(FigureWriter write)
{
    private BriefLanguage Language => write.Language;

    /// <summary>The target of an indicator in its own unit: for a yes-or-no all who owe it.</summary>
    public static double? Of(GroupFacts group) => group.Indicator.TargetValue is not { } target ? null
        : group.Indicator.Aggregation == Aggregation.CountYes ? target * group.Figure.Figure.Owed
        : target;

    /// <summary>The part of the target that is missing; zero or less where it is met.</summary>
    public static double Lacking(GroupFacts group) => Of(group) is not { } target || group.Figure.Figure.Value is not { } value ? 0
        : (group.Indicator.Direction == Direction.Up ? target - value : value - target) / Math.Max(Math.Abs(target), 1);

    public Line Aim(IReadOnlyList<GroupFacts> groups)
    {
        var first = groups[0];
        if (Of(first) is not { } target)
        {
            return Line.Empty;
        }

        var all = first.Indicator.Aggregation == Aggregation.CountYes;
        var aim = all ? Language.Text("tất cả", "all") : Line.Of($"{write.Target(first, target)}");
        return first.Indicator.TargetDue is { } due
            ? Language.Say($"; mục tiêu: {aim} đến {Language.Day(due)}", $"; target: {aim} by {Language.Day(due)}")
            : Language.Say($"; mục tiêu: {aim}", $"; target: {aim}");
    }
}
