using DtPipeline.Answers.Models;
using DtPipeline.Azure.Publishing;
using DtPipeline.Azure.Storage;
using DtPipeline.Catalogue;
using DtPipeline.Progress;

namespace DtPipeline.Azure.Serving;

/// <summary>What the read model of one period says of a form, or of an indicator: one blob read, however long ago the period is.</summary>
public sealed class PeriodCuts(ReadModels models, CatalogueStore catalogues, Asked asked)
{
    /// <summary>A form's period with everybody's state.</summary>
    public async Task<Served> FormAsync(string form, string period, CancellationToken cancellationToken) =>
        await asked.WhyNotAsync(period: period, form: form, cancellationToken: cancellationToken)
        ?? (await SummaryAsync(period, cancellationToken) is { } summary && FormFold.Cut(summary).TryGetValue(form, out var found) ? Served.Of(found) : NotThere(form, period));

    /// <summary>Who stands where.</summary>
    public async Task<Served> LeagueAsync(string indicator, string period, CancellationToken cancellationToken) =>
        await asked.WhyNotAsync(period: period, indicator: indicator, cancellationToken: cancellationToken)
        ?? (await SummaryAsync(period, cancellationToken) is { } summary && LeagueOf(summary, indicator, await catalogues.GetAsync(cancellationToken)) is { } found ? Served.Of(found) : NotThere(indicator, period));

    private async Task<PeriodSummary?> SummaryAsync(string period, CancellationToken cancellationToken) => (await models.FindPeriodAsync(period, cancellationToken))?.Read<PeriodSummary>();

    private static League? LeagueOf(PeriodSummary summary, string code, ReportingCatalogue catalogue) =>
        Period.TryParse(summary.Period, out var period) && catalogue.FindIndicator(code) is { } indicator && indicator.Frequency == period.Frequency
            ? new IndicatorCuts(summary, period, withLeague: true, catalogue).Of(indicator).League
            : null;

    private static Served NotThere(string code, string period) => Served.Unknown(
        "period.unpublished",
        $"Chưa có số liệu nào của {code} cho kỳ {period}, hoặc {code} không thuộc loại kỳ này. /api/v1/periods liệt kê các kỳ đã công bố.",
        $"Nothing of {code} is published for {period}, or {code} is of another frequency. /api/v1/periods lists the periods that are published.");
}
