using System.Text.Json;
using Azure.Data.Tables;
using Azure.Messaging;
using DtPipeline.Alerts;
using DtPipeline.Azure.Storage;
using DtPipeline.Ledger;
using DtPipeline.Texts;
using DtPipeline.Time;

namespace DtPipeline.Azure.Alerting;

/// <summary>Rows of the table <c>Alerts</c>: the newest transition of each alert, and what somebody did with it.</summary>
internal static class AlertRows
{
    private const string MailTo = "MailTo";
    private const string WorseSequence = "WorseSequence";

    /// <summary>Of an alert that nobody has delivered yet.</summary>
    public static TableEntity New(string partition, string key) => new(partition, key) { ["Sequence"] = 0 };

    public static bool IsNew(TableEntity row) => !row.ContainsKey("Type");

    /// <summary>Takes a transition in. One older than the newest changes nothing but what is known of the raising.</summary>
    /// <returns>False where it is an older one, or the newest once more.</returns>
    public static bool Advance(TableEntity row, CloudEvent cloudEvent, AlertData data, DateTimeOffset deliveredAt)
    {
        if (data.State == "raised" && (row.GetInt32("RaisedSequence") ?? 0) < data.Sequence)
        {
            row["RaisedAt"] = cloudEvent.Time;
            row["RaisedSequence"] = data.Sequence;
        }

        if (data.State == "changed")
        {
            // A version that knew of no changes has not noted it.
            row[WorseSequence] = row.GetInt32(WorseSequence) ?? row.GetInt32("Sequence");
        }
        else if (data.State != "resolved" && (row.GetInt32(WorseSequence) ?? 0) < data.Sequence)
        {
            row[WorseSequence] = data.Sequence;
        }

        if (data.Sequence <= row.GetInt32("Sequence"))
        {
            return false;
        }

        row["Sequence"] = data.Sequence;
        row["Type"] = cloudEvent.Type;
        row["State"] = AlertLife.NameOf(data.State == "resolved" ? AlertState.Resolved : AlertLife.IsNotice(AlertSubject.TypeIn(row.RowKey)) ? AlertState.Told : AlertState.Open);
        row["Severity"] = data.Severity;
        row["Escalation"] = data.Escalation;
        row["Period"] = data.Period ?? string.Empty;
        row["Form"] = data.Form ?? string.Empty;
        row["Indicator"] = data.Indicator ?? string.Empty;
        row["Task"] = data.Task ?? string.Empty;
        SetMessage(row, data is { Owed: not null, State: not "resolved" } ? null : data.Message);
        row["ChangedAt"] = cloudEvent.Time;
        row["DeliveredAt"] = deliveredAt;
        row.Remove("Owed");
        row.Put("Owed", data.Owed is { } owed ? JsonSerializer.Serialize(owed, Json.Options) : null);
        row.Put("Path", data.Path);
        return true;
    }

    /// <summary>Who is still to be mailed of it: a line each, the recipient's code and the message id of the transition.</summary>
    public static IReadOnlyList<(string Recipient, string MessageId)> MailsOf(TableEntity row) =>
        [.. (row.GetString(MailTo) ?? string.Empty).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(' ', 2)).Select(parts => (parts[0], parts[1]))];

    public static void SetMails(TableEntity row, IEnumerable<(string Recipient, string MessageId)> mails)
    {
        row.Remove(MailTo);
        row.Put(MailTo, string.Join('\n', mails.Select(m => $"{m.Recipient} {m.MessageId}")) is { Length: > 0 } lines ? lines : null);
    }

    /// <summary>Nobody waits for its digest line any more, nor for its end.</summary>
    public static bool IsOver(InboxAlert alert, DateTimeOffset now) =>
        AlertLife.IsAtRest(alert.State) && IsLongAgo(alert is { State: AlertState.Confirmed, Handling: { } answer } ? answer.At : alert.DeliveredAt, now);

    public static bool IsLongAgo(DateTimeOffset at, DateTimeOffset now) => at < now - Digest.NoticesBack - TimeSpan.FromDays(1);

    /// <summary>The later handling stands.</summary>
    /// <returns>False where a later one stands already.</returns>
    public static bool Take(TableEntity row, Handling handling)
    {
        if (HandlingIn(row) is { } standing && standing.At > handling.At)
        {
            return false;
        }

        row["Handling"] = JsonSerializer.Serialize(handling, Json.Options);
        return true;
    }

    /// <param name="now">What is owed is said as it is on this day.</param>
    public static InboxAlert AlertOf(TableEntity row, DateTimeOffset now)
    {
        var owed = row.GetString("Owed") is { } json ? JsonSerializer.Deserialize<OwedBy>(json, Json.Options) : null;
        var isResolved = row.GetString("State") == "resolved";
        var type = row.GetString("Type")["dtpipeline.".Length..];
        var sequence = row.GetInt32("Sequence")!.Value;
        var worseSequence = row.GetInt32(WorseSequence) ?? sequence;
        var handling = HandlingIn(row);
        return new InboxAlert(
            new AlertSubject(row.RowKey, type, row.PartitionKey, Text(row, "Period"), Text(row, "Form"), Text(row, "Indicator")) { Task = Text(row, "Task") },
            sequence,
            AlertLife.StateOf(type, isResolved, worseSequence, row.GetInt32("RaisedSequence") ?? 0, handling, now),
            AlertTransition.SeverityNamed(row.GetString("Severity")),
            row.GetInt32("Escalation") ?? 0,
            owed,
            owed is not null && !isResolved ? owed.On(VietnamTime.DayOf(now)) : new Bilingual(row.GetString("MessageVi"), row.GetString("MessageEn")),
            row.GetDateTimeOffset("DeliveredAt")!.Value,
            handling)
        {
            WorseSequence = worseSequence,
            RaisedAt = row.GetDateTimeOffset("RaisedAt") ?? row.GetDateTimeOffset("DeliveredAt")!.Value,
            Path = Text(row, "Path"),
        };
    }

    /// <param name="message">Null for one that depends on the day on which it is read.</param>
    private static void SetMessage(TableEntity row, Bilingual? message)
    {
        row.Remove("MessageVi");
        row.Remove("MessageEn");
        row.Put("MessageVi", message?.Vi);
        row.Put("MessageEn", message?.En);
    }

    private static Handling? HandlingIn(TableEntity row) => row.GetString("Handling") is { } json ? JsonSerializer.Deserialize<Handling>(json, Json.Options) : null;

    private static string? Text(TableEntity row, string property) => row.GetString(property) is { Length: > 0 } text ? text : null;
}
