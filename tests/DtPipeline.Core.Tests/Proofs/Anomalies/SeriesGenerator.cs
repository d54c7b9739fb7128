using DtPipeline.Catalogue;
using DtPipeline.Progress;

namespace DtPipeline.Core.Tests.Proofs.Anomalies;

/// <summary>
/// Makes series of known kinds, the same ones from the same seed: levels of 30 to a million, constant or with noise of 2, 5 or 20 % of the value; trends of 0.5 to 6 %
/// a period up or down; seasons of 10 to 40 % of the level, as a wave or as one peak half as high again, over four quarters or twelve months.
/// </summary>
internal sealed class SeriesGenerator(int seed)
{
    public static readonly IReadOnlyList<string> Shapes = ["level", "trend", "season", "trend and season"];
    public static readonly IReadOnlyList<int> Noises = [2, 5, 20];

    private readonly Random random = new(seed);

    /// <summary>The constant one and every shape with every noise in turn.</summary>
    /// <param name="before">How many values there are before the one to be tested.</param>
    public LabelledSeries Next(int before, int turn)
    {
        var kinds = 1 + (Shapes.Count * Noises.Count);
        var kind = turn % kinds;
        return kind == 0 ? Make("constant", 0, before) : Make(Shapes[(kind - 1) % Shapes.Count], Noises[(kind - 1) / Shapes.Count], before);
    }

    /// <param name="shift">From the middle of the values on, all are so many times what they would have been.</param>
    public LabelledSeries Make(string shape, int noise, int before, double shift = 1)
    {
        var frequency = random.Next(2) == 0 ? Frequency.Quarterly : Frequency.Monthly;
        var cycle = 12 / frequency.MonthsOf();
        var (level, growth, amplitude) = (Math.Pow(10, Between(1.5, 6)), Between(0.005, 0.06) * (random.Next(2) == 0 ? -1 : 1), Between(0.1, 0.4));
        var (phase, hasPeak) = (random.Next(cycle), random.Next(2) == 0);
        var period = Period.Containing(frequency, new DateOnly(2024, 1, 1).AddMonths(frequency.MonthsOf() * random.Next(cycle)));
        var points = new List<SeriesPoint>();
        for (var at = 0; at <= before; at++, period = period.Next)
        {
            var trend = shape.Contains("trend", StringComparison.Ordinal) ? Math.Pow(1 + growth, at) : 1;
            var season = !shape.Contains("season", StringComparison.Ordinal) ? 1
                : hasPeak ? 1 + ((at + phase) % cycle == 0 ? 1.5 * amplitude : 0)
                : 1 + (amplitude * Math.Sin(2 * Math.PI * (at + phase) / cycle));
            var value = level * trend * season * (at >= before / 2 ? shift : 1) * Noise(noise / 100.0);
            points.Add(new SeriesPoint(period, Math.Round(value), "A"));
        }

        return new LabelledSeries(noise == 0 ? shape : $"{shape}, {noise} %", new Series(Count(frequency), "P63-01", points[..^1]), points[^1]);
    }

    private double Between(double least, double most) => least + ((most - least) * random.NextDouble());

    /// <summary>Normal about 1, and above a twentieth: no count is negative.</summary>
    private double Noise(double deviation)
    {
        double noise;
        do
        {
            noise = 1 + (deviation * Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble()));
        }
        while (noise < 0.05);
        return noise;
    }

    private static Indicator Count(Frequency frequency) => new(
        "GOV-06", "Count", "Số lượng", "count", IndicatorKind.Stock, frequency, Aggregation.Sum, NationalOnly: false, Cumulative: false, 0, null, null, null, null, null);
}
