using System.Text;

namespace DtPipeline.Fuzz;

/// <summary>A workbook with something of all that the reader looks at: shared and inline text, numbers, percent, a date, a formula, an error, hidden things.</summary>
internal static class SeedWorkbook
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Links = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Types = "application/vnd.openxmlformats-officedocument.spreadsheetml";

    private const string Rows = """
        <row r="1"><c r="A1" t="inlineStr"><is><t>BÁO CÁO QUÝ II NĂM 2023</t></is></c></row>
        <row r="2"><c r="A2" t="s"><v>0</v></c><c r="B2" t="s"><v>1</v></c><c r="C2" t="s"><v>2</v></c><c r="D2" t="s"><v>3</v></c></row>
        <row r="3"><c r="A3"><v>1</v></c><c r="B3" t="s"><v>4</v></c><c r="C3" s="1"><v>0.455</v></c><c r="D3" t="inlineStr"><is><r><t>số</t></r><r><t xml:space="preserve"> liệu</t></r></is></c></row>
        <row r="4" hidden="1"><c r="A4"><v>2</v></c><c r="B4" t="s"><v>5</v></c><c r="C4"><v>1200</v></c></row>
        <row r="5"><c r="A5"><v>3</v></c><c r="B5" t="s"><v>5</v></c><c r="C5"><f>SUM(C3:C4)</f><v>1200</v></c></row>
        <row r="6"><c r="A6"><v>4</v></c><c r="B6" t="inlineStr"><is><t>DG-06</t></is></c><c r="C6"><f>C3</f></c></row>
        <row r="7"><c r="A7"><v>5</v></c><c r="B7" t="inlineStr"><is><t>P06-06</t></is></c><c r="C7" t="e"><v>#REF!</v></c></row>
        <row r="8"><c r="A8"><v>6</v></c><c r="B8" t="inlineStr"><is><t>DS-05</t></is></c><c r="C8" s="2"><v>45000</v></c></row>
        """;

    public static byte[] Write() => Parts(Sheet());

    public static string Sheet(string rows = Rows, string dimension = "A1:D8") => $"""
        <?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="{Main}"><dimension ref="{dimension}"/><cols><col min="1" max="4" width="12"/><col min="5" max="5" width="0" hidden="1"/></cols><sheetData>
        {rows}
        </sheetData><mergeCells count="1"><mergeCell ref="A1:D1"/></mergeCells></worksheet>
        """;

    /// <summary>A package around a sheet; any part can be given another content, or be added.</summary>
    public static byte[] Parts(string sheet, params (string Name, string Content)[] others)
    {
        var parts = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["[Content_Types].xml"] = $"""
                <?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="{Types}.sheet.main+xml"/></Types>
                """,
            ["_rels/.rels"] = Relations("officeDocument", "xl/workbook.xml"),
            ["xl/workbook.xml"] = $"""<?xml version="1.0" encoding="UTF-8"?><workbook xmlns="{Main}" xmlns:r="{Links}"><sheets><sheet name="Biểu 1" sheetId="1" r:id="rId1"/></sheets></workbook>""",
            ["xl/_rels/workbook.xml.rels"] = Relations("worksheet", "worksheets/sheet1.xml", "sharedStrings", "sharedStrings.xml", "styles", "styles.xml"),
            ["xl/worksheets/sheet1.xml"] = sheet,
            ["xl/sharedStrings.xml"] = $"""<?xml version="1.0" encoding="UTF-8"?><sst xmlns="{Main}" count="6" uniqueCount="6"><si><t>STT</t></si><si><t>Mã</t></si><si><t>Thực hiện</t></si><si><t>Ghi chú</t></si><si><t>DG-05</t></si><si><t>DE-08</t></si></sst>""",
            ["xl/styles.xml"] = $"""<?xml version="1.0" encoding="UTF-8"?><styleSheet xmlns="{Main}"><cellXfs count="3"><xf/><xf numFmtId="10" applyNumberFormat="1"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>""",
        };
        foreach (var (name, content) in others)
        {
            parts[name] = content;
        }

        return SeedFiles.Pack([.. parts.Select(p => (p.Key, Encoding.UTF8.GetBytes(p.Value.Trim())))]);
    }

    private static string Relations(params string[] kindsAndTargets)
    {
        var relations = kindsAndTargets.Chunk(2).Select((r, i) => $"""<Relationship Id="rId{i + 1}" Type="{Links}/{r[0]}" Target="{r[1]}"/>""");
        return $"""<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{string.Concat(relations)}</Relationships>""";
    }
}
