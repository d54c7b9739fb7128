using System.Globalization;
using DtPipeline.Progress;
using DtPipeline.Progress.Targets;

namespace DtPipeline.Benchmarks.Projections;

/// <summary>
/// By how much each way to project misses what came four periods later, in percent of the last value, beside the one that the backtest chose without
/// seeing it; and how often what came lies in the interval of 80 %.
/// </summary>
internal static class ProjectionTable
{
    private const int Seed = 20251126;

    /// <param name="count">Histories of each shape, noise and length.</param>
    public static void Run(int count)
    {
        var judged = Courses.Generate(count, Seed).Select(Judge).ToList();
        Write($"{judged.Count:N0} histories, seed {Seed}: mean absolute error {Courses.Ahead} periods ahead, in percent of the mean level.");
        Header("shape");
        foreach (var shape in judged.GroupBy(j => j.Shape))
        {
            Row(shape.Key, [.. shape]);
        }

        Header("values");
        foreach (var length in judged.GroupBy(j => j.Count))
        {
            Row(length.Key.ToString(CultureInfo.InvariantCulture), [.. length]);
        }

        Header("noise");
        foreach (var noise in judged.GroupBy(j => j.Noise))
        {
            Row($"{noise.Key} %", [.. noise]);
        }

        Header("all");
        Row("all", judged);
    }

    private static Judged Judge(GeneratedCourse course)
    {
        var (time, came) = (course.Later[^1].Time, course.Later[^1].Value);
        var level = Math.Abs(course.Known.Average(p => p.Value));
        var chosen = Projection.Of(course.Known, 0, time);
        return new Judged(
            course.Shape,
            course.Noise,
            course.Known.Count,
            [.. Backtest.Methods.Select(m => 100 * Math.Abs(Projection.At(m, course.Known, time) - came) / level)],
            100 * Math.Abs(chosen.Value - came) / level,
            chosen.Method,
            came >= chosen.Low - 1e-9 && came <= chosen.High + 1e-9);
    }

    private static void Header(string by) =>
        Write($"{by,-16} {"last value",10} {"drift",8} {"line",8} {"chosen",8}   chosen: last, drift, line   in the interval of 80 %");

    private static void Row(string name, List<Judged> judged)
    {
        double Mean(int method) => judged.Average(j => j.Errors[method]);
        double Share(ProjectionMethod method) => (double)judged.Count(j => j.Method == method) / judged.Count;
        Write($"{name,-16} {Mean(0),10:0.0} {Mean(1),8:0.0} {Mean(2),8:0.0} {judged.Average(j => j.Chosen),8:0.0}   {Share(ProjectionMethod.LastValue),12:P0} {Share(ProjectionMethod.Drift),6:P0} {Share(ProjectionMethod.Line),6:P0}   {(double)judged.Count(j => j.IsInside) / judged.Count,20:P0}");
    }

    private static void Write(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));

    private sealed record Judged(string Shape, int Noise, int Count, double[] Errors, double Chosen, ProjectionMethod Method, bool IsInside);
}
