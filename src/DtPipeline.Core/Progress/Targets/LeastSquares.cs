namespace DtPipeline.Progress.Targets;

/// <summary>The line of least squares through a course.</summary>
internal sealed record LeastSquares(double MeanTime, double MeanValue, double Slope, double SquaredTimes, double Deviation, int Count)
{
    public static LeastSquares Of(IReadOnlyList<CoursePoint> points)
    {
        var (time, value) = (points.Average(p => (double)p.Time), points.Average(p => p.Value));
        var times = points.Sum(p => (p.Time - time) * (p.Time - time));
        var slope = points.Sum(p => (p.Time - time) * (p.Value - value)) / times;
        var left = points.Sum(p => Math.Pow(p.Value - value - (slope * (p.Time - time)), 2));
        return new LeastSquares(time, value, slope, times, points.Count > 2 ? Math.Sqrt(left / (points.Count - 2)) : 0, points.Count);
    }

    public double At(int time) => MeanValue + (Slope * (time - MeanTime));

    /// <summary>The standard deviation of a single value at a time, with what is not known of the line itself.</summary>
    public double DeviationAt(int time) => Deviation * Math.Sqrt(1 + (1.0 / Count) + ((time - MeanTime) * (time - MeanTime) / SquaredTimes));
}
