using System.Globalization;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DtPipeline.Answers.Annotated;
using DtPipeline.Faults;

namespace DtPipeline.Core.Tests.Answers.Annotated;

public sealed class FaultSheetTests
{
    private static readonly byte[] Sent = SentWorkbook.OfTwo(SentWorkbook.Report, "<sheetData/>");

    [Fact]
    public void ListsAllThatIsKnownOfAFault()
    {
        var annotated = AnnotatedWorkbook.Of(Sent, [FaultKinds.ValueNotNumber.At(new("Báo cáo", 4, "Thực hiện", "C4"), "abc", "a number")])!;

        Assert.Equal(
            [
                "A5 = Báo cáo", "B5 = 4", "C5 = Thực hiện", "D5 = C4", "E5 = Lỗi\nError", "F5 = value.not_number", "G5 = abc", "H5 = a number",
                "I5 = «abc» không phải là số.", "J5 = 'abc' is not a number.",
            ],
            Rows(annotated, 5));
        Assert.Contains("Lỗi - Faults!A2 = Lỗi – Error: 1; Cảnh báo – Warning: 0; Thông tin – Info: 0 [General]", Seen.Faults(annotated));
        Assert.Equal(["Báo cáo", "Nam's 2", "Lỗi - Faults"], SheetNames(annotated));
    }

    [Fact]
    public void LeadsToCellsAndRowsOfTheWorkbookOnly()
    {
        var annotated = AnnotatedWorkbook.Of(Sent,
        [
            FaultKinds.FileNoRows.At(Place.WholeFile),
            FaultKinds.ValueNotNumber.At(new("Nam's 2", 4, "Thực hiện", "C4"), "abc"),
            FaultKinds.RowFields.At(new("Báo cáo", 6, null), "3", "4"),
            FaultKinds.ValueNotNumber.At(new("http://elsewhere", 1, null, "A1"), "abc"),
        ])!;

        using var document = SpreadsheetDocument.Open(new MemoryStream(annotated), false);
        var sheet = document.Sheet(AnnotatedWorkbook.SheetName);
        Assert.Equal(["D6 'Nam''s 2'!C4", "D7 'Báo cáo'!6:6"], sheet.Worksheet!.Descendants<Hyperlink>().Select(h => $"{h.Reference} {h.Location}"));
        Assert.Empty(sheet.HyperlinkRelationships);
        Assert.Empty(Seen.ValidationErrors(annotated));
    }

    [Theory]
    [InlineData("=1+1")]
    [InlineData("+1")]
    [InlineData("-1")]
    [InlineData("@x")]
    [InlineData("\t=1")]
    [InlineData("=HYPERLINK(\"http://x\")")]
    public void TextThatLooksLikeAFormulaIsQuotedText(string found)
    {
        var annotated = AnnotatedWorkbook.Of(Sent, [FaultKinds.ValueNotNumber.At(new(found, 4, found, found), found, found)])!;

        Assert.Equal(["Báo cáo!C5 = SUM(C4,1)"], Seen.Formulas(annotated));
        using var document = SpreadsheetDocument.Open(new MemoryStream(annotated), false);
        var formats = document.WorkbookPart!.WorkbookStylesPart!.Stylesheet!.CellFormats!.Elements<CellFormat>().ToList();
        var said = document.Sheet(AnnotatedWorkbook.SheetName).Worksheet!.Descendants<Cell>().Where(c => c.InnerText == found).ToList();
        Assert.Equal(["A5", "C5", "D5", "G5", "H5"], said.Select(c => c.CellReference!.Value));
        Assert.All(said, c => Assert.Equal((CellValues.InlineString, true), (c.DataType!.Value, formats[(int)c.StyleIndex!.Value].QuotePrefix?.Value)));
    }

    [Theory]
    [InlineData("a\u0001b", "a\uFFFDb")]
    [InlineData("𝄞 <&>", "𝄞 <&>")]
    [InlineData("_x0041_", "_x0041_")]
    public void TextThatXmlCannotHoldIsReplaced(string found, string written)
    {
        var annotated = AnnotatedWorkbook.Of(Sent, [FaultKinds.ValueNotNumber.At(new("Báo cáo", 4, null, "C4"), found)])!;

        Assert.Contains($"G5 = {written}", Rows(annotated, 5));
        Assert.Empty(Seen.ValidationErrors(annotated));
    }

    [Fact]
    public void HalfACharacterIsReplaced() =>
        Assert.Contains("G5 = a\uFFFDb", Rows(AnnotatedWorkbook.Of(Sent, [FaultKinds.ValueNotNumber.At(new("Báo cáo", 4, null, "C4"), "a\uD800b")])!, 5));

    [Fact]
    public void EndsAfterTenThousandFaults()
    {
        var faults = Enumerable.Range(1, 10_002).Select(row => FaultKinds.ValueNotNumber.At(new("Báo cáo", row, null, $"C{row}"), "abc")).ToList();

        var annotated = AnnotatedWorkbook.Of(Sent, faults)!;

        Assert.Equal(10_000, Seen.Notes(annotated).Count);
        Assert.Empty(Rows(annotated, 10_005));
        Assert.Contains(
            "Lỗi - Faults!A2 = Lỗi – Error: 10000; Cảnh báo – Warning: 0; Thông tin – Info: 0. Còn 2 mục không được liệt kê. – 2 more are not listed. [General]",
            Seen.Faults(annotated));
    }

    [Fact]
    public void IsReplacedWhereItStands()
    {
        var once = AnnotatedWorkbook.Of(Sent, [FaultKinds.FileNoRows.At(Place.WholeFile), FaultKinds.FileEmpty.At(Place.WholeFile)])!;
        var moved = SentWorkbook.Edited(once, document =>
        {
            var sheets = document.WorkbookPart!.Workbook!.Sheets!;
            sheets.PrependChild(sheets.LastChild!.CloneNode(true));
            sheets.LastChild!.Remove();
            document.WorkbookPart.Workbook.DefinedNames!.Remove();
        });

        var again = AnnotatedWorkbook.Of(moved, [FaultKinds.FileEmpty.At(Place.WholeFile)])!;

        Assert.Equal(["Lỗi - Faults", "Báo cáo", "Nam's 2"], SheetNames(again));
        Assert.Contains("F5 = file.empty", Rows(again, 5));
        Assert.Empty(Rows(again, 6));
    }

    private static List<string> Rows(byte[] workbook, int row) =>
        [.. Seen.Faults(workbook).Select(v => v["Lỗi - Faults!".Length..v.LastIndexOf(" [", StringComparison.Ordinal)])
            .Where(v => v[1..].StartsWith(row.ToString(CultureInfo.InvariantCulture) + " ", StringComparison.Ordinal))];

    private static List<string> SheetNames(byte[] workbook)
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(workbook), false);
        return [.. document.WorkbookPart!.Workbook!.Descendants<Sheet>().Select(s => s.Name!.Value!)];
    }
}
