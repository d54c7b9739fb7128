using DtPipeline.Ledger;

namespace DtPipeline.Core.Tests.Checking;

/// <summary>Decimals beside it do not make 2.000 two where it may as well be two thousand: a count, a rank, an amount of which nothing stands behind the mark.</summary>
public sealed class DoubtfulThousandsTests
{
    private static readonly DateTimeOffset Later = new(2025, 6, 20, 3, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("P63-01/2023-Q2/a.csv", "DE-08,1.234", "1.234", "1234 / 1.234")]
    [InlineData("MIC/2025-02/a.csv", "IN-05,1.234", "1.234", "1234 / 1.234")]
    [InlineData("P63-01/2023/a.csv", "P06-07,2.000", "2.000", "2000 / 2")]
    [InlineData("MOIT/2023/a.csv", "DE-03,-2.000", "-2.000", "-2000 / -2")]
    public void StaysInDoubt(string path, string row, string written, string readings)
    {
        var filing = Besides(path, row);

        Assert.DoesNotContain(filing.Report.Cells, c => c.Place.Row == 2);
        Expect.OneFault(
            filing.Report.Faults.Where(f => f.Place.Row == 2), "value.ambiguous", 2, "value",
            $"«{written}» có thể đọc theo hai cách: {readings}. Hãy viết số không có dấu phân cách hàng nghìn.",
            $"'{written}' can be read in two ways: {readings}. Write the number without thousands separators.");
    }

    [Theory]
    [InlineData("P63-01/2023-Q2/a.csv", "DG-05,12.000", 12)]
    [InlineData("P63-01/2023/a.csv", "P06-07,2.345", 2.345)]
    [InlineData("MOIT/2023/a.csv", "DE-03,2.345", 2.345)]
    public void AnythingElseIsReadAsItsColumnWritesNumbers(string path, string row, double value) =>
        Assert.Equal(value, Assert.Single(Besides(path, row).Report.Cells, c => c.Place.Row == 2).Value);

    [Fact]
    public void AColumnOfThousandsMakesOneAThousand() => Assert.Equal(1_000, Sent.Rows("DE-08,1.000", "DG-05,\"13,5\"").Report.Cells[0].Value);

    [Fact]
    public void APartOfAPercentageIsACount()
    {
        var report = Sent.Table("indicator,value,numerator,denominator", "DG-06,50,12.5,25", "DG-05,50,1.263,2526").Report;

        Assert.Equal("DG-06", Assert.Single(report.Cells).Indicator.Code);
        Assert.Equal(["3 numerator value.ambiguous 1.263 → 1263 / 1.263"], report.Faults.Select(f => $"{f.Place.Row} {f.Place.Column} {f.Code} {f.Found} → {f.Expected}"));
    }

    [Fact]
    public void WithoutAnythingUndoubtedAPercentageIsInDoubtToo() =>
        Assert.Equal(["value.ambiguous 12.345 → 12345 / 12.345"], Sent.Rows("DG-05,12.345").Report.Faults.Select(f => $"{f.Code} {f.Found} → {f.Expected}"));

    [Theory]
    [InlineData("DG-05,2023-Q2,12.345", 12.345, null)]
    [InlineData("DE-08,2023-Q2,1.234", null, "value.not_whole 1.234 → a whole number")]
    public void SdmxWritesDecimalsWithAPointAndNoThousands(string row, double? value, string? told)
    {
        var report = Sent.Table("REF_AREA,INDICATOR,TIME_PERIOD,OBS_VALUE", $"P63-01,{row}").Report;

        Assert.Equal(value, report.Cells.SingleOrDefault()?.Value);
        Assert.Equal(told is null ? [] : [told], report.Faults.Select(f => $"{f.Code} {f.Found} → {f.Expected}"));
    }

    /// <summary>Below it a row that says how the column writes decimals, whether or not it can be stored.</summary>
    private static Filing Besides(string path, string row) => Sent.Text($"indicator,value\n{row}\nDG-06,13.5\n", path, Later);
}
