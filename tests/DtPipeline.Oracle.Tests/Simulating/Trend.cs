using DtPipeline.Oracle.Catalogue;
using DtPipeline.Oracle.Filings;

namespace DtPipeline.Oracle.Tests.Simulating;

/// <summary>Values that go on from one period to the next, mostly by a little. A body that goes on under a new code goes on with its values.</summary>
internal sealed class Trend(ReportingCatalogue catalogue, Random random)
{
    private readonly Dictionary<(string Body, string Indicator), double> levels = [];

    public Cell Next(Organisation organisation, Indicator indicator)
    {
        var key = (catalogue.LineOf(organisation)[^1].Code, indicator.Code);
        var level = levels[key] = levels.TryGetValue(key, out var before) ? Moved(indicator, before) : First(indicator);
        return Said(indicator, level);
    }

    /// <summary>Another value in place of one that was sent.</summary>
    public Cell Corrected(Indicator indicator, double value) => Said(indicator, Moved(indicator, value));

    private double First(Indicator indicator) => indicator.Unit switch
    {
        "yes_no" => random.Next(2),
        "percent" => random.Next(20, 85),
        "score" => Within(indicator, indicator.Most is <= 1 ? random.Next(35, 80) / 100.0 : random.Next(45, 90)),
        _ when random.NextDouble() < 0.15 => 0,
        _ => Within(indicator, Math.Round(Math.Pow(10, 1 + (random.NextDouble() * 4)))),
    };

    private double Moved(Indicator indicator, double before)
    {
        var jumps = random.NextDouble() < 0.08;
        return indicator.Unit switch
        {
            "yes_no" => before == 1 ? (random.NextDouble() < 0.04 ? 0 : 1) : random.NextDouble() < 0.2 ? 1 : 0,
            "percent" => before + (jumps ? random.Next(-25, 26) : (random.NextDouble() * 4) - 1.5),
            "score" => Within(indicator, before + (indicator.Most is <= 1 ? 0.01 : 1) * random.Next(jumps ? -15 : -2, jumps ? 16 : 4)),
            _ when before == 0 => random.NextDouble() < 0.5 ? 0 : Within(indicator, random.Next(1, 40)),
            _ => Within(indicator, Math.Round(before * (jumps ? 0.2 + (random.NextDouble() * 2) : 0.97 + (random.NextDouble() * 0.08)))),
        };
    }

    /// <summary>Percentages above 1, so that nobody takes them for fractions, and often with the parts of which they are the quotient.</summary>
    private Cell Said(Indicator indicator, double level)
    {
        if (indicator.Unit != "percent")
        {
            return new Cell(indicator.Code, Filings.Said.Value, Math.Round(level, 2), null, null, "A");
        }

        var whole = random.Next(200, 5_000);
        var part = Math.Round(Math.Clamp(level, 2, 99) * whole / 100);
        var hasParts = random.NextDouble() < 0.9;
        return new Cell(
            indicator.Code, Filings.Said.Value, Math.Round(100 * part / whole, 2), hasParts ? part : null, hasParts ? whole : null, random.NextDouble() < 0.1 ? "P" : "A");
    }

    private static double Within(Indicator indicator, double value) => Math.Clamp(value, indicator.Least ?? 0, indicator.Most ?? 10_000_000);
}
