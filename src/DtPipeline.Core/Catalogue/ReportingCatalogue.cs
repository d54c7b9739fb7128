using System.Collections.Frozen;
using DtPipeline.Deadlines;

namespace DtPipeline.Catalogue;

/// <summary>Everything the rules know about who reports what, and when. Whole and consistent once it exists.</summary>
public sealed class ReportingCatalogue(
    IReadOnlyList<Organisation> organisations,
    IReadOnlyList<Indicator> indicators,
    IReadOnlyList<Form> forms,
    IReadOnlyList<Regime> regimes,
    IReadOnlyList<AssignedTask> tasks,
    WorkingCalendar calendar)
{
    private readonly FrozenDictionary<string, Organisation> organisationsByCode =
        organisations.ToFrozenDictionary(o => o.Code, StringComparer.Ordinal);

    private readonly FrozenDictionary<string, Indicator> readableByCode =
        Readable(indicators, tasks).ToFrozenDictionary(i => i.Code, StringComparer.OrdinalIgnoreCase);

    private readonly Lazy<CatalogueNames> names = new(() => new CatalogueNames(organisations, Readable(indicators, tasks)));

    public CatalogueNames Names => names.Value;

    public IReadOnlyList<Organisation> Organisations => organisations;

    public IReadOnlyList<Indicator> Indicators => indicators;

    public IReadOnlyList<Form> Forms => forms;

    public IReadOnlyList<Regime> Regimes => regimes;

    public IReadOnlyList<AssignedTask> Tasks => tasks;

    public WorkingCalendar Calendar => calendar;

    public IReadOnlyList<Source> Sources { get; init; } = [];

    public Organisation? FindOrganisation(string code) => organisationsByCode.GetValueOrDefault(code);

    /// <summary>The indicator of a code, or the progress of the task of that code.</summary>
    public Indicator? FindIndicator(string code) => readableByCode.GetValueOrDefault(code);

    public IEnumerable<Form> FormsOwed(Period period, Organisation organisation) =>
        forms.Where(form => form.IsOwed(period, organisation));

    public IEnumerable<Organisation> WhoOwes(Form form, Period period) =>
        organisations.Where(organisation => form.IsOwed(period, organisation));

    /// <summary>What a row of a report may be about. The indicators first: a task's title never takes a name away from one.</summary>
    private static IReadOnlyList<Indicator> Readable(IReadOnlyList<Indicator> indicators, IReadOnlyList<AssignedTask> tasks) =>
        [.. indicators, .. tasks.Select(t => t.Progress())];
}
