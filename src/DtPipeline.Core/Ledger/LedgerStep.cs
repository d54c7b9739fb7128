namespace DtPipeline.Ledger;

/// <summary>What one file does to a partition: its new state, what it changed, and what follows for sender and secretariat.</summary>
public sealed record LedgerStep(
    Filing Filing,
    LedgerState After,
    FilingStatus Status,
    string? DuplicateOf,
    FilingCounts Counts,
    IReadOnlyList<Observation> Changed,
    IReadOnlyList<Observation> Revisions)
{
    /// <summary>A file at another path, uploaded at the same moment, that gives some cell another value: which of the two stands is decided by their ids alone.</summary>
    public Filing? TiedWith { get; init; }

    /// <summary>Of a report the signed papers that belong to it, and of a paper the reports that it belongs to.</summary>
    public IReadOnlyList<PaperLink> Papers { get; init; } = [];

    /// <summary>Forms of the report that want a signed paper and have none, and until when they are due.</summary>
    public IReadOnlyList<AwaitedPaper> Awaited { get; init; } = [];

    /// <summary>What the forms of which the file speaks still lack after it.</summary>
    public IReadOnlyList<LackingIndicators> Lacking { get; init; } = [];

    /// <summary>Closings of forms of which the file speaks and which came before it: it changes nothing of what was closed.</summary>
    public IReadOnlyList<Closing> AfterClosing { get; init; } = [];

    /// <summary>What the secretariat is told of the file itself; the fold alone says nothing, <c>FilingAlerts</c> does.</summary>
    public IReadOnlyList<AlertTransition> Alerts { get; init; } = [];
}
