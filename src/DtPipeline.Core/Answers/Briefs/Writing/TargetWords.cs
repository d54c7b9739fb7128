using DtPipeline.Answers.Briefs.Documents;
using DtPipeline.Answers.Briefs.Figures;
using DtPipeline.Progress;

namespace DtPipeline.Answers.Briefs.Writing;

/// <summary>What a figure should be, and how it stands against that.</summary>
internal sealed class TargetWords(FigureWriter write)
{
    private BriefLanguage Language => write.Language;

    /// <summary>The target and how it stands, behind a sentence about its figures.</summary>
    public Line Aim(IReadOnlyList<GroupFacts> groups)
    {
        var aimed = groups.Where(g => g.Target.Target is not null).ToList();
        if (aimed.Count == 0)
        {
            return Line.Empty;
        }

        var first = aimed[0].Target;
        var aim = IsAll(aimed[0]) ? Language.Text("tất cả", "all") : Line.Of($"{write.Target(aimed[0], first.Target!.Value)}");
        var due = first.Due is { } day ? Language.Say($" đến {Language.Day(day)}", $" by {Language.Day(day)}") : Line.Empty;
        return Language.Say($"; mục tiêu: {aim}{due}{Standing(aimed)}", $"; target: {aim}{due}{Standing(aimed)}");
    }

    public Line Status(TargetProgress target)
    {
        var mark = target.Status == TargetStatus.NotJudged ? new Run(RunKind.Text, $"– {Why(target.Why)}") : Mark(target.Status);
        return target.Uncertain
            ? Language.Say($"{mark} (chưa chắc)", $"{mark} (uncertain)")
            : Line.Of($"{mark}");
    }

    /// <summary>Another's measure of the same figure, with its own words.</summary>
    /// <param name="whose">As its figure's id has it.</param>
    public Line Measure(GroupFacts group, OthersMeasure measure, string whose) => measure.Ratio is { } ratio
        ? Line.Of($"{write.Ratio(group, ratio, whose)} {Language.Of(measure.Says!)}")
        : Line.Of($"– {(measure.Says is { } says ? Language.Of(says) : Why(measure.Why))}");

    public Run Mark(TargetStatus status) => status switch
    {
        TargetStatus.Met => new(RunKind.Good, Language.Of("✓ đạt", "✓ met")),
        TargetStatus.OnTrack => new(RunKind.Good, Language.Of("✓ đúng tiến độ", "✓ on track")),
        TargetStatus.AtRisk => new(RunKind.Warning, Language.Of("▲ có nguy cơ", "▲ at risk")),
        TargetStatus.OffTrack => new(RunKind.Bad, Language.Of("● chậm", "● off track")),
        TargetStatus.Missed => new(RunKind.Bad, Language.Of("● không đạt", "● missed")),
        _ => new(RunKind.Text, Language.Of("– chưa xét", "– not judged")),
    };

    /// <summary>What keeps a target from being judged, or a measure from being given.</summary>
    public string Why(TargetReason? reason) => reason switch
    {
        TargetReason.NoDueDay => Language.Of("không có hạn", "no due day"),
        TargetReason.OneValue => Language.Of("mới có một số liệu", "one value only"),
        TargetReason.BaseZero => Language.Of("không tính được, gốc bằng không", "cannot be given, the base is zero"),
        TargetReason.BelowZero => Language.Of("không tính được, có số âm", "cannot be given, below zero"),
        TargetReason.BaseBeyondTarget => Language.Of("không tính được, gốc bằng mục tiêu", "cannot be given, the base is the target"),
        TargetReason.IndicatorEnded => Language.Of("đã thôi báo cáo", "no longer reported"),
        _ => Language.Of("chưa xét", "not judged"),
    };

    /// <summary>How bad it is, the worst first: what a brief speaks of before all else.</summary>
    public static int Rank(TargetStatus status) => status switch
    {
        TargetStatus.Missed => 0,
        TargetStatus.OffTrack => 1,
        TargetStatus.AtRisk => 2,
        TargetStatus.Met => 3,
        TargetStatus.OnTrack => 4,
        TargetStatus.NotJudged => 5,
        _ => 6,
    };

    private static bool IsAll(GroupFacts group) => group.Target.Owed is { } owed && group.Target.Target == owed;

    private Line Standing(List<GroupFacts> groups)
    {
        var known = groups.Where(g => g.Target.Status is not TargetStatus.NotJudged).ToList();
        return known.Count == 0 ? Line.Empty
            : known.Select(g => g.Target.Status).Distinct().Count() == 1 && known.Count == groups.Count ? Line.Of($": {Status(known[0].Target)}")
            : Line.Of($": {Line.Join(", ", known.Select(g => Line.Of($"{write.Bodies(g.Group)} {Status(g.Target)}")))}");
    }
}
