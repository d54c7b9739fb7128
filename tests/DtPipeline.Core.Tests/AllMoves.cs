using DtPipeline.Alerts;
using DtPipeline.Catalogue;
using DtPipeline.Progress;

namespace DtPipeline.Core.Tests;

internal static class AllMoves
{
    /// <summary>For each organisation of a period, whether each of its values moved.</summary>
    public static IEnumerable<(Organisation Organisation, IReadOnlyList<AlertCondition> Conditions)> Moves(this PeriodRollUp rollUp) =>
        rollUp.Changes().Select(o => (o.Owner.Organisation, (IReadOnlyList<AlertCondition>)[.. o.Changes.Select(c => MovedAlert.Of(o.Owner, c.Indicator, c.Value, c.Delta))]));
}
