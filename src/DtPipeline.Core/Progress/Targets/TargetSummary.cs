using DtPipeline.Catalogue;

namespace DtPipeline.Progress.Targets;

/// <summary>Puts beside the figures of a period how they stand to their targets.</summary>
public static class TargetSummary
{
    /// <summary>The figures of bodies are given theirs where they stand; those of groups are others.</summary>
    /// <param name="ofGroups">Of the period's frequency.</param>
    public static PeriodSummary WithTargets(
        this PeriodSummary summary,
        Period period,
        IEnumerable<Series> ofGroups,
        IEnumerable<((string Organisation, string Indicator) Key, TargetStanding Standing)> standings,
        ReportingCatalogue catalogue,
        DateOnly today)
    {
        var progress = ofGroups.ToDictionary(s => (s.Indicator.Code, s.Whose), s => TargetRule.AsOf(period, s, catalogue, today));
        TargetProgress? Of(string indicator, string group) => progress.GetValueOrDefault((indicator, group)) is { Status: not TargetStatus.NoTarget } found ? found : null;
        var values = ValuesOf(summary);
        foreach (var ((organisation, indicator), standing) in standings)
        {
            if (values.GetValueOrDefault(organisation)?.GetValueOrDefault(indicator) is { } figure)
            {
                figure.Target = standing;
            }
        }

        return summary with
        {
            Indicators = [.. summary.Indicators.Select(i => i with
            {
                Groups = [.. i.Groups.Select(g => g with { Target = Of(i.Code, g.Group) })],
                RollUps = [.. i.RollUps.Select(g => g with { Target = Of(i.Code, g.Group) })],
            })],
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
        var values = ValuesOf(now);
        return
            from organisation in before.Organisations
            from figure in organisation.Values
            where figure.Value.Target is not null
                && values.GetValueOrDefault(organisation.Code)?.GetValueOrDefault(figure.Key) is { } same && same.Value == figure.Value.Value
                && catalogue.FindIndicator(figure.Key) is { } indicator
                && TargetsOf.Find(indicator, organisation.Code, period, catalogue).Any(t => t.Value == figure.Value.Target.Target && t.Due == figure.Value.Target.Due)
            select ((organisation.Code, figure.Key), figure.Value.Target);
    }

    private static Dictionary<string, IReadOnlyDictionary<string, OrganisationFigure>> ValuesOf(PeriodSummary summary) =>
        summary.Organisations.ToDictionary(o => o.Code, o => o.Values, StringComparer.Ordinal);
}
