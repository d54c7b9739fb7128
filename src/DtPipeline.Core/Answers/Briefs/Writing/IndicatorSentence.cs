using DtPipeline.Answers.Briefs.Documents;
using DtPipeline.Answers.Briefs.Figures;
using DtPipeline.Catalogue;

namespace DtPipeline.Answers.Briefs.Writing;

/// <summary>One sentence about an indicator: what every group that reports it has, how that has changed, and what it should be.</summary>
internal sealed class IndicatorSentence(FigureWriter write)
{
    // Where fewer of those who reported gave both values the sentence says so, and not only the notes.
    private const double MostCompared = 0.8;

    private BriefLanguage Language => write.Language;

    /// <param name="groups">Of one indicator, each with a value.</param>
    public Line Of(IReadOnlyList<GroupFacts> groups)
    {
        var first = groups[0];
        var name = write.Name(first.Indicator);
        return first.Indicator.Kind == IndicatorKind.Flag
            ? Line.Of($"{Flag(groups, name, Language.Within(first.Period))}{Aim(groups)}.")
            : Line.Of($"{Line.Join("; ", groups.Select((g, i) => Line.Of($"{(i == 0 ? Subject(g, name) : Again(g))} {write.Value(g)}{Change(g, i > 0 && SameBase(groups[0], g))}{Of(g)}")))}{Aim(groups)}.");
    }

    /// <summary>A name that begins as Vietnamese says what is done goes on with the sentence; another one stands before it.</summary>
    private Line Flag(IReadOnlyList<GroupFacts> groups, string name, Run period)
    {
        const string Done = "Đã ";
        var goesOn = Language.IsVietnamese && name.StartsWith(Done, StringComparison.Ordinal);
        var parts = Line.Join("; ", groups.Select((g, i) =>
            Line.Of($"{Counted(g)}{(i == 0 && goesOn ? Line.Of($" {Run.Name(Lower(name))}") : Line.Empty)}{Change(g, i > 0 && SameBase(groups[0], g))}{Silent(g)}")));
        return goesOn
            ? Line.Of($"Đến hết {period}, {parts}")
            : Language.Say($"Đến hết {period}, {Run.Name(Lower(name))}: {parts}", $"{Run.Name(name)}, by the end of {period}: {parts}");
    }

    /// <summary>Within a sentence; an abbreviation stays as it is.</summary>
    private static string Lower(string name) => name.Length > 1 && char.IsLower(name[1]) ? char.ToLowerInvariant(name[0]) + name[1..] : name;

    private Line Counted(GroupFacts group) => Language.Say(
        $"{write.Value(group)}/{write.Owed(group)} {write.Bodies(group.Group)} ({write.Share(group)})",
        $"{write.Value(group)} of {write.Owed(group)} {write.Bodies(group.Group)} ({write.Share(group)})");

    private Line Subject(GroupFacts group, string name) => group.Group.StartsWith('@')
        ? Language.Say(
            $"{Run.Name(name)} của {write.Bodies(group.Group)} trong {Language.Within(group.Period)} là",
            $"{Run.Name(name)} ({write.Bodies(group.Group)}, {Language.Within(group.Period)}):")
        : Language.Say(
            $"{Run.Name(name)} trong {Language.Within(group.Period)} là",
            $"{Run.Name(name)} ({Language.Within(group.Period)}):");

    private Line Again(GroupFacts group) => Language.Say($"của {write.Bodies(group.Group)} là", $"{write.Bodies(group.Group)}:");

    private static bool SameBase(GroupFacts one, GroupFacts other) => one.Figure.AgainstPrevious?.Period == other.Figure.AgainstPrevious?.Period;

    /// <param name="isKnown">What it is compared with was said before.</param>
    private Line Change(GroupFacts group, bool isKnown)
    {
        if (group.Figure.AgainstPrevious is not { } delta || !Period.TryParse(delta.Period, out var before))
        {
            return Language.Say($", chưa có số liệu kỳ trước để so sánh", $", with no earlier value to compare");
        }

        var over = delta.Compared < MostCompared * group.Figure.Figure.Reported
            ? Language.Say($" (tính trên {write.Compared(group, delta)} cơ quan có số liệu cả hai kỳ)", $" (over the {write.Compared(group, delta)} that reported both)")
            : Line.Empty;
        var with = isKnown ? Line.Empty : Language.Say($" so với {Language.Within(before)}", $"{(delta.Absolute == 0 ? " from " : " on ")}{Language.Within(before)}");
        if (delta.Absolute == 0)
        {
            return Language.Say($", không đổi{with}{over}", $", unchanged{with}{over}");
        }

        var percent = delta.Percent is { } p && group.Indicator.Kind != IndicatorKind.Flag ? Line.Of($" ({write.ChangeInPercent(group, delta, p)})") : Line.Empty;
        return Language.Say(
            $", {(delta.Absolute > 0 ? "tăng" : "giảm")} {write.Change(group, delta)}{percent}{with}{over}",
            $", {(delta.Absolute > 0 ? "up" : "down")} {write.Change(group, delta)}{percent}{with}{over}");
    }

    /// <summary>A yes-or-no is told of all who owe it: who has said nothing is named as such.</summary>
    private Line Silent(GroupFacts group) => group.Figure.Figure.Reported >= group.Figure.Figure.Owed
        ? Line.Empty
        : Language.Say($", {write.Unreported(group)} chưa báo cáo", $", {write.Unreported(group)} not reporting");

    private Line Of(GroupFacts group) => group.Figure.Figure.Reported >= group.Figure.Figure.Owed
        ? Line.Empty
        : Language.Say(
            $" ({write.Reported(group)}/{write.Owed(group)} {write.Bodies(group.Group)} báo cáo)",
            $" ({write.Reported(group)} of {write.Owed(group)} reporting)");

    private Line Aim(IReadOnlyList<GroupFacts> groups) => new TargetWords(write).Aim(groups);
}
