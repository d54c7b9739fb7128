using System.Collections.Concurrent;
using DtPipeline.Catalogue;
using DtPipeline.Progress;
using DtPipeline.Progress.Targets;
using DtPipeline.Time;

namespace DtPipeline.Answers.Briefs.Figures;

/// <summary>The roll-ups of the periods that a brief looks at, each made once.</summary>
internal sealed class Summaries(IReadOnlyCollection<PeriodLedgers> ledgers, ReportingCatalogue catalogue, DateTimeOffset asOf)
{
    private readonly Dictionary<Period, PeriodLedgers> byPeriod = ledgers.ToDictionary(l => l.Period);
    private readonly Dictionary<Period, PeriodRollUp> rollUps = [];
    private readonly Dictionary<Period, IReadOnlyList<IndicatorSummary>> indicators = [];
    private readonly Dictionary<Period, PeriodSummary> made = [];
    private readonly ConcurrentDictionary<string, OrganisationHistory> histories = new(StringComparer.Ordinal);

    public IEnumerable<PeriodLedgers> Ledgers => byPeriod.Values;

    public PeriodLedgers LedgersOf(Period period) => byPeriod.GetValueOrDefault(period) ?? PeriodLedgers.None(period);

    public PeriodSummary Of(Period period)
    {
        if (!made.TryGetValue(period, out var summary))
        {
            made[period] = summary = RollUp(period).Summarise(asOf, IndicatorsOf(period));
        }

        return summary;
    }

    /// <summary>Of one organisation, with what it was before.</summary>
    public OrganisationSeries SeriesOf(Organisation organisation) => new(
        organisation,
        OrganisationSeries.CodesOf(organisation, catalogue).Select(catalogue.FindOrganisation).OfType<Organisation>().ToDictionary(o => o.Code, HistoryOf, StringComparer.Ordinal),
        catalogue);

    private OrganisationHistory HistoryOf(Organisation organisation) => histories.GetOrAdd(organisation.Code, _ => byPeriod.Values
        .Where(l => l.ByOrganisation.ContainsKey(organisation.Code))
        .Aggregate(OrganisationHistory.Of(organisation), (known, l) => known.With(l.Period, l.ByOrganisation[organisation.Code], catalogue)));

    /// <summary>Without the bodies, of which nothing is said where a period is looked at for a trend alone.</summary>
    private IReadOnlyList<IndicatorSummary> IndicatorsOf(Period period)
    {
        if (!indicators.TryGetValue(period, out var found))
        {
            indicators[period] = found = RollUp(period).Indicators(VietnamTime.DayOf(asOf));
        }

        return found;
    }

    private PeriodRollUp RollUp(Period period)
    {
        if (!rollUps.TryGetValue(period, out var rollUp))
        {
            rollUps[period] = rollUp = new PeriodRollUp(LedgersOf(period), [.. PeriodRollUp.EarlierThan(period).Select(LedgersOf)], LedgersOf(period.YearBefore), catalogue);
        }

        return rollUp;
    }

    /// <summary>Every indicator and group of which a period that had ended asks for something, in the catalogue's order.</summary>
    public IEnumerable<GroupFacts> Groups(Period brief)
    {
        foreach (var indicator in catalogue.Indicators)
        {
            var newest = BriefScope.NewestOf(indicator.Frequency, brief);
            var looked = Back(newest).Select(p => (Period: p, Groups: GroupsOf(indicator, p))).ToList();
            foreach (var group in looked.SelectMany(l => l.Groups.Select(g => g.Group)).Distinct(StringComparer.Ordinal))
            {
                var (period, figure) = looked
                    .Select(l => (l.Period, Figure: l.Groups.FirstOrDefault(g => g.Group == group)))
                    .Where(l => l.Figure is not null)
                    .OrderByDescending(l => l.Figure!.Figure.Value is not null)
                    .First();
                var series = SeriesOf(indicator, group, brief);
                yield return new GroupFacts(indicator, group, period, figure!, series, TargetRule.Of(series, catalogue, VietnamTime.DayOf(asOf)));
            }
        }
    }

    private static IEnumerable<Period> Back(Period newest)
    {
        for (var n = 0; n <= PeriodRollUp.PeriodsBack; n++, newest = newest.Previous)
        {
            yield return newest;
        }
    }

    private IReadOnlyList<GroupFigure> GroupsOf(Indicator indicator, Period period) =>
        IndicatorsOf(period).FirstOrDefault(i => i.Code == indicator.Code)?.Groups ?? [];

    private Series SeriesOf(Indicator indicator, string group, Period brief) => new(
        indicator,
        group,
        [
            .. BriefScope.Needed(brief)
                .Where(p => p.Frequency == indicator.Frequency)
                .Select(p => (Period: p, Figure: GroupsOf(indicator, p).FirstOrDefault(g => g.Group == group)?.Figure))
                .Where(p => p.Figure is { Value: not null })
                .OrderBy(p => p.Period.FirstDay)
                .Select(p => new SeriesPoint(p.Period, p.Figure!.Value, "A")),
        ]);
}
