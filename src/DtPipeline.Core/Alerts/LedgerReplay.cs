using DtPipeline.Catalogue;
using DtPipeline.Deadlines;
using DtPipeline.Ledger;

namespace DtPipeline.Alerts;

/// <summary>Folds all files of a partition in their order.</summary>
public static class LedgerReplay
{
    /// <param name="ordered">As <see cref="LedgerOrder"/> gives them.</param>
    /// <param name="marks">Of the partition's alerts that files do not decide.</param>
    /// <param name="closings">Null where nobody asks what came after a closing.</param>
    public static IReadOnlyList<LedgerStep> Of(
        IReadOnlyList<Filing> ordered, IReadOnlyDictionary<string, AlertMark> marks, ReportingCatalogue catalogue, Closings? closings = null)
    {
        var state = LedgerState.Empty with { Alerts = marks };
        var steps = new List<LedgerStep>(ordered.Count);
        for (var at = 0; at < ordered.Count; at++)
        {
            steps.Add(FilingAlerts.Apply(state, ordered[at], catalogue) with { TiedWith = LedgerOrder.TieOf(ordered, at) });
            state = steps[^1].After;
        }

        return ClosedAlerts.Tell(StepClosing.Close(steps, closings ?? Closings.None, catalogue));
    }
}
