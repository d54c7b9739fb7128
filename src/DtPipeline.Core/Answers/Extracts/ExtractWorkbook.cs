using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DtPipeline.Answers.Workbooks;
using DtPipeline.Catalogue;
using DtPipeline.Grids;

namespace DtPipeline.Answers.Extracts;

/// <summary>Rows as one sheet of an XLSX. Every number is stored as it is, every text as text. The same rows give the same bytes.</summary>
public static class ExtractWorkbook
{
    /// <summary>Rows that are put together in memory; who wants more takes a text format.</summary>
    public const int MostRows = 100_000;

    private const string SheetName = "observations";
    private const string PercentFormat = "General\"%\"";

    private static readonly int ValueColumn = Array.IndexOf(ExtractColumns.Names, "value");

    private static readonly double[] Widths = [14, 26, 10, 12, 40, 16, 12, 10, 14, 14, 30, 12, 18, 22, 22, 16, 8];

    /// <param name="rows">At most <see cref="MostRows"/>.</param>
    public static byte[] Of(IReadOnlyList<ExtractRow> rows, ReportingCatalogue catalogue)
    {
        using var package = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(package, SpreadsheetDocumentType.Workbook, autoSave: false))
        {
            var workbook = document.AddWorkbookPart();
            document.ChangeIdOfPart(workbook, "rId1");
            workbook.Workbook = new Workbook(new Sheets());
            var styles = new StyleBook(workbook);
            var part = workbook.AddNewPart<WorksheetPart>(RelationshipName.For(workbook, "Sheet"));
            workbook.Workbook.Sheets!.Append(new Sheet { Name = SheetName, SheetId = 1, Id = workbook.GetIdOfPart(part) });
            Write(part, rows, new Looks(styles), catalogue);
            styles.Save();
            workbook.Workbook.Save();
        }

        return FixedTimes.In(package);
    }

    private static void Write(WorksheetPart part, IReadOnlyList<ExtractRow> rows, Looks looks, ReportingCatalogue catalogue)
    {
        using var sheet = new NewSheet(part, NewSheet.FrozenUnder(1, selected: true), NewSheet.Widths(Widths));
        sheet.Row(1, ExtractColumns.Names.Select((name, i) => NewSheet.Text(new(1, i + 1), name, looks.Header)));
        foreach (var (at, row) in rows.Index())
        {
            sheet.Row(at + 2, Cells(at + 2, row, looks, catalogue));
        }

        sheet.Finish();
    }

    private static IEnumerable<Cell> Cells(int number, ExtractRow row, Looks looks, ReportingCatalogue catalogue)
    {
        var observation = row.Observation;
        var unit = ExtractWords.UnitOf(row, catalogue);
        object?[] cells =
        [
            row.Organisation,
            catalogue.FindOrganisation(row.Organisation)?.NameVi,
            row.Period.ToString(),
            observation.Indicator,
            catalogue.FindIndicator(observation.Indicator)?.NameVi,
            observation.Value,
            unit,
            observation.Status,
            observation.Numerator,
            observation.Denominator,
            observation.Note,
            row.Form,
            observation.FileId,
            ExtractWords.Moment(observation.UploadedAt),
            ExtractWords.ClosedAt(row.Closing),
            row.Closing?.By,
            ExtractWords.AfterClosing(row),
        ];
        for (var i = 0; i < cells.Length; i++)
        {
            var at = new CellAddress(number, i + 1);
            if (cells[i] is double figure)
            {
                yield return NewSheet.Number(at, figure, i == ValueColumn && ExtractWords.IsPercent(unit) ? looks.Percent : looks.Text);
            }
            else if (cells[i] is string { Length: > 0 } text)
            {
                yield return NewSheet.Exactly(at, text, SheetText.LooksLikeFormula(text) ? looks.Quoted : looks.Text);
            }
        }
    }

    /// <summary>Styles of the sheet by their numbers.</summary>
    private sealed class Looks(StyleBook styles)
    {
        public uint Header { get; } = new CellLook { Bold = true }.In(styles);

        public uint Text { get; } = new CellLook().In(styles);

        public uint Percent { get; } = new CellLook { Number = PercentFormat }.In(styles);

        public uint Quoted { get; } = new CellLook { Quoted = true }.In(styles);
    }
}
