using DtPipeline.Catalogue;
using DtPipeline.Core.Tests.Progress.Targets;
using DtPipeline.Progress.Anomalies;

namespace DtPipeline.Core.Tests.Progress;

/// <summary>What an anomaly says of a value: with what it is compared, the usual range, how strong it is, and from which difference on it is one.</summary>
public sealed class AnomalyFiguresTests
{
    private static readonly Indicator Count = TheCatalogue.Indicator("DS-05");
    private static readonly Indicator Share = Count with { Kind = IndicatorKind.Ratio, Unit = "percent", Minimum = 0, Maximum = 100 };
    private static readonly Indicator Score = Count with { Kind = IndicatorKind.Ratio, Unit = "score", Minimum = 0, Maximum = 1 };

    /// <summary>By hand, ten times a value that never changed: as a slip ln 10 / ln 4; beyond the range ln 10 / (7.4533 times a floor of 5 %, or of 100 %, times the root of 2).</summary>
    [Theory]
    [InlineData(0, 5, 4, 1.661)]
    [InlineData(99.5, 5, 0, 4.369)]
    [InlineData(99.5, 5, 4, 4.369)]
    [InlineData(99.5, 100, 4, 1.661)]
    public void ItIsAsStrongAsTheStrongerOfBothTests(double confidence, double floor, double factor, double strength)
    {
        var anomaly = Of(Count with { Anomaly = new AnomalyThresholds(confidence, floor, factor) }, 120, 120, 120, 120, 1_200)!;

        Assert.Equal(strength, anomaly.Strength, 3);
    }

    [Fact]
    public void WhatIsNoSlipIsComparedWithTheMedianAndOfARunningCountWithWhatAPeriodAddsToIt()
    {
        Assert.Equal((120, (int?)null), Said(Of(Count, [.. Enumerable.Repeat(120.0, 24), 160])!));
        Assert.Equal((200, (int?)null), Said(Of(Count with { Cumulative = true }, 100, 200, 300, 400, 100, 200, 300, 400, 100, 260)!));
    }

    [Fact]
    public void ASlipIsComparedWithTheLastValueWhereThatTellsThePowerBetter() => Assert.Equal((100, 2), Said(Of(Count, 10, 10, 30, 100, 10_000)!));

    /// <summary>By hand: the last value is 0 and each step was of 3, so that the range reaches 7.4533 times 3 to either side.</summary>
    [Fact]
    public void TheUsualRangeEndsWhereNothingLessIsPossible()
    {
        var anomaly = Of(Share, 3, 0, 3, 0, 90)!;

        Assert.Equal((0, 22.36), (anomaly.Low, Math.Round(anomaly.High!.Value, 2)));
    }

    [Fact]
    public void OfPercentagesATenthOfAPointIsADifferenceAndOfCountsNoneBelowOne()
    {
        Assert.Equal(1, Of(Share, 0.2, 0.2, 0.2, 0.2, 1)?.PowerOfTen);
        Assert.Null(Of(Count, 0.2, 0.2, 0.2, 0.2, 1));
    }

    [Fact]
    public void OfAScoreAThousandthOfItsMostIsADifference()
    {
        Assert.NotNull(Of(Score, 0.5, 0.5, 0.5, 0.5, 0.9));
        Assert.Null(Of(Score with { Maximum = 100 }, 0.5, 0.5, 0.5, 0.5, 0.9));
    }

    private static (double, int?) Said(Anomaly anomaly) => (anomaly.Expected, anomaly.PowerOfTen);

    private static Anomaly? Of(Indicator indicator, params double[] values)
    {
        var series = indicator.Of("P63-01", "2023-Q1", [.. values.Select(v => (double?)v)]);
        return AnomalyRule.Of(series, series.Points[^1]);
    }
}
