using System.Globalization;
using System.Text.Json;
using DtPipeline.Faults;
using DtPipeline.Texts;

namespace DtPipeline.Grids.Json;

/// <summary>JSON: an array of objects, or <c>{ organisation, period, observations: [ … ] }</c>; and NDJSON, one object a line.</summary>
internal sealed class JsonObjects : IDisposable
{
    private const string Shapes = "[ { indicator, value } ] or { organisation, period, observations: [ … ] }";
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 16 };

    private readonly ReportText text;
    private readonly GridSource source;
    private readonly JsonDocument? document;
    private readonly List<JsonRow> objects;

    private JsonObjects(ReportText text, GridSource source, JsonDocument? document, List<JsonRow> objects)
    {
        this.text = text;
        this.source = source;
        this.document = document;
        this.objects = objects;
    }

    /// <returns>Null where the file is kept out; the fault is told.</returns>
    public static JsonObjects? Open(ReportText text, GridSource source)
    {
        var lines = Lines(text, 2);
        if (lines.Count == 2 && lines.TrueForAll(l => l.StartsWith('{') && IsWhole(l)))
        {
            return new JsonObjects(text, source, null, []);
        }

        if (Parse(text, source) is not { } document)
        {
            return null;
        }

        if (RowsOf(document.RootElement, source) is { } objects)
        {
            return new JsonObjects(text, source, document, objects);
        }

        document.Dispose();
        return null;
    }

    /// <summary>What the file says once for all of its objects, in the property of that name beside them; null where it says nothing.</summary>
    public string? ForAll(string name) =>
        document?.RootElement is { ValueKind: JsonValueKind.Object } root && JsonRow.Find(root, "observations") is not null
            && JsonRow.Find(root, name) is { } value && CellText.Clean(JsonRow.TextOf(value)) is { Length: > 0 } said
            ? said
            : null;

    public IEnumerable<JsonRow> Rows() => document is null ? LineByLine() : InDocument();

    public void Dispose() => document?.Dispose();

    private IEnumerable<JsonRow> InDocument()
    {
        foreach (var row in objects)
        {
            yield return row;
        }

        if (objects.Count == 0)
        {
            source.KeepOut(FaultKinds.FileNoRows.At(source.Whole));
        }
    }

    private IEnumerable<JsonRow> LineByLine()
    {
        using var reader = text.Open();
        for (var number = 1; reader.ReadLine() is { } line; number++)
        {
            if (string.IsNullOrWhiteSpace(line))
            {
                continue;
            }

            using var row = TryParse(line);
            yield return row is null
                ? JsonRow.Damaged(number, FaultKinds.FileJson.At(new Place(source.SheetName(null), number, null), Cut(line)))
                : JsonRow.Of(row.RootElement, number, source);
        }
    }

    private static JsonDocument? Parse(ReportText text, GridSource source)
    {
        try
        {
            using var reader = text.Open();
            return JsonDocument.Parse(reader.ReadToEnd(), Options);
        }
        catch (JsonException e)
        {
            var row = (int)(e.LineNumber ?? 0) + 1;
            var place = string.Create(CultureInfo.InvariantCulture, $"line {row}, byte {e.BytePositionInLine ?? 0}");
            source.KeepOut(FaultKinds.FileJson.At(new Place(source.SheetName(null), row, null), place));
            return null;
        }
    }

    private static List<JsonRow>? RowsOf(JsonElement root, GridSource source)
    {
        if (JsonShapes.Find(root, out var wrong) is not { } rows)
        {
            source.KeepOut(FaultKinds.FileJsonShape.At(source.Whole, wrong, Shapes));
            return null;
        }

        return [.. rows.Select((row, index) => row(index + 1, source))];
    }

    private static List<string> Lines(ReportText text, int most)
    {
        using var reader = text.Open();
        var lines = new List<string>();
        while (lines.Count < most && reader.ReadLine() is { } line)
        {
            if (!string.IsNullOrWhiteSpace(line))
            {
                lines.Add(line.Trim().TrimStart('\uFEFF'));
            }
        }

        return lines;
    }

    private static bool IsWhole(string line)
    {
        using var parsed = TryParse(line);
        return parsed is not null;
    }

    private static JsonDocument? TryParse(string line)
    {
        try
        {
            return JsonDocument.Parse(line, Options);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string Cut(string line) => line.Length > 60 ? $"{line[..60]}…" : line;
}
