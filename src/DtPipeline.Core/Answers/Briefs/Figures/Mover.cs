using DtPipeline.Catalogue;
using DtPipeline.Progress;

namespace DtPipeline.Answers.Briefs.Figures;

/// <summary>One organisation's value that has changed.</summary>
internal sealed record Mover(Organisation Organisation, Indicator Indicator, Period Period, double Value, Delta Delta, bool IsBetter);

/// <summary>Who has moved most in an indicator.</summary>
/// <param name="Best">Who improved most, the first of them first.</param>
/// <param name="Worst">Who got worse most.</param>
/// <param name="Better">How many improved.</param>
/// <param name="Worse">How many got worse.</param>
internal sealed record Movers(Indicator Indicator, string Group, Period Period, IReadOnlyList<Mover> Best, IReadOnlyList<Mover> Worst, int Better, int Worse)
{
    private const int Most = 5;

    /// <returns>Null where nothing has changed.</returns>
    public static Movers? Of(GroupFacts group, PeriodSummary summary, ReportingCatalogue catalogue)
    {
        var up = group.Indicator.Direction == Direction.Up;
        var moved = new List<Mover>();
        foreach (var organisation in summary.Organisations)
        {
            if (catalogue.FindOrganisation(organisation.Code) is { } known
                && known.IsIn(group.Group)
                && organisation.Values.GetValueOrDefault(group.Indicator.Code) is { Value: { } value, AgainstPrevious: { Absolute: not 0 } delta })
            {
                moved.Add(new Mover(known, group.Indicator, group.Period, value, delta, delta.Absolute > 0 == up));
            }
        }

        return moved.Count == 0
            ? null
            : new Movers(
                group.Indicator,
                group.Group,
                group.Period,
                Ranked(moved.Where(m => m.IsBetter)),
                Ranked(moved.Where(m => !m.IsBetter)),
                moved.Count(m => m.IsBetter),
                moved.Count(m => !m.IsBetter));
    }

    private static List<Mover> Ranked(IEnumerable<Mover> movers) =>
        [.. movers.OrderByDescending(m => Math.Abs(m.Delta.Absolute)).ThenBy(m => m.Organisation.Code, StringComparer.Ordinal).Take(Most)];
}
