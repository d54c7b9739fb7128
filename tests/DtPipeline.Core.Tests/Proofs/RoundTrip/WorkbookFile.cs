using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DtPipeline.Grids;

namespace DtPipeline.Core.Tests.Proofs.RoundTrip;

/// <summary>Rows of cells as a workbook of one sheet, and whatever else is put into it.</summary>
internal static class WorkbookFile
{
    public const string SheetName = "Biểu 1";

    public static byte[] Of(WrittenTable table, bool sharesText, bool namesCells, Action<WorkbookPart>? putMore = null)
    {
        using var bytes = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(bytes, SpreadsheetDocumentType.Workbook))
        {
            var workbook = document.AddWorkbookPart();
            workbook.Workbook = new Workbook();
            var texts = sharesText ? new List<string>() : null;
            var sheet = workbook.AddNewPart<WorksheetPart>();
            sheet.Worksheet = new Worksheet(new SheetData(table.Rows.Select((row, i) => RowOf(row, i + 1, texts, namesCells))));
            workbook.Workbook.Append(new Sheets(new Sheet { Id = workbook.GetIdOfPart(sheet), SheetId = 1, Name = SheetName }));
            workbook.AddNewPart<WorkbookStylesPart>().Stylesheet = Styles();
            if (texts is not null)
            {
                workbook.AddNewPart<SharedStringTablePart>().SharedStringTable = new SharedStringTable(texts.Select(t => new SharedStringItem(TextOf(t))));
            }

            putMore?.Invoke(workbook);
        }

        return bytes.ToArray();
    }

    private static Row RowOf(WrittenCell[] cells, int number, List<string>? texts, bool namesCells)
    {
        var row = new Row { RowIndex = (uint)number };
        for (var i = 0; i < cells.Length; i++)
        {
            // A cell without an address stands behind the one before it, so only whole rows can leave addresses out.
            if (!namesCells || cells[i].Text.Length > 0)
            {
                var cell = CellOf(cells[i], texts);
                cell.CellReference = namesCells ? CellAddress.Of(number, i) : null;
                row.Append(cell);
            }
        }

        return row;
    }

    private static Cell CellOf(WrittenCell written, List<string>? texts)
    {
        if (written.As == WrittenAs.Error)
        {
            return new Cell { DataType = CellValues.Error, CellValue = new CellValue(written.Text) };
        }

        if (written.As == WrittenAs.Formula)
        {
            return new Cell { CellFormula = new CellFormula(written.Text[1..]) };
        }

        if (written.Number is { } number)
        {
            var style = written.As switch { WrittenAs.Percent => 1u, WrittenAs.Date => 2u, _ => 0u };
            return new Cell { CellValue = new CellValue(number.ToString(CultureInfo.InvariantCulture)), StyleIndex = style };
        }

        if (texts is null)
        {
            return new Cell { DataType = CellValues.InlineString, InlineString = new InlineString(TextOf(written.Text)) };
        }

        var index = texts.IndexOf(written.Text);
        if (index < 0)
        {
            index = texts.Count;
            texts.Add(written.Text);
        }

        return new Cell { DataType = CellValues.SharedString, CellValue = new CellValue(index) };
    }

    private static Text TextOf(string text) => new(text) { Space = SpaceProcessingModeValues.Preserve };

    private static Stylesheet Styles() => new(
        new Fonts(new Font()),
        new Fills(new Fill()),
        new Borders(new Border()),
        new CellStyleFormats(new CellFormat()),
        new CellFormats(new CellFormat(), new CellFormat { NumberFormatId = 10, ApplyNumberFormat = true }, new CellFormat { NumberFormatId = 14, ApplyNumberFormat = true }));
}
