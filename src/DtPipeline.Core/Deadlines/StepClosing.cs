using DtPipeline.Catalogue;
using DtPipeline.Ledger;

namespace DtPipeline.Deadlines;

/// <summary>What is told of files besides their own cells and faults, once all of a commit are folded: their signed papers, what their forms lack, and which were closed.</summary>
public static class StepClosing
{
    /// <param name="steps">In the order of the files. All of the partition where it has a paper; else those that are new will do.</param>
    public static IReadOnlyList<LedgerStep> Close(IReadOnlyList<LedgerStep> steps, Closings closings, ReportingCatalogue catalogue) =>
        AfterClosing.Close(CompletenessRule.Close(EvidenceRule.Close(steps, catalogue), catalogue), closings, catalogue);
}
