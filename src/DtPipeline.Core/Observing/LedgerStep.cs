using DtPipeline.Alerts;

namespace DtPipeline.Observing;

/// <summary>What one file does to a partition: its new state, what it changed, and what follows for sender and secretariat.</summary>
public sealed record LedgerStep(
    Filing Filing,
    LedgerState After,
    FilingStatus Status,
    string? DuplicateOf,
    FilingCounts Counts,
    IReadOnlyList<Observation> Changed,
    IReadOnlyList<Revision> Revisions,
    IReadOnlyList<AlertTransition> Alerts);
