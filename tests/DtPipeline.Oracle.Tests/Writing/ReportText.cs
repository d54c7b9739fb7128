using System.Globalization;
using System.Text.Json.Nodes;
using DtPipeline.Oracle.Catalogue;
using DtPipeline.Oracle.Filings;

namespace DtPipeline.Oracle.Tests.Writing;

/// <summary>Writes cells as a sender would.</summary>
internal static class ReportText
{
    private static readonly CultureInfo Vietnamese = new(string.Empty) { NumberFormat = { NumberDecimalSeparator = "," } };

    private static readonly string[] Quarters = ["I", "II", "III", "IV"];

    public static string Of(Layout layout, Period period, IReadOnlyList<Cell> cells, ReportingCatalogue catalogue) => layout switch
    {
        Layout.Long => Lines("indicator,value,numerator,denominator,status", Rows(cells, catalogue).Select(r =>
            $"{r.Cell.Code},{Text(r, CultureInfo.InvariantCulture)},{Number(r.Cell.Numerator)},{Number(r.Cell.Denominator)},{Status(r.Cell)}")),
        Layout.Vietnamese => Lines("Mã;Thực hiện;Tử số;Mẫu số;Ghi chú", Rows(cells, catalogue).Select(r =>
            $"{r.Cell.Code};{Word(r, Vietnamese)};{Number(r.Cell.Numerator)};{Number(r.Cell.Denominator)};")),
        Layout.Wide => Lines($"Mã;{NameOf(period.Previous)};{NameOf(period)}", Rows(cells, catalogue).Select(r => $"{r.Cell.Code};1;{Word(r, Vietnamese)}")),
        Layout.Sdmx => Lines("STRUCTURE,STRUCTURE_ID,ACTION,INDICATOR,TIME_PERIOD,OBS_VALUE,OBS_STATUS", Rows(cells, catalogue).Select(r =>
            $"dataflow,DX:R(1.0),{(r.Cell.Said == Said.Withdrawn ? "D" : "I")},{r.Cell.Code},{period.Name},{Text(r, CultureInfo.InvariantCulture)},{(r.Cell.Said == Said.Withdrawn ? string.Empty : Status(r.Cell))}")),
        _ => new JsonArray([.. Rows(cells, catalogue).Select(ToJson)]).ToJsonString(),
    };

    private static string Lines(string header, IEnumerable<string> lines) => string.Join('\n', [header, .. lines, string.Empty]);

    /// <summary>A wrong count is one that is said twice, and not the same.</summary>
    private static IEnumerable<Row> Rows(IReadOnlyList<Cell> cells, ReportingCatalogue catalogue) => cells.SelectMany(c => (c.Said, catalogue.FindIndicator(c.Code)?.Unit) switch
    {
        (Said.Wrong, "count") => [new Row(c, "12"), new Row(c, "15")],
        (Said.Wrong, "percent") => [new Row(c, "140")],
        (Said.Wrong, "yes_no") => [new Row(c, "sắp")],
        (Said.Wrong, _) => [new Row(c, "khoảng 40")],
        _ => (Row[])[new Row(c, null)],
    });

    private static string Text(Row row, CultureInfo culture) => row.Wrong ?? row.Cell.Value?.ToString("0.##", culture) ?? string.Empty;

    private static string Word(Row row, CultureInfo culture) => row.Cell.Said switch
    {
        Said.Nil => "không phát sinh",
        Said.Blank => "-",
        _ => Text(row, culture),
    };

    private static string Number(double? value) => value?.ToString("0", CultureInfo.InvariantCulture) ?? string.Empty;

    private static string Status(Cell cell) => cell.Said switch
    {
        Said.Withdrawn => "withdrawn",
        Said.Nil => "M",
        Said.Value => cell.Status,
        _ => string.Empty,
    };

    private static string NameOf(Period period) => period.Frequency == "monthly"
        ? string.Create(CultureInfo.InvariantCulture, $"Tháng {period.First.Month}/{period.First.Year}")
        : string.Create(CultureInfo.InvariantCulture, $"Quý {Quarters[(period.First.Month - 1) / 3]}/{period.First.Year}");

    private static JsonNode ToJson(Row row)
    {
        var (cell, wrong) = row;
        var fields = new JsonObject { ["indicator"] = cell.Code, ["value"] = wrong is not null ? JsonValue.Create(wrong) : cell.Value is { } value ? JsonValue.Create(value) : null };
        if (cell is { Numerator: { } part, Denominator: { } whole })
        {
            (fields["numerator"], fields["denominator"]) = (part, whole);
        }

        if (Status(cell) is { Length: > 0 } status)
        {
            fields["status"] = status;
        }

        return fields;
    }

    /// <param name="Wrong">Written in place of a value.</param>
    private sealed record Row(Cell Cell, string? Wrong);
}
