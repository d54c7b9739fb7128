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

    [Fact]
    public void TheIntervalStraddlingTheTargetIsAMarkBesideTheStatus()
    {
        var progress = Charts.Share.Due(60, "2023-12-31").From("2021-Q4", 50, 54, 52, 52, 52, 52).On("2023-04-10");

        Assert.Equal((TargetStatus.OffTrack, false), (progress.Status, progress.Uncertain));
        Assert.Equal((TargetStatus.OffTrack, true), Charts.Share.Due(55, "2023-12-31").From("2021-Q4", 50, 54, 52, 52, 52, 52).On("2023-04-10") is var near ? (near.Status, near.Uncertain) : default);
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
