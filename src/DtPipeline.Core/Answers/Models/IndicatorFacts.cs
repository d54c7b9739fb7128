using DtPipeline.Catalogue;

namespace DtPipeline.Answers.Models;

/// <summary>What a read model says of an indicator itself.</summary>
/// <param name="ChangeUnit">In what its changes are given: <c>percentage_points</c>, <c>points</c>, <c>places</c>, <c>yes_no</c>, or its own unit with a percent beside it.</param>
/// <param name="Kind"><c>stock</c>, <c>flow</c>, <c>ratio</c> or <c>flag</c>.</param>
/// <param name="Direction">Which way is better: <c>up</c> or <c>down</c>.</param>
/// <param name="Frequency"><c>monthly</c>, <c>quarterly</c>, <c>half-year</c> or <c>annual</c>.</param>
/// <param name="Aggregation"><c>sum</c>, <c>mean</c>, <c>weighted_mean</c>, <c>count_yes</c> or <c>max</c>.</param>
/// <param name="IsNational">One figure for the country, given by its owner.</param>
/// <param name="IsRunningTotal">Counted on from the beginning of each year.</param>
public sealed record IndicatorFacts(
    string Code,
    string NameVi,
    string NameEn,
    string Unit,
    string ChangeUnit,
    string Kind,
    string Direction,
    string Frequency,
    string Aggregation,
    bool IsNational,
    bool IsRunningTotal)
{
    internal static IndicatorFacts Of(Indicator indicator) => new(
        indicator.Code,
        indicator.NameVi,
        indicator.NameEn,
        indicator.Unit,
        Progress.ChangeUnit.Of(indicator),
        indicator.Kind.ToString().ToLowerInvariant(),
        indicator.Direction.ToString().ToLowerInvariant(),
        indicator.Frequency.Name().En,
        indicator.Aggregation switch
        {
            DtPipeline.Catalogue.Aggregation.Sum => "sum",
            DtPipeline.Catalogue.Aggregation.CountYes => "count_yes",
            DtPipeline.Catalogue.Aggregation.Max => "max",
            DtPipeline.Catalogue.Aggregation.WeightedMean => "weighted_mean",
            _ => "mean",
        },
        indicator.NationalOnly,
        indicator.IsRunningTotal);
}
