using DtPipeline.Answers.Models;
using DtPipeline.Answers.Views;
using DtPipeline.Answers.Views.Figures;
using DtPipeline.Azure.Ledger;
using DtPipeline.Azure.Publishing;
using DtPipeline.Catalogue;
using DtPipeline.Ledger;
using DtPipeline.Progress;
using DtPipeline.Time;

namespace DtPipeline.Azure.Viewing;

/// <summary>What the views of indicators are made of.</summary>
public sealed class FigureViews(ReadModels models, HistoryPublisher histories, AsOfReader past, LedgerStore ledger)
{
    // Of a series whose body has changed its code more often, the newest part is shown.
    private const int MostHistories = 3;

    public async Task<ViewModel> IndicatorsAsync(ViewQuestion ask, CancellationToken cancellationToken) =>
        IndicatorsView.Of(ask.OfPublished(), (await models.FindAsync(ReadModels.Indicators, cancellationToken))?.Read<IndicatorIndex>() ?? new IndicatorIndex([]));

    /// <returns>Null where the catalogue has no such indicator.</returns>
    public async Task<ViewModel?> IndicatorAsync(string code, ViewQuestion ask, CancellationToken cancellationToken)
    {
        if (ask.Catalogue.FindIndicator(code) is not { Task: null } indicator)
        {
            return null;
        }

        var model = (await models.FindIndicatorAsync(indicator.Code, cancellationToken))?.Read<IndicatorModel>();
        var at = ask.Of("asOf") is { } asOf ? MomentText.Of(asOf) : null;
        return IndicatorView.Of(
            ask.OfPublished(), indicator, model, at is { } moment && model is not null && IndicatorView.PeriodOf(ask, model) is { } period ? await PastAsync(indicator, period, moment, ask, cancellationToken) : null);
    }

    /// <returns>Null where there is no such organisation or indicator, or it may not be seen.</returns>
    public async Task<ViewModel?> ObservationsAsync(string code, string organisation, ViewQuestion ask, CancellationToken cancellationToken)
    {
        if (ask.Catalogue.FindIndicator(code) is not { Task: null } indicator || ask.Catalogue.FindOrganisation(organisation) is not { } body || !ask.MaySee(body.Code))
        {
            return null;
        }

        var read = await Task.WhenAll(OrganisationSeries.CodesOf(body, ask.Catalogue).Take(MostHistories).Select(async code => (Code: code, History: await histories.FindAsync(code, cancellationToken))));
        var series = new OrganisationSeries(body, read.Where(h => h.History is not null).ToDictionary(h => h.Code, h => h.History!, StringComparer.Ordinal), ask.Catalogue).Of(indicator);
        return ObservationView.Of(
            ask,
            body,
            series,
            ObservationView.PeriodOf(ask, series) is { } period && series.Points.Any(p => p.Period == period) ? await SourcesAsync(indicator, body, period, ask, cancellationToken) : []);
    }

    /// <summary>Of the body, or of the one that it goes on, or whose figure it was before, where the period was that one's.</summary>
    private async Task<IReadOnlyList<ValueSource>> SourcesAsync(Indicator indicator, Organisation body, Period period, ViewQuestion ask, CancellationToken cancellationToken)
    {
        var whose = indicator.NationalOnly
            ? indicator.OwnerOf(period)
            : OrganisationSeries.CodesOf(body, ask.Catalogue).FirstOrDefault(code => ask.Catalogue.FindOrganisation(code)?.Reports(period) == true);
        var rows = await ledger.ReadAllAsync(LedgerKey.Of(period, whose ?? body.Code), cancellationToken);
        var paths = rows.Where(LedgerRows.IsFile).ToDictionary(FileRows.IdOf, r => r.GetString("Path"), StringComparer.Ordinal);
        return
        [
            .. rows
                .Where(r => LedgerRows.IndicatorOf(r) == indicator.Code)
                .OrderBy(r => LedgerRows.IsObservation(r) ? 0 : 1)
                .ThenByDescending(r => r.GetDateTimeOffset("UploadedAt"))
                .ThenBy(r => r.RowKey, StringComparer.Ordinal)
                .Select(LedgerRows.ObservationOf)
                .Select(o => new ValueSource(o, paths.GetValueOrDefault(o.FileId))),
        ];
    }

    private async Task<PastFigures> PastAsync(Indicator indicator, string period, DateTimeOffset at, ViewQuestion ask, CancellationToken cancellationToken)
    {
        var asked = Period.TryParse(period, out var known) ? known : throw new ArgumentException($"'{period}' is no period.", nameof(period));
        var (then, since) = (past.ReadAsync(asked, at, cancellationToken), past.CompareAsync(asked, at, ask.Now > at ? ask.Now : at, cancellationToken));
        var ledgers = await then;
        var summary = new PeriodRollUp(ledgers, [], new PeriodLedgers(asked.YearBefore, new Dictionary<string, LedgerState>()), ask.Catalogue).Summarise(at);
        var figures = summary.Indicators.FirstOrDefault(i => i.Code == indicator.Code);
        return new PastFigures(
            at,
            ledgers.ByOrganisation.Where(l => l.Value.Observations.ContainsKey(indicator.Code)).ToDictionary(l => l.Key, l => l.Value.Observations[indicator.Code], StringComparer.Ordinal),
            figures switch { { RollUps: [var nation, ..] } => nation.Figure, { Groups: [var own, ..] } => own.Figure, _ => null },
            [.. (await since).Where(r => r.Indicator.Code == indicator.Code)]);
    }
}
