using System.Globalization;
using System.IO.Compression;
using System.Text;
using DtPipeline.Core.Tests.Answers.Annotated;

namespace DtPipeline.Benchmarks;

/// <summary>One large file a format: a table of one indicator over and over, as close to the format's limit as rows go.</summary>
internal static class MemoryFiles
{
    private const string Note = "số liệu ước tính theo báo cáo của các đơn vị";
    /// <summary>Of 4 MiB, the most that is parsed.</summary>
    private const int HtmlRows = 46_000;
    private const string Head = "<html><head><meta charset=\"utf-8\"></head><body><table><tr><td>Mã<td>Giá trị<td>Ghi chú</tr>";
    private const string Office =
        "xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\"";

    /// <summary>By name: the file and its size when unpacked.</summary>
    public static IEnumerable<(string Name, byte[] Content, long Unpacked)> All()
    {
        yield return Plain("csv", $"indicator,value,note\n{Rows(200_000, _ => $"DE-08,1205,{Note}\n")}");
        yield return Xls();
        yield return Packed("xlsx", 60_000, SheetPackage);
        yield return Packed("ods", 40_000, OpenDocument);
        yield return Plain("html", Head + Rows(HtmlRows, _ => $"<tr><td>DE-08<td>1205<td>{Note}</tr>") + "</table>");
        yield return Plain("mhtml", "MIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n" + Head + Rows(HtmlRows, _ => $"<tr><td>DE-08<td>1205<td>{Note}</tr>") + "</table>");
        yield return Packed("docx", 60_000, WordPackage);
        yield return Packed("strings", 1_800_000, SharedStrings);
    }

    private static string Rows(int count, Func<int, string> row) => string.Concat(Enumerable.Range(0, count).Select(row));

    private static (string Name, byte[] Content, long Unpacked) Plain(string name, string text)
    {
        var content = Encoding.UTF8.GetBytes(text);
        return (name, content, content.Length);
    }

    private static (string Name, byte[] Content, long Unpacked) Xls()
    {
        var book = new OldWorkbook().Sheet("Biểu").Text(1, 1, "Mã").Text(1, 2, "Giá trị").Text(1, 3, "Ghi chú");
        for (var row = 2; row <= 40_000; row++)
        {
            book.Text(row, 1, "DE-08").Number(row, 2, 1205).Text(row, 3, Note);
        }

        var content = book.ToFile();
        return ("xls", content, content.Length);
    }

    private static (string Name, byte[] Content, long Unpacked) Packed(string name, int rows, Func<int, IEnumerable<(string Part, IEnumerable<string> Text)>> parts)
    {
        using var bytes = new MemoryStream();
        var unpacked = 0L;
        using (var package = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (part, text) in parts(rows))
            {
                using var writer = new StreamWriter(package.CreateEntry(part, CompressionLevel.Fastest).Open());
                foreach (var piece in text)
                {
                    writer.Write(piece);
                    unpacked += Encoding.UTF8.GetByteCount(piece);
                }
            }
        }

        return (name, bytes.ToArray(), unpacked);
    }

    private static IEnumerable<(string Part, IEnumerable<string> Text)> OpenDocument(int rows)
    {
        yield return ("mimetype", ["application/vnd.oasis.opendocument.spreadsheet"]);
        yield return ("content.xml",
        [
            $"<office:document-content {Office}><office:body><office:spreadsheet><table:table table:name=\"A\">", Row("Mã", Words("Giá trị")),
            .. Enumerable.Repeat(Row("DE-08", "<table:table-cell office:value-type=\"float\" office:value=\"1205\"><text:p>1205</text:p></table:table-cell>"), rows),
            "</table:table></office:spreadsheet></office:body></office:document-content>",
        ]);

        static string Words(string text) => $"<table:table-cell office:value-type=\"string\"><text:p>{text}</text:p></table:table-cell>";
        static string Row(string code, string value) => $"<table:table-row>{Words(code)}{value}{Words(Note)}</table:table-row>";
    }

    private static IEnumerable<(string Part, IEnumerable<string> Text)> WordPackage(int rows)
    {
        yield return ("[Content_Types].xml", ["<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>"]);
        yield return ("_rels/.rels", [Relations("officeDocument", "word/document.xml")]);
        yield return ("word/document.xml",
        [
            "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body><w:tbl>", Row("Mã", "Giá trị"),
            .. Enumerable.Repeat(Row("DE-08", "1205"), rows), "</w:tbl></w:body></w:document>",
        ]);

        static string Cell(string text) => $"<w:tc><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>";
        static string Row(string code, string value) => $"<w:tr>{Cell(code)}{Cell(value)}{Cell(Note)}</w:tr>";
    }

    private static IEnumerable<(string Part, IEnumerable<string> Text)> SheetPackage(int rows) => Book(
    [
        "<row><c t=\"inlineStr\"><is><t>Mã</t></is></c><c t=\"inlineStr\"><is><t>Giá trị</t></is></c></row>",
        .. Enumerable.Repeat($"<row><c t=\"inlineStr\"><is><t>DE-08</t></is></c><c><v>1205</v></c><c t=\"inlineStr\"><is><t>{Note}</t></is></c></row>", rows),
    ], []);

    /// <summary>A sheet of one row, and as many shared strings as fill 300 MB.</summary>
    private static IEnumerable<(string Part, IEnumerable<string> Text)> SharedStrings(int count) => Book(
        ["<row><c t=\"s\"><v>0</v></c><c t=\"s\"><v>1</v></c></row><row><c t=\"s\"><v>2</v></c><c><v>1205</v></c></row>"],
        ["<si><t>Mã</t></si><si><t>Giá trị</t></si><si><t>DE-08</t></si>", .. Enumerable.Range(0, count).Select(i => string.Create(CultureInfo.InvariantCulture, $"<si><t>{i}{Note}{Note}{Note}</t></si>"))]);

    private static IEnumerable<(string Part, IEnumerable<string> Text)> Book(IEnumerable<string> rows, IEnumerable<string> strings)
    {
        const string Sheets = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";
        yield return ("[Content_Types].xml", ["<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/></Types>"]);
        yield return ("_rels/.rels", [Relations("officeDocument", "xl/workbook.xml")]);
        yield return ("xl/workbook.xml", [$"<workbook {Sheets}><sheets><sheet name=\"A\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"]);
        yield return ("xl/_rels/workbook.xml.rels", [Relations("worksheet", "worksheets/sheet1.xml", ("sharedStrings", "sharedStrings.xml"))]);
        yield return ("xl/worksheets/sheet1.xml", [$"<worksheet {Sheets}><sheetData>", .. rows, "</sheetData></worksheet>"]);
        yield return ("xl/sharedStrings.xml", [$"<sst {Sheets}>", .. strings, "</sst>"]);
    }

    private static string Relations(string type, string target, params (string Type, string Target)[] more) =>
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
        + string.Concat(more.Prepend((type, target)).Select((r, i) =>
            $"<Relationship Id=\"rId{i + 1}\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/{r.Item1}\" Target=\"{r.Item2}\"/>"))
        + "</Relationships>";
}
