using DtPipeline.Catalogue;
using DtPipeline.Progress;
using DtPipeline.Progress.Anomalies;

namespace DtPipeline.Core.Tests.Progress;

/// <summary>Ranges worked out by hand from four quarters, by a t of 7.4533 at 3 degrees of freedom, which is that of 99.5 %.</summary>
public sealed class UsualRangeTests
{
    private const double T = 7.4533;

    /// <summary>A mean of -7.5, a spread of 15, steps whose squares are 300 in the mean, a last value of 0 and one of -30 a year before.</summary>
    [Fact]
    public void ReachesAsFarAsAnyOfTheThreeAccounts()
    {
        var withAYearBefore = Of("2024-Q1", 1, -30, 0, 0, 0);
        var without = Of("2025-Q1", 1, -30, 0, 0, 0);

        Assert.Equal(-30 - (T * 15 * Math.Sqrt(2)), withAYearBefore.Low, 1e-2);
        Assert.Equal(T * Math.Sqrt(300), withAYearBefore.High, 1e-2);
        Assert.Equal(-7.5 - (T * 15 * Math.Sqrt(1.25)), without.Low, 1e-2);
        Assert.Equal(T * Math.Sqrt(300), without.High, 1e-2);
        Assert.False(without.IsOfFactors);
    }

    /// <summary>Steps of 10 and a spread of 12.9: the year before is told by the steps, the level by the spread.</summary>
    [Fact]
    public void OfAYearBeforeTheSmallerOfSpreadAndStepCounts()
    {
        var steady = Of("2024-Q1", -1, 100, 110, 120, 130);

        Assert.Equal(100 - (T * 10 * Math.Sqrt(2)), steady.Low, 1e-2);
        Assert.Equal(115 + (T * Math.Sqrt(500 / 3.0) * Math.Sqrt(1.25)), steady.High, 1e-2);
    }

    /// <summary>The floor is 5 percent of a level of 1000; the account of a year before reaches farthest.</summary>
    [Fact]
    public void WhatNeverChangedMayChangeByTheFloor()
    {
        var positive = Of("2024-Q1", 1_000, 1_000, 1_000, 1_000, 1_000);
        var negative = Of("2024-Q1", -1_000, -1_000, -1_000, -1_000, -1_000);

        Assert.True(positive.IsOfFactors);
        Assert.Equal(1_000 * Math.Exp(T * 0.05 * Math.Sqrt(2)), positive.High, 0.1);
        Assert.Equal(1_000 / Math.Exp(T * 0.05 * Math.Sqrt(2)), positive.Low, 0.1);
        Assert.Equal(-1_000 - (T * 50 * Math.Sqrt(2)), negative.Low, 0.1);
        Assert.Equal(-1_000 + (T * 50 * Math.Sqrt(2)), negative.High, 0.1);
    }

    /// <summary>The floor would be a twentieth of 4, and one is the step in which it is counted.</summary>
    [Fact]
    public void SmallNumbersMayChangeByTheStepInWhichTheyAreCounted() => Assert.Equal(4 * Math.Exp(T * 0.25 * Math.Sqrt(2)), Of("2024-Q1", 4, 4, 4, 4, 4).High, 1e-2);

    [Fact]
    public void OneZeroMakesThemDifferences() => Assert.False(Of("2024-Q1", 0, 4, 4, 4, 4).IsOfFactors || Of("2024-Q1", 4, 4, 0, 4, 4).IsOfFactors);

    [Fact]
    public void TheStrengthIsOneAtTheBoundsAndNoneInTheMiddle()
    {
        var range = new UsualRange(10, 30, false);
        var factors = new UsualRange(Math.Log(10), Math.Log(1_000), true);

        Assert.Equal([1, 0, 1, 1.5], new double[] { 10, 20, 30, 35 }.Select(range.StrengthOf));
        Assert.Equal((true, true, false, false), (range.Contains(10), range.Contains(30), range.Contains(30.1), range.Contains(9.9)));
        Assert.Equal((10, 30), (range.Low, range.High));
        Assert.Equal(0, factors.StrengthOf(100), 1e-9);
        Assert.Equal(2, factors.StrengthOf(10_000), 1e-9);
        Assert.Equal(1_000, factors.High, 1e-9);
    }

    /// <summary>Four quarters of 2023.</summary>
    private static UsualRange Of(string tested, double change, params double[] before)
    {
        var changes = before.Select((c, n) => new JudgedChange(TheCatalogue.Period($"2023-Q{n + 1}"), c, 0)).ToList();
        var judged = new JudgedSeries(changes, change, 0, new SeriesPoint(changes[^1].Period, before[^1], "A"), TheCatalogue.Period(tested));
        return UsualRange.Of(judged, AnomalyThresholds.Usual, 1);
    }
}
