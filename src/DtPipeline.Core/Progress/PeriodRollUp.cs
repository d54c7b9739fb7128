using DtPipeline.Catalogue;
using DtPipeline.Deadlines;
using DtPipeline.Ledger;
using DtPipeline.Time;

namespace DtPipeline.Progress;

/// <summary>Ledgers of one period by organisation code.</summary>
public sealed record PeriodLedgers(Period Period, IReadOnlyDictionary<string, LedgerState> ByOrganisation)
{
    public double? ValueOf(string organisation, string indicator) =>
        ByOrganisation.TryGetValue(organisation, out var ledger) && ledger.Observations.TryGetValue(indicator, out var o) ? o.Value : null;
}

/// <param name="Delta">Against the previous period with a value; null without any.</param>
public sealed record ValueChange(Indicator Indicator, double? Value, Delta? Delta);

/// <summary>Brings the ledgers of a period together with those before it: figures, deltas and rates.</summary>
/// <param name="earlier">Earlier periods of the same frequency, nearest first; the first with a value is what a value is compared with.</param>
public sealed class PeriodRollUp(PeriodLedgers current, IReadOnlyList<PeriodLedgers> earlier, PeriodLedgers yearBefore, ReportingCatalogue catalogue)
{
    /// <summary>How many periods back a previous value is looked for.</summary>
    public const int PeriodsBack = 4;

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
            [.. catalogue.Indicators.Where(i => i.Frequency == current.Period.Frequency && i.IsReportedFor(current.Period)).Select(i => Summarise(i, forms))],
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
                    .Select(x => new ValueChange(x.Indicator!, x.Observation.Value, AgainstPrevious(x.Indicator!, code, x.Observation.Value)))]);
            }
        }
    }

    private IndicatorSummary Summarise(Indicator indicator, List<Form> forms)
    {
        var groups = new List<GroupFigure>();
        foreach (var form in forms.Where(f => f.Indicators.Any(i => i.Indicator == indicator.Code)))
        {
            var figure = Figure(indicator, form, current);
            groups.Add(new GroupFigure(
                form.OwedBy,
                figure,
                earlier.Select(e => Delta.Of(indicator, figure.Value, e.Period.ToString(), Figure(indicator, form, e).Value)).FirstOrDefault(d => d is not null),
                Delta.Of(indicator, figure.Value, yearBefore.Period.ToString(), Figure(indicator, form, yearBefore).Value)));
        }

        return new IndicatorSummary(indicator.Code, indicator.NameVi, indicator.NameEn, indicator.Unit, groups);
    }

    private RolledUp Figure(Indicator indicator, Form form, PeriodLedgers ledgers)
    {
        var owing = catalogue.Organisations.Where(o => o.IsIn(form.OwedBy) && o.Reports(ledgers.Period)).ToList();
        var observations = owing
            .Select(o => ledgers.ByOrganisation.GetValueOrDefault(o.Code)?.Observations.GetValueOrDefault(indicator.Code))
            .OfType<Observation>();
        return RolledUp.Of(indicator, observations, owing.Count);
    }

    private OrganisationSummary Summarise(Organisation organisation, List<Obligation> obligations)
    {
        var observations = current.ByOrganisation.GetValueOrDefault(organisation.Code)?.Observations ?? new Dictionary<string, Observation>();
        var values = new SortedDictionary<string, OrganisationFigure>(StringComparer.Ordinal);
        foreach (var observation in observations.Values.Where(o => o.IsAnswer))
        {
            if (catalogue.FindIndicator(observation.Indicator) is { Task: null } indicator)
            {
                values[indicator.Code] = new OrganisationFigure(
                    observation.Value,
                    observation.Status,
                    AgainstPrevious(indicator, organisation.Code, observation.Value),
                    Delta.Of(indicator, observation.Value, yearBefore.Period.ToString(), yearBefore.ValueOf(organisation.Code, indicator.Code)));
            }
        }

        var owed = obligations
            .Where(o => o.Organisation == organisation.Code)
            .Select(o => new OrganisationObligation(o.Form, Obligation.NameOf(o.State), o.FirstReceived, o.FirstAccepted, o.Provided, o.Required) { Evidence = EvidenceRule.NameOf(o.Evidence) });
        return new OrganisationSummary(organisation.Code, organisation.NameVi, organisation.NameEn, values, [.. owed]);
    }

    private Delta? AgainstPrevious(Indicator indicator, string organisation, double? value) =>
        earlier.Select(e => Delta.Of(indicator, value, e.Period.ToString(), e.ValueOf(organisation, indicator.Code))).FirstOrDefault(d => d is not null);
}
