using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Text;
using DtPipeline.Core.Tests.Proofs.RoundTrip;

namespace DtPipeline.Core.Tests.Proofs.Headers;

/// <summary>Tables in formats that are markup.</summary>
internal static class MarkupTables
{
    private const string Spreadsheet = "application/vnd.oasis.opendocument.spreadsheet";
    private const string Namespaces =
        "xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\"";

    public static byte[] Html(HeaderTable table)
    {
        var rows = SpannedCells.Of(table).Select(cells => $"<tr>{string.Concat(cells.Where(c => !c.IsCovered).Select(c =>
            $"<td{Span("colspan", c.Columns)}{Span("rowspan", c.Rows)}>{Escaped(c.Cell.Text)}</td>"))}</tr>");
        return Encoding.UTF8.GetBytes($"<html><head><meta charset=\"utf-8\"></head><body><table>{string.Concat(rows)}</table></body></html>");
    }

    public static byte[] XmlSpreadsheet(HeaderTable table)
    {
        var rows = SpannedCells.Of(table).Select(cells => $"<Row>{string.Concat(cells.Select((c, i) => (Cell: c, Index: i + 1)).Where(c => !c.Cell.IsCovered).Select(c =>
            $"<Cell ss:Index=\"{c.Index}\"{Span("ss:MergeAcross", c.Cell.Columns, 1)}{Span("ss:MergeDown", c.Cell.Rows, 1)}>{Data(c.Cell.Cell)}</Cell>"))}</Row>");
        return Encoding.UTF8.GetBytes(
            "<?xml version=\"1.0\"?><?mso-application progid=\"Excel.Sheet\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\" xmlns:ss=\"urn:schemas-microsoft-com:office:spreadsheet\">"
            + $"<Worksheet ss:Name=\"{WorkbookFile.SheetName}\"><Table>{string.Concat(rows)}</Table></Worksheet></Workbook>");

        static string Data(WrittenCell cell) => cell switch
        {
            { Number: { } number } => $"<Data ss:Type=\"Number\">{number.ToString(CultureInfo.InvariantCulture)}</Data>",
            { Text.Length: 0 } => string.Empty,
            _ => $"<Data ss:Type=\"String\">{Escaped(cell.Text)}</Data>",
        };
    }

    public static byte[] FlatOpenDocument(HeaderTable table) => Encoding.UTF8.GetBytes(
        $"<?xml version=\"1.0\" encoding=\"UTF-8\"?><office:document {Namespaces} office:version=\"1.3\" office:mimetype=\"{Spreadsheet}\">{Body(table)}</office:document>");

    public static byte[] OpenDocument(HeaderTable table)
    {
        using var bytes = new MemoryStream();
        using (var package = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            Put(package, "mimetype", Spreadsheet);
            Put(package, "content.xml", $"<?xml version=\"1.0\" encoding=\"UTF-8\"?><office:document-content {Namespaces} office:version=\"1.3\">{Body(table)}</office:document-content>");
        }

        return bytes.ToArray();

        static void Put(ZipArchive package, string name, string text)
        {
            using var part = package.CreateEntry(name, CompressionLevel.NoCompression).Open();
            part.Write(Encoding.UTF8.GetBytes(text));
        }
    }

    private static string Body(HeaderTable table)
    {
        var rows = SpannedCells.Of(table).Select(cells => $"<table:table-row>{string.Concat(cells.Select(Cell))}</table:table-row>");
        return $"<office:body><office:spreadsheet><table:table table:name=\"{WorkbookFile.SheetName}\">{string.Concat(rows)}</table:table></office:spreadsheet></office:body>";

        static string Cell(SpannedCell cell)
        {
            if (cell.IsCovered)
            {
                return "<table:covered-table-cell/>";
            }

            var spans = Span("table:number-columns-spanned", cell.Columns) + Span("table:number-rows-spanned", cell.Rows);
            return cell.Cell switch
            {
                { Text.Length: 0 } => $"<table:table-cell{spans}/>",
                { Number: { } number } => $"<table:table-cell{spans} office:value-type=\"float\" office:value=\"{number.ToString(CultureInfo.InvariantCulture)}\"><text:p>{cell.Cell.Text}</text:p></table:table-cell>",
                _ => $"<table:table-cell{spans} office:value-type=\"string\"><text:p>{Escaped(cell.Cell.Text)}</text:p></table:table-cell>",
            };
        }
    }

    private static string Span(string name, int count, int less = 0) =>
        count > 1 ? string.Create(CultureInfo.InvariantCulture, $" {name}=\"{count - less}\"") : string.Empty;

    private static string Escaped(string text) => WebUtility.HtmlEncode(text);
}
