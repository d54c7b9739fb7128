using DtPipeline.Alerts;
using DtPipeline.Catalogue;
using DtPipeline.Progress;

namespace DtPipeline.Core.Tests;

internal static class AllMoves
{
    /// <summary>For each organisation of a period, whether each of its values moved.</summary>
    public static IEnumerable<(Organisation Organisation, IReadOnlyList<AlertCondition> Conditions)> Of(PeriodSummary summary, PeriodLedgers ledgers, ReportingCatalogue catalogue) =>
        ValueChange.AllOf(summary, ledgers, catalogue).Select(o => (o.Owner.Organisation, (IReadOnlyList<AlertCondition>)[.. o.Changes.Select(c => MovedAlert.Of(o.Owner, c.Indicator, c.Value, c.Delta))]));
}
