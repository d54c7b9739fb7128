namespace DtPipeline.Progress.Anomalies;

/// <summary>
/// A value that is many times what was usual, or a small part of it, and farther from the last one than the series ever went in one step: thousands written for
/// units, a fraction for percent.
/// </summary>
/// <param name="PowerOfTen">The nearest; null where the value is none of what is usual, or less than three times it.</param>
internal sealed record UnitSlip(double Expected, int? PowerOfTen, double Strength)
{
    // A series that has come back from a slip that nobody mended goes about as far again.
    private const double BeyondOwnSteps = 1.25;

    // For zero, which is no power of ten of anything.
    private const double OfNothing = 1_000;

    /// <param name="factor">At least so many times, or at most its inverse, as a factor above 1.</param>
    /// <param name="resolution">A difference below so many of it as the factor says is of small numbers and no slip.</param>
    /// <returns>Null where it is none, or the series has zeros or negative values, which have no factor.</returns>
    public static UnitSlip? Of(JudgedSeries judged, double factor, double resolution)
    {
        if (judged.Changes.Any(c => c.Value <= 0 || c.Change <= 0) || FactorBetween(judged.Value, judged.Base + judged.Last) <= BeyondOwnSteps * LargestStep(judged))
        {
            return null;
        }

        var compared = new[] { judged.Median, judged.Last }
            .Select(usual => judged.Base + usual)
            .Where(expected => FactorBetween(judged.Value, expected) >= Math.Log(factor) && Math.Abs(judged.Value - expected) >= factor * resolution)
            .ToList();
        if (compared.Count == 0)
        {
            return null;
        }

        // The last value only where it tells the power better: of a series that has grown tenfold.
        var power = PowerOf(judged.Value, compared.MinBy(expected => FarFromPower(judged.Value, expected)));
        var named = compared.First(expected => PowerOf(judged.Value, expected) == power);
        return new UnitSlip(named, power, FactorBetween(judged.Value, named) / Math.Log(factor));
    }

    private static double LargestStep(JudgedSeries judged) =>
        judged.Changes.Skip(1).Zip(judged.Changes, (later, earlier) => FactorBetween(later.Value, later.Base + earlier.Change)).Max();

    /// <summary>As a logarithm, whichever of the two is the larger.</summary>
    private static double FactorBetween(double value, double expected) => value > 0 ? Math.Abs(Math.Log(value / expected)) : Math.Log(OfNothing);

    private static int? PowerOf(double value, double expected) => value > 0 && (int)Math.Round(Math.Log10(value / expected)) is var power and not 0 ? power : null;

    private static double FarFromPower(double value, double expected) => value > 0 ? Math.Abs(Math.Log10(value / expected) - Math.Round(Math.Log10(value / expected))) : 0;
}
