using System.Collections.Frozen;

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

    private CatalogueNames? names;
    private FrozenDictionary<string, Indicator>? readableByCode;
    private ILookup<string, Organisation>? predecessors;

    public CatalogueNames Names => names ??= new CatalogueNames(organisations, Readable);

    public IReadOnlyList<Organisation> Organisations => organisations;

    public IReadOnlyList<Indicator> Indicators => indicators;

    /// <summary>What a row of a report may be about: the indicators, then the progress of the tasks.</summary>
    internal IReadOnlyList<Indicator> Readable { get; } = [.. indicators, .. tasks.Select(t => t.Progress())];

    public IReadOnlyList<Form> Forms => forms;

    public IReadOnlyList<Regime> Regimes => regimes;

    public IReadOnlyList<AssignedTask> Tasks => tasks;

    public WorkingCalendar Calendar => calendar;

    public IReadOnlyList<Source> Sources { get; init; } = [];

    /// <summary>Those of targets.csv; beside them an indicator may have one of its own.</summary>
    public IReadOnlyList<Target> Targets { get; init; } = [];

    public IReadOnlyList<Recipient> Recipients { get; init; } = [];

    public Grants Grants { get; init; } = Grants.None;

    public IReadOnlyList<Tile> Tiles { get; init; } = [];

    public Organisation? FindOrganisation(string code) => organisationsByCode.GetValueOrDefault(code);

    /// <summary>Who names an organisation as its successor.</summary>
    internal IEnumerable<Organisation> PredecessorsOf(Organisation organisation) =>
        (predecessors ??= organisations.Where(o => o.SuccessorCode is not null).ToLookup(o => o.SuccessorCode!, StringComparer.Ordinal))[organisation.Code];

    /// <summary>The indicator of a code, or the progress of the task of that code.</summary>
    public Indicator? FindIndicator(string code) =>
        (readableByCode ??= Readable.ToFrozenDictionary(i => i.Code, StringComparer.OrdinalIgnoreCase)).GetValueOrDefault(code);

    /// <summary>What a form asks of an organisation for a period: nothing that is not reported then, and no national figure of somebody else.</summary>
    public IEnumerable<FormIndicator> Asked(Form form, Organisation organisation, Period period) =>
        form.AsksFor(period).Where(i => FindIndicator(i.Indicator)!.IsReportedBy(organisation, period));

    /// <summary>The national figures of a period that are an organisation's own, whether or not a form asks for them.</summary>
    public IEnumerable<Indicator> NationalOf(Organisation organisation, Period period) =>
        indicators.Where(i => i.Frequency == period.Frequency && i.OwnerOf(period) == organisation.Code && i.IsReportedFor(period));

    public IEnumerable<Form> FormsOwed(Period period, Organisation organisation) =>
        forms.Where(form => form.IsOwed(period, organisation));

    public IEnumerable<Organisation> WhoOwes(Form form, Period period) =>
        organisations.Where(organisation => form.IsOwed(period, organisation));

    /// <summary>Who is asked for an indicator for a period, of a group or of one organisation; for a national figure its owner.</summary>
    public IEnumerable<Organisation> WhoIsAsked(Indicator indicator, string whose, Period period) =>
        indicator.NationalOnly
            ? organisations.Where(o => o.IsIn(whose) && indicator.OwnerOf(period) == o.Code && o.Reports(period))
            : indicator.IsReportedFor(period) && forms.Where(f => f.IsOwed(period) && f.AsksFor(period).Any(i => i.Indicator == indicator.Code)).ToList() is { Count: > 0 } asking
            ? organisations.Where(o => o.IsIn(whose) && asking.Exists(f => f.IsOwed(period, o)))
            : [];

    /// <summary>The same, with what another one grants.</summary>
    internal ReportingCatalogue With(Grants others) =>
        new(organisations, indicators, forms, regimes, tasks, calendar) { Sources = Sources, Targets = Targets, Recipients = Recipients, Tiles = Tiles, Grants = others };
}
