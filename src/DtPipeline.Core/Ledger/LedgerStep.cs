namespace DtPipeline.Ledger;

/// <summary>What one file does to a partition: its new state, what it changed, and what follows for sender and secretariat.</summary>
public sealed record LedgerStep(
    Filing Filing,
    LedgerState After,
    FilingStatus Status,
    string? DuplicateOf,
    FilingCounts Counts,
    IReadOnlyList<Observation> Changed,
    IReadOnlyList<Revision> Revisions)
{
    /// <summary>What the secretariat is told of the file itself; the fold alone says nothing, <c>FilingAlerts</c> does.</summary>
    public IReadOnlyList<AlertTransition> Alerts { get; init; } = [];
}
