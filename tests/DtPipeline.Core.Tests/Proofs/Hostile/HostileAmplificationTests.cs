using System.Text;
using DtPipeline.Fuzz;

namespace DtPipeline.Core.Tests.Proofs.Hostile;

/// <summary>Small files that say little very often: what they come to is bounded, whatever they cost to send.</summary>
public sealed class HostileAmplificationTests
{
    private const string Header = """<row r="1"><c r="A1" t="inlineStr"><is><t>indicator</t></is></c><c r="B1" t="inlineStr"><is><t>value</t></is></c></row>""";
    private const string Good = """<row r="2"><c r="A2" t="inlineStr"><is><t>DG-05</t></is></c><c r="B2"><v>12</v></c></row>""";
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Links = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private const string Office = "urn:oasis:names:tc:opendocument:xmlns";

    private const string Table = """<table:table table:name="b"><table:table-row><table:table-cell><text:p>indicator</text:p></table:table-cell><table:table-cell><text:p>value</text:p></table:table-cell></table:table-row></table:table>""";

    [Fact]
    public void RowsThatAllHaveOneNumberAreCountedAllTheSame() =>
        HostileFile.IsKeptOut(Workbook(Header + Good + Times(3_100, """<row r="3" hidden="1"><c r="XFD3"><v>1</v></c></row>""")), "file.bomb");

    [Fact]
    public void ATextThatCellsShareCountsInEachOfThem() => HostileFile.IsKeptOut(
        HostileFile.Workbook(
            SeedWorkbook.Sheet(Header + Good + Times(3_300, """<row hidden="1"><c t="s"><v>0</v></c></row>""")),
            ("xl/sharedStrings.xml", $"""<?xml version="1.0" encoding="UTF-8"?><sst xmlns="{Main}"><si><t>{new string('x', 32_767)}</t></si></sst>""")),
        "file.bomb");

    [Fact]
    public void WhyAFileIsKeptOutIsSaidHoweverManyRowsAreFaultyBefore()
    {
        var rows = Times(11_000, """<row><c t="inlineStr"><is><t>NO-99</t></is></c><c><v>1</v></c></row>""") + Times(3_100, """<row r="3" hidden="1"><c r="XFD3"><v>1</v></c></row>""");

        Assert.Equal("file.bomb", HostileFile.Read(Workbook(Header + rows), mostMebibytes: 300).Faults[0].Code);
    }

    [Fact]
    public void ASheetThatIsThereTwiceIsDamage()
    {
        var workbook = $"""<?xml version="1.0" encoding="UTF-8"?><workbook xmlns="{Main}" xmlns:r="{Links}"><sheets><sheet name="a" sheetId="1" r:id="rId1"/><sheet name="b" sheetId="2" r:id="rId1"/></sheets></workbook>""";

        HostileFile.IsKeptOut(HostileFile.Workbook(SeedWorkbook.Sheet(Header + Good), ("xl/workbook.xml", workbook)), "file.corrupt");
    }

    [Theory]
    [InlineData(16_384, 1)]
    [InlineData(16_385, 0)]
    public void NoSheetHasMoreHiddenColumnsThanColumns(int ranges, int cells)
    {
        var sheet = SeedWorkbook.Sheet(Header + Good).Replace("<cols>", "<cols>" + Times(ranges - 1, """<col min="9" max="9" hidden="1"/>"""), StringComparison.Ordinal);

        Assert.Equal(cells, HostileFile.Read(HostileFile.Workbook(sheet)).Cells.Count);
    }

    [Fact]
    public void AFormatIsTakenApartOnceHoweverManyCellsHaveIt()
    {
        var styles = $"""<?xml version="1.0" encoding="UTF-8"?><styleSheet xmlns="{Main}"><numFmts><numFmt numFmtId="200" formatCode="{new string('[', 1_020)}"/></numFmts><cellXfs><xf/><xf numFmtId="200"/></cellXfs></styleSheet>""";
        var rows = Times(3_000, """<row><c t="inlineStr"><is><t>DG-05</t></is></c><c s="1"><v>12</v></c></row>""");

        Assert.Equal(12, Assert.Single(HostileFile.Read(HostileFile.Workbook(SeedWorkbook.Sheet(Header + rows), ("xl/styles.xml", styles))).Cells).Value);
    }

    [Fact]
    public void ElementsOfASheetInEachOtherWithoutEndAreDamage() => HostileFile.IsKeptOut(Workbook(Header + Good + Times(1_000_000, "<a>")), "file.corrupt");

    [Fact]
    public void ElementsOfAnXmlSpreadsheetInEachOtherWithoutEndAreDamage() =>
        HostileFile.IsKeptOut(Encoding.UTF8.GetBytes($"""<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">{Times(1_000_000, "<a>")}"""), "file.corrupt");

    [Fact]
    public void ARowOfAnOpenDocumentThatRepeatsMuchTextCountsAsOftenAsItIsThere() => HostileFile.IsKeptOut(
        OpenDocument($"""{Table}<table:table table:name="a"><table:table-row table:number-rows-repeated="5000"><table:table-cell><text:p>{new string('x', 32_767)}</text:p></table:table-cell></table:table-row></table:table>"""), "file.bomb");

    [Fact]
    public void MoreTablesThanAProgramOpensAreKeptOut() => HostileFile.IsKeptOut(
        OpenDocument(Table + Times(10_001, """<table:table table:name="a"/>""")), "file.bomb", mostMebibytes: 400);

    [Fact]
    public void RowsOfAnXmlSpreadsheetThatAllHaveOneNumberAreCountedAllTheSame() => HostileFile.IsKeptOut(
        Encoding.UTF8.GetBytes($"""<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="a"><Table><Row><Cell><Data ss:Type="String">indicator</Data></Cell><Cell><Data ss:Type="String">value</Data></Cell></Row>{Times(3_100, """<Row ss:Index="3" ss:Hidden="1"><Cell ss:Index="16384"><Data ss:Type="Number">1</Data></Cell></Row>""")}</Table></Worksheet></Workbook>"""),
        "file.bomb");

    [Fact]
    public void TheTablesOfADocumentHaveOneBoundTogether()
    {
        var table = $"<w:tbl>{Times(400, """<w:tr><w:tc><w:tcPr><w:gridSpan w:val="1024"/></w:tcPr><w:p/></w:tc></w:tr>""")}</w:tbl><w:p><w:r><w:t>x</w:t></w:r></w:p>";
        var document = HostileFile.Zip(
            ("[Content_Types].xml", s => s.Write("<Types/>"u8)),
            ("word/document.xml", s => s.Write(Encoding.UTF8.GetBytes($"<w:document xmlns:w=\"{Word}\"><w:body>{Times(30, table)}</w:body></w:document>"))));

        Assert.Contains(HostileFile.Read(document, mostMebibytes: 400).Faults, f => f.Code == "file.declared_size");
    }

    private static byte[] Workbook(string rows) => HostileFile.Workbook(SeedWorkbook.Sheet(rows));

    private static byte[] OpenDocument(string tables) => Encoding.UTF8.GetBytes(
        $"""<?xml version="1.0"?><office:document xmlns:office="{Office}:office:1.0" xmlns:table="{Office}:table:1.0" xmlns:text="{Office}:text:1.0" office:mimetype="application/vnd.oasis.opendocument.spreadsheet"><office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body></office:document>""");

    private static string Times(int count, string text) => new StringBuilder(count * text.Length).Insert(0, text, count).ToString();
}
