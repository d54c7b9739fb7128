using System.Collections.Frozen;
using DtPipeline.Alerts;
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

    private readonly FrozenDictionary<string, Indicator> indicatorsByCode =
        indicators.ToFrozenDictionary(i => i.Code, StringComparer.OrdinalIgnoreCase);

    private readonly Lazy<CatalogueNames> names = new(() => new CatalogueNames(organisations, indicators));

    public CatalogueNames Names => names.Value;

    public IReadOnlyList<Organisation> Organisations => organisations;

    public IReadOnlyList<Indicator> Indicators => indicators;

    public IReadOnlyList<Form> Forms => forms;

    public IReadOnlyList<Regime> Regimes => regimes;

    public IReadOnlyList<AssignedTask> Tasks => tasks;

    public WorkingCalendar Calendar => calendar;

    public IReadOnlyList<Source> Sources { get; init; } = [];

    public IReadOnlyList<Recipient> Recipients { get; init; } = [];

    public Grants Grants { get; init; } = Grants.None;

    public Organisation? FindOrganisation(string code) => organisationsByCode.GetValueOrDefault(code);

    public Indicator? FindIndicator(string code) => indicatorsByCode.GetValueOrDefault(code);

    public IEnumerable<Form> FormsOwed(Period period, Organisation organisation) =>
        forms.Where(form => form.IsOwed(period, organisation));

    public IEnumerable<Organisation> WhoOwes(Form form, Period period) =>
        organisations.Where(organisation => form.IsOwed(period, organisation));
}
