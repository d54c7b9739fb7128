using DtPipeline.Answers.Models;
using DtPipeline.Azure.Publishing;
using DtPipeline.Azure.Storage;
using DtPipeline.Progress;

namespace DtPipeline.Azure.Serving;

/// <summary>One indicator of one organisation over all periods.</summary>
/// <param name="Points">The oldest first.</param>
internal sealed record SeriesDetail(OrganisationFacts Organisation, IndicatorFacts Indicator, IReadOnlyList<SeriesValue> Points);

/// <param name="Status">SDMX OBS_STATUS; <c>B</c> begins a new definition.</param>
internal sealed record SeriesValue(string Period, string Status)
{
    /// <summary>Null for a nil.</summary>
    public double? Value { get; init; }

    /// <summary>The file that gave it; null where another body gave it, whose work this one goes on with.</summary>
    public string? FileId { get; init; }

    public DateTimeOffset? UploadedAt { get; init; }
}

/// <summary>Series of single organisations, from the histories that are published: with what a body was before, where it goes on unchanged under a new code.</summary>
public sealed class SeriesDesk(CatalogueStore catalogues, HistoryPublisher histories, Asked asked)
{
    public async Task<Served> ReadAsync(string organisationCode, string indicatorCode, CancellationToken cancellationToken)
    {
        if (await asked.WhyNotAsync(organisationCode, indicator: indicatorCode, cancellationToken: cancellationToken) is { } why)
        {
            return why;
        }

        var catalogue = await catalogues.GetAsync(cancellationToken);
        var (organisation, indicator) = (catalogue.FindOrganisation(organisationCode)!, catalogue.FindIndicator(indicatorCode)!);
        var own = await histories.FindAsync(organisation.Code, cancellationToken) ?? OrganisationHistory.Of(organisation);
        var given = (own.Indicators.FirstOrDefault(h => h.Indicator == indicator.Code)?.Points ?? []).ToDictionary(p => p.Period, StringComparer.Ordinal);
        var series = (await histories.SeriesOfAsync(organisation, own, catalogue, cancellationToken)).Of(indicator);
        return Served.Of(new SeriesDetail(
            OrganisationFacts.Of(organisation),
            IndicatorFacts.Of(indicator),
            [
                .. series.Points.Select(p => new SeriesValue(p.Period.ToString(), p.Status)
                {
                    Value = p.Value,
                    FileId = given.GetValueOrDefault(p.Period.ToString())?.FileId,
                    UploadedAt = given.GetValueOrDefault(p.Period.ToString())?.UploadedAt,
                }),
            ]));
    }
}
