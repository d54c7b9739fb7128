using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DtPipeline.Answers.Workbooks;
using DtPipeline.Grids;
using ExcelDataReader;

namespace DtPipeline.Answers.Annotated;

/// <summary>One sheet of an old workbook, cell by cell.</summary>
internal static class RebuiltSheet
{
    private const int LongestFormat = 255;

    /// <summary>Serial number of 1900-03-01, from which a date of Excel counts as one of .NET; before it, one day less: Excel has a 29 February 1900.</summary>
    private const double FirstTrueSerial = 61;

    /// <param name="errors">Error values by address, which the reader gives as blank.</param>
    public static void Copy(IExcelDataReader reader, WorksheetPart part, StyleBook styles, IReadOnlyDictionary<string, GridCell> errors)
    {
        var columns = Columns(reader);
        using var sheet = new NewSheet(part, columns.HasChildren ? [columns] : Array.Empty<OpenXmlElement>());
        for (var row = 1; reader.Read(); row++)
        {
            var cells = Enumerable.Range(0, reader.FieldCount).Select(i => Cell(reader, new CellAddress(row, i + 1), styles, errors)).OfType<Cell>().ToList();
            var hidden = reader.RowHeight == 0;
            if (cells.Count > 0 || hidden)
            {
                sheet.Row(row, cells, hidden: hidden);
            }
        }

        var merged = (from m in reader.MergeCells ?? []
                      let first = new CellAddress(m.FromRow + 1, m.FromColumn + 1)
                      let last = new CellAddress(m.ToRow + 1, m.ToColumn + 1)
                      select new MergeCell { Reference = $"{first}:{last}" }).ToList();
        sheet.Finish(merged.Count > 0 ? [new MergeCells(merged) { Count = (uint)merged.Count }] : Array.Empty<OpenXmlElement>());
    }

    private static Columns Columns(IExcelDataReader reader) => new(
        from i in Enumerable.Range(0, reader.FieldCount)
        let width = reader.GetColumnWidth(i)
        select new Column { Min = (uint)i + 1, Max = (uint)i + 1, Width = width > 0 ? width : 8.43, CustomWidth = true, Hidden = width <= 0 });

    private static Cell? Cell(IExcelDataReader reader, CellAddress at, StyleBook styles, IReadOnlyDictionary<string, GridCell> errors)
    {
        var index = at.Column - 1;
        return reader.GetValue(index) switch
        {
            null => errors.TryGetValue(at.ToString(), out var error)
                ? new Cell(new CellValue(error.Text)) { CellReference = at.ToString(), DataType = CellValues.Error }
                : null,
            string text => NewSheet.Text(at, text, Style("General", text)),
            bool flag => NewSheet.Flag(at, flag, 0),
            DateTime time => NewSheet.Number(at, SerialOf(time), Style(Format(reader, index, "dd/mm/yyyy"), string.Empty)),
            TimeSpan time => NewSheet.Number(at, time.TotalDays, Style(Format(reader, index, "[h]:mm:ss"), string.Empty)),
            IConvertible value when value.ToDouble(CultureInfo.InvariantCulture) is var number && double.IsFinite(number) =>
                NewSheet.Number(at, number, Style(Format(reader, index, "General"), string.Empty)),
            var other => NewSheet.Text(at, string.Create(CultureInfo.InvariantCulture, $"{other}"), 0),
        };

        uint Style(string format, string text)
        {
            var quoted = SheetText.LooksLikeFormula(text);
            return format == "General" && !quoted
                ? 0
                : styles.Format(new CellFormat
                {
                    NumberFormatId = styles.NumberFormat(format),
                    FontId = 0,
                    FillId = 0,
                    BorderId = 0,
                    ApplyNumberFormat = true,
                    QuotePrefix = quoted ? true : null,
                });
        }
    }

    private static string Format(IExcelDataReader reader, int index, string otherwise) =>
        reader.GetNumberFormatString(index) is { Length: > 0 and <= LongestFormat } format && format != "General" ? SheetText.Safe(format) : otherwise;

    private static double SerialOf(DateTime time) => time.ToOADate() is var serial && serial < FirstTrueSerial ? serial - 1 : serial;
}
