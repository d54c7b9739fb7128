using DtPipeline.Catalogue;
using DtPipeline.Faults;
using DtPipeline.Ledger;
using DtPipeline.Progress;
using FsCheck;
using FsCheck.Fluent;

namespace DtPipeline.Core.Tests.Progress;

/// <summary>Periods in which some have given values, some nothing to report, some nothing, some have taken back what they gave.</summary>
internal static class Drawn
{
    /// <summary>Seeds of <see cref="Ledgers"/>: what fails is shown by its seed.</summary>
    public static readonly Gen<int> Seeds = Gen.Choose(0, int.MaxValue - 1);

    /// <param name="share">The part of all values that is given.</param>
    /// <param name="weighted">The part of all ratios that comes with numerator and denominator.</param>
    public static PeriodLedgers Ledgers(Random random, string period, ReportingCatalogue catalogue, IReadOnlyList<string> indicators, double share = 0.8, double weighted = 1)
    {
        var of = TheCatalogue.Period(period);
        var byOrganisation = new Dictionary<string, LedgerState>(StringComparer.Ordinal);
        foreach (var organisation in catalogue.Organisations.Where(o => o.Reports(of)))
        {
            var observations = indicators
                .Select(i => Observation(random, catalogue.FindIndicator(i)!, share, weighted))
                .OfType<Observation>()
                .ToDictionary(o => o.Indicator, StringComparer.Ordinal);
            if (observations.Count > 0)
            {
                byOrganisation[organisation.Code] = LedgerState.Empty with { Observations = observations };
            }
        }

        return new PeriodLedgers(of, byOrganisation);
    }

    public static Observation Value(string indicator, double? value, double? numerator = null, double? denominator = null, string status = "A") =>
        new(indicator, value, status, numerator, denominator, null, "f1", Sent.At, Place.WholeFile);

    private static Observation? Observation(Random random, Indicator indicator, double share, double weighted)
    {
        if (random.NextDouble() >= share)
        {
            return random.Next(4) switch
            {
                0 => Value(indicator.Code, null, status: "M"),
                1 => Value(indicator.Code, null, status: "withdrawn"),
                _ => null,
            };
        }

        if (indicator.Kind == IndicatorKind.Flag)
        {
            return Value(indicator.Code, random.Next(2));
        }

        if (indicator.Kind != IndicatorKind.Ratio)
        {
            return Value(indicator.Code, random.Next(0, 2_000));
        }

        var denominator = random.Next(1, 500);
        var numerator = random.Next(0, denominator + 1);
        return random.NextDouble() < weighted
            ? Value(indicator.Code, 100.0 * numerator / denominator, numerator, denominator)
            : Value(indicator.Code, 100.0 * numerator / denominator);
    }
}
