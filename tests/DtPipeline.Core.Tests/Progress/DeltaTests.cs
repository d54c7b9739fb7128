using DtPipeline.Progress;

namespace DtPipeline.Core.Tests.Progress;

public sealed class DeltaTests
{
    [Theory]
    [InlineData("DS-05", 1500.0, 1000.0, 500.0, 50.0)]
    [InlineData("DS-05", 500.0, 1000.0, -500.0, -50.0)]
    [InlineData("DS-05", 0.0, 1000.0, -1000.0, -100.0)]
    [InlineData("DE-10", 15.0, -10.0, 25.0, 250.0)]
    [InlineData("DS-05", 1000.0, 0.0, 1000.0, null)]
    [InlineData("DS-05", 0.0, 0.0, 0.0, null)]
    [InlineData("DG-05", 40.0, 25.0, 15.0, null)]
    [InlineData("DG-12", 80.0, 85.0, -5.0, null)]
    [InlineData("IN-05", 40.0, 45.0, -5.0, null)]
    [InlineData("GOV-01", 1.0, 0.0, 1.0, null)]
    public void IsAbsoluteAndForAmountsInPercentOfTheEarlierValue(string indicator, double value, double before, double absolute, double? percent) => Assert.Equal(
        new Delta("2023-Q1", before, absolute, percent) { NoPercent = indicator == "DS-05" && before == 0 ? ChangeReason.BaseZero : null },
        Delta.Of(TheCatalogue.Indicator(indicator), value, "2023-Q1", before));

    [Theory]
    [InlineData("DG-05", "percentage_points")]
    [InlineData("DG-12", "points")]
    [InlineData("IN-05", "places")]
    [InlineData("GOV-01", "yes_no")]
    [InlineData("DS-05", "count")]
    [InlineData("DE-10", "usd_million")]
    public void IsGivenInTheUnitOfItsIndicatorsKind(string indicator, string unit) => Assert.Equal(unit, ChangeUnit.Of(TheCatalogue.Indicator(indicator)));

    [Theory]
    [InlineData(180.0, 80.0, false)]
    [InlineData(100.0, 0.0, false)]
    [InlineData(90.0, -10.0, true)]
    public void OfOneRunningTotalIsWhatCameSinceAndNoGrowth(double value, double absolute, bool isMove)
    {
        var indicator = TheCatalogue.Indicator("DE-10") with { Cumulative = true };

        var delta = Delta.Of(indicator, value, "2023-Q1", 100, isOneCount: true)!;

        Assert.Equal(new Delta("2023-Q1", 100, absolute, null) { NoPercent = ChangeReason.RunningTotal }, delta);
        Assert.Equal(isMove, delta.IsMove(indicator));
    }

    [Theory]
    [InlineData(null, 1.0)]
    [InlineData(1.0, null)]
    [InlineData(null, null)]
    public void IsNoneWhereASideHasNoValue(double? value, double? before) =>
        Assert.Null(Delta.Of(TheCatalogue.Indicator("DS-05"), value, "2023-Q1", before));

    [Theory]
    [InlineData("DS-05", 1500.0, 1000.0, true)]
    [InlineData("DS-05", 500.0, 1000.0, true)]
    [InlineData("DS-05", 1499.0, 1000.0, false)]
    [InlineData("DS-05", 1.0, 0.0, true)]
    [InlineData("DE-10", -1.0, 0.0, true)]
    [InlineData("DS-05", 0.0, 0.0, false)]
    [InlineData("DG-05", 9.9, 0.0, false)]
    [InlineData("DG-05", 35.0, 25.0, true)]
    [InlineData("DG-05", 15.0, 25.0, true)]
    [InlineData("DG-05", 34.9, 25.0, false)]
    [InlineData("IN-05", 35.0, 45.0, true)]
    [InlineData("IN-05", 36.0, 45.0, false)]
    [InlineData("GOV-01", 0.0, 1.0, true)]
    [InlineData("GOV-01", 1.0, 0.0, false)]
    [InlineData("GOV-01", 1.0, 1.0, false)]
    [InlineData("GOV-01", 0.0, 0.0, false)]
    public void IsAMoveFromTheIndicatorsThreshold(string code, double value, double before, bool move)
    {
        var indicator = TheCatalogue.Indicator(code);

        Assert.Equal(move, Delta.Of(indicator, value, "2023-Q1", before)!.IsMove(indicator));
    }

    [Theory]
    [InlineData(20.4, 10.4)]
    [InlineData(10.4, 20.4)]
    public void IsAMoveOfTenPointsThoughBinaryFractionsFallShortOfThem(double value, double before)
    {
        var indicator = TheCatalogue.Indicator("DG-05");

        Assert.True(Delta.Of(indicator, value, "2023-Q1", before)!.IsMove(indicator));
    }

    [Fact]
    public void IsNeverAMoveWithoutAThreshold()
    {
        var indicator = TheCatalogue.Indicator("DG-05") with { MoveThreshold = null };

        Assert.False(Delta.Of(indicator, 100, "2023-Q1", 0)!.IsMove(indicator));
    }
}
