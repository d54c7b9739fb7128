namespace DtPipeline.Core.Tests.Proofs.Anomalies;

/// <summary>The two formulae by which DHIS2 looks for outliers, with the tested value among all values, as it has them.</summary>
internal static class OldFormulae
{
    private const double MostDeviations = 3.0;
    private const double MostMedianDeviations = 3.5;
    private const double NormalQuartile = 0.6745;

    /// <summary>More than three standard deviations from the mean.</summary>
    public static bool IsOutlierByZ(IReadOnlyList<double> before, double tested)
    {
        var all = before.Append(tested).ToList();
        var mean = all.Average();
        return Math.Abs(tested - mean) > MostDeviations * Math.Sqrt(all.Average(v => (v - mean) * (v - mean)));
    }

    /// <summary>A modified z of more than 3.5, by the median and the median of the deviations from it; without a floor, so where that is zero every change is an outlier.</summary>
    public static bool IsOutlierByMedians(IReadOnlyList<double> before, double tested)
    {
        var all = before.Append(tested).ToList();
        var median = MedianOf(all);
        return NormalQuartile * Math.Abs(tested - median) > MostMedianDeviations * MedianOf(all.ConvertAll(v => Math.Abs(v - median)));
    }

    private static double MedianOf(List<double> values)
    {
        var sorted = values.Order().ToList();
        return (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
    }
}
