using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DtPipeline.Core.Tests.Proofs.RoundTrip;
using DtPipeline.Faults;

namespace DtPipeline.Core.Tests.Proofs.Injection;

/// <summary>What a format puts around the rows, and what of it deserves a remark: other sheets, other members.</summary>
internal sealed class Envelope
{
    private const string Hidden = "Nháp";
    private const string Preface = "Lời nói đầu";
    private const string Other = "công văn.pdf";

    private readonly FaultyFormat format;
    private readonly bool isRemarkable;

    public Envelope(FaultyFormat format, Random random)
    {
        this.format = format;
        isRemarkable = random.Next(2) == 0;
        if (isRemarkable && format.IsWorkbook())
        {
            Expect("sheet.hidden", Named(Hidden), Hidden, null);
            Expect("sheet.without_table", Named(Preface), Named(Preface), null);
        }

        if (isRemarkable && format.IsZip())
        {
            Expect("file.member_skipped", Other, Other, "PDF");
        }
    }

    public List<ExpectedFault> Expected { get; } = [];

    public static string? SheetOf(FaultyFormat format) => format switch
    {
        FaultyFormat.Xlsx => WorkbookFile.SheetName,
        FaultyFormat.ZippedXlsx => $"{MemberOf(format)}/{WorkbookFile.SheetName}",
        FaultyFormat.ZippedCsv => MemberOf(format),
        _ => null,
    };

    public byte[] Around(WrittenTable table) => format switch
    {
        FaultyFormat.Xlsx => Workbook(table),
        FaultyFormat.ZippedXlsx => Zip(Workbook(table)),
        FaultyFormat.ZippedCsv => Zip(Text(table, ',')),
        FaultyFormat.Semicolons => Text(table, ';'),
        FaultyFormat.Tabs => Text(table, '\t'),
        FaultyFormat.Utf16 => Text(table, '\t', TextEncoding.Utf16Little),
        FaultyFormat.JsonArray => Encoding.UTF8.GetBytes(new JsonArray([.. Objects(table)]).ToJsonString()),
        FaultyFormat.NdJson => Encoding.UTF8.GetBytes(string.Join('\n', Objects(table).Select(o => o.ToJsonString()))),
        _ => Text(table, ','),
    };

    private static string MemberOf(FaultyFormat format) => format == FaultyFormat.ZippedXlsx ? "báo cáo.xlsx" : "báo cáo.csv";

    private static byte[] Text(WrittenTable table, char delimiter, TextEncoding encoding = TextEncoding.Utf8) =>
        TextFile.Of(table, delimiter, quotesAll: false, encoding, "\r\n").Content;

    private static IEnumerable<JsonObject> Objects(WrittenTable table) => table.Rows.Skip(1).Select(row => new JsonObject(
        row.Select((cell, i) => KeyValuePair.Create(table.Rows[0][i].Text, (JsonNode?)(cell.Number is { } number ? JsonValue.Create(number) : JsonValue.Create(cell.Text))))));

    private byte[] Workbook(WrittenTable table) => WorkbookFile.Of(table, sharesText: true, namesCells: true, workbook =>
    {
        if (isRemarkable)
        {
            Add(workbook, 2, Hidden, SheetStateValues.Hidden);
            Add(workbook, 3, Preface, SheetStateValues.Visible);
        }
    });

    private static void Add(WorkbookPart workbook, uint number, string name, SheetStateValues state)
    {
        var part = workbook.AddNewPart<WorksheetPart>();
        var text = new Cell { DataType = CellValues.InlineString, InlineString = new InlineString(new Text("Kèm theo công văn")) };
        part.Worksheet = new Worksheet(new SheetData(new Row(text)));
        workbook.Workbook.Sheets!.Append(new Sheet { Id = workbook.GetIdOfPart(part), SheetId = number, Name = name, State = state });
    }

    private byte[] Zip(byte[] report)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create))
        {
            Add(zip, MemberOf(format), report);
            if (isRemarkable)
            {
                Add(zip, Other, "%PDF-1.7"u8);
            }
        }

        return bytes.ToArray();
    }

    private static void Add(ZipArchive zip, string name, ReadOnlySpan<byte> content)
    {
        using var member = zip.CreateEntry(name, CompressionLevel.Fastest).Open();
        member.Write(content);
    }

    private string Named(string sheet) => format == FaultyFormat.ZippedXlsx ? $"{MemberOf(format)}/{sheet}" : sheet;

    private void Expect(string code, string sheet, string found, string? expected) =>
        Expected.Add(new ExpectedFault(code, new Place(sheet, null, null), found, expected));
}
