using DtPipeline.Catalogue;
using DtPipeline.Ledger;

namespace DtPipeline.Deadlines;

/// <summary>What is told of files besides their own cells and faults, once all of a commit are folded: their signed papers, and what their forms lack.</summary>
public static class StepClosing
{
    /// <inheritdoc cref="EvidenceRule.Close"/>
    public static IReadOnlyList<LedgerStep> Close(IReadOnlyList<LedgerStep> steps, ReportingCatalogue catalogue) =>
        CompletenessRule.Close(EvidenceRule.Close(steps, catalogue), catalogue);
}
