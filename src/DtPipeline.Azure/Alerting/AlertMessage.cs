using System.Text.Json;
using Azure.Data.Tables;
using Azure.Messaging;
using Azure.Messaging.ServiceBus;
using DtPipeline.Azure.Ledger;
using DtPipeline.Azure.Storage;
using DtPipeline.Ledger;
using DtPipeline.Texts;

namespace DtPipeline.Azure.Alerting;

/// <summary>What an alert's CloudEvent carries as <c>data</c>.</summary>
internal sealed record AlertData(
    string Key,
    int Sequence,
    string State,
    string Severity,
    string Organisation,
    string? Period,
    string? Form,
    string? Indicator,
    IReadOnlyList<AlertFigure> Figures,
    Bilingual Message,
    Uri Link)
{
    /// <summary>The code of the assigned task.</summary>
    public string? Task { get; init; }

    /// <summary>Where the file lies that raised it, within the container of reports.</summary>
    public string? Path { get; init; }

    /// <summary>0 while those concerned first are told, 1 once the next named recipient is.</summary>
    public int Escalation { get; init; }

    /// <summary>What is owed and until when; null for alerts that no day decides.</summary>
    public OwedBy? Owed { get; init; }

    /// <summary>Of a question what it asks about: a word for each figure with its value.</summary>
    public string? Asks { get; init; }
}

/// <summary>An alert on its way: as a row of the outbox, then as a Service Bus message whose body is a CloudEvent.</summary>
internal static class AlertMessage
{
    public const string ContentType = "application/cloudevents+json";

    /// <summary>Alerts of files are worked out again by a replay; the others follow from time or other periods and are left alone by it.</summary>
    public const string OfFile = "OfFile";

    private const string Body = "Body";
    private const int LongestText = 4_000;
    private const int LongestSubject = 200;
    private const string Source = "/dtpipeline";
    private static readonly string[] Properties = ["type", "severity", "organisation", "period", "state"];

    public static TableEntity RowOf(string partition, AlertTransition alert, bool ofFile, PipelineSettings settings)
    {
        var data = new AlertData(
            alert.Subject.Key,
            alert.Sequence,
            AlertTransition.NameOf(alert.Event),
            AlertTransition.NameOf(alert.Severity),
            alert.Subject.Organisation,
            alert.Subject.Period,
            alert.Subject.Form,
            alert.Subject.Indicator,
            alert.Figures,
            new Bilingual(Cut(alert.Message.Vi), Cut(alert.Message.En)),
            settings.AddressOf(alert.Subject.Period is { } period ? $"periods/{period}" : "alerts"))
        {
            Task = alert.Subject.Task,
            Path = alert.Path,
            Escalation = alert.Escalation,
            Owed = alert.Owed,
            Asks = alert.Asks,
        };
        var type = $"dtpipeline.{alert.Subject.Type}";
        var cloudEvent = new CloudEvent(Source, type, BinaryData.FromObjectAsJson(data, Json.Options), "application/json", CloudEventDataFormat.Json)
        {
            Id = alert.MessageId,
            Subject = OneLine.Of($"{data.Organisation}/{data.Period ?? data.Task}", LongestSubject),
            Time = alert.At,
        };
        return new TableEntity(partition, LedgerRows.OutboxPrefix + alert.MessageId)
        {
            [Body] = JsonSerializer.Serialize(cloudEvent, Json.Options),
            [OfFile] = ofFile,
            ["type"] = type,
            ["severity"] = data.Severity,
            ["organisation"] = data.Organisation,
            ["period"] = data.Period ?? string.Empty,
            ["state"] = data.State,
        };
    }

    /// <summary>So that an alert fits into a property of a table (64 KiB), a message (256 KiB) and a line of a mail, whatever it quotes.</summary>
    private static string Cut(string text) => OneLine.Of(text, LongestText);

    public static bool SaysTheSame(TableEntity one, TableEntity other) => one.GetString(Body) == other.GetString(Body);

    public static ServiceBusMessage Of(TableEntity row)
    {
        var message = new ServiceBusMessage(BinaryData.FromString(row.GetString(Body)))
        {
            MessageId = row.RowKey[LedgerRows.OutboxPrefix.Length..],
            ContentType = ContentType,
            Subject = row.GetString("type"),
        };
        foreach (var property in Properties)
        {
            message.ApplicationProperties[property] = row.GetString(property);
        }

        return message;
    }

    /// <exception cref="JsonException">The body is not one of ours.</exception>
    public static (CloudEvent Event, AlertData Data) Read(BinaryData body)
    {
        var cloudEvent = CloudEvent.Parse(body) ?? throw new JsonException("The message is no CloudEvent.");
        return (cloudEvent, cloudEvent.Data!.ToObjectFromJson<AlertData>(Json.Options)!);
    }
}
