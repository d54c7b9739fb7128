using DtPipeline.Progress.Targets;

namespace DtPipeline.Core.Tests.Progress.Targets;

public sealed class LeastSquaresTests
{
    /// <summary>By hand: the slope is 1.5 through 8/3 in the middle, and what is left of the values is -1/6, 1/3 and -1/6.</summary>
    [Fact]
    public void TheLineLeavesTheSmallestSquares()
    {
        var line = LeastSquares.Of([new(10, "a", 1), new(11, "b", 3), new(12, "c", 4)]);

        Assert.Equal((11, 3), (line.MeanTime, line.Count));
        Assert.Equal(8 / 3.0, line.At(11), 1e-9);
        Assert.Equal((8 / 3.0) + 4.5, line.At(14), 1e-9);
        Assert.Equal(Math.Sqrt(1 / 6.0), line.Deviation, 1e-9);
    }

    [Fact]
    public void TheFartherFromItsMiddleTheLessIsKnown()
    {
        var line = LeastSquares.Of([new(10, "a", 1), new(11, "b", 3), new(12, "c", 4)]);

        Assert.Equal(Math.Sqrt(1 / 6.0 * (1 + (1 / 3.0))), line.DeviationAt(11), 1e-9);
        Assert.Equal(Math.Sqrt(1 / 6.0 * (1 + (1 / 3.0) + (9 / 2.0))), line.DeviationAt(14), 1e-9);
    }

    [Fact]
    public void ThroughTwoPointsNothingIsLeft() => Assert.Equal(0, LeastSquares.Of([new(0, "a", 1), new(1, "b", 3)]).DeviationAt(5));
}
