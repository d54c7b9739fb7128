using System.Text.Json.Serialization;
using DtPipeline.Catalogue;

namespace DtPipeline.Progress;

/// <summary>Why a change, or its percent, is not given.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ChangeReason>))]
public enum ChangeReason
{
    /// <summary>Of an amount that was zero there is no percent.</summary>
    [JsonStringEnumMemberName("base_zero")]
    BaseZero,

    /// <summary>No earlier period in question has a value.</summary>
    [JsonStringEnumMemberName("base_missing")]
    BaseMissing,

    /// <summary>The period itself has none: nil.</summary>
    [JsonStringEnumMemberName("value_missing")]
    ValueMissing,

    /// <summary>It was taken in a unit that the indicator has no more.</summary>
    [JsonStringEnumMemberName("other_unit")]
    OtherUnit,

    /// <summary>A running total within its year: what came since is a change and no growth.</summary>
    [JsonStringEnumMemberName("running_total")]
    RunningTotal,

    /// <summary>A running total that has begun anew since the periods before.</summary>
    [JsonStringEnumMemberName("new_year")]
    NewYear,

    /// <summary>Something else was measured before.</summary>
    [JsonStringEnumMemberName("new_definition")]
    NewDefinition,

    /// <summary>Of a group less than half gave a value in both periods.</summary>
    [JsonStringEnumMemberName("too_few")]
    TooFew,
}

/// <summary>Stands where a change would.</summary>
public sealed record NoChange(ChangeReason Why)
{
    private static readonly Dictionary<ChangeReason, NoChange> Shared = Enum.GetValues<ChangeReason>().ToDictionary(why => why, why => new NoChange(why));

    /// <summary>Of a group how many gave a value in both periods.</summary>
    public int? Compared { get; init; }

    /// <summary>Of how many who owe it.</summary>
    public int? Owed { get; init; }

    /// <summary>With nothing else to say. Of a whole country hundreds of thousands of values share a few.</summary>
    public static NoChange Because(ChangeReason why) => Shared[why];
}

/// <summary>In what the changes of an indicator are given.</summary>
internal static class ChangeUnit
{
    /// <returns><c>percentage_points</c>, <c>points</c>, <c>places</c>, <c>yes_no</c>; else the indicator's own unit, with a percent beside it.</returns>
    public static string Of(Indicator indicator) => indicator switch
    {
        { Kind: IndicatorKind.Flag } => "yes_no",
        { Unit: "rank" } => "places",
        { Unit: "percent" } => "percentage_points",
        { Kind: IndicatorKind.Ratio } => "points",
        _ => indicator.Unit,
    };
}
