using DtPipeline.Progress.Targets;

namespace DtPipeline.Benchmarks.Projections;

/// <summary>Histories as localities report them, with what came after: the same for the same seed.</summary>
/// <param name="Known">Values that a projection may see.</param>
/// <param name="Later">Those that it has to tell.</param>
internal sealed record GeneratedCourse(string Shape, int Noise, IReadOnlyList<CoursePoint> Known, IReadOnlyList<CoursePoint> Later);

internal static class Courses
{
    public const int Ahead = 4;

    public static readonly string[] Shapes = ["constant", "trend", "season", "walk", "walk with drift", "saturating"];
    public static readonly int[] Noises = [2, 5, 20];
    public static readonly int[] Lengths = [6, 8, 12, 24];

    /// <param name="count">How many of each shape, noise and length.</param>
    public static IEnumerable<GeneratedCourse> Generate(int count, int seed)
    {
        var random = new Random(seed);
        return
            from shape in Shapes
            from noise in Noises
            from length in Lengths
            from _ in Enumerable.Range(0, count)
            let values = Values(shape, noise / 100.0, length + Ahead, random)
            let points = values.Select((v, n) => new CoursePoint(n, string.Empty, v)).ToList()
            select new GeneratedCourse(shape, noise, points[..length], points[length..]);
    }

    private static double[] Values(string shape, double noise, int length, Random random)
    {
        var level = 100 * Math.Exp(Normal(random));
        var slope = level * (random.NextDouble() - 0.3) / 12;
        var (walk, values) = (level, new double[length]);
        for (var n = 0; n < length; n++)
        {
            walk += (shape == "walk with drift" ? slope : 0) + (level * noise * Normal(random));
            values[n] = shape switch
            {
                "constant" => level,
                "trend" => level + (slope * n) + (level * noise * Normal(random)),
                "season" => level + (slope * n) + (level * 0.1 * Math.Sin(Math.PI * n / 2)) + (level * noise * Normal(random)),
                "saturating" => (level * (2 - Math.Exp(-n / 8.0))) + (level * noise * Normal(random)),
                _ => walk,
            };
        }

        return values;
    }

    private static double Normal(Random random) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
