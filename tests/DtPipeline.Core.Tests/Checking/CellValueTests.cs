namespace DtPipeline.Core.Tests.Checking;

public sealed class CellValueTests
{
    [Theory]
    [InlineData("có")]
    [InlineData("Có")]
    [InlineData("đạt")]
    [InlineData("x")]
    [InlineData("X")]
    [InlineData("✓")]
    [InlineData("yes")]
    [InlineData("TRUE")]
    [InlineData("1")]
    public void AFlagIsYes(string text) => Assert.Equal(1, ValueOf($"GOV-01,{text}"));

    [Theory]
    [InlineData("không")]
    [InlineData("Không")]
    [InlineData("chưa")]
    [InlineData("no")]
    [InlineData("False")]
    [InlineData("0")]
    public void AFlagIsNo(string text) => Assert.Equal(0, ValueOf($"GOV-01,{text}"));

    [Theory]
    [InlineData("2")]
    [InlineData("50%")]
    [InlineData("maybe")]
    public void AFlagIsNothingElse(string text) => HasTheFault(
        $"GOV-01,{text}", "value.not_flag",
        $"«{text}» không phải là có hoặc không. Hãy ghi 1/0, có/không, yes/no.",
        $"'{text}' is neither yes nor no. Write 1/0, có/không, yes/no.");

    [Theory]
    [InlineData("DG-05,87%", 87)]
    [InlineData("DG-05,87 %", 87)]
    [InlineData("DG-05,0", 0)]
    [InlineData("DG-05,100", 100)]
    [InlineData("DG-05,\"13,75\"", 13.75)]
    [InlineData("DE-08,1 234 567", 1234567)]
    [InlineData("DE-08,12.0", 12)]
    public void ANumberIsReadInItsIndicatorsUnit(string row, double value) => Assert.Equal(value, ValueOf(row));

    [Theory]
    [InlineData("abc")]
    [InlineData("12 người")]
    [InlineData("1e5")]
    [InlineData("#REF!")]
    [InlineData("xong")]
    public void TextIsNoNumber(string text) => HasTheFault(
        $"DG-05,{text}", "value.not_number", $"«{text}» không phải là số.", $"'{text}' is not a number.");

    [Theory]
    [InlineData("100.5")]
    [InlineData("-1")]
    public void APercentageIsFromNoneToAll(string text) => HasTheFault(
        $"DG-05,{text}", "value.out_of_range",
        $"Giá trị «{text}» nằm ngoài khoảng cho phép: 0 – 100.",
        $"The value '{text}' is out of range: 0 – 100.");

    [Fact]
    public void ARangeCanBeOpenAtItsEnd() => HasTheFault(
        "DE-08,-1", "value.out_of_range",
        "Giá trị «-1» nằm ngoài khoảng cho phép: 0 – ….",
        "The value '-1' is out of range: 0 – ….");

    [Fact]
    public void ANumberTooLargeForAnyComputerIsOutOfRange() =>
        Assert.Equal(["value.out_of_range → … – …"], Sent.Rows($"DE-08,{new string('9', 400)}").Report.Faults.Select(f => $"{f.Code} → {f.Expected}"));

    [Fact]
    public void WhatIsNoNumberIsToldWhatWasExpected() => Assert.Equal(["abc → a number"], Sent.Rows("DG-05,abc").Report.Faults.Select(f => $"{f.Found} → {f.Expected}"));

    [Fact]
    public void ACountIsWhole() => HasTheFault("DE-08,12.5", "value.not_whole", "«12.5» phải là số nguyên.", "'12.5' must be a whole number.");

    [Fact]
    public void ARankIsWhole()
    {
        var report = Sent.Text("indicator,value\nIN-05,41.5\n", "MIC/2025-02/a.csv", new DateTimeOffset(2025, 4, 20, 0, 0, 0, TimeSpan.Zero)).Report;

        Assert.Empty(report.Cells);
        Expect.OneFault(report.Faults, "value.not_whole", 2, "value", "«41.5» phải là số nguyên.", "'41.5' must be a whole number.");
    }

    [Fact]
    public void APercentSignBelongsToPercentagesOnly() => HasTheFault(
        "DE-08,12%", "unit.other",
        "Đơn vị «12%» khác với đơn vị của chỉ tiêu là count.",
        "The unit '12%' differs from the indicator's unit, count.");

    private static double? ValueOf(string row) => Assert.Single(Sent.Rows(row).Report.Cells).Value;

    private static void HasTheFault(string row, string code, string vi, string en)
    {
        var report = Sent.Rows(row).Report;

        Assert.Empty(report.Cells);
        Assert.Equal((1, 1), (report.Rows, report.Faulty));
        Expect.OneFault(report.Faults, code, 2, "value", vi, en);
    }
}
