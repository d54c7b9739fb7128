using DtPipeline.Alerts;
using DtPipeline.Ledger;
using DtPipeline.Texts;
using DtPipeline.Time;

namespace DtPipeline.Answers.Models;

/// <summary>Alerts that are not settled: the content of <c>published/alerts.json</c>.</summary>
/// <param name="Day">In Vietnam: what is owed is said, and ages are counted, as on it.</param>
/// <param name="Alerts">The worst first, then by key.</param>
public sealed record AlertList(DateOnly Day, IReadOnlyList<ListedAlert> Alerts);

/// <param name="State"><c>open</c>, <c>acknowledged</c> or <c>snoozed</c>.</param>
/// <param name="Severity"><c>green</c>, <c>yellow</c> or <c>red</c>.</param>
/// <param name="Escalation">How often it was passed on.</param>
/// <param name="RaisedAt">When it was raised last.</param>
/// <param name="AgeDays">Days in Vietnam since then.</param>
public sealed record ListedAlert(
    string Organisation,
    string Key,
    string Type,
    string State,
    string Severity,
    int Escalation,
    DateTimeOffset RaisedAt,
    int AgeDays,
    Bilingual Message)
{
    public string? Period { get; init; }

    public string? Form { get; init; }

    public string? Indicator { get; init; }

    public string? Task { get; init; }

    /// <summary>The file that raised it, within the container of reports.</summary>
    public string? Path { get; init; }

    /// <summary>Last day of what is owed.</summary>
    public DateOnly? Due { get; init; }

    /// <summary>What somebody did with it last.</summary>
    public Handling? Handling { get; init; }

    public static ListedAlert Of(InboxAlert alert, DateOnly today) => new(
        alert.Subject.Organisation,
        alert.Subject.Key,
        alert.Subject.Type,
        AlertLife.NameOf(alert.State),
        AlertTransition.NameOf(alert.Severity),
        alert.Escalation,
        alert.RaisedAt,
        Math.Max(0, today.DayNumber - VietnamTime.DayOf(alert.RaisedAt).DayNumber),
        alert.Message)
    {
        Period = alert.Subject.Period,
        Form = alert.Subject.Form,
        Indicator = alert.Subject.Indicator,
        Task = alert.Subject.Task,
        Path = alert.Path,
        Due = alert.Owed?.Due,
        Handling = alert.Handling,
    };
}
