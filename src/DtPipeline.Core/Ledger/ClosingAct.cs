using DtPipeline.Catalogue;

namespace DtPipeline.Ledger;

public enum ClosingAction
{
    Close,
    Reopen,
}

/// <summary>One act of somebody of the secretariat upon a form's period, as it is kept for ever.</summary>
/// <param name="Number">Counts the acts upon the form's period from 1.</param>
/// <param name="Reason">Of a reopening, never empty; what was said to a closing, or null.</param>
public sealed record ClosingAct(string Form, Period Period, int Number, ClosingAction Action, DateTimeOffset At, string By, string? Reason);
