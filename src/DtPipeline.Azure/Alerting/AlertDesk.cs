using System.Text.Json;
using DtPipeline.Access;
using DtPipeline.Alerts;
using DtPipeline.Answers.Lists;
using DtPipeline.Answers.Models;
using DtPipeline.Azure.Storage;
using DtPipeline.Ledger;
using DtPipeline.Texts;
using DtPipeline.Time;

namespace DtPipeline.Azure.Alerting;

/// <summary>What is asked for, as JSON: <c>{ "action": "snooze", "by": "…", "until": "2024-08-01T08:00:00+07:00", "note": "…" }</c>.</summary>
/// <param name="Action"><c>acknowledge</c>, <c>snooze</c>, <c>reopen</c>, or <c>confirm</c> for a question about figures, with the reason in <c>note</c>.</param>
/// <param name="By">Who asks, where nobody is signed in.</param>
public sealed record HandlingRequest(string? Action, string? By, DateTimeOffset? Until, string? Note);

/// <summary>What became of a request.</summary>
/// <param name="Alert">As it stands now, as JSON.</param>
/// <param name="Why">Null where it was done.</param>
/// <param name="IsUnknown">There is no such alert.</param>
public sealed record HandlingAnswer(BinaryData? Alert, Bilingual? Why, bool IsUnknown = false)
{
    /// <summary>The same as <see cref="Alert"/>.</summary>
    public ListedAlert? Listed { get; init; }
}

/// <summary>Where people deal with alerts: what is open, and who has acknowledged or snoozed what. Kept in the archive first, so that it outlives the tables.</summary>
public sealed class AlertDesk(AlertInbox inbox, AlertArchive archive, TimeProvider clock)
{
    private const int LongestNote = 1_000;

    // Letters: what is shorter gives no reason.
    private const int LeastReason = 3;

    /// <summary>For how long an alert can be put aside.</summary>
    public static readonly TimeSpan LongestSnooze = TimeSpan.FromDays(92);

    /// <summary>The worst first, then by key.</summary>
    /// <returns>JSON, a <see cref="Page{T}"/>.</returns>
    public async Task<BinaryData> ListAsync(AlertQuestion question, CancellationToken cancellationToken)
    {
        var all = question.State is null ? await inbox.StandingAsync(cancellationToken) : await inbox.ListAsync(cancellationToken);
        return JsonOf(Page.Of(all.Where(question.Takes).Select(Shown), a => $"{(a.Severity switch { "red" => "0", "yellow" => "1", _ => "2" })}~{a.Key}~{a.Organisation}", question.Page));
    }

    /// <param name="signedIn">Who is signed in; null where the app has no sign-in, then the request says who asks.</param>
    public async Task<HandlingAnswer> HandleAsync(string organisation, string key, HandlingRequest request, string? signedIn, CancellationToken cancellationToken)
    {
        if (await inbox.FindAsync(organisation, key, cancellationToken) is not { } alert)
        {
            return new HandlingAnswer(null, UnknownAlert(organisation, key), IsUnknown: true);
        }

        var now = clock.GetUtcNow();
        var by = (signedIn ?? request.By ?? string.Empty).Trim();
        if (WhyNot(alert, request, by, now) is { } why)
        {
            return new HandlingAnswer(null, why);
        }

        var action = ActionNamed(request.Action)!.Value;
        var handling = new Handling(key, organisation, action, by, now, alert.Sequence, action == HandlingAction.Snooze ? request.Until : null, request.Note);
        await archive.KeepAsync(handling, cancellationToken);
        await inbox.TakeAsync(handling, cancellationToken);
        var shown = Shown((await inbox.FindAsync(organisation, key, cancellationToken))!);
        return new HandlingAnswer(JsonOf(shown), null) { Listed = shown };
    }

    private ListedAlert Shown(InboxAlert alert) => ListedAlert.Of(alert, VietnamTime.DayOf(clock.GetUtcNow()));

    public static Bilingual UnknownAlert(string organisation, string key) => new($"Không có cảnh báo '{key}' của '{organisation}'.", $"There is no alert '{key}' of '{organisation}'.");

    private static BinaryData JsonOf<T>(T value) => BinaryData.FromString(JsonSerializer.Serialize(value, Json.Indented));

    private static HandlingAction? ActionNamed(string? name) => name switch
    {
        "acknowledge" => HandlingAction.Acknowledge,
        "snooze" => HandlingAction.Snooze,
        "reopen" => HandlingAction.Reopen,
        "confirm" => HandlingAction.Confirm,
        _ => null,
    };

    private static Bilingual? WhyNot(InboxAlert alert, HandlingRequest request, string by, DateTimeOffset now) => request switch
    {
        _ when ActionNamed(request.Action) is null => new(
            $"action là '{request.Action}'; cần acknowledge, snooze, reopen hoặc confirm.", $"action is '{request.Action}'; expected acknowledge, snooze, reopen or confirm."),
        _ when by.Length is 0 or > Caller.LongestName => new(
            $"Hãy ghi tên người thực hiện vào by (1 đến {Caller.LongestName} ký tự).", $"Say in by who does it (1 to {Caller.LongestName} characters)."),
        { Note.Length: > LongestNote } => new($"note dài quá {LongestNote} ký tự.", $"note is longer than {LongestNote} characters."),
        { Action: "snooze" } when request.Until is not { } until || until <= now || until > now + LongestSnooze => new(
            $"until phải là một thời điểm trong {LongestSnooze.Days} ngày tới, ví dụ 2024-08-01T08:00:00+07:00.",
            $"until must be a moment within the next {LongestSnooze.Days} days, for example 2024-08-01T08:00:00+07:00."),
        { Action: "confirm" } when alert.Subject.Type != AlertType.ValueAnomaly => new(
            "confirm chỉ dùng cho câu hỏi về số liệu (value.anomaly).", "confirm answers a question about figures (value.anomaly) and nothing else."),
        { Action: "confirm" } when (request.Note ?? string.Empty).Count(char.IsLetter) < LeastReason => new(
            "Hãy ghi vào note vì sao số liệu là đúng.", "Say in note why the figures are right."),
        _ when alert.State == AlertState.Resolved => new("Cảnh báo này đã xong.", "This alert is settled already."),
        _ when alert.State == AlertState.Told => new("Tin này chỉ để biết, không cần xử lý.", "This is a notice: there is nothing to deal with."),
        _ => null,
    };
}
