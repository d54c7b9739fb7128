using MathNet.Numerics.Distributions;

namespace DtPipeline.Progress.Targets;

/// <summary>Where a course leads.</summary>
/// <param name="Low">With <paramref name="High"/> the interval of 80 %; null where none can be given.</param>
internal sealed record Projection(ProjectionMethod Method, double Value, double? Low, double? High)
{
    /// <summary>Below it nothing can be tried on the past: the drift since the base is all there is.</summary>
    public const int LeastForBacktest = 6;

    // One end of an interval of 80 %.
    private const double Quantile = 0.9;

    /// <summary>As it would be in a period.</summary>
    /// <param name="points">At least two.</param>
    /// <param name="from">Index of the base.</param>
    public static Projection Of(IReadOnlyList<CoursePoint> points, int from, int time)
    {
        var ahead = time - points[^1].Time;
        if (ahead <= 0)
        {
            return new Projection(ProjectionMethod.LastValue, points[^1].Value, null, null);
        }

        if (points.Count < LeastForBacktest)
        {
            var since = from < points.Count - 1 ? points.Skip(from).ToList() : points;
            return new Projection(ProjectionMethod.Drift, At(ProjectionMethod.Drift, since, time), null, null);
        }

        var method = Backtest.Best(points, ahead);
        var value = At(method, points, time);
        var half = HalfWidth(method, points, time);
        return new Projection(method, value, value - half, value + half);
    }

    public static double At(ProjectionMethod method, IReadOnlyList<CoursePoint> points, int time)
    {
        var last = points[^1];
        return method switch
        {
            ProjectionMethod.LastValue => last.Value,
            ProjectionMethod.Drift => last.Value + (Drift(points) * (time - last.Time)),
            _ => LeastSquares.Of(points).At(time),
        };
    }

    /// <summary>
    /// Of the usual prediction intervals of a random walk, of one with drift, and of a line of least squares, by Student's t.
    /// See Hyndman and Athanasopoulos, Forecasting: Principles and Practice, 5.5 and 7.6.
    /// </summary>
    private static double HalfWidth(ProjectionMethod method, IReadOnlyList<CoursePoint> points, int time)
    {
        if (method == ProjectionMethod.Line)
        {
            return StudentT.InvCDF(0, 1, points.Count - 2, Quantile) * LeastSquares.Of(points).DeviationAt(time);
        }

        double ahead = time - points[^1].Time;
        double span = points[^1].Time - points[0].Time;
        var (drift, freedom, spread) = method == ProjectionMethod.Drift ? (Drift(points), points.Count - 2, 1 + (ahead / span)) : (0, points.Count - 1, 1);
        var squares = points.Zip(points.Skip(1), (a, b) => Math.Pow(b.Value - a.Value - (drift * (b.Time - a.Time)), 2) / (b.Time - a.Time)).Sum();
        return StudentT.InvCDF(0, 1, freedom, Quantile) * Math.Sqrt(squares / freedom * ahead * spread);
    }

    private static double Drift(IReadOnlyList<CoursePoint> points) => (points[^1].Value - points[0].Value) / (points[^1].Time - points[0].Time);
}
