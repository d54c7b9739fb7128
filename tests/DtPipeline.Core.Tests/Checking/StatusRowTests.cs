using DtPipeline.Faults;

namespace DtPipeline.Core.Tests.Checking;

/// <summary>What a row says of its value beside it: statuses of SDMX, actions, nothing at all.</summary>
public sealed class StatusRowTests
{
    private static readonly string[] WithValue = ["A", "B", "D", "E", "F", "G", "I", "K", "N", "P", "S", "U", "V", "W"];

    [Fact]
    public void EveryStatusOfTheStandardIsKeptWithItsValue() => Assert.All(WithValue, status =>
    {
        var report = Sent.Table("indicator,value,status", $"DG-05,12,{status}: in words").Report;

        Assert.Empty(report.Faults);
        Assert.Equal((12, status), (Assert.Single(report.Cells).Value, report.Cells[0].Status));
    });

    [Theory]
    [InlineData("H")]
    [InlineData("J")]
    [InlineData("L")]
    [InlineData("M")]
    [InlineData("O")]
    [InlineData("Q")]
    [InlineData("q")]
    public void AnAbsenceHasNoValueBesideIt(string status)
    {
        var report = Sent.Table("indicator,value,status", $"DG-05,12,{status}", "DG-06,13,").Report;

        Assert.Equal("DG-06", Assert.Single(report.Cells).Indicator.Code);
        Assert.Equal((2, 1, 0), (report.Rows, report.Faulty, report.Missing));
        Assert.Equal(("status.with_value", "value", "12"), (Assert.Single(report.Faults).Code, report.Faults[0].Place.Column, report.Faults[0].Found));
    }

    [Theory]
    [InlineData("DG-05,,M", "M")]
    [InlineData("DG-05,không phát sinh,M", "M")]
    [InlineData("DG-05,không có,", "M")]
    [InlineData("DG-05,không có,P", "M")]
    [InlineData("DG-05,,withdrawn", "withdrawn")]
    [InlineData("DG-05,12,withdrawn", "withdrawn")]
    [InlineData("DG-05,không có,withdrawn", "withdrawn")]
    public void ANilAndAWithdrawalAreCellsWithoutAValue(string row, string status)
    {
        var report = Sent.Table("indicator,value,status", row).Report;

        Assert.Empty(report.Faults);
        Assert.Equal((null, status), (Assert.Single(report.Cells).Value, report.Cells[0].Status));
    }

    [Theory]
    [InlineData("O")]
    [InlineData("L")]
    [InlineData("P")]
    [InlineData("")]
    public void WithoutAValueTheRowIsMissing(string status)
    {
        var report = Sent.Table("indicator,value,status", $"DG-05,-,{status}", "DG-06,13,").Report;

        Assert.Empty(report.Faults);
        Assert.Equal((2, 1, 0, "DG-06"), (report.Rows, report.Missing, report.Faulty, Assert.Single(report.Cells).Indicator.Code));
    }

    [Theory]
    [InlineData("I")]
    [InlineData("A")]
    [InlineData("m")]
    [InlineData("R")]
    [InlineData("u")]
    [InlineData("")]
    public void AnActionThatKeepsLetsTheStatusStand(string action)
    {
        var report = Sent.Table("ACTION,indicator,value,status", $"{action},DG-05,12,P").Report;

        Assert.Empty(report.Faults);
        Assert.Equal((12, "P"), (Assert.Single(report.Cells).Value, report.Cells[0].Status));
    }

    [Theory]
    [InlineData("D")]
    [InlineData("d")]
    public void TheActionDTakesAValueBack(string action) =>
        Assert.Equal((null, "withdrawn"), (Assert.Single(Sent.Table("ACTION,indicator,value", $"{action},DG-05,12").Report.Cells).Value, Sent.Table("ACTION,indicator,value", $"{action},DG-05,12").Report.Cells[0].Status));

    [Fact]
    public void AnotherActionCostsTheRow()
    {
        var report = Sent.Table("ACTION,indicator,value", "Z,DG-05,12").Report;

        Assert.Empty(report.Cells);
        Expect.OneFault(
            report.Faults, "status.unknown", 2, "ACTION",
            "Trạng thái «Z» không có trong danh mục. Dùng một trong: I, A, M, R, D.",
            "The status 'Z' is not known. Use one of: I, A, M, R, D.");
    }

    [Theory]
    [InlineData("DG-05,không có,Z")]
    [InlineData("DG-05,-,Z")]
    [InlineData("GOV-01,có,Z")]
    [InlineData("T22-01,xong,Z")]
    [InlineData("DG-05,12,Z")]
    public void AFaultyRowGivesNoCellWhateverStandsInIt(string row)
    {
        var report = Sent.Table("indicator,value,status", row).Report;

        Assert.Empty(report.Cells);
        Assert.Equal((1, 0, 1), (report.Rows, report.Missing, report.Faulty));
        Assert.Equal("status.unknown", Assert.Single(report.Faults).Code);
    }

    [Fact]
    public void AColumnOfEstimatesMakesItsValuesEstimates()
    {
        var cells = Sent.Table("Mã,Ước thực hiện,status", "DG-05,12,", "DG-06,13,P").Report.Cells;

        Assert.Equal(["E", "P"], cells.Select(c => c.Status));
    }

    [Fact]
    public void WhereEveryValueIsBlankTheFileIsToldSo()
    {
        var report = Sent.Rows("DG-05,-", "DG-06,").Report;

        Assert.Equal((2, 2, 0), (report.Rows, report.Missing, report.Faulty));
        Expect.OneFault(
            report.Faults, "file.nothing_to_store", null, null,
            "Mọi ô giá trị đều trống. Nếu không phát sinh số liệu, hãy ghi «không phát sinh».",
            "Every value is blank. Where there is nothing to report, write 'không phát sinh'.");
    }

    [Theory]
    [InlineData("indicator.unknown", "DG-05,-", "DG-99,12")]
    [InlineData("cell.conflict", "DG-05,-", "DG-06,12", "DG-06,13")]
    public void WhereSomethingElseKeepsTheFileEmptyThatIsToldAlone(string code, params string[] rows) =>
        Assert.All(Sent.Rows(rows).Report.Faults, f => Assert.Equal((code, Severity.Error), (f.Code, f.Severity)));
}
