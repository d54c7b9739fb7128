using System.Text.Json;
using Azure;
using Azure.Data.Tables;
using DtPipeline.Azure.Storage;
using DtPipeline.Faults;
using DtPipeline.Ledger;

namespace DtPipeline.Azure.Ledger;

/// <summary>Rows of the table <c>Ledger</c>: what the rules know, as entities and back.</summary>
internal static class LedgerRows
{
    public const string Head = "head";

    /// <summary>Beside the head, the marks of alerts that are closed: where one is raised again, its numbers go on. Heads alone tell of open ones.</summary>
    public const string Closed = "head~closed";

    /// <summary>Above both.</summary>
    public const string HeadEnd = "head\u007f";

    public const string ObservationPrefix = "obs~";
    public const string RevisionPrefix = "rev~";
    public const string FilePrefix = "file~";
    public const string OutboxPrefix = "out~";

    /// <summary>Above every key of an outbox.</summary>
    public const string OutboxEnd = "out\u007f";

    private const string Received = "Received";

    /// <summary>The first of them, which is all that a version that did not tell forms apart knows.</summary>
    private const string FirstReceived = "FirstReceived";

    private const string Answers = "Answers";
    private const string Alerts = "Alerts";

    /// <summary>Of an outbox row, beside its message: when it was written, and the W3C trace context of the span that wrote it.</summary>
    public const string Since = "Since";
    public const string TraceParent = "TraceParent";

    private const string Evidence = "Evidence";

    /// <summary>Of a head: the files whose changes are only partly written.</summary>
    public const string Applying = "Applying";

    /// <summary>Of heads and values, what <see cref="FigureOf"/> and <see cref="IsApplying"/> take.</summary>
    public static readonly IReadOnlyList<string> FigureColumns = ["PartitionKey", "RowKey", "Value", "Status", "Numerator", "Denominator", "Unit", Applying];

    public static bool IsFile(TableEntity row) => row.RowKey.StartsWith(FilePrefix, StringComparison.Ordinal);

    public static bool IsObservation(TableEntity row) => row.RowKey.StartsWith(ObservationPrefix, StringComparison.Ordinal);

    public static bool IsOutbox(TableEntity row) => row.RowKey.StartsWith(OutboxPrefix, StringComparison.Ordinal);

    /// <returns>Null for a row that is neither a value nor a revision.</returns>
    public static string? IndicatorOf(TableEntity row) =>
        IsObservation(row) ? row.RowKey[ObservationPrefix.Length..]
        : row.RowKey.StartsWith(RevisionPrefix, StringComparison.Ordinal) ? row.RowKey.Split('~')[1]
        : null;

    /// <summary>Whether a state would be told by another head than the one that stands, or other closed marks beside it.</summary>
    /// <param name="before">Of the rows that are stored, none of which changes but the head.</param>
    public static bool IsNewHead(string partition, IReadOnlyList<TableEntity> stored, LedgerSnapshot before, LedgerState after) =>
        stored.FirstOrDefault(r => r.RowKey == Head) is not { } head
        || HeadOf(partition, after, null, HeadObservations.Of(before.State.Observations.Values)).DiffersFrom(head)
        || ClosedIn(after) != before.Closed;

    /// <param name="observations">As <see cref="HeadObservations"/> gives them; null for a head that does not hold them.</param>
    public static TableEntity HeadOf(string partition, LedgerState state, string? applying, string? observations)
    {
        var row = new TableEntity(partition, Head)
        {
            ["FirstAccepted"] = Sorted(state.FirstAccepted),
            [Received] = Sorted(state.Received),
        };
        row.PutLong(Answers, Sorted(state.Facts.Answers));
        row.PutLong(Alerts, MarksOf(state, isOpen: true));
        row.Put(FirstReceived, state.Received.Count > 0 ? state.Received.Values.Min() : null);
        row.Put("OpenFaulty", state.OpenFaulty);
        row.Put(Evidence, state.Evidence is { } forms ? JsonSerializer.Serialize(forms, Json.Options) : null);
        row.Put(Applying, applying);
        row.Put("LastFileId", state.Last?.FileId);
        row.Put("LastUploadedAt", state.Last?.UploadedAt);
        row.Put("LastSha256", state.Last?.Sha256);
        row.Put("LastOriginalId", state.Last?.OriginalId);
        if (observations is not null)
        {
            row.PutLong(HeadObservations.Property, observations);
        }

        return row;
    }

    /// <returns>Null where a state has no closed marks.</returns>
    public static string? ClosedIn(LedgerState state) => state.Alerts.Values.All(mark => mark.IsOpen) ? null : MarksOf(state, isOpen: false);

    /// <returns>Null where the rows of a partition hold no closed marks.</returns>
    public static string? ClosedIn(IReadOnlyList<TableEntity> rows) => rows.FirstOrDefault(r => r.RowKey == Closed)?.GetLong(Alerts);

    /// <param name="marks">Null to take the row away.</param>
    public static TableTransactionAction ClosedAs(string partition, string? marks)
    {
        var row = new TableEntity(partition, Closed) { ETag = ETag.All };
        if (marks is null)
        {
            return new TableTransactionAction(TableTransactionActionType.Delete, row);
        }

        row.PutLong(Alerts, marks);
        return new TableTransactionAction(TableTransactionActionType.UpsertReplace, row);
    }

    /// <param name="closed">As <see cref="ClosedIn(IReadOnlyList{TableEntity})"/> gives them.</param>
    public static LedgerState StateOf(TableEntity? head, string? closed, IEnumerable<Observation> observations)
    {
        var current = ByIndicator(observations);
        if (head is null)
        {
            return LedgerState.Empty with { Observations = current };
        }

        var last = head.GetString("LastFileId") is { } id
            ? new FileMark(id, head.GetDateTimeOffset("LastUploadedAt")!.Value, head.GetString("LastSha256"), head.GetString("LastOriginalId"))
            : null;
        return new LedgerState(
            last,
            ReceivedOf(head),
            FirstAcceptedOf(head),
            head.GetString("OpenFaulty"),
            Together(AlertsOf(head.GetLong(Alerts)!), closed is null ? [] : AlertsOf(closed)),
            current)
        {
            Evidence = EvidenceOf(head),
        };
    }

    /// <summary>What a head says by itself, without the rows beside it.</summary>
    public static LedgerHead HeadOf(TableEntity row) => new(
        new FilingFacts(
            ReceivedOf(row),
            FirstAcceptedOf(row),
            JsonSerializer.Deserialize<Dictionary<string, string>>(row.GetLong(Answers)!, Json.Options)!)
        {
            Evidence = EvidenceOf(row) ?? [],
        },
        AlertsOf(row.GetLong(Alerts)!));

    public static TableEntity RowOf(string partition, Observation observation) =>
        Fill(new TableEntity(partition, ObservationPrefix + observation.Indicator), observation);

    /// <summary>A value that another has taken the place of. It held from its own upload, which is in the key, to that of the next key, or of the value that stands.</summary>
    public static TableEntity RevisionOf(string partition, Observation was) =>
        Fill(new TableEntity(partition, $"{RevisionPrefix}{was.Indicator}~{LedgerTime.KeyOf(was.UploadedAt)}~{was.FileId}"), was);

    /// <summary>A value or revision without a word that its sender wrote.</summary>
    public static TableEntity Erased(TableEntity stored)
    {
        var row = new TableEntity(stored) { ["Place"] = JsonSerializer.Serialize(ErasedText.Of(JsonSerializer.Deserialize<Place>(stored.GetString("Place"), Json.Options)!), Json.Options) };
        row.Remove("Note");
        return row;
    }

    /// <summary>Whether changes are only partly written to a partition.</summary>
    public static bool IsApplying(IReadOnlyList<TableEntity> rows) => rows.FirstOrDefault(r => r.RowKey == Head)?.GetString(Applying) is not null;

    /// <summary>The values of a partition, and nothing else of it; no file is told of them.</summary>
    public static LedgerState FiguresOf(IEnumerable<Observation> figures) => LedgerState.Empty with { Observations = ByIndicator(figures) };

    public static Observation ObservationOf(TableEntity row) => ObservationOf(row, JsonSerializer.Deserialize<Place>(row.GetString("Place"), Json.Options)!);

    public static Observation ObservationOf(TableEntity row, Place place) =>
        ObservationOf(row, place, row.GetString("Note"), row.GetString("FileId"), row.GetDateTimeOffset("UploadedAt")!.Value);

    /// <summary>Of a row's <see cref="FigureColumns"/> alone.</summary>
    public static Observation FigureOf(TableEntity row, Place place) => ObservationOf(row, place, note: null, fileId: string.Empty, uploadedAt: default);

    private static Observation ObservationOf(TableEntity row, Place place, string? note, string fileId, DateTimeOffset uploadedAt) => new(
        row.RowKey[ObservationPrefix.Length..],
        row.GetDouble("Value"),
        row.GetString("Status"),
        row.GetDouble("Numerator"),
        row.GetDouble("Denominator"),
        note,
        fileId,
        uploadedAt,
        place)
    {
        Unit = row.GetString("Unit"),
    };

    private static TableEntity Fill(TableEntity row, Observation observation)
    {
        row["Status"] = observation.Status;
        row["FileId"] = observation.FileId;
        row["UploadedAt"] = observation.UploadedAt;
        row["Place"] = JsonSerializer.Serialize(observation.Place, Json.Options);
        row.Put("Value", observation.Value);
        row.Put("Numerator", observation.Numerator);
        row.Put("Denominator", observation.Denominator);
        row.Put("Note", observation.Note);
        row.Put("Unit", observation.Unit);
        return row;
    }

    // Of a known number, so that it takes no more room than that.
    private static Dictionary<string, Observation> ByIndicator(IEnumerable<Observation> observations) => observations.ToList().ToDictionary(o => o.Indicator, StringComparer.Ordinal);

    private static Dictionary<string, DateTimeOffset> ReceivedOf(TableEntity head) =>
        head.GetString(Received) is { } received ? JsonSerializer.Deserialize<Dictionary<string, DateTimeOffset>>(received, Json.Options)!
        : head.GetDateTimeOffset(FirstReceived) is { } first ? new Dictionary<string, DateTimeOffset>(StringComparer.Ordinal) { [LedgerState.OfWhichever] = first }
        : [];

    private static Dictionary<string, DateTimeOffset> FirstAcceptedOf(TableEntity head) =>
        JsonSerializer.Deserialize<Dictionary<string, DateTimeOffset>>(head.GetString("FirstAccepted"), Json.Options)!;

    private static List<string>? EvidenceOf(TableEntity head) =>
        head.GetString(Evidence) is { } forms ? JsonSerializer.Deserialize<List<string>>(forms, Json.Options) : null;

    private static Dictionary<string, AlertMark> AlertsOf(string marks) => JsonSerializer.Deserialize<Dictionary<string, AlertMark>>(marks, Json.Options)!;

    private static Dictionary<string, AlertMark> Together(Dictionary<string, AlertMark> inHead, Dictionary<string, AlertMark> closed)
    {
        foreach (var (key, mark) in closed)
        {
            inHead.TryAdd(key, mark);
        }

        return inHead;
    }

    private static string MarksOf(LedgerState state, bool isOpen) => Sorted(state.Alerts.Where(a => a.Value.IsOpen == isOpen));

    private static string Sorted<T>(IEnumerable<KeyValuePair<string, T>> map) =>
        JsonSerializer.Serialize(new SortedDictionary<string, T>(map.ToDictionary(), StringComparer.Ordinal), Json.Options);
}
