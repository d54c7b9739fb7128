using DtPipeline.Progress;
using DtPipeline.Progress.Anomalies;

namespace DtPipeline.Core.Tests.Proofs.Anomalies;

/// <summary>What a rule makes of labelled series with so many values before the tested one, in percent.</summary>
/// <param name="FalseAlarms">Of clean values.</param>
/// <param name="Slips">By factor, of values in another unit: how many are caught.</param>
/// <param name="Doubled">Of values twice as large, a mistake that may as well be true.</param>
/// <param name="Shocks">Of values that truly are 1.3 to 3 times what they would have been, or as small a part.</param>
/// <param name="AfterShocks">Of clean values after the level has shifted by as much.</param>
internal sealed record AnomalyScore(double FalseAlarms, IReadOnlyDictionary<double, double> Slips, double Doubled, double Shocks, double AfterShocks)
{
    public static readonly IReadOnlyList<double> SlipFactors = [10, 100, 0.1, 0.01];

    public static AnomalyScore Of(Func<LabelledSeries, SeriesPoint, bool> asks, int seed, int before, int count)
    {
        var generator = new SeriesGenerator(seed);
        var clean = Enumerable.Range(0, count).Select(turn => generator.Next(before, turn)).ToList();
        var random = new Random(seed);
        double Shock() => Math.Exp((random.Next(2) == 0 ? 1 : -1) * (Math.Log(1.3) + (random.NextDouble() * Math.Log(3 / 1.3))));
        double Share(Func<LabelledSeries, bool> isAsked) => 100.0 * clean.Count(isAsked) / clean.Count;
        var shifted = Enumerable.Range(0, count)
            .Select(turn => generator.Make(SeriesGenerator.Shapes[turn % SeriesGenerator.Shapes.Count], SeriesGenerator.Noises[turn % SeriesGenerator.Noises.Count], before, Shock()))
            .ToList();
        return new AnomalyScore(
            Share(s => asks(s, s.Clean)),
            SlipFactors.ToDictionary(f => f, f => Share(s => asks(s, s.Times(f)))),
            Share(s => asks(s, s.Times(2))),
            Share(s => asks(s, s.Times(Shock()))),
            100.0 * shifted.Count(s => asks(s, s.Clean)) / shifted.Count);
    }

    /// <summary>Of slips that the rule asks about, how many it names as what they are, in percent.</summary>
    public static double Named(int seed, int before, int count)
    {
        var generator = new SeriesGenerator(seed);
        var found = Enumerable.Range(0, count)
            .Select(turn => generator.Next(before, turn))
            .SelectMany(s => SlipFactors.Select(f => (Factor: f, Anomaly: AnomalyRule.Of(s.Series, s.Times(f)))))
            .Where(x => x.Anomaly is not null)
            .ToList();
        return 100.0 * found.Count(x => x.Anomaly!.PowerOfTen == (int)Math.Round(Math.Log10(x.Factor))) / found.Count;
    }
}
