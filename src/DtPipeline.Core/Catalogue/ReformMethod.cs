using DtPipeline.Texts;

namespace DtPipeline.Catalogue;

/// <summary>How the figures of bodies that became one body are put together, so that its series goes back to before it was there.</summary>
public enum ReformMethod
{
    /// <summary>They add up.</summary>
    Sum,

    /// <summary>100 times the sum of their numerators by that of their denominators; nothing where one of them gave none.</summary>
    Weights,

    /// <summary>Their plain mean, a large body counting as much as a small one.</summary>
    Mean,

    /// <summary>Yes where each of them said yes, no where one of them said no.</summary>
    AllYes,

    /// <summary>They cannot be compared.</summary>
    None,
}

internal static class ReformMethodText
{
    public static readonly IReadOnlyList<string> Names = ["sum", "weights", "mean", "all_yes", "none"];

    /// <summary>As indicators.csv has it.</summary>
    public static string Code(this ReformMethod method) => Names[(int)method];

    public static Bilingual Name(this ReformMethod method) => method switch
    {
        ReformMethod.Sum => new("tổng các đơn vị trước sắp xếp", "sum of the predecessors"),
        ReformMethod.Weights => new("bình quân gia quyền các đơn vị trước sắp xếp", "mean of the predecessors, weighted by their denominators"),
        ReformMethod.Mean => new("trung bình cộng các đơn vị trước sắp xếp", "plain mean of the predecessors"),
        ReformMethod.AllYes => new("có khi mọi đơn vị trước sắp xếp đều có", "yes where every predecessor said yes"),
        _ => new("không so sánh được qua sắp xếp", "not comparable across the reform"),
    };

    /// <summary>What holds where indicators.csv says nothing: what follows from how the figures of many bodies become one.</summary>
    internal static ReformMethod Of(Aggregation aggregation) => aggregation switch
    {
        Aggregation.Sum => ReformMethod.Sum,
        Aggregation.WeightedMean => ReformMethod.Weights,
        Aggregation.CountYes => ReformMethod.AllYes,
        _ => ReformMethod.None,
    };

    /// <summary>A method that would make a figure that means nothing.</summary>
    internal static string? ProblemOf(Indicator indicator) => indicator switch
    {
        { NationalOnly: true } => "reform_method is written but scope is national; leave it empty: a figure of the nation is its owner's before and after",
        { Reform: ReformMethod.Sum, Aggregation: not Aggregation.Sum } => "reform_method sum goes with aggregation sum alone; choose another, or none",
        { Reform: ReformMethod.Weights, Unit: not "percent" } => "reform_method weights gives percent; choose mean or none, or the unit percent",
        { Reform: ReformMethod.AllYes, Kind: not IndicatorKind.Flag } => "reform_method all_yes is for flags; choose another, or none",
        { Reform: ReformMethod.Mean, Kind: not IndicatorKind.Ratio } => "reform_method mean is for ratios and scores; choose another, or none",
        _ => null,
    };
}
