using DtPipeline.Progress;
using DtPipeline.Progress.Targets;

namespace DtPipeline.Core.Tests.Progress.Targets;

/// <summary>Errors of ways to project, worked out by hand.</summary>
public sealed class BacktestTests
{
    /// <summary>From the third value on, 1 and 3 are told as 0, and 3 as 1; the drift is 0, then a third, and the line leads to 0, then to 1.</summary>
    [Theory]
    [InlineData(ProjectionMethod.LastValue, 2, (1 + 3 + 2) / 3.0)]
    [InlineData(ProjectionMethod.LastValue, 1, (1 + 2) / 2.0)]
    [InlineData(ProjectionMethod.Drift, 2, (1 + 3 + (5 / 3.0)) / 3)]
    [InlineData(ProjectionMethod.Drift, 1, (1 + (5 / 3.0)) / 2)]
    [InlineData(ProjectionMethod.Line, 1, (1 + 2) / 2.0)]
    public void TheErrorIsTheMeanOverAllThatCameWithinTheTimeAhead(ProjectionMethod method, int ahead, double error) =>
        Assert.Equal(error, Backtest.ErrorOf(method, Course((0, 0), (1, 0), (2, 0), (3, 1), (4, 3)), ahead), 1e-9);

    [Fact]
    public void TheNextValueIsTriedHoweverFarAheadItIs() =>
        Assert.Equal(5, Backtest.ErrorOf(ProjectionMethod.LastValue, Course((0, 0), (1, 0), (2, 0), (9, 5)), 1));

    [Fact]
    public void WhatCameLaterThanIsToBeToldIsNotTried() =>
        Assert.Equal((5 + 45) / 2.0, Backtest.ErrorOf(ProjectionMethod.LastValue, Course((0, 0), (1, 0), (2, 0), (9, 5), (10, 50)), 1));

    /// <summary>The last value errs by 100, the drift by a little less; a line errs by far more, but for the last.</summary>
    [Theory]
    [InlineData(-1_000, 4, ProjectionMethod.LastValue)]
    [InlineData(-1_000, 5, ProjectionMethod.Drift)]
    [InlineData(300, 0, ProjectionMethod.Line)]
    public void ASimplerOneIsTakenUnlessAnotherIsBetterByMoreThanATwentieth(double second, double drift, ProjectionMethod best) =>
        Assert.Equal(best, Backtest.Best(Course((0, 0), (1, second), (2, 2 * drift), (3, (2 * drift) + 100)), 1));

    private static List<CoursePoint> Course(params (int Time, double Value)[] points) => [.. points.Select(p => new CoursePoint(p.Time, $"{p.Time}", p.Value))];
}
