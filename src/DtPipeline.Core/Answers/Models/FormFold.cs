using DtPipeline.Catalogue;
using DtPipeline.Progress;

namespace DtPipeline.Answers.Models;

/// <summary>Brings what periods say of how a form was filed into the form's model and into the index of all.</summary>
public static class FormFold
{
    private const int MostPeriodsWithCells = 24;
    private const int MostCells = 10_000;
    private const int PeriodsOfIndex = 12;
    private const int Decimals = 4;

    /// <summary>All that is kept of a period's summary for the models of its forms, by form.</summary>
    public static IReadOnlyDictionary<string, FormPeriod> Cut(PeriodSummary summary)
    {
        var cells = summary.Organisations
            .SelectMany(o => o.Obligations.Select(b => (b.Form, Cell: new FormCell(o.Code, b.State, b.Provided, b.Required)
            {
                Incomplete = b.Incomplete,
                FirstReceived = b.FirstReceived,
                FirstAccepted = b.FirstAccepted,
                DueDay = b.DueDay,
                Evidence = b.Evidence,
            })))
            .ToLookup(c => c.Form, c => c.Cell, StringComparer.Ordinal);
        return summary.Forms.ToDictionary(
            f => f.Form,
            f => new FormPeriod(summary.Period, f.DueDay, f.EffectiveDueDay, f.States, f.Incomplete, f.ReportingRate, f.OnTimeRate, f.Completeness)
            {
                Evidence = f.Evidence,
                Cells = [.. cells[f.Form].OrderBy(c => c.Organisation, StringComparer.Ordinal)],
            },
            StringComparer.Ordinal);
    }

    /// <param name="known">Null where nothing was published.</param>
    /// <param name="said">By period what is said of it now; null for one in which nobody owes the form any more.</param>
    public static FormModel With(FormModel? known, Form form, IReadOnlyDictionary<string, FormPeriod?> said, ReportingCatalogue catalogue)
    {
        var newest = (known?.Periods ?? [])
            .Where(p => !said.ContainsKey(p.Period))
            .Concat(said.Values.OfType<FormPeriod>())
            .Where(p => Period.TryParse(p.Period, out var period) && period.Frequency == form.Frequency)
            .OrderByDescending(p => p.Period, StringComparer.Ordinal)
            .ToList();
        var (periods, count) = (new List<FormPeriod>(), 0);
        foreach (var (at, period) in newest.Index())
        {
            count += period.Cells?.Count ?? 0;
            var hasCells = at == 0 || (at < MostPeriodsWithCells && count <= MostCells);
            periods.Add(period with { Cells = hasCells ? period.Cells : null, Change = at + 1 < newest.Count ? ChangeOf(period, newest[at + 1]) : null });
        }

        var named = periods.SelectMany(p => p.Cells ?? []).Select(c => c.Organisation).ToHashSet(StringComparer.Ordinal);
        return new FormModel(
            form.Code,
            form.NameVi,
            form.NameEn,
            form.Frequency.Name().En,
            form.OwedBy,
            [.. catalogue.Organisations.Where(o => named.Contains(o.Code)).OrderBy(o => o.Code, StringComparer.Ordinal).Select(OrganisationFacts.Of)],
            periods);
    }

    /// <summary>The index in the order of the catalogue: forms of which nothing is published yet are left out.</summary>
    /// <param name="changed">Of models as they stand now; of all others the index goes on with what it says.</param>
    public static ComplianceIndex With(ComplianceIndex? known, IEnumerable<FormModel> changed, ReportingCatalogue catalogue)
    {
        var forms = (known?.Forms ?? []).ToDictionary(f => f.Form, StringComparer.Ordinal);
        foreach (var line in changed)
        {
            forms[line.Form] = line;
        }

        return new ComplianceIndex([.. catalogue.Forms.Select(f => forms.GetValueOrDefault(f.Code)).OfType<FormModel>()]);
    }

    /// <summary>All that the index says of a model.</summary>
    public static FormModel LineOf(FormModel model) => model with { Organisations = [], Periods = [.. model.Periods.Take(PeriodsOfIndex).Select(p => p with { Cells = null })] };

    private static RateChange ChangeOf(FormPeriod now, FormPeriod before) => new(
        before.Period,
        Difference(now.ReportingRate, before.ReportingRate),
        Difference(now.OnTimeRate, before.OnTimeRate),
        Difference(now.Completeness, before.Completeness));

    private static double? Difference(double? now, double? before) => now is { } a && before is { } b ? Math.Round(a - b, Decimals) : null;
}
