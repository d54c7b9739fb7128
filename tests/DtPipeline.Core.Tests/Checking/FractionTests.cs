using System.Globalization;
using DtPipeline.Faults;

namespace DtPipeline.Core.Tests.Checking;

/// <summary>0.8 for 80 %: where a column has nothing else, and where it has.</summary>
public sealed class FractionTests
{
    [Fact]
    public void AColumnOfFractionsIsPercentAndIsToldOnce()
    {
        var report = Sent.Rows("DG-05,0.8", "DG-06,1", "DG-13,0", "DG-15,0.123").Report;

        Assert.Equal([80, 100, 0, 12.3], report.Cells.Select(c => c.Value!.Value));
        Expect.OneFault(
            report.Faults, "value.fractions", 2, "value",
            "Mọi tỷ lệ trong cột «value» đều không quá 1, nên được hiểu là phân số (0,8 = 80 %).",
            "No percentage in the column 'value' is above 1, so they are taken as fractions (0.8 = 80 %).");
    }

    [Theory]
    [InlineData("DG-06,87")]
    [InlineData("DG-06,1.01")]
    [InlineData("DG-06,87 %")]
    [InlineData("DG-06,0.5 %")]
    [InlineData("DG-06,1.234")]
    public void AmongPercentagesItIsTakenAsItStandsWithAWarning(string other)
    {
        var report = Sent.Rows("DG-05,0.8", other).Report;

        Assert.Equal(0.8, report.Cells[0].Value);
        Assert.Equal(Severity.Warning, report.Faults[0].Severity);
        Expect.OneFault(
            report.Faults.Where(f => f.Place.Row == 2), "value.unit_slip", 2, "value",
            "«0.8» được hiểu là 0.8 %. Nếu là tỷ lệ (0,8 = 80 %), hãy ghi theo phần trăm.",
            "'0.8' is taken as 0.8 %. If it is a fraction (0.8 = 80 %), write it in percent.");
    }

    [Fact]
    public void HoweverManyPercentagesStandBesideItItIsNoFraction()
    {
        var report = Sent.Rows("DG-05,0.8", "DG-06,87", "DG-13,88").Report;

        Assert.Equal([0.8, 87, 88], report.Cells.Select(c => c.Value!.Value));
        Assert.Equal(["value.unit_slip"], report.Faults.Select(f => f.Code));
    }

    [Fact]
    public void NorBesideTwoOfThreeDecimals()
    {
        var report = Sent.Rows("DG-05,0.8", "DG-06,1.234", "DG-13,2.345").Report;

        Assert.Equal([0.8, 1.234, 2.345], report.Cells.Select(c => c.Value!.Value));
        Assert.Equal(["value.unit_slip"], report.Faults.Select(f => f.Code));
    }

    [Theory]
    [InlineData("0.800", "1.000")]
    [InlineData("\"0,800\"", "\"1,000\"")]
    public void OneMayBeWrittenWithAsManyDecimalsAsTheOthers(string fraction, string one)
    {
        var report = Sent.Rows($"DG-05,{fraction}", $"DG-06,{one}").Report;

        Assert.Equal([80, 100], report.Cells.Select(c => c.Value!.Value));
        Assert.Equal(["value.fractions"], report.Faults.Select(f => f.Code));
    }

    [Theory]
    [InlineData("0.8", "\"1,000\"", 0.8)]
    [InlineData("\"0,8\"", "1.000", 0.8)]
    public void AThousandIsNoFraction(string fraction, string thousand, double value)
    {
        var report = Sent.Rows($"DG-05,{fraction}", $"DG-06,{thousand}", $"DG-13,{thousand}").Report;

        Assert.Equal(value, Assert.Single(report.Cells).Value);
        Assert.Equal(["value.unit_slip", "value.out_of_range", "value.out_of_range"], report.Faults.Select(f => f.Code));
    }

    [Fact]
    public void WhatIsOutOfRangeIsToldThatAlone() =>
        Assert.Equal(["value.out_of_range -0.5 → 0 – 100"], Sent.Rows("DG-05,-0.5", "DG-06,87").Report.Faults.Select(f => $"{f.Code} {f.Found} → {f.Expected}"));

    [Theory]
    [InlineData("0", 0)]
    [InlineData("1", 1)]
    public void NoneAndOneAreNoFractionsByThemselvesAndNobodyIsWarned(string written, double value)
    {
        var report = Sent.Rows($"DG-05,{written}", "DG-06,87").Report;

        Assert.Empty(report.Faults);
        Assert.Equal(value, report.Cells[0].Value);
        Assert.Equal(value, Assert.Single(Sent.Rows($"DG-05,{written}").Report.Cells).Value);
    }

    [Theory]
    [InlineData("0.8 %", 0.8)]
    [InlineData("0.8%", 0.8)]
    [InlineData("1 %", 1)]
    public void WhatSaysPercentIsPercent(string written, double value)
    {
        var report = Sent.Rows($"DG-05,{written}").Report;

        Assert.Empty(report.Faults);
        Assert.Equal(value, Assert.Single(report.Cells).Value);
    }

    [Fact]
    public void ACountBesideFractionsIsNoPercentage()
    {
        var report = Sent.Rows("DG-05,0.8", "DE-08,1200").Report;

        Assert.Equal([80, 1200], report.Cells.Select(c => c.Value!.Value));
    }

    [Fact]
    public void OfFractionsTheRangeIsThatOfPercentages()
    {
        var report = Sent.Rows("DG-05,0.8", "DG-06,-0.5").Report;

        Assert.Equal(80, Assert.Single(report.Cells).Value);
        Assert.Equal(["value.out_of_range", "value.fractions"], report.Faults.OrderByDescending(f => f.Place.Row).Select(f => f.Code));
        Assert.Equal(1, report.Faulty);
    }

    [Theory]
    [InlineData("OBS_VALUE", "percent", 0.8)]
    [InlineData("OBS_VALUE", "percent: Percent", 0.8)]
    [InlineData("OBS_VALUE", "%", 80.0)]
    public void AnExtractThatSaysPercentByTheCataloguesCodeIsTakenAsItStands(string value, string unit, double expected)
    {
        var report = Sent.Table($"REF_AREA,INDICATOR,TIME_PERIOD,{value},UNIT_MEASURE", $"P63-01,DG-05,2023-Q2,0.8,{unit}").Report;

        Assert.Equal(expected, Assert.Single(report.Cells).Value);
        Assert.Equal(expected > 1, report.Faults.Any(f => f.Code == "value.fractions"));
    }

    [Theory]
    [InlineData(1, 3, 33.8, false)]
    [InlineData(1, 3, 33.9, true)]
    [InlineData(1, 3, 32.8, true)]
    [InlineData(1, 3, 32.9, false)]
    public void AQuotientMayBeHalfAPointAwayEitherWay(int numerator, int denominator, double percent, bool warns)
    {
        var report = Sent.Table("indicator,value,numerator,denominator", string.Create(CultureInfo.InvariantCulture, $"DG-05,{percent},{numerator},{denominator}")).Report;

        Assert.Equal(warns ? ["value.ratio_mismatch"] : [], report.Faults.Select(f => f.Code));
    }
}
