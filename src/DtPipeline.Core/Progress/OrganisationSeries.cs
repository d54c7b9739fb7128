using DtPipeline.Catalogue;

namespace DtPipeline.Progress;

/// <summary>
/// The series of one organisation, of all its indicators: with what it was before, where it goes on unchanged under a new code
/// (<see cref="Lineage"/>), and of a national figure with what its owners before it gave.
/// </summary>
/// <param name="histories">By code, of those that <see cref="CodesOf"/> names; of whom there is none nothing was reported.</param>
public sealed class OrganisationSeries(Organisation organisation, IReadOnlyDictionary<string, OrganisationHistory> histories, ReportingCatalogue catalogue)
{
    private readonly IReadOnlyList<string> line = [.. Lineage.Of(organisation, catalogue).Select(o => o.Code)];

    private readonly Dictionary<(string Organisation, string Indicator), IReadOnlyList<HistoryPoint>> points =
        histories.SelectMany(h => h.Value.Indicators.Select(i => (Key: (h.Key, i.Indicator), i.Points))).DistinctBy(p => p.Key).ToDictionary(p => p.Key, p => p.Points);

    public Organisation Organisation => organisation;

    /// <summary>Whose histories the series are made of; its own is the first.</summary>
    public static IReadOnlyList<string> CodesOf(Organisation organisation, ReportingCatalogue catalogue) =>
    [
        .. Lineage.Of(organisation, catalogue).Select(o => o.Code)
            .Concat(catalogue.Indicators.Where(i => i.Owners.Any(o => o.Organisation == organisation.Code)).SelectMany(i => i.Owners).Select(o => o.Organisation))
            .Distinct(StringComparer.Ordinal),
    ];

    /// <summary>Of every indicator of which the organisation itself has reported something.</summary>
    public IEnumerable<Series> All =>
        histories.GetValueOrDefault(organisation.Code) is { } own
            ? own.Indicators.Select(h => catalogue.FindIndicator(h.Indicator)).OfType<Indicator>().Select(Of)
            : [];

    /// <summary>What was taken in another unit, or for periods of another frequency, is not in it.</summary>
    public Series Of(Indicator indicator)
    {
        var given = new SortedDictionary<DateOnly, SeriesPoint>();
        foreach (var (code, point) in WhoseOf(indicator).SelectMany(code => PointsOf(code, indicator).Select(p => (code, p))))
        {
            if (Period.TryParse(point.Period, out var period) && IsOf(indicator, period, code, point.Unit))
            {
                given.TryAdd(period.FirstDay, new SeriesPoint(period, point.Value, point.Status));
            }
        }

        return new Series(indicator, organisation.Code, [.. given.Values]);
    }

    private IEnumerable<string> WhoseOf(Indicator indicator) =>
        indicator.NationalOnly ? indicator.Owners.Select(o => o.Organisation).Distinct(StringComparer.Ordinal) : line;

    private static bool IsOf(Indicator indicator, Period period, string code, string? unit) =>
        period.Frequency == indicator.Frequency && (unit is null || unit == indicator.Unit) && (!indicator.NationalOnly || indicator.OwnerOf(period) == code);

    private IReadOnlyList<HistoryPoint> PointsOf(string code, Indicator indicator) => points.GetValueOrDefault((code, indicator.Code)) ?? [];
}
