using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DtPipeline.Answers.Workbooks;
using DtPipeline.Grids.Workbooks;
using DtPipeline.Grids.Xls;
using ExcelDataReader;

namespace DtPipeline.Answers.Annotated;

/// <summary>An old binary workbook (XLS) written anew as XLSX: its values, number formats, widths, merged cells and hidden parts.</summary>
internal static class RebuiltWorkbook
{
    private const int MostSheets = 255;

    /// <summary>All sheets together; a small file can point to one large sheet many times.</summary>
    private const int MostRows = 1_000_000;

    public static MemoryStream? Of(ReadOnlyMemory<byte> workbook)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        using var source = new MemoryStream(workbook.ToArray());
        using var reader = ExcelReaderFactory.CreateBinaryReader(source);
        if (reader.ResultsCount > MostSheets)
        {
            return null;
        }

        var package = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(package, SpreadsheetDocumentType.Workbook, autoSave: false))
        {
            var part = document.AddWorkbookPart();
            document.ChangeIdOfPart(part, "rId1");
            part.Workbook = new Workbook(new Sheets());
            var styles = new StyleBook(part);
            if (!CopySheets(reader, part, styles, XlsGuard.ErrorsIn(workbook)))
            {
                return null;
            }

            styles.Save();
            part.Workbook.Save();
        }

        package.Position = 0;
        return package;
    }

    private static bool CopySheets(IExcelDataReader reader, WorkbookPart workbook, StyleBook styles, WorkbookMarks errors)
    {
        var rows = 0L;
        do
        {
            rows += reader.RowCount;
            if (rows > MostRows)
            {
                return false;
            }

            var name = reader.Name ?? string.Empty;
            var part = workbook.AddNewPart<WorksheetPart>(RelationshipName.For(workbook, "Sheet"));
            RebuiltSheet.Copy(reader, part, styles, errors.Of(name));
            var sheets = workbook.Workbook!.Sheets!;
            var sheet = new Sheet { Name = SheetText.Safe(name), SheetId = (uint)sheets.ChildElements.Count + 1, Id = workbook.GetIdOfPart(part) };
            if (reader.VisibleState != "visible")
            {
                sheet.State = reader.VisibleState == "hidden" ? SheetStateValues.Hidden : SheetStateValues.VeryHidden;
            }

            sheets.Append(sheet);
        }
        while (reader.NextResult());

        return true;
    }
}
