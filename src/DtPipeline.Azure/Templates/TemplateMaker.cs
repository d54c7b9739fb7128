using DtPipeline.Answers.Templates;
using DtPipeline.Azure.Ledger;
using DtPipeline.Azure.Storage;
using DtPipeline.Catalogue;
using DtPipeline.Ledger;
using DtPipeline.Progress;
using DtPipeline.Reading;
using DtPipeline.Texts;
using DtPipeline.Time;

namespace DtPipeline.Azure.Templates;

/// <summary>Makes the workbook that an organisation fills in for a period, with what it filed last beside each indicator and each task that is not done.</summary>
public sealed class TemplateMaker(CatalogueStore catalogues, LedgerStore ledger, TaskStore tasks, PipelineSettings settings, TimeProvider clock)
{
    /// <returns>The workbook, or why there is none.</returns>
    public async Task<(byte[]? Workbook, Bilingual? Why)> MakeAsync(string organisation, string period, CancellationToken cancellationToken)
    {
        var catalogue = await catalogues.GetAsync(cancellationToken);
        var (path, fault) = ReportPath.Parse($"{organisation}/{period}/template.xlsx", catalogue, VietnamTime.DayOf(clock.GetUtcNow()));
        if (path is null)
        {
            return (null, fault!.Message);
        }

        var owed = catalogue.FormsOwed(path.Period, path.Organisation)
            .SelectMany(f => catalogue.Asked(f, path.Organisation, path.Period))
            .Concat(catalogue.NationalOf(path.Organisation, path.Period).Select(i => new FormIndicator(i.Code, Required: false)))
            .DistinctBy(i => i.Indicator)
            .Select(i => (Indicator: catalogue.FindIndicator(i.Indicator)!, i.Required))
            .ToList();
        if (owed.Count == 0)
        {
            return (null, new Bilingual($"{organisation} không phải nộp biểu mẫu nào cho kỳ {period}.", $"{organisation} owes no form for {period}."));
        }

        var last = await LastValuesAsync(path, catalogue, cancellationToken);
        var rows = owed.Select(o => last.TryGetValue(o.Indicator.Code, out var value)
            ? new TemplateRow(o.Indicator, o.Required, value.Value, value.Period)
            : new TemplateRow(o.Indicator, o.Required, null, null));
        var open = (await tasks.ReadAsync(path.Organisation, path.Period.LastDay, catalogue, cancellationToken))
            .Where(s => !s.IsDone)
            .Select(s => new TemplateRow(catalogue.FindIndicator(s.Task.Code)!, false, s.Progress, null));
        return (TemplateWorkbook.Of(new TemplateForm(path.Organisation, path.Period, [.. rows]) { Tasks = [.. open], Help = settings.Help }), null);
    }

    private async Task<Dictionary<string, (double Value, Period Period)>> LastValuesAsync(ReportPath path, ReportingCatalogue catalogue, CancellationToken cancellationToken)
    {
        var last = new Dictionary<string, (double Value, Period Period)>(StringComparer.Ordinal);
        var period = path.Period.Previous;
        for (var back = 0; back < PeriodRollUp.PeriodsBack; back++, period = period.Previous)
        {
            var snapshot = await ledger.ReadAsync(LedgerKey.Of(period, path.Organisation.Code), cancellationToken);
            foreach (var (indicator, observation) in snapshot.State.Observations)
            {
                if (observation.Value is { } value && catalogue.FindIndicator(indicator) is { } known && observation.IsIn(known))
                {
                    last.TryAdd(indicator, (value, period));
                }
            }
        }

        return last;
    }
}
