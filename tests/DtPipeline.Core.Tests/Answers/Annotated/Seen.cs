using System.Globalization;
using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using DtPipeline.Answers.Annotated;
using DtPipeline.Grids;
using ExcelDataReader;

namespace DtPipeline.Core.Tests.Answers.Annotated;

/// <summary>What others see in a workbook.</summary>
internal static class Seen
{
    /// <summary>Every cell with a value, such as <c>Báo cáo!C4 = 0.8 [0.00%]</c>, without the sheet of faults.</summary>
    public static List<string> Values(byte[] workbook) => Values(workbook, name => name != AnnotatedWorkbook.SheetName);

    public static List<string> Faults(byte[] workbook) => Values(workbook, name => name == AnnotatedWorkbook.SheetName);

    /// <summary>Formulas of all sheets, the sheet of faults too.</summary>
    public static List<string> Formulas(byte[] workbook) => In(workbook, document =>
        from sheet in Sheets(document)
        from cell in sheet.Part.Worksheet!.Descendants<Cell>()
        where cell.CellFormula is not null
        select $"{sheet.Name}!{cell.CellReference} = {cell.CellFormula!.Text}");

    /// <summary>Notes of all sheets, such as <c>Báo cáo!C4: Text</c>.</summary>
    public static List<string> Notes(byte[] workbook) => In(workbook, document =>
        from sheet in Sheets(document)
        from comment in sheet.Part.WorksheetCommentsPart?.Comments?.CommentList?.Elements<Comment>() ?? []
        orderby $"{sheet.Name}!{comment.Reference}"
        select $"{sheet.Name}!{comment.Reference}: {comment.CommentText!.InnerText}");

    public static List<string> CellsWithNotes(byte[] workbook) => [.. Notes(workbook).Select(n => n[..n.IndexOf(':', StringComparison.Ordinal)])];

    /// <summary>The cells' fills, without those that have none, such as <c>Báo cáo!C4 = FFF4B8B0</c>.</summary>
    public static List<string> Fills(byte[] workbook) => In(workbook, document =>
        from sheet in Sheets(document)
        where sheet.Name != AnnotatedWorkbook.SheetName
        from cell in sheet.Part.Worksheet!.Descendants<Cell>()
        let fill = FillOf(document, cell.StyleIndex?.Value ?? 0)
        where fill is not null
        select $"{sheet.Name}!{cell.CellReference} = {fill}");

    public static List<string> ValidationErrors(byte[] workbook) => In(workbook, document =>
        new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2016).Validate(document).Select(e => $"{e.Part?.Uri} {e.Path?.XPath}: {e.Description}"));

    /// <summary>Every part's text, by name.</summary>
    public static SortedDictionary<string, string> Parts(byte[] workbook)
    {
        using var zip = new System.IO.Compression.ZipArchive(new MemoryStream(workbook));
        return new SortedDictionary<string, string>(
            zip.Entries.ToDictionary(e => e.FullName, e => new StreamReader(e.Open()).ReadToEnd(), StringComparer.Ordinal), StringComparer.Ordinal);
    }

    private static List<string> Values(byte[] workbook, Func<string, bool> wanted)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        using var reader = ExcelReaderFactory.CreateReader(new MemoryStream(workbook));
        var values = new List<string>();
        do
        {
            for (var row = 1; wanted(reader.Name) && reader.Read(); row++)
            {
                values.AddRange(
                    from i in Enumerable.Range(0, reader.FieldCount)
                    where reader.GetValue(i) is not null
                    select string.Create(CultureInfo.InvariantCulture, $"{reader.Name}!{CellAddress.Letters(i + 1)}{row} = {reader.GetValue(i)} [{reader.GetNumberFormatString(i)}]"));
            }
        }
        while (reader.NextResult());

        return values;
    }

    private static string? FillOf(SpreadsheetDocument document, uint style)
    {
        var styles = document.WorkbookPart!.WorkbookStylesPart?.Stylesheet;
        var format = styles?.CellFormats?.Elements<CellFormat>().ElementAtOrDefault((int)style);
        var colour = styles?.Fills?.Elements<Fill>().ElementAtOrDefault((int)(format?.FillId?.Value ?? 0))?.PatternFill?.ForegroundColor;
        return colour?.Rgb?.Value ?? (colour?.Theme is { } theme ? $"theme {theme.Value}" : null);
    }

    private static List<string> In(byte[] workbook, Func<SpreadsheetDocument, IEnumerable<string>> see)
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(workbook), false);
        return [.. see(document)];
    }

    private static IEnumerable<(string Name, WorksheetPart Part)> Sheets(SpreadsheetDocument document) =>
        document.WorkbookPart!.Workbook!.Descendants<Sheet>().Select(s => (s.Name!.Value!, (WorksheetPart)document.WorkbookPart.GetPartById(s.Id!.Value!)));
}
