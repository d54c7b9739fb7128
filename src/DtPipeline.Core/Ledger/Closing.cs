using DtPipeline.Catalogue;

namespace DtPipeline.Ledger;

/// <summary>
/// That the secretariat has closed a form's figures of a period (chốt số liệu). What was closed is what the ledgers knew at <paramref name="At"/>;
/// a file uploaded later is taken and changes nothing of it.
/// </summary>
/// <param name="Form">Its code.</param>
/// <param name="At">Moment from which it is closed.</param>
/// <param name="By">Who closed it.</param>
/// <param name="Note">What was said to it; null where nothing was.</param>
public sealed record Closing(string Form, Period Period, DateTimeOffset At, string By, string? Note)
{
    /// <summary>Null while it stands.</summary>
    public Reopening? Reopened { get; init; }

    /// <summary>Whether it is closed at a moment.</summary>
    public bool IsInForce(DateTimeOffset moment) => At <= moment && (Reopened is null || moment < Reopened.At);

    /// <summary>Whether a file came while it was closed. What came at the very moment of the closing is among what was closed.</summary>
    public bool IsBefore(DateTimeOffset uploadedAt) => At < uploadedAt && (Reopened is null || uploadedAt < Reopened.At);
}

/// <param name="Reason">Never empty.</param>
public sealed record Reopening(DateTimeOffset At, string By, string Reason);
