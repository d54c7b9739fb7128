using DtPipeline.Checking;
using DtPipeline.Grids;
using DtPipeline.Reading;

namespace DtPipeline.Core.Tests.Checking;

/// <summary>Which of several columns of values holds a row's: DG-05 is a percentage, DE-08 a count, P06-05 a count since the beginning of the year.</summary>
public sealed class ChosenColumnTests
{
    private const string TwoDays = "Mã,2023-05-01,2023-06-01";

    [Theory]
    [InlineData(TwoDays, "DG-05,37.5,38.5", "2023-05-01", "2023-05-01 | 2023-06-01")]
    [InlineData(TwoDays, "DG-05,37.5,", "2023-05-01", "2023-05-01 | 2023-06-01")]
    [InlineData("Mã,Số lượng,2023-05-01,2023-06-01", "DG-05,150,37.5,38.5", "2023-05-01", "2023-05-01 | 2023-06-01")]
    [InlineData("Mã,2023-04-01,2023-04-02,2023-04-03,2023-04-04,2023-04-05,2023-04-06,2023-04-07", "DG-05,1,2,3,4,5,6,7", "2023-04-01", "2023-04-01 | 2023-04-02 | 2023-04-03 | 2023-04-04 | 2023-04-05 | 2023-04-06")]
    [InlineData("Mã,Thực hiện (%)", "DE-08,12", "Thực hiện (%)", "Thực hiện (%)")]
    public void WhereTheHeaderDoesNotTellTheRowIsNotRead(string header, string row, string column, string columns)
    {
        var report = Sent.Table(header, row).Report;
        var indicator = row[..5];

        Assert.Empty(report.Cells);
        Assert.Equal((1, 1, 0), (report.Rows, report.Faulty, report.Missing));
        Expect.OneFault(
            report.Faults, "column.unclear", 2, column,
            $"Không rõ cột nào chứa giá trị của {indicator}: {columns}. Hãy để một cột, hoặc ghi rõ kỳ và đơn vị ở tiêu đề.",
            $"It is not clear which column holds the value of {indicator}: {columns}. Keep one, or let the header say period and unit.");
    }

    [Theory]
    [InlineData("Mã,Số lượng,Tỷ lệ", "DG-05,150,45", 45, "Tỷ lệ")]
    [InlineData("Mã,Số lượng,Tỷ lệ", "DE-08,150,45", 150, "Số lượng")]
    [InlineData("Mã,Thực hiện,Lũy kế", "P06-05,12,30", 30, "Lũy kế")]
    [InlineData("Mã,Thực hiện,Lũy kế", "P06-05,12,", 12, "Thực hiện")]
    [InlineData("Mã,Thực hiện,Lũy kế", "DE-08,12,30", 12, "Thực hiện")]
    [InlineData("Mã,Đơn vị tính,Số lượng,Lũy kế", "DG-05,%,45,60", 45, "Số lượng")]
    public void MeasureAndCountingSinceTheBeginningOfTheYearTell(string header, string row, double value, string column)
    {
        var report = Sent.Table(header, row).Report;

        Assert.Empty(report.Faults);
        Assert.Equal((value, column), (Assert.Single(report.Cells).Value, report.Cells[0].Place.Column));
    }

    [Fact]
    public void ANumberIsAPercentageOnlyWhereTheRowsUnitSaysSo()
    {
        var report = Sent.Table("Mã,Đơn vị tính,Số lượng,Lũy kế", "DG-05,,45,60").Report;

        Assert.Empty(report.Cells);
        Assert.Equal(["Số lượng column.unclear Số lượng | Lũy kế → DG-05"], Told(report));
    }

    [Fact]
    public void WhereAllSayTheSameThereIsNothingToChoose()
    {
        var report = Sent.Table(TwoDays, "DG-05,12,12", "DG-06,,").Report;

        Assert.Empty(report.Faults);
        Assert.Equal((12, "2023-05-01"), (Assert.Single(report.Cells).Value, report.Cells[0].Place.Column));
        Assert.Equal((2, 1, 0), (report.Rows, report.Missing, report.Faulty));
    }

    [Fact]
    public void ANumberAndATextThatReadsLikeItAreNotTheSame()
    {
        ReportColumn[] columns = [ReportColumn.Indicator, ReportColumn.Value, ReportColumn.Value];

        Assert.Equal(["Value column.unclear Value | Value → DG-05"], Told(TypedCells.Check(columns, [new GridCell("DG-05"), TypedCells.Shown(12), new GridCell("12")])));
        Assert.Equal(12, Assert.Single(TypedCells.Check(columns, [new GridCell("DG-05"), TypedCells.Shown(12), TypedCells.Shown(12)]).Cells).Value);
    }

    [Fact]
    public void TheFiguresOfAPartAreNotThoseOfTheWholeThoughTheyStandAlone()
    {
        var report = Sent.Text("Mã,Chỉ tiêu,Thực hiện\n,,Nữ (nghìn)\nDE-08,,12\n").Report;

        Assert.Empty(report.Cells);
        Assert.Equal(["Nữ (nghìn) column.unclear Thực hiện / Nữ (nghìn) → DE-08"], Told(report));
    }

    [Fact]
    public void HowTheChosenColumnWritesNumbersIsToldByItsOwnRows()
    {
        var report = Sent.Table("Mã,Số lượng,Tỷ lệ", "DG-05,100,13.5", "DG-06,100,12.345").Report;

        Assert.Empty(report.Faults);
        Assert.Equal([13.5, 12.345], report.Cells.Select(c => c.Value!.Value));
    }

    private static IEnumerable<string> Told(CheckedReport report) => report.Faults.Select(f => $"{f.Place.Column} {f.Code} {f.Found} → {f.Expected}");
}
