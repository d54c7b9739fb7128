using System.Text.Json.Serialization;
using DtPipeline.Texts;

namespace DtPipeline.Progress;

[JsonConverter(typeof(JsonStringEnumConverter<TargetStatus>))]
public enum TargetStatus
{
    [JsonStringEnumMemberName("no_target")]
    NoTarget,

    /// <summary>There is a target, and nothing to judge it by: <see cref="TargetProgress.Why"/> says what is lacking.</summary>
    [JsonStringEnumMemberName("not_judged")]
    NotJudged,

    [JsonStringEnumMemberName("met")]
    Met,

    [JsonStringEnumMemberName("on_track")]
    OnTrack,

    [JsonStringEnumMemberName("at_risk")]
    AtRisk,

    [JsonStringEnumMemberName("off_track")]
    OffTrack,

    [JsonStringEnumMemberName("missed")]
    Missed,
}

/// <summary>What keeps a measure from being given, or from being made as others are.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<TargetReason>))]
public enum TargetReason
{
    /// <summary>The target has no due day, so that there is no pace.</summary>
    [JsonStringEnumMemberName("no_due_day")]
    NoDueDay,

    [JsonStringEnumMemberName("no_value")]
    NoValue,

    /// <summary>One value alone shows no change.</summary>
    [JsonStringEnumMemberName("one_value")]
    OneValue,

    /// <summary>The indicator is no longer reported.</summary>
    [JsonStringEnumMemberName("indicator_ended")]
    IndicatorEnded,

    /// <summary>The due day has passed, and the figure that decides may still come.</summary>
    [JsonStringEnumMemberName("awaited")]
    Awaited,

    /// <summary>One yes or no is done or is not.</summary>
    [JsonStringEnumMemberName("yes_or_no")]
    YesOrNo,

    /// <summary>The base was as good as the target or better, so that no part of the way can be given.</summary>
    [JsonStringEnumMemberName("base_beyond_target")]
    BaseBeyondTarget,

    /// <summary>Nothing grows from zero at any rate.</summary>
    [JsonStringEnumMemberName("base_zero")]
    BaseZero,

    /// <summary>Rates of growth are of amounts above zero.</summary>
    [JsonStringEnumMemberName("below_zero")]
    BelowZero,
}

[JsonConverter(typeof(JsonStringEnumConverter<ProjectionMethod>))]
public enum ProjectionMethod
{
    [JsonStringEnumMemberName("last_value")]
    LastValue,

    /// <summary>On from the last value by as much in each period as from the first one, or the base, to it.</summary>
    [JsonStringEnumMemberName("drift")]
    Drift,

    /// <summary>Of least squares.</summary>
    [JsonStringEnumMemberName("line")]
    Line,
}

/// <param name="Period">For the base of a running total the period before its year, at whose end it stood at zero.</param>
public sealed record TargetPoint(string Period, double Value);

/// <summary>What the figure would become.</summary>
/// <param name="Period">In which the due day lies.</param>
/// <param name="Value">In the indicator's unit, within its limits.</param>
/// <param name="Low">With <paramref name="High"/> the interval of 80 %; null where there are too few values to give one.</param>
public sealed record TargetProjection(string Period, double Value, ProjectionMethod Method, double? Low, double? High);

/// <summary>A measure of others, in their own words; it decides nothing.</summary>
/// <param name="Says">Null where it cannot be given.</param>
public sealed record OthersMeasure(double? Ratio, Bilingual? Says, TargetReason? Why);

/// <summary>How a figure stands to what it shall become: everything that is shown of a target.</summary>
/// <param name="Target">In the indicator's unit; of a group's yes-or-no how many shall say yes.</param>
/// <param name="Base">From which the way to the target is measured.</param>
/// <param name="Last">The last value up to the period in which the due day lies.</param>
/// <param name="Gap">What is lacking: above zero, whichever way is better; zero or below where the target is reached.</param>
/// <param name="PeriodsLeft">From the last value to the period in which the due day lies.</param>
/// <param name="Pace">Change in each of those periods by which the target would be reached; null where it is reached, or none is left.</param>
/// <param name="PaceSoFar">Mean change in each period since the base.</param>
/// <param name="P">(projected - base) / (target - base), which decides the status.</param>
/// <param name="Uncertain">A mark beside the status: the target lies within the projection's interval.</param>
public sealed record TargetProgress(
    TargetStatus Status,
    double? Target = null,
    DateOnly? Due = null,
    TargetPoint? Base = null,
    TargetPoint? Last = null,
    double? Gap = null,
    int? PeriodsLeft = null,
    double? Pace = null,
    double? PaceSoFar = null,
    TargetProjection? Projection = null,
    double? P = null,
    bool Uncertain = false,
    TargetReason? Why = null)
{
    public DateOnly? SetOn { get; init; }

    /// <summary>The paper that sets it, of a line of targets.csv; null for the indicator's own.</summary>
    public string? Source { get; init; }

    /// <summary>Of a group's yes-or-no how many owe an answer: the denominator of "36 of 63".</summary>
    public int? Owed { get; init; }

    /// <summary>Of a missed one the first period after it in which it was reached.</summary>
    public string? ReachedIn { get; init; }

    /// <summary>The ratio of the observed to the required compound annual growth rate, and what Statistics Canada calls it.</summary>
    public OthersMeasure? StatisticsCanada { get; init; }

    /// <summary>The part of the way at the growth rate so far, and what the United Nations Statistics Division calls it.</summary>
    public OthersMeasure? UnitedNations { get; init; }
}
