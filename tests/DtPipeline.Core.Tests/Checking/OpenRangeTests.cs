namespace DtPipeline.Core.Tests.Checking;

/// <summary>Indicators without a least value: DIFF is a percentage up to 50, SPARE a count.</summary>
public sealed class OpenRangeTests
{
    [Fact]
    public void ACountMayBeBelowNone()
    {
        var report = Sent.FromNorth(TheCatalogue.Small().Catalogue!, "SPARE,-5\n").Report;

        Assert.Equal(-5, Assert.Single(report.Cells).Value);
        Assert.Equal(["indicator.not_owed"], report.Faults.Select(f => f.Code));
    }

    [Theory]
    [InlineData("-1", -1.0, null)]
    [InlineData("-60", -60.0, null)]
    [InlineData("-0.5", -0.5, "value.unit_slip -0.5 → -0.5")]
    [InlineData("60", null, "value.out_of_range 60 → … – 50")]
    public void APercentageMayBeBelowNone(string written, double? value, string? told)
    {
        var catalogue = TheCatalogue.SmallWith("indicators.csv", "DIFF,Difference,Chênh lệch,percent,ratio,quarterly,weighted_mean,organisation,no,,50,,,,").Catalogue!;

        var report = Sent.FromNorth(catalogue, $"DIFF,{written}\nSHARE,87\n").Report;

        Assert.Equal(value, report.Cells.SingleOrDefault(c => c.Indicator.Code == "DIFF")?.Value);
        Assert.Equal(told is null ? [] : [told], report.Faults.Where(f => f.Code != "indicator.not_owed").Select(f => $"{f.Code} {f.Found} → {f.Expected}"));
    }
}
