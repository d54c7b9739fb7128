using DtPipeline.Catalogue;
using DtPipeline.Ledger;
using DtPipeline.Time;

namespace DtPipeline.Deadlines;

public enum ObligationState
{
    /// <summary>Not due yet and nothing usable received.</summary>
    Expected,
    OnTime,
    Late,

    /// <summary>Filed: nothing to report of all that is required.</summary>
    Nil,

    /// <summary>Received, nothing accepted.</summary>
    Faulty,

    /// <summary>Past its due day and nothing received, or all of it taken back.</summary>
    Missing,
    Exempt,
}

/// <summary>A form owed by an organisation for a period, whether or not anything arrives.</summary>
/// <param name="Provided">Required indicators that have a value or a nil.</param>
/// <param name="Required">Indicators that the form requires for the period.</param>
public sealed record Obligation(
    string Form,
    string Organisation,
    string Period,
    ObligationState State,
    DueDay Due,
    DateTimeOffset? FirstReceived,
    DateTimeOffset? FirstAccepted,
    int Provided,
    int Required)
{
    /// <summary>Beside the state, as <see cref="IsAwaited"/> and completeness are.</summary>
    public EvidenceState Evidence { get; init; }

    /// <summary>What is missing of what the form requires; null where nobody has looked.</summary>
    public LackingIndicators? Lacking { get; init; }

    /// <summary>Beside the state: something is accepted, and something that is required is missing.</summary>
    public bool IsIncomplete => FirstAccepted is not null && State != ObligationState.Exempt && Provided < Required;

    /// <summary>Why nobody waits for it, or for what is missing of it; null where it is awaited.</summary>
    public Grant? Waiver { get; init; }

    /// <summary>Who delivers it in place of an organisation that has ended; null where that is its own affair.</summary>
    public Organisation? DeliveredBy { get; init; }

    /// <summary>Nothing accepted yet, and owed: what somebody is reminded of before the due day and the secretariat hears of after it.</summary>
    public bool IsAwaited => FirstAccepted is null && State != ObligationState.Exempt && Waiver is null;

    /// <summary>Something came and nothing of it could be taken: the day in Vietnam on which the first of it was received; else null.</summary>
    public DateOnly? RefusedOn => State == ObligationState.Faulty ? VietnamTime.DayOf(FirstReceived!.Value) : null;

    public static string NameOf(ObligationState state) => state switch
    {
        ObligationState.Expected => "expected",
        ObligationState.OnTime => "on_time",
        ObligationState.Late => "late",
        ObligationState.Nil => "nil",
        ObligationState.Faulty => "faulty",
        ObligationState.Missing => "missing",
        _ => "exempt",
    };

    public static ObligationState StateNamed(string name) =>
        Enum.GetValues<ObligationState>().First(s => NameOf(s) == name);
}
