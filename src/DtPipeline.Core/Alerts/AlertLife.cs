using System.Text.Json.Serialization;
using DtPipeline.Ledger;

namespace DtPipeline.Alerts;

public enum AlertState
{
    Open,

    /// <summary>Somebody has said that they deal with it.</summary>
    Acknowledged,

    /// <summary>Nobody wants to hear of it until a moment.</summary>
    Snoozed,
    Resolved,

    /// <summary>A question that somebody has answered: nobody is asked any more, until there is something new to ask.</summary>
    Confirmed,

    /// <summary>Something that happened and was told; there is nothing to settle.</summary>
    Told,
}

[JsonConverter(typeof(JsonStringEnumConverter<HandlingAction>))]
public enum HandlingAction
{
    Acknowledge,
    Snooze,
    Reopen,

    /// <summary>Says for the sender that the figures asked about are right, and why.</summary>
    Confirm,
}

/// <summary>What a person did with an alert.</summary>
/// <param name="By">Who, as they are signed in or as they said.</param>
/// <param name="Sequence">The alert's transition that they had before them.</param>
/// <param name="Until">When a snooze ends.</param>
public sealed record Handling(string Key, string Organisation, HandlingAction Action, string By, DateTimeOffset At, int Sequence, DateTimeOffset? Until, string? Note);

/// <summary>Where an alert stands between those it tells and those who deal with it.</summary>
public static class AlertLife
{
    /// <summary>Alerts of something that happened: nothing that arrives settles them, so they are told once and never are open.</summary>
    public static bool IsNotice(string type) => type is AlertType.ReportLate or AlertType.ReportRevised or AlertType.CatalogueCorrected;

    /// <summary>
    /// An acknowledged or confirmed alert is open again when it has become worse since; a snoozed one when its time is over. Both end when the alert does,
    /// and do not hold for the next time it is raised.
    /// </summary>
    /// <param name="worseSequence">Of the transition that raised it last, or made it worse since; what else has changed wakes nobody.</param>
    /// <param name="raisedSequence">Of the transition that raised it last.</param>
    public static AlertState StateOf(string type, bool isResolved, int worseSequence, int raisedSequence, Handling? handling, DateTimeOffset now)
    {
        if (IsNotice(type) || isResolved)
        {
            return isResolved ? AlertState.Resolved : AlertState.Told;
        }

        return handling switch
        {
            { Action: HandlingAction.Acknowledge } when handling.Sequence >= worseSequence => AlertState.Acknowledged,
            { Action: HandlingAction.Confirm } when handling.Sequence >= worseSequence => AlertState.Confirmed,
            { Action: HandlingAction.Snooze } when handling.Sequence >= raisedSequence && now < handling.Until => AlertState.Snoozed,
            _ => AlertState.Open,
        };
    }

    /// <summary>Neither open nor in anybody's hands: there is nothing to do about it.</summary>
    public static bool IsAtRest(AlertState state) => state is AlertState.Resolved or AlertState.Confirmed or AlertState.Told;

    public static string NameOf(AlertState state) => state switch
    {
        AlertState.Open => "open",
        AlertState.Acknowledged => "acknowledged",
        AlertState.Snoozed => "snoozed",
        AlertState.Resolved => "resolved",
        AlertState.Confirmed => "confirmed",
        _ => "told",
    };
}
