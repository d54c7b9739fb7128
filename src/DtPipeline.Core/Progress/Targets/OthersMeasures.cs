using DtPipeline.Catalogue;
using DtPipeline.Texts;

namespace DtPipeline.Progress.Targets;

/// <summary>Two measures of others, for whoever compares; both go by compound annual growth rates.</summary>
internal static class OthersMeasures
{
    public static TargetProgress Beside(TargetProgress progress, CoursePoint first, CoursePoint last, int time, Goal goal, int periodsAYear)
    {
        var isMet = goal.IsReachedBy(last.Value);
        var why = WhyNot(first, last, time, goal);
        return progress with
        {
            StatisticsCanada = why is null ? StatisticsCanada(first, last, time, goal, periodsAYear, isMet) : new OthersMeasure(null, isMet ? Achieved : null, why),
            UnitedNations = why is null ? UnitedNations(first, last, time, goal, isMet) : new OthersMeasure(null, isMet ? OnTrack : null, why),
        };
    }

    /// <summary>
    /// R = observed rate / |required rate|, with the sign of the direction wanted. Statistics Canada, Progress Measurement for Canada's Sustainable
    /// Development Goals.
    /// </summary>
    private static OthersMeasure StatisticsCanada(CoursePoint first, CoursePoint last, int time, Goal goal, int periodsAYear, bool isMet)
    {
        var observed = Math.Pow(last.Value / first.Value, (double)periodsAYear / (last.Time - first.Time)) - 1;
        var required = Math.Pow(goal.Value / first.Value, (double)periodsAYear / (time - first.Time)) - 1;
        var ratio = Math.Round(observed / Math.Abs(required) * (goal.Direction == Direction.Up ? 1 : -1), 4);
        return new OthersMeasure(ratio, isMet ? Achieved : ratio switch
        {
            >= 0.95 => new Bilingual("Đúng tiến độ", "On track"),
            >= 0.60 => new Bilingual("Có tiến bộ nhưng cần tăng tốc", "Progress made but acceleration needed"),
            >= 0 => new Bilingual("Tiến bộ hạn chế", "Limited progress"),
            _ => new Bilingual("Suy giảm", "Deterioration"),
        }, null);
    }

    /// <summary>
    /// (expected - base) / (target - base), where the expected value goes on at the growth rate so far. United Nations Statistics Division, technical
    /// note to the SDG Progress Chart 2023.
    /// </summary>
    private static OthersMeasure UnitedNations(CoursePoint first, CoursePoint last, int time, Goal goal, bool isMet)
    {
        var expected = last.Value * Math.Pow(last.Value / first.Value, (double)(time - last.Time) / (last.Time - first.Time));
        var part = Math.Round((expected - first.Value) / (goal.Value - first.Value), 4);
        return new OthersMeasure(part, isMet || part >= 0.95 ? OnTrack
            : part >= 0.10 ? new Bilingual("Tiến bộ khá nhưng cần tăng tốc", "Fair progress, but acceleration needed")
            : new Bilingual("Đình trệ hoặc thụt lùi", "Stagnation or regression"), null);
    }

    private static TargetReason? WhyNot(CoursePoint first, CoursePoint last, int time, Goal goal) =>
        last.Time == first.Time || time == first.Time ? TargetReason.OneValue
        : first.Value == 0 ? TargetReason.BaseZero
        : first.Value < 0 || last.Value < 0 || goal.Value < 0 ? TargetReason.BelowZero
        : goal.Value == first.Value ? TargetReason.BaseBeyondTarget
        : null;

    private static readonly Bilingual Achieved = new("Đã đạt mục tiêu", "Target achieved");

    private static readonly Bilingual OnTrack = new("Đã đạt hoặc đang đúng hướng đạt mục tiêu", "Target met or on track to be met");
}
