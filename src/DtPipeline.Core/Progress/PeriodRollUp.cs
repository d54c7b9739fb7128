using DtPipeline.Catalogue;
using DtPipeline.Deadlines;
using DtPipeline.Ledger;
using DtPipeline.Time;

namespace DtPipeline.Progress;

/// <summary>Ledgers of one period by organisation code.</summary>
public sealed record PeriodLedgers(Period Period, IReadOnlyDictionary<string, LedgerState> ByOrganisation)
{
    /// <summary>Of a period of which nothing was reported.</summary>
    public static PeriodLedgers None(Period period) => new(period, new Dictionary<string, LedgerState>());

    public Observation? Find(string organisation, string indicator) => ByOrganisation.GetValueOrDefault(organisation)?.Observations.GetValueOrDefault(indicator);
}

/// <summary>Brings the ledgers of a period together with those before it: figures, deltas and rates.</summary>
/// <param name="earlier">Earlier periods of the same frequency, nearest first; the first with a value is what a value is compared with.</param>
public sealed class PeriodRollUp(PeriodLedgers current, IReadOnlyList<PeriodLedgers> earlier, PeriodLedgers yearBefore, ReportingCatalogue catalogue)
{
    /// <summary>How many periods back a previous value is looked for.</summary>
    public const int PeriodsBack = 4;

    private readonly List<(PeriodLedgers Ledgers, string Name)> before = [.. earlier.Select(e => (e, e.Period.ToString()))];

    private readonly string yearBeforeName = yearBefore.Period.ToString();

    private readonly Dictionary<string, IReadOnlyList<Organisation>> lines = catalogue.Organisations
        .Where(o => o.Reports(current.Period))
        .ToDictionary(o => o.Code, o => Lineage.Of(o, catalogue), StringComparer.Ordinal);

    private readonly Dictionary<string, IReadOnlyList<ReportingGroup>> groups = catalogue.Organisations
        .Where(o => o.Reports(current.Period))
        .ToDictionary(o => o.Code, ReportingGroup.Of, StringComparer.Ordinal);

    /// <summary>Where a sender itself calls a value a break, in the period and the earlier ones: the latest of them.</summary>
    private readonly Dictionary<(string Organisation, string Indicator), Period> breaks = earlier.Prepend(current)
        .SelectMany(e => e.ByOrganisation.SelectMany(o => o.Value.Observations.Values.Where(v => v.Status == SeriesPoint.Break).Select(v => (Key: (o.Key, v.Indicator), e.Period))))
        .DistinctBy(b => b.Key)
        .ToDictionary(b => b.Key, b => b.Period);

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

    public PeriodSummary Summarise(DateTimeOffset now) => Summarise(now, Indicators(VietnamTime.DayOf(now)));

    /// <summary>What a summary says of each indicator, and nothing of the bodies.</summary>
    internal IReadOnlyList<IndicatorSummary> Indicators(DateOnly today)
    {
        var forms = catalogue.Forms.Where(f => f.IsOwed(current.Period)).ToList();
        return [.. catalogue.Indicators.Where(i => i.Frequency == current.Period.Frequency && i.IsReportedFor(current.Period)).AsParallel().AsOrdered().Select(i => Summarise(i, forms, today))];
    }

    /// <param name="indicators">Of <see cref="Indicators"/> on the same day.</param>
    internal PeriodSummary Summarise(DateTimeOffset now, IReadOnlyList<IndicatorSummary> indicators)
    {
        var today = VietnamTime.DayOf(now);
        var forms = catalogue.Forms.Where(f => f.IsOwed(current.Period)).ToList();
        var obligations = forms
            .SelectMany(f => catalogue.WhoOwes(f, current.Period).Select(o =>
                ObligationRule.Decide(f, o, current.Period, current.ByOrganisation.GetValueOrDefault(o.Code)?.Facts, today, catalogue)))
            .ToList();
        var due = forms.ToDictionary(f => f.Code, f => DueDay.Of(f, current.Period, catalogue), StringComparer.Ordinal);
        var byOrganisation = obligations.ToLookup(o => o.Organisation, StringComparer.Ordinal);
        var byForm = obligations.ToLookup(o => o.Form, StringComparer.Ordinal);
        var organisations = catalogue.Organisations.Where(o => o.Reports(current.Period)).AsParallel().AsOrdered().Select(o => Summarise(o, byOrganisation[o.Code], due)).ToList();
        PeerRanks.Fill(organisations, catalogue);
        return new PeriodSummary(
            current.Period.ToString(),
            now,
            indicators,
            [.. forms.Select(f => FormSummary.Of(f, due[f.Code], [.. byForm[f.Code]], today))],
            organisations);
    }

    /// <summary>Who is exempt owes no value; one that is given all the same is in the figure, and counted.</summary>
    private IndicatorSummary Summarise(Indicator indicator, List<Form> forms, DateOnly today)
    {
        if (indicator.OwnerOf(current.Period) is { } owner)
        {
            var alone = MembersOf(indicator, catalogue.Organisations.Where(o => o.IsIn(owner) && o.Reports(current.Period)));
            return SummaryOf(indicator, [Figure(alone, owner)], alone.Owing.Select(o => RollUp(alone, ReportingGroup.OfOwner(o), alone.All)));
        }

        var byForm = forms.Where(f => f.AsksFor(current.Period).Any(i => i.Indicator == indicator.Code)).Select(f => (Form: f, Members: MembersOf(
            indicator,
            catalogue.WhoOwes(f, current.Period).Where(o => !catalogue.Grants.IsExempt(f, o, current.Period, today) || current.Find(o.Code, indicator.Code)?.IsAnswer == true)))).ToList();
        var everybody = byForm is [var (_, only)] ? only : MembersOf(indicator, byForm.SelectMany(f => f.Members.Owing).Distinct());
        return SummaryOf(
            indicator,
            byForm.Select(f => Figure(f.Members, f.Form.OwedBy)),
            ReportingGroup.Among(everybody.Owing, o => groups[o.Code]).Select(g => RollUp(everybody, g.Group, g.Members)));
    }

    private IndicatorSummary SummaryOf(Indicator indicator, IEnumerable<GroupFigure> figures, IEnumerable<GroupRollUp> rollUps) =>
        new(indicator.Code, indicator.NameVi, indicator.NameEn, indicator.Unit, [.. figures])
        {
            RollUps = [.. rollUps],
            ChangeUnit = ChangeUnit.Of(indicator),
            BreakFrom = indicator.BreakBefore(current.Period)?.ToString(),
        };

    private OwingMembers MembersOf(Indicator indicator, IEnumerable<Organisation> owing) =>
        new(indicator, current.Period, [.. owing], o => Now(o, indicator), (o, e) => Before(o, indicator, e));

    private GroupFigure Figure(OwingMembers members, string group)
    {
        var (previous, aYearBefore) = (members.ChangeSinceNearest(members.All, earlier), members.Change(members.All, yearBefore));
        return new GroupFigure(group, members.Figure(members.All), previous, aYearBefore)
        {
            NoPrevious = previous is null ? members.LackingSinceNearest(members.All, earlier) : null,
            NoYearBefore = aYearBefore is null ? members.Lacking(members.All, yearBefore) : null,
        };
    }

    private GroupRollUp RollUp(OwingMembers members, ReportingGroup group, List<int> places)
    {
        var (previous, aYearBefore) = (members.ChangeSinceNearest(places, earlier), members.Change(places, yearBefore));
        return new GroupRollUp(group.Code, group.Level, group.Name.Vi, group.Name.En, members.Figure(places), previous, aYearBefore)
        {
            NoPrevious = previous is null ? members.LackingSinceNearest(places, earlier) : null,
            NoYearBefore = aYearBefore is null ? members.Lacking(places, yearBefore) : null,
        };
    }

    private OrganisationSummary Summarise(Organisation organisation, IEnumerable<Obligation> obligations, Dictionary<string, DueDay> due)
    {
        var observations = current.ByOrganisation.GetValueOrDefault(organisation.Code)?.Observations ?? new Dictionary<string, Observation>();
        var values = new SortedList<string, OrganisationFigure>(observations.Count, StringComparer.Ordinal);
        foreach (var observation in observations.Values.Where(o => o.IsAnswer))
        {
            if (catalogue.FindIndicator(observation.Indicator) is { Task: null } indicator)
            {
                var value = ComparableIn(observation, indicator);
                var previous = AgainstPrevious(indicator, organisation, value);
                var aYearBefore = Delta.Of(indicator, value, yearBeforeName, Before(organisation, indicator, yearBefore)?.Value);
                values[indicator.Code] = new OrganisationFigure(observation.Value, observation.Status, previous, aYearBefore)
                {
                    NoPrevious = previous is null ? Lacking(indicator, organisation, observation, current.Period.Previous) : null,
                    NoYearBefore = aYearBefore is null ? Lacking(indicator, organisation, observation, yearBefore.Period) : null,
                    Unit = observation.IsIn(indicator) ? null : observation.Unit,
                };
            }
        }

        var owed = obligations.Select(o => new OrganisationObligation(o.Form, Obligation.NameOf(o.State), o.FirstReceived, o.FirstAccepted, o.Provided, o.Required)
        {
            Incomplete = o.IsIncomplete,
            DueDay = o.Due.Effective == due[o.Form].Effective ? null : o.Due.Effective,
            Evidence = EvidenceRule.NameOf(o.Evidence),
        });
        return new OrganisationSummary(organisation.Code, organisation.NameVi, organisation.NameEn, values, [.. owed]);
    }

    private Delta? AgainstPrevious(Indicator indicator, Organisation organisation, double? value)
    {
        foreach (var (ledgers, name) in before)
        {
            var isOneCount = OwingMembers.IsOneCount(indicator, ledgers.Period, current.Period);
            if ((!indicator.IsRunningTotal || isOneCount) && Delta.Of(indicator, value, name, Before(organisation, indicator, ledgers)?.Value, isOneCount) is { } delta)
            {
                return delta;
            }
        }

        return null;
    }

    private NoChange Lacking(Indicator indicator, Organisation organisation, Observation observation, Period before) => NoChange.Because(
        observation.Value is null ? ChangeReason.ValueMissing
        : !observation.IsIn(indicator) ? ChangeReason.OtherUnit
        : IsBrokenByItself(organisation, indicator, before) ? ChangeReason.NewDefinition
        : OwingMembers.WhyNotWith(indicator, before, current.Period) ?? ChangeReason.BaseMissing);

    private Observation? Now(Organisation organisation, Indicator indicator) => current.Find(organisation.Code, indicator.Code) is { } o && o.IsIn(indicator) ? o : null;

    /// <summary>
    /// The organisation's own value of an earlier period, or that of the body which it goes on unchanged; for the owner of a national figure, that of its owner then.
    /// </summary>
    private Observation? Before(Organisation organisation, Indicator indicator, PeriodLedgers before)
    {
        if (before.ByOrganisation.Count == 0 || indicator.IsBrokenBetween(before.Period, current.Period) || IsBrokenByItself(organisation, indicator, before.Period))
        {
            return null;
        }

        if (indicator.NationalOnly && indicator.OwnerOf(current.Period) == organisation.Code && indicator.OwnerOf(before.Period) is { } owner)
        {
            return ValueIn(before, owner, indicator);
        }

        foreach (var one in LineOf(organisation))
        {
            if (ValueIn(before, one.Code, indicator) is { } value)
            {
                return value;
            }
        }

        return null;
    }

    private static Observation? ValueIn(PeriodLedgers ledgers, string organisation, Indicator indicator) =>
        ledgers.Find(organisation, indicator.Code) is { Value: not null } value && value.IsIn(indicator) ? value : null;

    /// <summary>Its sender says of a value since then, as far as these periods go, that it begins a new series.</summary>
    private bool IsBrokenByItself(Organisation organisation, Indicator indicator, Period before) =>
        breaks.Count > 0 && LineOf(organisation).Any(o => breaks.TryGetValue((o.Code, indicator.Code), out var at) && at.FirstDay > before.FirstDay);

    private IReadOnlyList<Organisation> LineOf(Organisation organisation) => lines.GetValueOrDefault(organisation.Code) ?? [organisation];

    private static double? ComparableIn(Observation observation, Indicator indicator) => observation.IsIn(indicator) ? observation.Value : null;
}
