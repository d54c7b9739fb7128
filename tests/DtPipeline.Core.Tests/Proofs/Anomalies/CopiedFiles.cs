using DtPipeline.Progress;
using DtPipeline.Progress.Anomalies;

namespace DtPipeline.Core.Tests.Proofs.Anomalies;

/// <summary>Files of 8 to 40 figures that vary, each after some periods: half of them are the period before, sent once more with at most a tenth of the figures renewed.</summary>
internal static class CopiedFiles
{
    /// <returns>In percent, how many copies are told, and how many files that are none.</returns>
    public static (double Copies, double Others) Told(int seed, int count)
    {
        var (generator, random) = (new SeriesGenerator(seed), new Random(seed));
        var (copies, others) = (0, 0);
        for (var file = 0; file < count; file++)
        {
            // One frequency, and so one period, to a file.
            var series = Enumerable.Range(0, 600).Select(turn => generator.Make(SeriesGenerator.Shapes[turn % SeriesGenerator.Shapes.Count], SeriesGenerator.Noises[turn % SeriesGenerator.Noises.Count], 6))
                .GroupBy(s => s.Clean.Period)
                .First(g => g.Count() >= 8)
                .Take(8 + random.Next(33))
                .ToList();
            copies += IsTold([.. series.Select((s, at) => s.With($"IND-{at}", at < series.Count / 10 ? s.Clean : s.Series.Points[^1] with { Period = s.Clean.Period }))]) ? 1 : 0;
            others += IsTold([.. series.Select((s, at) => s.With($"IND-{at}", s.Clean))]) ? 1 : 0;
        }

        return (100.0 * copies / count, 100.0 * others / count);
    }

    private static bool IsTold(IReadOnlyList<Series> file) => CopiedPeriod.Of(file, file[0].Points[^1].Period, _ => false) is not null;
}
