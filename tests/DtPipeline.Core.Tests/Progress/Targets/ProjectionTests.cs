using DtPipeline.Progress;
using DtPipeline.Progress.Targets;

namespace DtPipeline.Core.Tests.Progress.Targets;

public sealed class ProjectionTests
{
    [Fact]
    public void FiveValuesAreProjectedByDriftAndHaveNoInterval()
    {
        var projection = Ahead([10, 14, 11, 18, 22], 4);

        Assert.Equal(new Projection(ProjectionMethod.Drift, 34, null, null), projection);
    }

    [Fact]
    public void AConstantHistoryStaysAndItsIntervalIsNone() =>
        Assert.Equal(new Projection(ProjectionMethod.LastValue, 7, 7, 7), Ahead([7, 7, 7, 7, 7, 7], 4));

    [Fact]
    public void AnExactLineIsProjectedByTheSimplestThatTellsItAndItsIntervalIsNone() =>
        Assert.Equal(new Projection(ProjectionMethod.Drift, 30, 30, 30), Ahead([10, 12, 14, 16, 18, 20], 5));

    [Fact]
    public void ALineThroughNoiseIsProjectedByTheLine()
    {
        var projection = Ahead([10, 22, 18, 31, 25, 40, 33, 48], 2);

        Assert.Equal(ProjectionMethod.Line, projection.Method);
        Assert.InRange(projection.Value, 51, 54);
        Assert.InRange(projection.High!.Value - projection.Value, 8, 14);
    }

    /// <summary>By hand: five changes whose squares sum to 20, a t of 1.4759 at 5 degrees of freedom, four periods ahead.</summary>
    [Fact]
    public void TheIntervalOfALastValueGrowsWithTheRootOfThePeriods()
    {
        var projection = Ahead([50, 54, 52, 52, 52, 52], 4);

        Assert.Equal((ProjectionMethod.LastValue, 52.0), (projection.Method, projection.Value));
        Assert.Equal(1.4759 * Math.Sqrt(20.0 / 5 * 4), projection.High!.Value - projection.Value, 3);
    }

    /// <summary>By hand: a drift of 12 a period, from which the changes differ by 2, 2, 0, 4 over two periods and 0; a t of 1.5332 at 4 degrees of freedom.</summary>
    [Fact]
    public void TheIntervalOfADriftGrowsBesidesWithWhatIsNotKnownOfTheDrift()
    {
        var projection = Projection.Of([new(20, "20", 0), new(21, "21", 14), new(22, "22", 28), new(23, "23", 40), new(25, "25", 60), new(26, "26", 72)], 0, 28);

        Assert.Equal((ProjectionMethod.Drift, 96.0), (projection.Method, projection.Value));
        Assert.Equal(1.5332 * Math.Sqrt(16.0 / 4 * 2 * (1 + (2 / 6.0))), projection.High!.Value - projection.Value, 3);
        Assert.Equal(projection.Value - projection.Low!.Value, projection.High.Value - projection.Value, 1e-9);
    }

    /// <summary>By hand: a line of slope 4.53571 through 28.375 in the middle of eight values, whose squares leave 181.8214; a t of 1.43976 at 6 degrees of freedom.</summary>
    [Fact]
    public void TheIntervalOfALineIsThatOfASingleValueThere()
    {
        var projection = Ahead([10, 22, 18, 31, 25, 40, 33, 48], 2);

        Assert.Equal((ProjectionMethod.Line, 53.321429), (projection.Method, Math.Round(projection.Value, 6)));
        Assert.Equal(1.43976 * Math.Sqrt(181.821429 / 6 * (1 + (1 / 8.0) + (5.5 * 5.5 / 42))), projection.High!.Value - projection.Value, 3);
    }

    [Fact]
    public void WhatIsOfThePeriodOfTheDueDayIsNotProjected() => Assert.Equal(new Projection(ProjectionMethod.LastValue, 22, null, null), Ahead([10, 14, 11, 18, 22, 22], 0));

    [Fact]
    public void SixValuesAreEnoughForABacktestAndBelowThemTheDriftSinceTheBaseIsTaken()
    {
        Assert.NotNull(Ahead([10, 14, 11, 18, 22, 25], 4).High);
        Assert.Equal(new Projection(ProjectionMethod.Drift, 40, null, null), Projection.Of([new(0, "0", 0), new(1, "1", 20), new(2, "2", 24), new(3, "3", 28)], 1, 6));
        Assert.Equal(new Projection(ProjectionMethod.Drift, 28 + 28, null, null), Projection.Of([new(0, "0", 0), new(1, "1", 20), new(2, "2", 24), new(3, "3", 28)], 3, 6));
    }

    [Fact]
    public void TheIntervalStraddlingTheTargetIsAMarkBesideTheStatus()
    {
        var progress = Charts.Share.Due(60, "2023-12-31").From("2021-Q4", 50, 54, 52, 52, 52, 52).On("2023-04-10");

        Assert.Equal((TargetStatus.OffTrack, false), (progress.Status, progress.Uncertain));
        Assert.Equal((TargetStatus.OffTrack, true), Charts.Share.Due(55, "2023-12-31").From("2021-Q4", 50, 54, 52, 52, 52, 52).On("2023-04-10") is var near ? (near.Status, near.Uncertain) : default);
    }

    /// <summary>By hand: 96 and 4, give or take 1.4759 times the root of 4 times 3, which is 5.1 and more than there is room for.</summary>
    [Fact]
    public void AnIntervalThatEndsAtATargetWhichIsAlsoTheLimitLeavesItUncertain()
    {
        var rising = Charts.Share.Due(100, "2023-12-31").From("2021-Q4", 94, 98, 96, 96, 96, 96).On("2023-04-10");
        var falling = Charts.Share.Falling().Due(0, "2023-12-31").From("2021-Q4", 6, 2, 4, 4, 4, 4).On("2023-04-10");

        Assert.Equal((90.887, 100, true), (Math.Round(rising.Projection!.Low!.Value, 3), rising.Projection.High, rising.Uncertain));
        Assert.Equal((0, 9.113, true), (falling.Projection!.Low, Math.Round(falling.Projection.High!.Value, 3), falling.Uncertain));
    }

    [Fact]
    public void GapsInTheHistoryCountAsTheTimeTheyAre()
    {
        var progress = Charts.Share.Due(80, "2023-12-31").From("2022-Q1", 40, null, null, 46).On("2023-01-10");

        Assert.Equal((2, 54), (progress.PaceSoFar, progress.Projection!.Value));
    }

    private static Projection Ahead(double[] values, int periods)
    {
        var points = values.Select((v, n) => new CoursePoint(n, $"{n}", v)).ToList();
        return Projection.Of(points, 0, points[^1].Time + periods);
    }
}
