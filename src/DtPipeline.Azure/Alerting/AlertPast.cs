using DtPipeline.Alerts;
using DtPipeline.Answers.Models;
using DtPipeline.Azure.Storage;
using DtPipeline.Ledger;
using DtPipeline.Texts;
using DtPipeline.Time;

namespace DtPipeline.Azure.Alerting;

/// <summary>An alert and its life so far.</summary>
/// <param name="Steps">The oldest first.</param>
internal sealed record AlertStory(ListedAlert Alert, IReadOnlyList<AlertStep> Steps);

/// <param name="What"><c>raised</c>, <c>escalated</c>, <c>changed</c>, <c>resolved</c>; or what somebody did: <c>acknowledge</c>, <c>snooze</c>, <c>reopen</c>, <c>confirm</c>.</param>
internal sealed record AlertStep(DateTimeOffset At, string What)
{
    /// <summary>Of a transition: <c>green</c>, <c>yellow</c> or <c>red</c>.</summary>
    public string? Severity { get; init; }

    /// <summary>Of a transition, as it was told.</summary>
    public Bilingual? Message { get; init; }

    /// <summary>Who did it.</summary>
    public string? By { get; init; }

    public string? Note { get; init; }

    /// <summary>When a snooze ends.</summary>
    public DateTimeOffset? Until { get; init; }
}

/// <summary>Tells the life of an alert from the archive: as it was delivered, and what people did with it.</summary>
public sealed class AlertPast(AlertInbox inbox, AlertArchive archive, TimeProvider clock)
{
    /// <returns>JSON; null where there is no such alert.</returns>
    public async Task<BinaryData?> ReadAsync(string organisation, string key, CancellationToken cancellationToken)
    {
        if (await inbox.FindAsync(organisation, key, cancellationToken) is not { } alert)
        {
            return null;
        }

        var steps = new List<AlertStep>();
        await foreach (var archived in archive.AlertsAsync(alert.Subject.Key, cancellationToken))
        {
            var (cloudEvent, data) = AlertMessage.Read(archived.Body);
            steps.Add(new AlertStep(cloudEvent.Time ?? archived.DeliveredAt, data.State) { Severity = data.Severity, Message = data.Message });
        }

        await foreach (var handling in archive.HandlingsAsync(alert.Subject.Organisation, alert.Subject.Key, cancellationToken))
        {
            steps.Add(new AlertStep(handling.At, NameOf(handling.Action)) { By = handling.By, Note = handling.Note, Until = handling.Until });
        }

        return BinaryData.FromObjectAsJson(new AlertStory(ListedAlert.Of(alert, VietnamTime.DayOf(clock.GetUtcNow())), [.. steps.OrderBy(s => s.At)]), Json.Indented);
    }

    private static string NameOf(HandlingAction action) => action switch
    {
        HandlingAction.Acknowledge => "acknowledge",
        HandlingAction.Snooze => "snooze",
        HandlingAction.Reopen => "reopen",
        _ => "confirm",
    };
}
