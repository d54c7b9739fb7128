using DtPipeline.Catalogue;
using DtPipeline.Deadlines;
using DtPipeline.Ledger;
using DtPipeline.Time;

namespace DtPipeline.Progress;

/// <summary>Ledgers of one period by organisation code.</summary>
public sealed record PeriodLedgers(Period Period, IReadOnlyDictionary<string, LedgerState> ByOrganisation)
{
    public Observation? Find(string organisation, string indicator) => ByOrganisation.GetValueOrDefault(organisation)?.Observations.GetValueOrDefault(indicator);
}

/// <param name="Delta">Against the previous period with a value; null without any.</param>
public sealed record ValueChange(Indicator Indicator, double? Value, Delta? Delta);

/// <summary>Brings the ledgers of a period together with those before it: figures, deltas and rates.</summary>
/// <param name="earlier">Earlier periods of the same frequency, nearest first; the first with a value is what a value is compared with.</param>
public sealed class PeriodRollUp(PeriodLedgers current, IReadOnlyList<PeriodLedgers> earlier, PeriodLedgers yearBefore, ReportingCatalogue catalogue)
{
    /// <summary>How many periods back a previous value is looked for.</summary>
    public const int PeriodsBack = 4;

    private readonly Dictionary<string, IReadOnlyList<Organisation>> lines = catalogue.Organisations
        .Where(o => o.Reports(current.Period))
        .ToDictionary(o => o.Code, o => Lineage.Of(o, catalogue), StringComparer.Ordinal);

    /// <summary>The periods that a period is compared with beside that of the year before, the nearest first.</summary>
    public static IReadOnlyList<Period> EarlierThan(Period period)
    {
        var earlier = new List<Period>();
        for (var before = period.Previous; earlier.Count < PeriodsBack; before = before.Previous)
        {
            earlier.Add(before);
        }

        return earlier;
    }

    public PeriodSummary Summarise(DateTimeOffset now)
    {
        var today = VietnamTime.DayOf(now);
        var forms = catalogue.Forms.Where(f => f.IsOwed(current.Period)).ToList();
        var obligations = forms
            .SelectMany(f => catalogue.WhoOwes(f, current.Period).Select(o =>
                ObligationRule.Decide(f, o, current.Period, current.ByOrganisation.GetValueOrDefault(o.Code)?.Facts, today, catalogue)))
            .ToList();
        return new PeriodSummary(
            current.Period.ToString(),
            now,
            [.. catalogue.Indicators.Where(i => i.Frequency == current.Period.Frequency && i.IsReportedFor(current.Period)).Select(i => Summarise(i, forms, today))],
            [.. forms.Select(f => FormSummary.Of(f, DueDay.Of(f, current.Period, catalogue), [.. obligations.Where(o => o.Form == f.Code)], today))],
            [.. catalogue.Organisations.Where(o => o.Reports(current.Period)).Select(o => Summarise(o, obligations))]);
    }

    /// <summary>For each organisation, how each of its values changed. Nothing is said of partitions that hold nothing.</summary>
    public IEnumerable<(Owner Owner, IReadOnlyList<ValueChange> Changes)> Changes()
    {
        foreach (var (code, ledger) in current.ByOrganisation)
        {
            if (catalogue.FindOrganisation(code) is { } organisation)
            {
                yield return (new Owner(organisation, current.Period), [.. ledger.Observations.Values
                    .OrderBy(o => o.Indicator, StringComparer.Ordinal)
                    .Select(o => (Observation: o, Indicator: catalogue.FindIndicator(o.Indicator)))
                    .Where(x => x.Indicator is { Task: null })
                    .Select(x => new ValueChange(x.Indicator!, x.Observation.Value, AgainstPrevious(x.Indicator!, organisation, ComparableIn(x.Observation, x.Indicator!))))]);
            }
        }
    }

    /// <summary>Who is exempt owes no value; one that is given all the same is in the figure, and counted.</summary>
    private IndicatorSummary Summarise(Indicator indicator, List<Form> forms, DateOnly today)
    {
        IEnumerable<GroupFigure> groups = indicator.OwnerOf(current.Period) is { } owner
            ? [Summarise(indicator, owner, catalogue.Organisations.Where(o => o.IsIn(owner) && o.Reports(current.Period)))]
            : forms.Where(f => f.AsksFor(current.Period).Any(i => i.Indicator == indicator.Code)).Select(f => Summarise(
                indicator,
                f.OwedBy,
                catalogue.WhoOwes(f, current.Period).Where(o => !catalogue.Grants.IsExempt(f, o, current.Period, today) || current.Find(o.Code, indicator.Code)?.IsAnswer == true)));
        return new IndicatorSummary(indicator.Code, indicator.NameVi, indicator.NameEn, indicator.Unit, [.. groups]);
    }

    private GroupFigure Summarise(Indicator indicator, string group, IEnumerable<Organisation> members)
    {
        var owing = members.ToList();
        return new GroupFigure(
            group,
            RolledUp.Of(indicator, owing.Select(o => Now(o, indicator)).OfType<Observation>(), owing.Count),
            earlier.Where(e => owing.Exists(o => Before(o, indicator, e)?.Value is not null)).Take(1).Select(e => Change(indicator, owing, e)).SingleOrDefault(),
            Change(indicator, owing, yearBefore));
    }

    private GroupDelta? Change(Indicator indicator, List<Organisation> owing, PeriodLedgers before) =>
        GroupDelta.Of(indicator, owing.ConvertAll(o => (Now(o, indicator), Before(o, indicator, before))), before.Period.ToString());

    private OrganisationSummary Summarise(Organisation organisation, List<Obligation> obligations)
    {
        var observations = current.ByOrganisation.GetValueOrDefault(organisation.Code)?.Observations ?? new Dictionary<string, Observation>();
        var values = new SortedDictionary<string, OrganisationFigure>(StringComparer.Ordinal);
        foreach (var observation in observations.Values.Where(o => o.IsAnswer))
        {
            if (catalogue.FindIndicator(observation.Indicator) is { Task: null } indicator)
            {
                var value = ComparableIn(observation, indicator);
                values[indicator.Code] = new OrganisationFigure(
                    observation.Value,
                    observation.Status,
                    AgainstPrevious(indicator, organisation, value),
                    Delta.Of(indicator, value, yearBefore.Period.ToString(), Before(organisation, indicator, yearBefore)?.Value))
                {
                    Unit = observation.IsIn(indicator) ? null : observation.Unit,
                };
            }
        }

        var owed = obligations
            .Where(o => o.Organisation == organisation.Code)
            .Select(o => new OrganisationObligation(o.Form, Obligation.NameOf(o.State), o.FirstReceived, o.FirstAccepted, o.Provided, o.Required)
            {
                Incomplete = o.IsIncomplete,
                Evidence = EvidenceRule.NameOf(o.Evidence),
            });
        return new OrganisationSummary(organisation.Code, organisation.NameVi, organisation.NameEn, values, [.. owed]);
    }

    private Delta? AgainstPrevious(Indicator indicator, Organisation organisation, double? value) => earlier
        .Select(e => Delta.Of(indicator, value, e.Period.ToString(), Before(organisation, indicator, e)?.Value))
        .FirstOrDefault(d => d is not null);

    private Observation? Now(Organisation organisation, Indicator indicator) => current.Find(organisation.Code, indicator.Code) is { } o && o.IsIn(indicator) ? o : null;

    /// <summary>
    /// The organisation's own value of an earlier period, or that of the body which it goes on unchanged; for the owner of a national figure, that of its owner then.
    /// </summary>
    private Observation? Before(Organisation organisation, Indicator indicator, PeriodLedgers before)
    {
        var whose = indicator.OwnerOf(current.Period) == organisation.Code && indicator.OwnerOf(before.Period) is { } owner
            ? [owner]
            : (lines.GetValueOrDefault(organisation.Code) ?? [organisation]).Select(o => o.Code);
        return whose.Select(code => before.Find(code, indicator.Code)).FirstOrDefault(o => o is { Value: not null } && o.IsIn(indicator));
    }

    private static double? ComparableIn(Observation observation, Indicator indicator) => observation.IsIn(indicator) ? observation.Value : null;
}
