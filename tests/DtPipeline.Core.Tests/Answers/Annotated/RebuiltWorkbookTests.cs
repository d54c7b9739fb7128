using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DtPipeline.Answers.Annotated;
using DtPipeline.Faults;

namespace DtPipeline.Core.Tests.Answers.Annotated;

public sealed class RebuiltWorkbookTests
{
    private static readonly byte[] Old = new OldWorkbook()
        .Sheet("Báo cáo").Text(1, 1, "BÁO CÁO QUÝ II/2023").Merge(1, 1, 3).Text(3, 2, "=1+1").Number(3, 3, 12.5).Number(4, 3, 0.875, OldWorkbook.Percent)
        .Number(5, 3, 45000, OldWorkbook.Date).Number(6, 3, 59, OldWorkbook.Date).Flag(7, 3, true).Error(8, 3, 0x17)
        .Sheet("Nháp", hidden: true).Number(2, 2, -1)
        .ToBytes();

    private static readonly byte[] Annotated = AnnotatedWorkbook.Of(Old, [FaultKinds.ValueNotNumber.At(new("Báo cáo", 4, null, "C4"), "0,875")])!;

    [Fact]
    public void HasTheSameValuesAndFormats() => Assert.Equal(Seen.Values(Old), Seen.Values(Annotated));

    [Fact]
    public void IsAnnotated()
    {
        Assert.Equal(["Báo cáo!C4"], Seen.CellsWithNotes(Annotated));
        Assert.Equal(["Báo cáo!C4 = FFF4B8B0"], Seen.Fills(Annotated));
        Assert.Empty(Seen.Formulas(Annotated));
        Assert.Empty(Seen.ValidationErrors(Annotated));
    }

    [Fact]
    public void KeepsMergedCellsAndHiddenSheets()
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(Annotated), false);

        Assert.Equal(["A1:C1"], document.Sheet("Báo cáo").Worksheet!.Descendants<MergeCell>().Select(m => m.Reference!.Value));
        Assert.Equal(
            ["Báo cáo ", "Nháp hidden", "Lỗi - Faults "],
            document.WorkbookPart!.Workbook!.Descendants<Sheet>().Select(s => $"{s.Name} {s.State?.InnerText}"));
    }

    [Fact]
    public void AnErrorValueStaysOne()
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(Annotated), false);

        var cell = document.Sheet("Báo cáo").Worksheet!.Descendants<Cell>().Single(c => c.CellReference == "C8");

        Assert.Equal((CellValues.Error, "#REF!"), (cell.DataType!.Value, cell.CellValue!.Text));
    }

    [Fact]
    public void ASheetThatIsPointedAtTooOftenIsRefused()
    {
        var many = Enumerable.Range(1, 256).Aggregate(new OldWorkbook(), (workbook, n) => workbook.Sheet($"S{n}")).ToBytes();

        Assert.Null(AnnotatedWorkbook.Of(many, []));
    }
}
