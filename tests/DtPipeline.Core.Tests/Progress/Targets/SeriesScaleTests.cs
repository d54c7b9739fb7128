using DtPipeline.Catalogue;
using DtPipeline.Progress.Targets;

namespace DtPipeline.Core.Tests.Progress.Targets;

public sealed class SeriesScaleTests
{
    private static readonly Period Period = TheCatalogue.Period("2023-Q2");

    [Fact]
    public void ASumOfAGroupHasTheLimitsOfItsPartsTogether()
    {
        var heads = Charts.Catalogue.FindIndicator("HEADS")! with { Minimum = 5, Maximum = 10 };

        Assert.Equal(new SeriesScale(10, 20, null), SeriesScale.Of(heads, "@provinces", Period, Charts.Catalogue));
        Assert.Equal(new SeriesScale(5, 10, null), SeriesScale.Of(heads, "N", Period, Charts.Catalogue));
    }

    [Fact]
    public void AMeanOfAGroupHasTheLimitsOfEachPart() => Assert.Equal(new SeriesScale(0, 100, null), SeriesScale.Of(Charts.Share, "@provinces", Period, Charts.Catalogue));

    [Fact]
    public void WithoutLimitsThereAreNone() =>
        Assert.Equal(new SeriesScale(double.NegativeInfinity, double.PositiveInfinity, null), SeriesScale.Of(Charts.Share.WithoutLimits(), "N", Period, Charts.Catalogue));

    [Fact]
    public void ACountLiesBetweenNobodyAndAllWhoAreAsked()
    {
        var plan = TheCatalogue.Indicator("GOV-01");

        Assert.Equal(new SeriesScale(0, 63, 63), SeriesScale.Of(plan, "@provinces", Period, TheCatalogue.Default));
        Assert.Equal(new SeriesScale(0, 1, null), SeriesScale.Of(plan, "P63-01", Period, TheCatalogue.Default));
    }

    [Theory]
    [InlineData(4, 5)]
    [InlineData(7, 7)]
    [InlineData(11, 10)]
    public void AValueIsKeptWithinTheLimits(double value, double within) => Assert.Equal(within, new SeriesScale(5, 10, null).Within(value));

    [Theory]
    [InlineData(80, Direction.Up, 79.9, false)]
    [InlineData(80, Direction.Up, 79.9999999999, true)]
    [InlineData(80, Direction.Up, 80, true)]
    [InlineData(80, Direction.Down, 80.1, false)]
    [InlineData(80, Direction.Down, 80.0000000001, true)]
    [InlineData(80, Direction.Down, 79, true)]
    public void AGoalIsReachedThoughBinaryFractionsFallShortOfIt(double goal, Direction direction, double value, bool isReached) =>
        Assert.Equal(isReached, new Goal(goal, direction).IsReachedBy(value));
}
