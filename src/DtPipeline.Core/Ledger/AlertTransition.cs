using DtPipeline.Catalogue;
using DtPipeline.Texts;

namespace DtPipeline.Ledger;

public enum AlertEvent
{
    Raised,
    Escalated,

    /// <summary>Neither better nor worse: something else is to be said of it.</summary>
    Changed,
    Resolved,
}

/// <summary>Types of alerts, as they stand behind <c>dtpipeline.</c> in a CloudEvent's type.</summary>
public static class AlertType
{
    public const string ReportDueSoon = "report.due_soon";
    public const string ReportOverdue = "report.overdue";
    public const string ReportIncomplete = "report.incomplete";
    public const string ReportLate = "report.late";
    public const string ReportFaulty = "report.faulty";
    public const string ReportRevised = "report.revised";
    public const string ValueMoved = "value.moved";
    public const string TargetOffTrack = "target.off_track";
    public const string TargetMissed = "target.missed";
    public const string TaskDueSoon = "task.due_soon";
    public const string TaskOverdue = "task.overdue";
    public const string SourceFailed = "source.failed";
    public const string CatalogueFaulty = "catalogue.faulty";
    public const string CatalogueHeld = "catalogue.held";
    public const string CatalogueCorrected = "catalogue.corrected";
    public const string RecipientUnreachable = "recipient.unreachable";
    public const string CalendarProvisional = "calendar.provisional";
}

/// <summary>A figure that an alert speaks of, in the indicator's unit.</summary>
public sealed record AlertFigure(string Indicator, double? Value, double? Previous, string? PreviousPeriod);

/// <summary>What an alert is about; the same for all its transitions.</summary>
/// <param name="Key">Unique for the condition: at most one alert with it is open. It begins with the type. What a table or Service Bus would not take as a key is put right.</param>
/// <param name="Organisation">A code, a group such as <c>@provinces</c>, or <c>unplaced</c> for files that belong to nobody.</param>
public sealed record AlertSubject(string Key, string Type, string Organisation, string? Period, string? Form, string? Indicator)
{
    // A message id of Service Bus has at most 128 characters: the key, the sequence number and the event.
    private const int LongestKey = 100;

    public string Key { get; init; } = Fit(Key);

    /// <summary>The code of the assigned task.</summary>
    public string? Task { get; init; }

    public static string TypeIn(string key) => key.Split('~', 2)[0];

    private static string Fit(string key)
    {
        var line = string.Concat(OneLine.Of(key, int.MaxValue).Select(c => c is '/' or '\\' or '#' or '?' ? '_' : c));
        return line == key && line.Length <= LongestKey ? key : $"{line[..Math.Min(line.Length, LongestKey - LedgerKey.HashLength - 1)]}~{LedgerKey.HashOf(key)}";
    }
}

/// <summary>One step in the life of an alert, to be told to the secretariat exactly once.</summary>
/// <param name="Sequence">Counts the transitions of the key from 1, so that a late message never undoes a newer one.</param>
public sealed record AlertTransition(
    AlertSubject Subject,
    int Sequence,
    AlertEvent Event,
    AlertSeverity Severity,
    DateTimeOffset At,
    IReadOnlyList<AlertFigure> Figures,
    Bilingual Message)
{
    /// <summary>0 while those concerned first are told, 1 once the next named recipient is.</summary>
    public int Escalation { get; init; }

    /// <summary>What is owed and until when; null for alerts that no day decides.</summary>
    public OwedBy? Owed { get; init; }

    /// <summary>Where the file lies that raised it, within the container of reports; null where none did.</summary>
    public string? Path { get; init; }

    /// <summary>The same for the same transition, however often it is worked out: Service Bus drops the repetition.</summary>
    public string MessageId => $"{Subject.Key}~{Sequence}~{NameOf(Event)}";

    public static string NameOf(AlertEvent alertEvent) => alertEvent switch
    {
        AlertEvent.Raised => "raised",
        AlertEvent.Escalated => "escalated",
        AlertEvent.Changed => "changed",
        _ => "resolved",
    };

    public static string NameOf(AlertSeverity severity) => severity switch
    {
        AlertSeverity.Red => "red",
        AlertSeverity.Yellow => "yellow",
        _ => "green",
    };

    public static AlertSeverity SeverityNamed(string name) => Enum.GetValues<AlertSeverity>().First(s => NameOf(s) == name);
}
