using DtPipeline.Catalogue;
using DtPipeline.Ledger;

namespace DtPipeline.Progress;

/// <summary>One figure for a group of organisations.</summary>
/// <param name="Value">Null where nobody reported a value.</param>
/// <param name="Method"><c>sum</c>, <c>mean</c>, <c>weighted_mean</c>, <c>count_yes</c> or <c>max</c>; a ratio whose reporters do not all give their numerators and denominators is a plain <c>mean</c>.</param>
/// <param name="Reported">Organisations that gave a value or a nil.</param>
/// <param name="Owed">Organisations that owe it: the denominator of "36 of 63".</param>
public sealed record RolledUp(double? Value, string Method, int Reported, int Owed)
{
    /// <summary>
    /// Of a figure that should be weighted, how many of its values came without a numerator or a denominator: with one of them it is a plain
    /// <c>mean</c> of all. 0 where none did, and for every other figure.
    /// </summary>
    public int WithoutWeight { get; init; }

    public static RolledUp Of(Indicator indicator, IEnumerable<Observation> observations, int owed)
    {
        var answers = observations.Where(o => o.IsAnswer).ToList();
        var given = answers.Where(o => o.Value is not null).ToList();
        var method = MethodFor(indicator, given);
        return new RolledUp(given.Count == 0 ? null : ValueOf(given, method), method, answers.Count, owed)
        {
            WithoutWeight = indicator.Aggregation == Aggregation.WeightedMean ? given.Count(o => !HasWeight(o)) : 0,
        };
    }

    /// <summary>Figures of the same members in two periods, made in one way so that they can be compared.</summary>
    /// <param name="now">At least one, each with a value; so is each of <paramref name="before"/>.</param>
    internal static (double Now, double Before, string Method) OfBoth(Indicator indicator, List<Observation> now, List<Observation> before)
    {
        var method = MethodFor(indicator, [.. now, .. before]);
        return (ValueOf(now, method), ValueOf(before, method), method);
    }

    private static double ValueOf(List<Observation> given, string method) => method switch
    {
        "sum" => given.Sum(o => o.Value!.Value),
        "count_yes" => given.Count(o => o.Value == 1),
        "max" => given.Max(o => o.Value!.Value),
        "weighted_mean" => 100 * given.Sum(o => o.Numerator!.Value) / given.Sum(o => o.Denominator!.Value),
        _ => given.Average(o => o.Value!.Value),
    };

    private static bool HasWeight(Observation given) => given is { Numerator: not null, Denominator: > 0 };

    private static string MethodFor(Indicator indicator, List<Observation> given) => indicator.Aggregation switch
    {
        Aggregation.Sum => "sum",
        Aggregation.CountYes => "count_yes",
        Aggregation.Max => "max",
        Aggregation.WeightedMean when given.TrueForAll(HasWeight) => "weighted_mean",
        _ => "mean",
    };
}
