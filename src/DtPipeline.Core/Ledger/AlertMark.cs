using DtPipeline.Catalogue;

namespace DtPipeline.Ledger;

/// <summary>Where the life of an alert stands.</summary>
public sealed record AlertMark(int Sequence, bool IsOpen, AlertSeverity Severity)
{
    public int Escalation { get; init; }
}
