namespace DtPipeline.Benchmarks.Table;

internal static class Median
{
    public static double Of(IEnumerable<double> values) => Percentile(values, 0.5);

    /// <param name="share">0.95 for the value that 95 % do not exceed, by the nearest rank.</param>
    public static double Percentile(IEnumerable<double> values, double share)
    {
        var ordered = values.Order().ToList();
        return ordered[Math.Max(0, (int)Math.Ceiling(share * ordered.Count) - 1)];
    }
}
