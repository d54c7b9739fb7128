using DtPipeline.Answers.Annotated;
using DtPipeline.Faults;
using DtPipeline.Grids;

namespace DtPipeline.Core.Tests.Answers.Annotated;

public sealed class AnnotatedWorkbookTests
{
    private const string Red = "FFF4B8B0";
    private const string Yellow = "FFF8E88C";
    private const string Blue = "FFD0E4F8";

    private static readonly byte[] Report = SentWorkbook.Of(SentWorkbook.Report);

    public static TheoryData<string, byte[]> Shapes => new()
    {
        { "shared strings, formulas, merged cells, a hidden row", Report },
        { "prefixed", SentWorkbook.Of(SentWorkbook.Styles, "x:", ("Báo cáo", SentWorkbook.Report)) },
        { "without styles", SentWorkbook.WithoutStyles("""<dimension ref="A1"/><sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>""") },
        { "without addresses", SentWorkbook.Of("<sheetData><row><c><v>1</v></c><c><v>2</v></c></row><row/><row><c t=\"inlineStr\"><is><t>a</t></is></c></row></sheetData>") },
        { "without rows", SentWorkbook.Of("<sheetData/>") },
        { "two sheets", SentWorkbook.OfTwo(SentWorkbook.Report, SentWorkbook.Report) },
        {
            "protected, filtered, with conditional formats",
            SentWorkbook.Of(
                """<cols><col min="1" max="3" width="20" style="1" customWidth="1"/></cols>""" + SentWorkbook.Report.Replace(
                    "<mergeCells",
                    """<sheetProtection sheet="1"/><autoFilter ref="A3:C6"/><mergeCells""",
                    StringComparison.Ordinal).Replace(
                    "<pageMargins",
                    """<conditionalFormatting sqref="C4:C6"><cfRule type="duplicateValues" priority="1"/></conditionalFormatting><pageMargins""",
                    StringComparison.Ordinal))
        },
    };

    [Theory]
    [MemberData(nameof(Shapes))]
    public void ChangesNoValueAndNoFormula(string shape, byte[] sent)
    {
        var annotated = AnnotatedWorkbook.Of(sent, [At("C4"), At("B2"), At("F9"), At("A3"), FaultKinds.RowFields.At(new Place("Báo cáo", 5, null), "3", "4")])!;

        Assert.True(annotated is not null, shape);
        Assert.Equal(Seen.Values(sent), Seen.Values(annotated));
        Assert.Equal(Seen.Formulas(sent), Seen.Formulas(annotated));
        Assert.Equal(["Báo cáo!A3", "Báo cáo!A5", "Báo cáo!B2", "Báo cáo!C4", "Báo cáo!F9"], Seen.CellsWithNotes(annotated));
        Assert.Empty(Seen.ValidationErrors(annotated));
    }

    [Fact]
    public void ColoursACellByItsWorstFaultAndLeavesTheOthers()
    {
        Fault[] faults = [FaultKinds.ColumnUnknown.At(Cell("B3"), "x"), FaultKinds.ValueUnitSlip.At(Cell("C4"), "0,8", "0.8"), At("C5"), FaultKinds.ColumnUnknown.At(Cell("C5"), "x")];

        Assert.Equal(
            ["Báo cáo!A1 = FFFFFF00", $"Báo cáo!B3 = {Blue}", $"Báo cáo!C4 = {Yellow}", "Báo cáo!C5 = FFF4B8B1", "Báo cáo!C6 = theme 4"],
            Seen.Fills(AnnotatedWorkbook.Of(Report, faults)!));
    }

    [Fact]
    public void ANoteHasEveryFaultOfItsCellInVietnameseThenInEnglish() =>
        Assert.Equal(
            [
                """
                Báo cáo!C5: DtPipeline:
                Lỗi: «abc» không phải là số.
                Thông tin: Cột «x» không được dùng.

                Error: 'abc' is not a number.
                Info: The column 'x' is not used.
                """,
            ],
            Seen.Notes(AnnotatedWorkbook.Of(Report, [At("C5"), FaultKinds.ColumnUnknown.At(Cell("C5"), "x")])!));

    [Fact]
    public void AFaultOfARowMarksItsFirstCellWithContentOrColumnA()
    {
        var annotated = AnnotatedWorkbook.Of(Report, [FaultKinds.RowFields.At(new("Báo cáo", 6, null), "3", "4"), FaultKinds.RowFields.At(new("Báo cáo", 2, null), "3", "4")])!;

        Assert.Equal(["Báo cáo!A2", "Báo cáo!B6"], Seen.CellsWithNotes(annotated));
        Assert.Contains($"Báo cáo!A2 = {Red}", Seen.Fills(annotated));
        Assert.Contains($"Báo cáo!B6 = {Red}", Seen.Fills(annotated));
    }

    [Fact]
    public void AnnotatingTwiceIsAnnotatingOnce()
    {
        Fault[] faults = [At("C4"), At("A1"), At("C6"), At("H20"), FaultKinds.SheetHidden.At(new Place("Khác", null, null), "Khác")];
        var once = AnnotatedWorkbook.Of(Report, faults)!;

        var twice = Seen.Parts(AnnotatedWorkbook.Of(once, faults)!);

        Assert.All(Seen.Parts(once), part => Assert.Equal(part.Value, twice.GetValueOrDefault(part.Key)));
        Assert.Equal(once, AnnotatedWorkbook.Of(Report, faults));
    }

    [Fact]
    public void ACorrectedWorkbookHasNoMarkLeftWhereItIsRightNow()
    {
        var annotated = AnnotatedWorkbook.Of(Report, [At("C4"), At("A1"), At("C6"), At("H20")])!;

        var again = AnnotatedWorkbook.Of(annotated, [At("C5")])!;

        Assert.Equal(["Báo cáo!C5"], Seen.CellsWithNotes(again));
        Assert.Equal(["Báo cáo!A1 = FFFFFF00", "Báo cáo!C5 = FFF4B8B1", "Báo cáo!C6 = theme 4"], Seen.Fills(again));
        Assert.Equal(Seen.Values(Report), Seen.Values(again));
        Assert.Empty(Seen.ValidationErrors(again));
    }

    [Fact]
    public void WithoutFaultsNothingIsMarkedAndTheListSaysSo()
    {
        var again = AnnotatedWorkbook.Of(AnnotatedWorkbook.Of(Report, [At("C4")])!, [])!;

        Assert.Empty(Seen.Notes(again));
        Assert.Equal(Seen.Fills(Report), Seen.Fills(again));
        Assert.Contains("Lỗi - Faults!A2 = Không có lỗi. – No faults. [General]", Seen.Faults(again));
        Assert.DoesNotContain(Seen.Parts(again).Keys, p => p.Contains("vml", StringComparison.Ordinal) || p.Contains("comments", StringComparison.Ordinal));
    }

    private static Place Cell(string cell) => new("Báo cáo", CellAddress.Parse(cell)!.Value.Row, "Thực hiện", cell);

    private static Fault At(string cell) => FaultKinds.ValueNotNumber.At(Cell(cell), "abc", "a number");
}
