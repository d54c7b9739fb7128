using System.Collections.Concurrent;
using DtPipeline.Catalogue;
using MathNet.Numerics.Distributions;

namespace DtPipeline.Progress.Anomalies;

/// <summary>
/// Where the next value of a series is expected: as far as any of three simple accounts of the series reaches (it keeps its level; it goes on from its last value by
/// steps such as it has made; it does as a year before), each with the t interval of one new value. A trend, a season and a level that has shifted are thus
/// usual by at least one of them. Factors count rather than differences where all values are positive.
/// </summary>
/// <param name="IsOfFactors">The bounds are logarithms.</param>
internal sealed record UsualRange(double From, double To, bool IsOfFactors)
{
    private static readonly ConcurrentDictionary<(double Confidence, int Freedom), double> Quantiles = new();

    public double Low => IsOfFactors ? Math.Exp(From) : From;

    public double High => IsOfFactors ? Math.Exp(To) : To;

    public static UsualRange Of(JudgedSeries judged, AnomalyThresholds thresholds, double resolution)
    {
        var isOfFactors = judged.Change > 0 && judged.Changes.All(c => c.Change > 0);
        double Scaled(double change) => isOfFactors ? Math.Log(change) : change;
        var values = judged.Changes.Select(c => Scaled(c.Change)).ToArray();
        var level = Math.Abs(judged.Median);
        var least = Math.Max(thresholds.Floor / 100 * level, resolution) / (isOfFactors ? level : 1);

        var mean = values.Average();
        var spread = Math.Sqrt(values.Sum(v => (v - mean) * (v - mean)) / (values.Length - 1));
        var step = Math.Sqrt(values.Skip(1).Zip(values, (later, earlier) => (later - earlier) * (later - earlier)).Average());
        var quantile = Quantiles.GetOrAdd((thresholds.Confidence, values.Length - 1), k => StudentT.InvCDF(0, 1, k.Freedom, 0.5 + (k.Confidence / 200)));
        List<(double Centre, double Reach)> accounts =
        [
            (mean, quantile * Math.Max(spread, least) * Math.Sqrt(1 + (1.0 / values.Length))),
            (values[^1], quantile * Math.Max(step, least)),
        ];
        if (judged.YearBefore is { } yearBefore)
        {
            accounts.Add((Scaled(yearBefore), quantile * Math.Max(Math.Min(spread, step), least) * Math.Sqrt(2)));
        }

        return new UsualRange(accounts.Min(a => a.Centre - a.Reach), accounts.Max(a => a.Centre + a.Reach), isOfFactors);
    }

    public bool Contains(double change) => StrengthOf(change) <= 1;

    /// <summary>1 at the bounds, 0 in the middle between them.</summary>
    public double StrengthOf(double change) => Math.Abs((IsOfFactors ? Math.Log(change) : change) - ((From + To) / 2)) / ((To - From) / 2);
}
