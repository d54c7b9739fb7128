using System.Globalization;
using System.Text.Json;
using DtPipeline.Checking;
using DtPipeline.Reading.Texts;

namespace DtPipeline.Reading.Json;

/// <summary>JSON: an array of rows, or <c>{ organisation, period, observations: [ … ] }</c>; and NDJSON, one row a line.</summary>
internal static class JsonReport
{
    private const string Shapes = "[ { indicator, value } ] or { organisation, period, observations: [ … ] }";
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 16 };

    public static IEnumerable<ReportRow> Rows(ReportText text, ReadContext context)
    {
        var lines = Lines(text, 2);
        return lines.Count == 2 && lines.TrueForAll(l => l.StartsWith('{') && IsWhole(l)) ? Lined(text, context) : Document(text, context);
    }

    private static IEnumerable<ReportRow> Document(ReportText text, ReadContext context)
    {
        using var document = Parse(text, context);
        if (document is null || RowsOf(document.RootElement, context) is not { } rows)
        {
            yield break;
        }

        var objects = new JsonRows(context);
        var number = 0;
        foreach (var row in rows)
        {
            yield return objects.Read(row, ++number);
        }

        if (number == 0)
        {
            context.KeepOut(FaultKinds.FileNoRows.At(context.Whole));
        }
    }

    private static IEnumerable<ReportRow> Lined(ReportText text, ReadContext context)
    {
        var objects = new JsonRows(context);
        using var reader = text.Open();
        for (var number = 1; reader.ReadLine() is { } line; number++)
        {
            if (string.IsNullOrWhiteSpace(line))
            {
                continue;
            }

            using var row = TryParse(line);
            yield return row is null
                ? objects.Damaged(number, FaultKinds.FileJson.At(new Place(context.SheetName(null), number, null), Cut(line)))
                : objects.Read(row.RootElement, number);
        }
    }

    private static JsonDocument? Parse(ReportText text, ReadContext context)
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
            context.KeepOut(FaultKinds.FileJson.At(new Place(context.SheetName(null), row, null), place));
            return null;
        }
    }

    private static List<JsonElement>? RowsOf(JsonElement root, ReadContext context)
    {
        if (root.ValueKind == JsonValueKind.Array)
        {
            return [.. root.EnumerateArray()];
        }

        if (root.ValueKind != JsonValueKind.Object)
        {
            context.KeepOut(FaultKinds.FileJsonShape.At(context.Whole, root.ValueKind.ToString().ToLowerInvariant(), Shapes));
            return null;
        }

        if (Find(root, "observations") is not { } observations)
        {
            return [root];
        }

        if (observations.ValueKind != JsonValueKind.Array)
        {
            context.KeepOut(FaultKinds.FileJsonShape.At(context.Whole, $"observations: {observations.ValueKind.ToString().ToLowerInvariant()}", Shapes));
            return null;
        }

        CheckWhose(root, context);
        return [.. observations.EnumerateArray()];
    }

    /// <summary>What stands once for all rows is the file's title: it keeps the whole file out.</summary>
    private static void CheckWhose(JsonElement root, ReadContext context)
    {
        var (organisation, period) = (context.Path.Organisation, context.Path.Period);
        if (Said(root, "organisation") is { } whose && context.Catalogue.Names.FindOrganisation(whose, period.LastDay)?.Code != organisation.Code)
        {
            context.KeepOut(FaultKinds.TitleOrganisation.At(context.Whole with { Column = "organisation" }, whose, $"{organisation.Code} ({organisation.NameVi})"));
        }

        if (Said(root, "period") is { } when && Layouts.PeriodText.Whole(when) != period)
        {
            context.KeepOut(FaultKinds.TitlePeriod.At(context.Whole with { Column = "period" }, when, period.ToString()));
        }
    }

    private static string? Said(JsonElement root, string name) =>
        Find(root, name) is { } value && CellText.Clean(JsonRows.TextOf(value)) is { Length: > 0 } text ? text : null;

    /// <summary>The library's own search throws where any name has half of a character.</summary>
    private static JsonElement? Find(JsonElement root, string name)
    {
        foreach (var property in root.EnumerateObject())
        {
            if (JsonRows.NameOf(property) == name)
            {
                return property.Value;
            }
        }

        return null;
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
