using DtPipeline.Catalogue;

namespace DtPipeline.Progress.Targets;

/// <summary>Which targets hold for a series.</summary>
internal static class TargetsOf
{
    /// <summary>
    /// A line of targets.csv for a group or an organisation stands in place of the indicator's own target, one for <see cref="Organisation.Everybody"/>
    /// beside it. What is set for more holds for each part of them where a part can be measured by it: not of a sum, unless it shall be zero, and not
    /// of a count of those who say yes.
    /// </summary>
    /// <returns>By due day, those without one last.</returns>
    public static IReadOnlyList<Target> Find(Indicator indicator, string whose, Period period, ReportingCatalogue catalogue)
    {
        var lines = catalogue.Targets.Where(t => t.Indicator == indicator.Code).ToList();
        var own = lines.Where(t => t.Whose == whose && whose != Organisation.Everybody).ToList();
        if (own.Count == 0 && whose != Organisation.Everybody)
        {
            own = [.. lines
                .Where(t => t.Whose.StartsWith('@') && t.Whose != Organisation.Everybody && IsPart(whose, t.Whose, catalogue) && HoldsForParts(indicator, t.Value))
                .GroupBy(t => t.Whose, StringComparer.Ordinal)
                .OrderBy(g => catalogue.Organisations.Count(o => o.IsIn(g.Key)))
                .Take(1)
                .SelectMany(g => g)];
        }

        if (own.Count == 0)
        {
            own = [.. lines.Where(t => t.Whose == Organisation.Everybody && (IsWhole(whose, indicator, period, catalogue) || HoldsForParts(indicator, t.Value)))];
            if (OwnOf(indicator, whose, period, catalogue) is { } indicators && own.TrueForAll(t => t.Due != indicators.Due))
            {
                own.Add(indicators);
            }
        }

        return [.. own.OrderBy(t => t.Due ?? DateOnly.MaxValue)];
    }

    /// <summary>Of a yes-or-no the indicator's own says what each shall say, so that of a group all shall.</summary>
    private static Target? OwnOf(Indicator indicator, string whose, Period period, ReportingCatalogue catalogue)
    {
        if (indicator.TargetValue is not { } value || !(HoldsForParts(indicator, value) || indicator.Kind == IndicatorKind.Flag || IsWhole(whose, indicator, period, catalogue)))
        {
            return null;
        }

        return new Target(
            indicator.Code, whose, SeriesScale.IsCount(indicator, whose) ? value * HowManyShall(indicator, whose, period, catalogue) : value, indicator.TargetDue, indicator.TargetSet, null);
    }

    /// <summary>All who are asked in the period of the due day, or in the newest one until that has come: a reform afterwards makes no other target of it.</summary>
    private static int HowManyShall(Indicator indicator, string whose, Period newest, ReportingCatalogue catalogue)
    {
        var due = indicator.TargetDue is { } day ? Period.Containing(indicator.Frequency, day) : newest;
        return catalogue.WhoIsAsked(indicator, whose, due.FirstDay < newest.FirstDay ? due : newest).Count();
    }

    private static bool HoldsForParts(Indicator indicator, double value) => indicator.Kind != IndicatorKind.Flag && (indicator.Aggregation != Aggregation.Sum || value == 0);

    /// <summary>Of nobody all would be in every group: where nobody is asked, everybody counts.</summary>
    private static bool IsWhole(string whose, Indicator indicator, Period period, ReportingCatalogue catalogue)
    {
        var asked = catalogue.WhoIsAsked(indicator, Organisation.Everybody, period);
        return (asked.Any() ? asked : catalogue.Organisations).All(o => o.IsIn(whose));
    }

    /// <summary>Whether it is asked or not, for the same reason.</summary>
    private static bool IsPart(string whose, string group, ReportingCatalogue catalogue) => catalogue.Organisations.Where(o => o.IsIn(whose)).All(o => o.IsIn(group));
}
