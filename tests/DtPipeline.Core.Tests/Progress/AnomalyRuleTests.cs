using DtPipeline.Catalogue;
using DtPipeline.Progress;
using DtPipeline.Progress.Anomalies;

namespace DtPipeline.Core.Tests.Progress;

/// <summary>Quarterly values from 2023-Q1 on, the last of them tested.</summary>
public sealed class AnomalyRuleTests
{
    [Fact]
    public void ATenfoldJumpIsCaughtAtFourValuesOfAConstantHistory()
    {
        var anomaly = Of(120, 120, 120, 120, 1_200)!;

        Assert.Equal((1_200, 120, 1, 4), (anomaly.Value, anomaly.Expected, anomaly.PowerOfTen!.Value, anomaly.Values));
        Assert.Equal(("2024-Q1", "2023-Q4", 120), (anomaly.Period.ToString(), anomaly.Previous.Period.ToString(), anomaly.Previous.Value!.Value));
        Assert.InRange(anomaly.Low!.Value, 70, 120);
        Assert.InRange(anomaly.High!.Value, 120, 210);
    }

    [Fact]
    public void ATenfoldJumpOfAConstantHistoryIsCaughtWithEitherTestAlone()
    {
        Assert.Null(Of(Thresholds(0, 4), 120, 120, 120, 120, 1_200)!.Low);
        Assert.Null(Of(Thresholds(99.5, 0), 120, 120, 120, 120, 1_200)!.PowerOfTen);
        Assert.Null(Of(Thresholds(0, 0), 120, 120, 120, 120, 1_200));
    }

    [Fact]
    public void ThreeValuesAreTooFewToJudgeBy() => Assert.Null(Of(120, 120, 120, 1_200));

    [Theory]
    [InlineData(100_000, 3)]
    [InlineData(9_300, 2)]
    [InlineData(950, 1)]
    [InlineData(11, -1)]
    [InlineData(1, -2)]
    public void ASlipIsNamedAsTheNearestPowerOfTen(double tested, int power) => Assert.Equal(power, Of(98, 103, 95, 107, tested)!.PowerOfTen);

    [Fact]
    public void AConstantHistoryMayChangeALittle()
    {
        Assert.Null(Of(120, 120, 120, 120, 130));
        Assert.NotNull(Of([.. Enumerable.Repeat(120.0, 24), 160]));
    }

    [Fact]
    public void WhatASeriesHasDoneBeforeIsUsual()
    {
        Assert.Null(Of(100, 20, 110, 22, 95, 19));
        Assert.Null(Of(100, 150, 225, 338, 506, 760));
        Assert.Null(Of(100, 104, 97, 300, 103, 99, 102, 290));
    }

    [Fact]
    public void ComingBackFromASlipThatNobodyMendedIsNoOther() => Assert.Null(Of(100, 104, 97, 102, 1_010, 101));

    [Fact]
    public void NothingAfterSomethingIsAskedAbout()
    {
        var anomaly = Of(100, 104, 97, 102, 0)!;

        Assert.Equal((null, 101, 0), (anomaly.PowerOfTen, anomaly.Expected, anomaly.Value));
    }

    [Fact]
    public void SmallNumbersAreNotAskedAboutForAFewMore()
    {
        Assert.Null(Of(1, 1, 1, 1, 4));
        Assert.Null(Of(2, 1, 2, 3, 0));
        Assert.NotNull(Of(1, 1, 1, 1, 10));
    }

    [Fact]
    public void AFigureThatBeginsIsJudgedFromThereOn()
    {
        Assert.Null(Of(0, 0, 0, 0, 500));
        Assert.Null(Of(0, 0, 100, 104, 97, 1_000));
        Assert.Equal(1, Of(0, 0, 100, 104, 97, 102, 1_000)!.PowerOfTen);
    }

    [Fact]
    public void NothingIsComparedAcrossANewDefinition()
    {
        var series = Series([100, 104, 97, 102, 98, 1_000, 1_010, 990, 1_005, 100]);
        var broken = series with { Points = [.. series.Points.Select((p, at) => at == 5 ? p with { Status = "B" } : p)] };

        Assert.Equal((-1, 4), (AnomalyRule.Of(broken, broken.Points[^1])!.PowerOfTen!.Value, AnomalyRule.Of(broken, broken.Points[^1])!.Values));
        Assert.Null(AnomalyRule.Of(broken, broken.Points[5]));
        Assert.Null(AnomalyRule.Of(broken, broken.Points[8]));
    }

    [Fact]
    public void WhatIsCountedFromTheBeginningOfTheYearIsJudgedByWhatEachPeriodAdds()
    {
        var cumulative = Indicator() with { Cumulative = true };

        Assert.Null(Of(cumulative, 100, 205, 298, 405, 103, 201, 300, 410, 98));
        var slip = Of(cumulative, 100, 205, 298, 405, 103, 201, 3_000)!;
        Assert.Equal((1, 201 + 101.5), (slip.PowerOfTen!.Value, slip.Expected));
        Assert.Equal(-1, Of(cumulative, 100, 205, 298, 405, 103, 201, 30)!.PowerOfTen);
    }

    [Fact]
    public void APercentageWrittenAsAFractionIsAHundredthOfWhatIsUsual() =>
        Assert.Equal(-2, Of(Indicator() with { Kind = IndicatorKind.Ratio, Unit = "percent", Maximum = 100 }, 78, 79, 80, 81, 0.82)!.PowerOfTen);

    [Fact]
    public void TheUsualRangeStaysWithinWhatIsPossible()
    {
        var share = Indicator() with { Kind = IndicatorKind.Ratio, Unit = "percent", Minimum = 0, Maximum = 100 };

        var anomaly = Of(share, 97, 97, 97, 97, 30)!;

        Assert.Equal(100, anomaly.High);
    }

    [Fact]
    public void YesOrNoAndTheProgressOfTasksAreNotAskedAboutAndRanksHaveNoFactor()
    {
        Assert.Null(Of(Indicator() with { Kind = IndicatorKind.Flag, Unit = "yes_no" }, 1, 1, 1, 1, 0));
        Assert.Null(AnomalyRule.Of(new Series(TheCatalogue.Indicator("T22-01"), "P63-01", Series([10, 10, 10, 10, 100]).Points), Series([10, 10, 10, 10, 100]).Points[^1]));
        Assert.Null(Of(Indicator() with { Unit = "rank" }, 2, 3, 2, 2, 9));
    }

    private static Anomaly? Of(params double[] values) => Of(Indicator(), values);

    private static Anomaly? Of(Indicator indicator, params double[] values)
    {
        var series = Series(values) with { Indicator = indicator };
        return AnomalyRule.Of(series, series.Points[^1]);
    }

    private static Indicator Thresholds(double confidence, double factor) => Indicator() with { Anomaly = AnomalyThresholds.Usual with { Confidence = confidence, Factor = factor } };

    private static Indicator Indicator() => TheCatalogue.Indicator("DS-05");

    private static Series Series(double[] values)
    {
        var points = new List<SeriesPoint>();
        for (var (at, period) = (0, TheCatalogue.Period("2023-Q1")); at < values.Length; at++, period = period.Next)
        {
            points.Add(new SeriesPoint(period, values[at], "A"));
        }

        return new Series(Indicator(), "P63-01", points);
    }
}
