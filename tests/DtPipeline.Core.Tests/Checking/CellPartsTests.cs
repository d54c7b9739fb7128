using DtPipeline.Faults;

namespace DtPipeline.Core.Tests.Checking;

/// <summary>Numerators and denominators beside a value.</summary>
public sealed class CellPartsTests
{
    private const string Header = "indicator,value,numerator,denominator";

    [Fact]
    public void AreKeptWithTheValue()
    {
        var cell = Assert.Single(Sent.Table(Header, "DG-05,75,3,4").Report.Cells);

        Assert.Equal((75, 3, 4), (cell.Value, cell.Numerator, cell.Denominator));
    }

    [Theory]
    [InlineData("DG-05,75,,")]
    [InlineData("DG-05,75,-,…")]
    [InlineData("DG-05,75,chưa có,n/a")]
    [InlineData("DG-05,75")]
    public void MayBeMissing(string row)
    {
        var report = Sent.Table(Header, row).Report;

        Assert.Empty(report.Faults);
        Assert.Equal((75, null, null), (report.Cells[0].Value, report.Cells[0].Numerator, report.Cells[0].Denominator));
    }

    [Theory]
    [InlineData("DG-05,75,3,", 3.0, null)]
    [InlineData("DG-05,75,,4", null, 4.0)]
    public void AreKeptEachWithoutTheOther(string row, double? numerator, double? denominator)
    {
        var cell = Assert.Single(Sent.Table(Header, row).Report.Cells);

        Assert.Equal((75, numerator, denominator), (cell.Value, cell.Numerator, cell.Denominator));
    }

    [Fact]
    public void MustBeNumbers()
    {
        var report = Sent.Table(Header, "DG-05,75,ba,4").Report;

        Assert.Empty(report.Cells);
        Expect.OneFault(report.Faults, "value.not_number", 2, "numerator", "«ba» không phải là số.", "'ba' is not a number.");
    }

    [Theory]
    [InlineData("numerator", "DG-05,75,{0},4")]
    [InlineData("denominator", "DG-05,75,3,{0}")]
    public void MustBeNumbersThatAComputerCanHold(string column, string row)
    {
        var report = Sent.Table(Header, row.Replace("{0}", new string('9', 400), StringComparison.Ordinal)).Report;

        Assert.Empty(report.Cells);
        Assert.Equal(("value.out_of_range", column), (Assert.Single(report.Faults).Code, report.Faults[0].Place.Column));
    }

    [Theory]
    [InlineData("DG-05,75.5,3,4")]
    [InlineData("DG-05,33.3,1,3")]
    [InlineData("DG-05,75,3,0")]
    [InlineData("DE-08,75,3,4")]
    public void MayDifferFromTheValueByHalfAPointOrWhereTheySayNothing(string row) =>
        Assert.Empty(Sent.Table(Header, row).Report.Faults);

    [Fact]
    public void ThatDoNotMatchThePercentageAreAWarningAndTheValueIsStored()
    {
        var report = Sent.Table(Header, "DG-05,70,4,6").Report;

        Assert.Equal(70, Assert.Single(report.Cells).Value);
        Assert.Equal(Severity.Warning, report.Faults[0].Severity);
        Expect.OneFault(
            report.Faults, "value.ratio_mismatch", 2, "value",
            "Giá trị «70» không khớp với tử số chia mẫu số, bằng 66.67.",
            "The value '70' does not match numerator over denominator, which is 66.67.");
    }
}
