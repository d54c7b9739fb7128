using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using DtPipeline.Checking;
using DtPipeline.Reading.Grids;
using DtPipeline.Reading.Layouts;
using DtPipeline.Reading.Texts;

namespace DtPipeline.Reading.Json;

/// <summary>Objects of a JSON file as rows; the names of their properties are the columns.</summary>
internal sealed class JsonRows(ReadContext context)
{
    private readonly Dictionary<string, ReportHeader> headers = new(StringComparer.Ordinal);
    private readonly HashSet<string> toldColumns = new(StringComparer.Ordinal);
    private readonly string? sheet = context.SheetName(null);

    public ReportRow Read(JsonElement row, int number)
    {
        if (row.ValueKind != JsonValueKind.Object)
        {
            return Damaged(number, FaultKinds.FileJsonShape.At(new Place(sheet, number, null), row.ValueKind.ToString().ToLowerInvariant(), "{ indicator, value }"));
        }

        var names = new List<string>();
        var cells = new List<GridCell>();
        foreach (var property in row.EnumerateObject())
        {
            names.Add(NameOf(property));
            cells.Add(CellOf(property.Value));
        }

        if (names.GroupBy(n => OwnMeaning(n)?.Column?.ToString() ?? n, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1) is { } twice)
        {
            return Damaged(number, FaultKinds.ColumnRepeated.At(new Place(sheet, number, FaultKind.Quoted(twice.Last())), twice.Last()));
        }

        return new ReportRow(HeaderOf(names, number), new GridRow(number, [.. cells]));
    }

    public ReportRow Damaged(int number, Fault damage)
    {
        context.Faults.Add(damage);
        return new ReportRow(new ReportHeader(sheet, isWorkbook: false, []), new GridRow(number, [], damage));
    }

    public static string NameOf(JsonProperty property)
    {
        try
        {
            return CellText.Clean(property.Name);
        }
        catch (InvalidOperationException)
        {
            return CellText.Clean(Encoding.UTF8.GetString(JsonMarshal.GetRawUtf8PropertyName(property)));
        }
    }

    /// <summary>What a JSON value says as text; nested ones are given as they are written, and will be no number.</summary>
    public static string TextOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => StringOf(value),
        JsonValueKind.Null or JsonValueKind.Undefined => string.Empty,
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        _ => value.GetRawText(),
    };

    /// <summary>Half of a character is valid JSON and no text: such a string is given as written.</summary>
    private static string StringOf(JsonElement value)
    {
        try
        {
            return value.GetString()!;
        }
        catch (InvalidOperationException)
        {
            return value.GetRawText();
        }
    }

    private static GridCell CellOf(JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var number) && double.IsFinite(number))
        {
            return new GridCell(value.GetRawText(), CellKind.Number, number);
        }

        return new GridCell(CellText.Clean(TextOf(value)));
    }

    private ColumnMeaning? OwnMeaning(string name) => IsOfOtherPeriod(name) ? null : ColumnMeaning.Of(name, context.Path.Period.Year);

    private bool IsOfOtherPeriod(string name) => ColumnMeaning.Of(name, context.Path.Period.Year)?.Period is { } period && period != context.Path.Period;

    private ReportHeader HeaderOf(List<string> names, int number)
    {
        var key = string.Join('\n', names);
        if (headers.TryGetValue(key, out var known))
        {
            return known;
        }

        var columns = new List<(ReportColumn Column, int Place, string Name)>();
        for (var i = 0; i < names.Count; i++)
        {
            var meaning = OwnMeaning(names[i]);
            if (meaning?.Column is { } column)
            {
                columns.Add((column, i, FaultKind.Quoted(names[i])));
            }
            else if (meaning is not { IsPassedOver: true } && toldColumns.Add(names[i]))
            {
                var place = new Place(sheet, number, FaultKind.Quoted(names[i]));
                context.Faults.Add(IsOfOtherPeriod(names[i])
                    ? FaultKinds.ColumnOtherPeriod.At(place, names[i], context.Path.Period.ToString())
                    : FaultKinds.ColumnUnknown.At(place, names[i]));
            }
        }

        if (!columns.Exists(c => c.Column == ReportColumn.Indicator) && columns.FindIndex(c => c.Column == ReportColumn.Name) is >= 0 and var name)
        {
            columns[name] = columns[name] with { Column = ReportColumn.Indicator };
        }

        return headers[key] = new ReportHeader(sheet, isWorkbook: false, columns);
    }
}
