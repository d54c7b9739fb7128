using DtPipeline.Catalogue;

namespace DtPipeline.Progress.Targets;

/// <summary>Puts beside the figures of a period how they stand to their targets.</summary>
public static class TargetSummary
{
    /// <param name="ofGroups">Of the period's frequency.</param>
    /// <param name="standings">By organisation and indicator.</param>
    public static PeriodSummary WithTargets(
        this PeriodSummary summary,
        Period period,
        IEnumerable<Series> ofGroups,
        IReadOnlyDictionary<(string Organisation, string Indicator), TargetStanding> standings,
        ReportingCatalogue catalogue,
        DateOnly today)
    {
        var progress = ofGroups.ToDictionary(s => (s.Indicator.Code, s.Whose), s => TargetRule.AsOf(period, s, catalogue, today));
        TargetProgress? Of(string indicator, string group) => progress.GetValueOrDefault((indicator, group)) is { Status: not TargetStatus.NoTarget } found ? found : null;
        var aimed = standings.Keys.Select(k => k.Organisation).ToHashSet(StringComparer.Ordinal);
        return summary with
        {
            Indicators = [.. summary.Indicators.Select(i => i with
            {
                Groups = [.. i.Groups.Select(g => g with { Target = Of(i.Code, g.Group) })],
                RollUps = [.. i.RollUps.Select(g => g with { Target = Of(i.Code, g.Group) })],
            })],
            Organisations = [.. summary.Organisations.Select(o => aimed.Contains(o.Code) ? o.With((indicator, figure) => figure with { Target = standings.GetValueOrDefault((o.Code, indicator)) }) : o)],
        };
    }

    /// <summary>Of one organisation, by indicator, as a period's page shows them.</summary>
    public static IEnumerable<(string Indicator, TargetStanding Standing)> StandingsOf(IEnumerable<Series> series, Period period, ReportingCatalogue catalogue, DateOnly today) =>
        from one in series
        where one.Indicator.Frequency == period.Frequency
        let standing = TargetStanding.Of(TargetRule.AsOf(period, one, catalogue, today))
        where standing is not null
        select (one.Indicator.Code, standing);

    /// <summary>What an earlier page says of those of whom nothing has changed, as far as their figures and targets are what they were.</summary>
    public static IEnumerable<((string Organisation, string Indicator) Key, TargetStanding Standing)> Unchanged(StandingPage before, PeriodSummary now, Period period, ReportingCatalogue catalogue)
    {
        var values = now.Organisations.ToDictionary(o => o.Code, o => o.Values, StringComparer.Ordinal);
        return
            from organisation in before.Organisations
            from figure in organisation.Values
            where figure.Value.Target is not null
                && values.GetValueOrDefault(organisation.Code)?.GetValueOrDefault(figure.Key) is { } same && same.Value == figure.Value.Value
                && catalogue.FindIndicator(figure.Key) is { } indicator
                && TargetsOf.Find(indicator, organisation.Code, period, catalogue).Any(t => t.Value == figure.Value.Target.Target && t.Due == figure.Value.Target.Due)
            select ((organisation.Code, figure.Key), figure.Value.Target);
    }
}
