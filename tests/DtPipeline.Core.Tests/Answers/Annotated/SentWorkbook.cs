using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace DtPipeline.Core.Tests.Answers.Annotated;

/// <summary>Workbooks as senders' programs write them: sheets given as the XML inside <c>worksheet</c>.</summary>
internal static class SentWorkbook
{
    public const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    public const string Report = """
        <sheetData>
          <row r="1" spans="1:4" ht="30" customHeight="1"><c r="A1" t="s" s="1"><v>0</v></c></row>
          <row r="3"><c r="A3" t="s"><v>1</v></c><c r="B3" t="s"><v>2</v></c><c r="C3" t="inlineStr"><is><t xml:space="preserve"> Thực hiện </t></is></c></row>
          <row r="4" hidden="1"><c r="A4"><v>1</v></c><c r="B4" t="str"><v>DG-05</v></c><c r="C4" s="2"><v>0.8</v></c></row>
          <row r="5"><c r="A5"><v>2</v></c><c r="B5" t="s"><v>3</v></c><c r="C5" s="1"><f>SUM(C4,1)</f><v>1.8</v></c><c r="D5" t="b"><v>1</v></c></row>
          <row r="6"><c r="B6" t="e"><v>#N/A</v></c><c r="C6" s="3"><v>45000</v></c></row>
        </sheetData>
        <mergeCells count="1"><mergeCell ref="A1:D1"/></mergeCells>
        <pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/>
        """;

    /// <summary>Formats: 0 plain, 1 yellow and bold, 2 percent, 3 a date on a theme colour.</summary>
    public const string Styles = $"""
        <styleSheet xmlns="{Main}">
          <fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="14"/><name val="Times New Roman"/></font></fonts>
          <fills count="4"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>
            <fill><patternFill patternType="solid"><fgColor rgb="FFFFFF00"/><bgColor indexed="64"/></patternFill></fill>
            <fill><patternFill patternType="solid"><fgColor theme="4" tint="0.39997558519241921"/><bgColor indexed="64"/></patternFill></fill></fills>
          <borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>
          <cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>
          <cellXfs count="4"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="2" borderId="0" xfId="0" applyFont="1" applyFill="1"/>
            <xf numFmtId="10" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="14" fontId="0" fillId="3" borderId="0" xfId="0" applyFill="1"/></cellXfs>
          <cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>
        </styleSheet>
        """;

    private static readonly string[] SharedStrings = ["BÁO CÁO QUÝ II/2023", "STT", "Mã chỉ tiêu", "DG-08 <&> ký tự"];

    public static byte[] Of(string inside) => Of(Styles, string.Empty, ("Báo cáo", inside));

    public static byte[] WithoutStyles(string inside) => Of(null, string.Empty, ("Báo cáo", inside));

    public static byte[] OfTwo(string first, string second) => Of(Styles, string.Empty, ("Báo cáo", first), ("Nam's 2", second));

    /// <param name="prefix">The prefix of all elements of the sheets, such as <c>x:</c>.</param>
    public static byte[] Of(string? styles, string prefix, params (string Name, string Inside)[] sheets) => Edited(null, document =>
    {
        var workbook = document.AddWorkbookPart();
        workbook.Workbook = new Workbook(new Sheets());
        if (styles is not null)
        {
            Feed(workbook.AddNewPart<WorkbookStylesPart>(), styles);
        }

        workbook.AddNewPart<SharedStringTablePart>().SharedStringTable = new SharedStringTable(SharedStrings.Select(s => new SharedStringItem(new Text(s))));
        foreach (var (name, inside) in sheets)
        {
            var part = workbook.AddNewPart<WorksheetPart>();
            var namespaces = $"xmlns{(prefix.Length > 0 ? ":" + prefix.TrimEnd(':') : string.Empty)}=\"{Main}\"";
            var prefixed = inside.Replace("</", "\u0001", StringComparison.Ordinal).Replace("<", "<" + prefix, StringComparison.Ordinal).Replace("\u0001", "</" + prefix, StringComparison.Ordinal);
            Feed(part, $"<{prefix}worksheet {namespaces} xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">{prefixed}</{prefix}worksheet>");
            var all = workbook.Workbook.Sheets!;
            all.Append(new Sheet { Name = name, SheetId = (uint)all.ChildElements.Count + 1, Id = workbook.GetIdOfPart(part) });
        }
    });

    /// <param name="package">Null: a new workbook.</param>
    public static byte[] Edited(byte[]? package, Action<SpreadsheetDocument> edit)
    {
        using var stream = new MemoryStream();
        stream.Write(package ?? []);
        using (var document = package is null ? SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook) : SpreadsheetDocument.Open(stream, true))
        {
            edit(document);
        }

        return stream.ToArray();
    }

    public static void Feed(OpenXmlPart part, string xml) => part.FeedData(new MemoryStream(Encoding.UTF8.GetBytes(xml)));

    public static WorksheetPart Sheet(this SpreadsheetDocument document, string name) =>
        (WorksheetPart)document.WorkbookPart!.GetPartById(document.WorkbookPart.Workbook!.Descendants<Sheet>().Single(s => s.Name == name).Id!.Value!);
}
