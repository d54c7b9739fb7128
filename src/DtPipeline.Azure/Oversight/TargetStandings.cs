using System.Collections.Concurrent;
using DtPipeline.Azure.Publishing;
using DtPipeline.Catalogue;
using DtPipeline.Progress;
using DtPipeline.Progress.Targets;

namespace DtPipeline.Azure.Oversight;

/// <summary>
/// How organisations stand to their targets, through one run of the roll-up: worked out anew for those of whose history something has changed in it, and of
/// all others what the period's page says already, so that a new file costs no look at everybody's history.
/// </summary>
internal sealed class TargetStandings(HistoryPublisher histories, ReportingCatalogue catalogue, DateOnly today)
{
    private readonly ConcurrentDictionary<(string Organisation, Frequency Frequency), byte> touched = new();
    private readonly ConcurrentDictionary<(Period Period, string Organisation), IReadOnlyList<(string Indicator, TargetStanding Standing)>> decided = new();

    /// <summary>An organisation whose history has changed by what it says of a period.</summary>
    /// <param name="all">All its series.</param>
    public void Touch(Organisation organisation, IEnumerable<Series> all, Period period)
    {
        touched[(organisation.Code, period.Frequency)] = 0;
        Decide(organisation, all, period);
    }

    /// <summary>Of a period, with those whose histories have changed in earlier ones, or who go on for one of them.</summary>
    /// <param name="before">As it stands published; null where nothing is.</param>
    public async Task<IEnumerable<((string Organisation, string Indicator) Key, TargetStanding Standing)>> OfAsync(
        PeriodSummary summary, StandingPage? before, Period period, CancellationToken cancellationToken)
    {
        foreach (var organisation in summary.Organisations.Where(o => o.Values.Count > 0).Select(o => catalogue.FindOrganisation(o.Code)!))
        {
            if (IsTouched(organisation, period) && !decided.ContainsKey((period, organisation.Code)) && await histories.FindAsync(organisation.Code, cancellationToken) is { } history)
            {
                Decide(organisation, (await histories.SeriesOfAsync(organisation, history, catalogue, cancellationToken)).All, period);
            }
        }

        var anew = decided.Where(d => d.Key.Period == period).ToDictionary(d => d.Key.Organisation, d => d.Value, StringComparer.Ordinal);
        var all = anew.SelectMany(d => d.Value.Select(s => (Key: (Organisation: d.Key, s.Indicator), s.Standing)));
        return before is null ? all : all.Concat(TargetSummary.Unchanged(before, summary, period, catalogue).Where(s => !anew.ContainsKey(s.Key.Organisation)));
    }

    private bool IsTouched(Organisation organisation, Period period) =>
        !touched.IsEmpty && OrganisationSeries.CodesOf(organisation, catalogue).Any(code => touched.ContainsKey((code, period.Frequency)));

    private void Decide(Organisation organisation, IEnumerable<Series> all, Period period) =>
        decided[(period, organisation.Code)] = [.. TargetSummary.StandingsOf(all, period, catalogue, today)];
}
