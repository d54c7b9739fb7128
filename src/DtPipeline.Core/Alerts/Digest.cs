using DtPipeline.Catalogue;
using DtPipeline.Ledger;
using DtPipeline.Texts;
using DtPipeline.Time;

namespace DtPipeline.Alerts;

/// <summary>An alert as the secretariat's inbox holds it.</summary>
/// <param name="DeliveredAt">When its newest transition came into the inbox.</param>
public sealed record InboxAlert(
    AlertSubject Subject,
    int Sequence,
    AlertState State,
    AlertSeverity Severity,
    int Escalation,
    OwedBy? Owed,
    Bilingual Message,
    DateTimeOffset DeliveredAt,
    Handling? Handling)
{
    private readonly int? worseSequence;

    /// <summary>Of the transition that raised it last, or made it worse since: those after it changed only what is said.</summary>
    public int WorseSequence
    {
        get => worseSequence ?? Sequence;
        init => worseSequence = value;
    }

    /// <summary>When it was raised last; of a store that an older version has written, when it was delivered.</summary>
    public DateTimeOffset RaisedAt { get; init; } = DeliveredAt;

    /// <summary>Where the file lies that raised it, within the container of reports; null where none did.</summary>
    public string? Path { get; init; }
}

/// <summary>What a recipient's last digest said, so that the next one can say what is new and what is settled, whatever was delivered late or out of order.</summary>
/// <param name="Open">By key the sequence that was told.</param>
/// <param name="Notices">Keys of what happened and was told, of the last days.</param>
public sealed record DigestMemory(DateTimeOffset At, IReadOnlyDictionary<string, int> Open, IReadOnlyDictionary<string, DateTimeOffset> Notices)
{
    public static readonly DigestMemory Nothing = new(DateTimeOffset.MinValue, new Dictionary<string, int>(), new Dictionary<string, DateTimeOffset>());
}

/// <param name="Text">As it is on the day of the digest.</param>
public sealed record DigestLine(InboxAlert Alert, Bilingual Text);

/// <summary>One day's news for one recipient: every alert that concerns them stands in one list at most.</summary>
/// <param name="Worse">Told before, and escalated since.</param>
/// <param name="Handled">Acknowledged, with by whom.</param>
/// <param name="Snoozed">How many are silent until a moment.</param>
public sealed record Digest(
    Recipient Recipient,
    DateOnly Day,
    IReadOnlyList<DigestLine> New,
    IReadOnlyList<DigestLine> Worse,
    IReadOnlyList<DigestLine> Open,
    IReadOnlyList<DigestLine> Handled,
    IReadOnlyList<DigestLine> Settled,
    int Snoozed,
    DigestMemory Memory)
{
    /// <summary>How long a notice may be on its way and still be told, and so how long those told are remembered.</summary>
    public static readonly TimeSpan NoticesBack = TimeSpan.FromDays(7);

    /// <summary>A day on which there is nothing to say needs no digest.</summary>
    public bool IsEmpty => New.Count + Worse.Count + Open.Count + Handled.Count + Settled.Count == 0;

    public static Digest Of(Recipient recipient, IEnumerable<InboxAlert> inbox, DigestMemory memory, DateTimeOffset now, ReportingCatalogue catalogue)
    {
        var today = VietnamTime.DayOf(now);
        var view = new DigestView(recipient, today, catalogue);
        var alerts = inbox.Where(view.IsConcerned).ToList();
        var standing = alerts.Where(a => a.State is AlertState.Open or AlertState.Acknowledged or AlertState.Snoozed).ToList();
        var open = standing.Where(a => a.State == AlertState.Open).ToList();
        var notices = alerts.Where(a => a.State == AlertState.Told && a.DeliveredAt >= now - NoticesBack).ToList();

        // A reminder that ended because the day has passed is not settled, nor is an alert for all that became one for each.
        var owed = standing.Where(a => a.Owed is not null).Select(view.MatterOf).ToHashSet();

        bool WasTold(InboxAlert alert) => memory.Open.ContainsKey(alert.Subject.Key);
        bool IsWorse(InboxAlert alert) => memory.Open.TryGetValue(alert.Subject.Key, out var told) && told < alert.WorseSequence;
        return new Digest(
            recipient,
            today,
            view.Lines(open.Where(a => !WasTold(a)).Concat(notices.Where(a => !memory.Notices.ContainsKey(a.Subject.Key)))),
            view.Lines(open.Where(IsWorse)),
            view.Lines(open.Where(a => WasTold(a) && !IsWorse(a))),
            view.Lines(standing.Where(a => a.State == AlertState.Acknowledged)),
            view.Lines(alerts.Where(a => a.State is AlertState.Resolved or AlertState.Confirmed && WasTold(a) && !(a.Owed is not null && owed.Contains(view.MatterOf(a))))),
            standing.Count(a => a.State == AlertState.Snoozed),
            new DigestMemory(
                now,
                standing
                    .Where(a => a.State != AlertState.Snoozed || WasTold(a))
                    .ToDictionary(a => a.Subject.Key, a => a.State == AlertState.Snoozed ? memory.Open[a.Subject.Key] : a.Sequence, StringComparer.Ordinal),
                notices.ToDictionary(a => a.Subject.Key, a => a.DeliveredAt, StringComparer.Ordinal)));
    }
}
