using DtPipeline.Catalogue;
using DtPipeline.Progress.Reform;
using DtPipeline.Progress.Targets;
using DtPipeline.Time;

namespace DtPipeline.Progress.AsOf;

/// <summary>
/// What <c>published/{period}.json</c> would have said at a past moment, with targets and the view as now, worked out of the ledgers as they were known then.
/// </summary>
public sealed class PastPage(IReadOnlyCollection<PeriodLedgers> known, DateTimeOffset asOf, ReportingCatalogue catalogue)
{
    private readonly Dictionary<Period, PeriodLedgers> byPeriod = known.ToDictionary(l => l.Period);
    private readonly DateOnly today = VietnamTime.DayOf(asOf);

    /// <param name="period">Its ledgers, and those of every earlier period of its frequency of which anything was known, are in what is given; what is not there had nothing.</param>
    public PeriodSummary Of(Period period)
    {
        var summary = WithoutTargets(period);
        var before = known.Where(l => l.Period.Frequency == period.Frequency && l.Period.FirstDay < period.FirstDay).OrderBy(l => l.Period.FirstDay).ToList();
        var ofGroups = GroupSeries.Of(before.SelectMany(l => GroupSeries.PointsOf(Figures(l))).Concat(GroupSeries.PointsOf(summary)), catalogue);
        return summary.WithTargets(period, ofGroups, Standings(summary, period, Histories([.. before, LedgersOf(period)])), catalogue, today);
    }

    /// <summary>The same before it is held against targets: all that a course over many periods has of each.</summary>
    public PeriodSummary WithoutTargets(Period period) =>
        new PeriodParts(LedgersOf(period), [.. PeriodRollUp.EarlierThan(period).Select(LedgersOf)], LedgersOf(period.YearBefore)).Summarise(asOf, catalogue);

    private PeriodLedgers LedgersOf(Period period) => byPeriod.GetValueOrDefault(period) ?? PeriodLedgers.None(period);

    /// <summary>Of an earlier period the figures alone: what they were compared with says nothing of a target.</summary>
    private PeriodSummary Figures(PeriodLedgers ledgers) => new PeriodRollUp(ledgers, [], PeriodLedgers.None(ledgers.Period.YearBefore), catalogue).Summarise(asOf);

    private Dictionary<string, OrganisationHistory> Histories(IEnumerable<PeriodLedgers> periods)
    {
        var histories = new Dictionary<string, OrganisationHistory>(StringComparer.Ordinal);
        foreach (var ledgers in periods)
        {
            foreach (var (code, ledger) in ledgers.ByOrganisation)
            {
                if (catalogue.FindOrganisation(code) is { } organisation)
                {
                    histories[code] = (histories.GetValueOrDefault(code) ?? OrganisationHistory.Of(organisation)).With(ledgers.Period, ledger, catalogue);
                }
            }
        }

        return histories;
    }

    private IEnumerable<((string Organisation, string Indicator) Key, TargetStanding Standing)> Standings(PeriodSummary summary, Period period, Dictionary<string, OrganisationHistory> histories) =>
        summary.Organisations
            .Where(o => o.Values.Count > 0)
            .SelectMany(o => TargetSummary
                .StandingsOf(new OrganisationSeries(catalogue.FindOrganisation(o.Code)!, histories, catalogue).All, period, catalogue, today)
                .Select(s => (Key: (o.Code, s.Indicator), s.Standing)));
}
