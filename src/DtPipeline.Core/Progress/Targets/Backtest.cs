namespace DtPipeline.Progress.Targets;

/// <summary>How well each way to project would have told what came.</summary>
internal static class Backtest
{
    /// <summary>The simplest first.</summary>
    public static readonly IReadOnlyList<ProjectionMethod> Methods = [ProjectionMethod.LastValue, ProjectionMethod.Drift, ProjectionMethod.Line];

    // Values that a projection is made of at least.
    private const int LeastKnown = 3;

    // A better one must be better by more than this part, or the simpler one is taken.
    private const double Tolerance = 0.05;

    /// <param name="ahead">How many periods ahead is to be told.</param>
    public static ProjectionMethod Best(IReadOnlyList<CoursePoint> points, int ahead)
    {
        var errors = Methods.Select(m => ErrorOf(m, points, ahead)).ToList();
        var enough = errors.Min() * (1 + Tolerance);
        return Methods[errors.FindIndex(e => e <= enough)];
    }

    /// <summary>The mean absolute error at every later point that was at most so far ahead, from every earlier one on from the third.</summary>
    public static double ErrorOf(ProjectionMethod method, IReadOnlyList<CoursePoint> points, int ahead)
    {
        var (sum, count) = (0.0, 0);
        for (var known = LeastKnown; known < points.Count; known++)
        {
            var before = points.Take(known).ToList();
            foreach (var later in points.Skip(known).TakeWhile(p => p.Time - before[^1].Time <= ahead || p == points[known]))
            {
                sum += Math.Abs(Projection.At(method, before, later.Time) - later.Value);
                count++;
            }
        }

        return sum / count;
    }
}
