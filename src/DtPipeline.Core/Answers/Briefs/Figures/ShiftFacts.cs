using DtPipeline.Catalogue;
using DtPipeline.Progress;
using DtPipeline.Progress.Targets;

namespace DtPipeline.Answers.Briefs.Figures;

/// <summary>A place among peers, or how a figure stands to its target, that is another by a revision: such a revision is substantial.</summary>
/// <param name="Whose">An organisation's code, or a group.</param>
/// <param name="Period">Of the rank: that of the value. Of a status alone: the newest that the last brief spoke of.</param>
/// <param name="RankNow">With <paramref name="RankWas"/> null where the rank is what it was; alone, where the value is taken back.</param>
/// <param name="StatusNow">As is <paramref name="StatusWas"/> null where the status is what it was.</param>
internal sealed record Shift(Indicator Indicator, string Whose, Period Period, PeerRank? RankWas, PeerRank? RankNow, TargetStatus? StatusWas, TargetStatus? StatusNow)
{
    /// <summary>How many others, whose values are what they were, have another rank by it.</summary>
    public int Others { get; init; }

    public bool IsOfGroup => Whose.StartsWith('@');

    public int Places => RankWas is null ? 0 : RankNow is null ? RankWas.Of : Math.Abs(RankWas.Rank - RankNow.Rank);
}

/// <summary>Judges what the last brief was made of, and the same as it is known now, by one day: what differs is the work of the revisions alone.</summary>
internal static class ShiftFacts
{
    /// <param name="spoken">The last brief's period.</param>
    /// <returns>Groups first, then whose status is another, then who has gone most places.</returns>
    public static IReadOnlyList<Shift> Of(IReadOnlyList<Revision> revisions, Summaries then, Summaries now, Period spoken, DateOnly today, ReportingCatalogue catalogue)
    {
        if (revisions.Count == 0)
        {
            return [];
        }

        var revised = revisions.Select(r => r.Indicator.Code).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. OfGroups(then.Groups(spoken), now.Groups(spoken), revised)
                .Concat(revisions.Where(r => !r.IsAddition).GroupBy(r => (r.Indicator, r.Period)).SelectMany(g => OfOrganisations([.. g], then, now, spoken, today, catalogue)))
                .OrderBy(s => s.IsOfGroup ? 0 : s.StatusNow is not null ? 1 : 2)
                .ThenByDescending(s => s.Places)
                .ThenBy(s => s.Indicator.Code, StringComparer.Ordinal)
                .ThenBy(s => s.Whose, StringComparer.Ordinal)
                .ThenBy(s => s.Period.FirstDay),
        ];
    }

    private static IEnumerable<Shift> OfGroups(IEnumerable<GroupFacts> then, IEnumerable<GroupFacts> now, HashSet<string> revised)
    {
        var before = then.Where(g => revised.Contains(g.Indicator.Code)).ToDictionary(g => (g.Indicator.Code, g.Group));
        foreach (var figure in now)
        {
            if (before.GetValueOrDefault((figure.Indicator.Code, figure.Group)) is { } was && was.Target.Status != figure.Target.Status)
            {
                yield return new Shift(figure.Indicator, figure.Group, figure.Period, null, null, was.Target.Status, figure.Target.Status);
            }
        }
    }

    /// <param name="revisions">Of one indicator and period.</param>
    private static IEnumerable<Shift> OfOrganisations(IReadOnlyList<Revision> revisions, Summaries then, Summaries now, Period spoken, DateOnly today, ReportingCatalogue catalogue)
    {
        var (indicator, period) = (revisions[0].Indicator, revisions[0].Period);
        var newest = BriefScope.NewestOf(indicator.Frequency, spoken);
        var (before, after) = (RanksOf(then.Of(period), indicator), RanksOf(now.Of(period), indicator));
        var own = revisions.Select(r => r.Organisation.Code).ToHashSet(StringComparer.Ordinal);
        var others = before.Count(b => !own.Contains(b.Key) && after.GetValueOrDefault(b.Key)?.Rank is { } rank && rank != b.Value.Rank);
        foreach (var organisation in revisions.Select(r => r.Organisation))
        {
            TargetStatus StatusIn(Summaries known) => TargetRule.AsOf(newest, known.SeriesOf(organisation).Of(indicator), catalogue, today).Status;
            var (rankWas, rankNow) = (before.GetValueOrDefault(organisation.Code), after.GetValueOrDefault(organisation.Code));
            var (statusWas, statusNow) = (StatusIn(then), StatusIn(now));
            var (isRank, isStatus) = (rankWas is not null && rankWas.Rank != rankNow?.Rank, statusWas != statusNow);
            if (isRank || isStatus)
            {
                yield return new Shift(indicator, organisation.Code, isRank ? period : newest, isRank ? rankWas : null, isRank ? rankNow : null, isStatus ? statusWas : null, isStatus ? statusNow : null)
                {
                    Others = isRank ? others : 0,
                };
            }
        }
    }

    private static Dictionary<string, PeerRank> RanksOf(PeriodSummary summary, Indicator indicator) => summary.Organisations
        .Select(o => (o.Code, o.Values.GetValueOrDefault(indicator.Code)?.Rank))
        .Where(o => o.Rank is not null)
        .ToDictionary(o => o.Code, o => o.Rank!, StringComparer.Ordinal);
}
