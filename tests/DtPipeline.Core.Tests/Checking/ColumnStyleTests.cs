namespace DtPipeline.Core.Tests.Checking;

/// <summary>How doubtful numbers are read: by the undoubted ones of their column.</summary>
public sealed class ColumnStyleTests
{
    [Theory]
    [InlineData("DG-05,\"13,5\"", 1234.0)]
    [InlineData("DS-06,1.234.567", 1234.0)]
    [InlineData("DG-05,13.5", null)]
    public void ADoubtfulNumberIsReadAsItsColumnWritesNumbers(string undoubted, double? value)
    {
        var report = Sent.Rows("DE-08,1.234", undoubted).Report;

        Assert.Equal(value, report.Cells.SingleOrDefault(c => c.Indicator.Code == "DE-08")?.Value);
    }

    [Theory]
    [InlineData("DG-05,13.5", 12.345)]
    [InlineData("DS-06,\"1,234,567\"", 12.345)]
    public void APointBeforeThreeDigitsIsADecimalOneInAnEnglishColumn(string undoubted, double value) =>
        Assert.Equal(value, Sent.Rows("DG-06,12.345", undoubted).Report.Cells[0].Value);

    [Theory]
    [InlineData("DE-08,1.234", 1234, "DG-05,\"13,5\"", "DG-06,\"14,5\"")]
    [InlineData("DG-15,12.345", 12.345, "DG-05,13.5", "DG-06,14.5")]
    public void TwoThatAgreeTellAsMuchAsOne(string doubtful, double value, params string[] undoubted) =>
        Assert.Equal(value, Sent.Rows([doubtful, .. undoubted]).Report.Cells[0].Value);

    [Theory]
    [InlineData("DG-05,12")]
    [InlineData("DG-05,2.345")]
    [InlineData("GOV-01,có")]
    public void AColumnWithoutUndoubtedNumbersLeavesTheDoubt(string other) => IsAmbiguous(other);

    [Fact]
    public void AColumnThatDisagreesWithItselfLeavesTheDoubt() => IsAmbiguous("DG-05,13.5", "DG-06,\"13,5\"");

    [Fact]
    public void UndoubtedNumbersAreReadEachInItsOwnStyle()
    {
        var report = Sent.Rows("DG-05,13.5", "DG-06,\"13,5\"").Report;

        Assert.Empty(report.Faults);
        Assert.Equal([13.5, 13.5], report.Cells.Select(c => c.Value));
    }

    [Fact]
    public void ADoubtfulNumeratorIsReadAsItsOwnColumnWritesNumbers()
    {
        var report = Sent.Table(
            "indicator,value,numerator,denominator",
            "DG-05,50.5,1.234.567,2.444.687",
            "DG-06,50.5,1.263,2.501").Report;

        Assert.Empty(report.Faults);
        Assert.Equal((1263, 2501), (report.Cells[1].Numerator, report.Cells[1].Denominator));
    }

    private static void IsAmbiguous(params string[] others)
    {
        var report = Sent.Rows(["DE-08,1.234", .. others]).Report;

        Assert.DoesNotContain(report.Cells, c => c.Indicator.Code == "DE-08");
        Expect.OneFault(
            report.Faults.Where(f => f.Place.Row == 2), "value.ambiguous", 2, "value",
            "«1.234» có thể đọc theo hai cách: 1234 / 1.234. Hãy viết số không có dấu phân cách hàng nghìn.",
            "'1.234' can be read in two ways: 1234 / 1.234. Write the number without thousands separators.");
    }
}
