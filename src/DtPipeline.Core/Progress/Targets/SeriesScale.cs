using DtPipeline.Catalogue;

namespace DtPipeline.Progress.Targets;

/// <summary>Between which limits the figures of a series can lie.</summary>
/// <param name="Owed">Of a count how many there are to be counted; else null.</param>
internal sealed record SeriesScale(double Least, double Most, int? Owed)
{
    /// <summary>The series of a group's yes-or-no counts those who say yes.</summary>
    public static bool IsCount(Indicator indicator, string whose) => indicator.Kind == IndicatorKind.Flag && whose.StartsWith('@');

    public static SeriesScale Of(Indicator indicator, string whose, Period period, ReportingCatalogue catalogue)
    {
        if (IsCount(indicator, whose))
        {
            var owed = catalogue.WhoIsAsked(indicator, whose, period).Count();
            return new SeriesScale(0, owed, owed);
        }

        var parts = indicator.Aggregation == Aggregation.Sum && whose.StartsWith('@') ? catalogue.WhoIsAsked(indicator, whose, period).Count() : 1;
        return new SeriesScale(indicator.Minimum * parts ?? double.NegativeInfinity, indicator.Maximum * parts ?? double.PositiveInfinity, null);
    }

    public double Within(double value) => Math.Clamp(value, Least, Most);
}
