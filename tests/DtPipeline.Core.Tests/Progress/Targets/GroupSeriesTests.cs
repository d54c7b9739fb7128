using DtPipeline.Progress;
using DtPipeline.Progress.Targets;

namespace DtPipeline.Core.Tests.Progress.Targets;

public sealed class GroupSeriesTests
{
    [Theory]
    [InlineData("DS-05", 57, 63, true)]
    [InlineData("DS-05", 56, 63, false)]
    [InlineData("GOV-01", 56, 63, false)]
    [InlineData("DG-05", 32, 63, true)]
    [InlineData("DG-05", 31, 63, false)]
    [InlineData("DG-05", 0, 0, false)]
    [InlineData("DS-05", 9, 10, true)]
    [InlineData("DG-05", 1, 2, true)]
    public void ASumOfPartOfThemIsNoFigureToJudgeAndAMeanOfHalfIsOne(string indicator, int reported, int owed, bool isEnough) =>
        Assert.Equal(isEnough, GroupSeries.IsEnough(TheCatalogue.Indicator(indicator), reported, owed));

    [Fact]
    public void ANationalFigureIsOneSeriesWhoeverOwnedIt()
    {
        var series = Assert.Single(GroupSeries.Of(
            [new("IN-05", "MOST", "2025-03", 38, 1, 1), new("IN-05", "MIC", "2025-02", 40, 1, 1), new("IN-05", "@all", "2025-02", 40, 1, 1)], TheCatalogue.Default));

        Assert.Equal("MOST", series.Whose);
        Assert.Equal([40.0, 38.0], series.Points.Select(p => p.Value!.Value));
    }

    [Fact]
    public void APeriodOfAnotherFrequencyOrNoneIsNoPointOfTheSeries()
    {
        var series = Assert.Single(GroupSeries.Of(
            [new("GOV-01", "@provinces", "2023-Q1", 30, 63, 63), new("GOV-01", "@provinces", "2023-03", 31, 63, 63), new("GOV-01", "@provinces", "spring", 32, 63, 63)], TheCatalogue.Default));

        Assert.Equal([new SeriesPoint(TheCatalogue.Period("2023-Q1"), 30, "A")], series.Points);
    }

    [Fact]
    public void AFigureOfTooFewIsLeftOutOfTheSeries()
    {
        var series = Assert.Single(GroupSeries.Of(
            [new("GOV-01", "@provinces", "2023-Q1", 30, 63, 63), new("GOV-01", "@provinces", "2023-Q2", 3, 5, 63)], TheCatalogue.Default));

        Assert.Equal(["2023-Q1"], series.Points.Select(p => $"{p.Period}"));
    }
}
