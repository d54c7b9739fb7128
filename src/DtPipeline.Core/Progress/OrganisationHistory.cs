using DtPipeline.Catalogue;
using DtPipeline.Ledger;

namespace DtPipeline.Progress;

/// <summary>What stands of one organisation, over all periods: the content of <c>published/organisations/{organisation}.json</c>.</summary>
/// <param name="Indicators">By code; only those of which something stands. The progress of tasks is none of them.</param>
public sealed record OrganisationHistory(string Organisation, string NameVi, string NameEn, IReadOnlyList<IndicatorHistory> Indicators)
{
    public static OrganisationHistory Of(Organisation organisation) => new(organisation.Code, organisation.NameVi, organisation.NameEn, []);

    /// <summary>The same, with what a ledger says of its period in place of all that was known of it. Indicators that the catalogue has lost stay as they are.</summary>
    public OrganisationHistory With(Period period, LedgerState ledger, ReportingCatalogue catalogue)
    {
        var name = period.ToString();
        var indicators = Indicators.ToDictionary(i => i.Indicator, StringComparer.Ordinal);
        foreach (var history in Indicators.Where(h => catalogue.FindIndicator(h.Indicator) is not null))
        {
            indicators[history.Indicator] = history.Without(name);
        }

        foreach (var observation in ledger.Observations.Values.Where(o => o.IsAnswer))
        {
            if (catalogue.FindIndicator(observation.Indicator) is { Task: null } indicator)
            {
                var known = indicators.GetValueOrDefault(indicator.Code)?.Points ?? [];
                indicators[indicator.Code] = IndicatorHistory.Of(indicator, [.. known, HistoryPoint.Of(name, observation)]);
            }
        }

        return this with { Indicators = [.. indicators.Values.Where(h => h.Points.Count > 0).OrderBy(h => h.Indicator, StringComparer.Ordinal)] };
    }
}

/// <param name="Unit">The indicator's own when something of it was reported last.</param>
/// <param name="Points">The oldest first, at most one a period.</param>
public sealed record IndicatorHistory(string Indicator, string NameVi, string NameEn, string Unit, IReadOnlyList<HistoryPoint> Points)
{
    internal static IndicatorHistory Of(Indicator indicator, IEnumerable<HistoryPoint> points) => new(
        indicator.Code,
        indicator.NameVi,
        indicator.NameEn,
        indicator.Unit,
        [.. points.OrderBy(p => Period.TryParse(p.Period, out var period) ? period.FirstDay : DateOnly.MaxValue).ThenBy(p => p.Period, StringComparer.Ordinal)]);

    internal IndicatorHistory Without(string period) => this with { Points = [.. Points.Where(p => p.Period != period)] };
}

/// <summary>One value or nil, with the file that gave it.</summary>
/// <param name="Value">Null for a nil.</param>
/// <param name="Status">As in <see cref="Observation"/>.</param>
public sealed record HistoryPoint(string Period, double? Value, string Status, string FileId, DateTimeOffset UploadedAt)
{
    /// <summary>As in <see cref="Observation"/>: another than the indicator's own is compared with no other value.</summary>
    public string? Unit { get; init; }

    internal static HistoryPoint Of(string period, Observation observation) =>
        new(period, observation.Value, observation.Status, observation.FileId, observation.UploadedAt) { Unit = observation.Unit };
}
