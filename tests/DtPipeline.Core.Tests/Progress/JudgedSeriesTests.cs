using DtPipeline.Catalogue;
using DtPipeline.Core.Tests.Progress.Targets;
using DtPipeline.Progress;
using DtPipeline.Progress.Anomalies;

namespace DtPipeline.Core.Tests.Progress;

/// <summary>What of a series a value is judged by; quarters from 2018-Q1 on, the last of them tested.</summary>
public sealed class JudgedSeriesTests
{
    private static readonly Indicator Level = TheCatalogue.Indicator("DS-05");
    private static readonly Indicator Counted = Level with { Cumulative = true };

    [Fact]
    public void ValuesThemselvesAreComparedAndTheMiddleIsTheirMedian()
    {
        var judged = Of(Level, 10, 40, 20, 30, 35)!;

        Assert.Equal([10, 40, 20, 30], judged.Changes.Select(c => c.Change));
        Assert.Equal([10, 40, 20, 30], judged.Changes.Select(c => c.Value));
        Assert.Equal((35, 0, 35, 25, 30), (judged.Change, judged.Base, judged.Value, judged.Median, judged.Last));
        Assert.Equal(("2018-Q4", 10), (judged.Previous.Period.ToString(), judged.YearBefore));
        Assert.Equal(20, Of(Level, 10, 40, 20, 15, 30, 35)!.Median);
    }

    [Fact]
    public void WithoutAValueOfTheYearBeforeThereIsNone() => Assert.Null(Of(Level, 10, null, 20, 30, 40, 35)!.YearBefore);

    [Fact]
    public void LeadingZerosAreNoLevelAndLaterOnesAre()
    {
        Assert.Equal([10, 0, 20, 30], Of(Level, 0, 0, 10, 0, 20, 30, 35)!.Changes.Select(c => c.Change));
        Assert.Null(Of(Level, 0, 0, 0, 20, 30, 40, 35));
    }

    [Fact]
    public void TheLastTwentyFourAreLookedAt()
    {
        double?[] values = [.. Enumerable.Range(1, 26).Select(n => (double?)n)];

        Assert.Equal(Enumerable.Range(2, 24).Select(n => (double)n), Of(Level, values)!.Changes.Select(c => c.Change));
    }

    [Fact]
    public void FourAreEnoughAndThreeAreNot()
    {
        Assert.NotNull(Of(Level, 10, 20, 30, 40, 50));
        Assert.Null(Of(Level, 10, 20, 30, 50));
        Assert.Null(Of(Level, 10, null, 20, 30, 50));
    }

    /// <summary>The first quarter begins anew; what follows a gap has nothing that it could be added to.</summary>
    [Fact]
    public void OfWhatIsCountedFromTheBeginningOfTheYearEachPeriodsOwnPartIsCompared()
    {
        var judged = Of(Counted, 10, 30, 60, 100, 15, null, 70, 95, 20, 45)!;

        Assert.Equal([10, 20, 30, 40, 15, 25, 20], judged.Changes.Select(c => c.Change));
        Assert.Equal([0, 10, 30, 60, 0, 70, 0], judged.Changes.Select(c => c.Base));
        Assert.Equal((25, 20, 45), (judged.Change, judged.Base, judged.Value));
        Assert.Null(Of(Counted, 10, 30, 60, 100, 15, 30, null, 95));
    }

    [Fact]
    public void ANilAndTheFirstValueOfANewDefinitionAreNotJudged()
    {
        Assert.Null(JudgedSeries.Of(Series(Level, 10, 20, 30, 40), new SeriesPoint(TheCatalogue.Period("2019-Q1"), null, "M")));
        Assert.Null(JudgedSeries.Of(Series(Level, 10, 20, 30, 40, 50), new SeriesPoint(TheCatalogue.Period("2019-Q1"), 50, SeriesPoint.Break)));
    }

    private static JudgedSeries? Of(Indicator indicator, params double?[] values) => Series(indicator, values) is var series ? JudgedSeries.Of(series, series.Points[^1]) : null;

    private static Series Series(Indicator indicator, params double?[] values) => indicator.Of("P63-01", "2018-Q1", values);
}
