using DtPipeline.Catalogue;

namespace DtPipeline.Core.Tests.Proofs.Histories;

/// <summary>Something that happens in one form's period, or to the program that watches it.</summary>
internal abstract record HistoryEvent
{
    /// <summary>Time passes, or the clock is set back.</summary>
    internal sealed record Wait(int Hours) : HistoryEvent;

    /// <param name="Row">What the file says of the form's one required indicator; a text that is no number is a faulty file.</param>
    /// <param name="DelayedBy">Hours between its upload and its being taken in.</param>
    internal sealed record File(int Organisation, string Row, int DelayedBy) : HistoryEvent;

    internal sealed record Granted(int Organisation, GrantKind Kind, int? UntilDaysAfterDue) : HistoryEvent;

    /// <summary>The timer runs. Of two that overlap, the second begins before the first has written.</summary>
    /// <param name="ArrivesMeanwhile">The organisation whose file is taken in between reading and writing.</param>
    internal sealed record Run(bool Twice, int? ArrivesMeanwhile) : HistoryEvent;
}
