using DtPipeline.Progress;
using DtPipeline.Progress.Anomalies;

namespace DtPipeline.Core.Tests.Progress;

/// <summary>Values that are many times what four quarters before were, by a factor of four.</summary>
public sealed class UnitSlipTests
{
    private const double Factor = 4;

    [Theory]
    [InlineData(399, false)]
    [InlineData(400, true)]
    [InlineData(25, true)]
    [InlineData(25.1, false)]
    public void FromTheFactorOnItIsOne(double tested, bool isSlip) => Assert.Equal(isSlip, Of(tested, 1, 100, 100, 100, 100) is not null);

    [Theory]
    [InlineData(314, false)]
    [InlineData(315, true)]
    public void TheLastStepIsFartherThanAQuarterMoreThanAnyBefore(double tested, bool isSlip) =>
        Assert.Equal(isSlip, UnitSlip.Of(Judged(tested, 0, 40, 100, 98, 100), 2.5, 1) is not null);

    /// <summary>From 100 to 1,600 it went by the fourth power of two, so that the fifth is a quarter more.</summary>
    [Theory]
    [InlineData(51_200, false)]
    [InlineData(51_300, true)]
    public void AQuarterMoreThanAnyBeforeIsNotYetFarther(double tested, bool isSlip) => Assert.Equal(isSlip, Of(tested, 1, 100, 1_600, 100, 1_600) is not null);

    [Theory]
    [InlineData(100, 500, true)]
    [InlineData(100.1, 500, false)]
    public void OfSmallNumbersADifferenceOfTheFactorsMeasureIsNone(double resolution, double tested, bool isSlip) =>
        Assert.Equal(isSlip, Of(tested, resolution, 100, 100, 100, 100) is not null);

    [Fact]
    public void OfZerosAndWhatIsBelowThereIsNoFactor()
    {
        Assert.Null(Of(1_000_000, 1, 100, 0, 100, 100));
        Assert.Null(Of(1_000_000, 1, 100, -5, 100, 100));
        Assert.NotNull(Of(1_000_000, 1, 100, 100, 100, 100));
    }

    [Fact]
    public void ARunningCountThatStoodStillOrAtZeroHasNoFactor()
    {
        Assert.Null(UnitSlip.Of(Judged(5_400, 500, 40, 0, 40, 40), Factor, 1));
        Assert.Null(UnitSlip.Of(Judged(5_400, -40, 40, 40, 40, 40), Factor, 1));
        Assert.NotNull(UnitSlip.Of(Judged(5_400, 500, 40, 40, 40, 40), Factor, 1));
    }

    [Fact]
    public void TheUsualIsTheMedianAndItSaysHowFarItIsBeyondTheThreshold()
    {
        var slip = Of(1_600, 1, 90, 110, 95, 105)!;

        Assert.Equal((100, 1), (slip.Expected, slip.PowerOfTen));
        Assert.Equal(2, slip.Strength, 1e-9);
    }

    /// <summary>Of a series that has grown from 10 to 100 the median is 20: 10,000 is 500 times it, and 100 times the last value; 20,000 is 1,000 times it, and 200 times the last value. Where both tell the same power it is the median.</summary>
    [Fact]
    public void TheLastValueIsNamedWhereItTellsThePowerBetter()
    {
        Assert.Equal((20, 3), Of(20_000, 1, 10, 10, 30, 100) is { } better ? (better.Expected, better.PowerOfTen) : default);
        var (grown, steady) = (Of(10_000, 1, 10, 10, 30, 100)!, Of(10_000, 1, 10, 20, 50, 100)!);

        Assert.Equal((100, 2), (grown.Expected, grown.PowerOfTen));
        Assert.Equal((35, 2), (steady.Expected, steady.PowerOfTen));
    }

    [Fact]
    public void NothingIsNoPowerOfTenAndAThousandTimesTooLittle()
    {
        var slip = Of(0, 1, 100, 100, 100, 100)!;

        Assert.Equal((100, (int?)null), (slip.Expected, slip.PowerOfTen));
        Assert.Equal(Math.Log(1_000) / Math.Log(4), slip.Strength, 1e-9);
    }

    [Fact]
    public void LessThanThreeTimesIsNoPowerOfTen() => Assert.Equal((int?)null, UnitSlip.Of(Judged(300, 0, 100, 100, 100, 100), 2, 1)!.PowerOfTen);

    /// <summary>Counted on from 500: 1,040 where 540 was to be expected is less than the double.</summary>
    [Fact]
    public void OfARunningCountTheWholeIsCompared()
    {
        Assert.Null(UnitSlip.Of(Judged(1_040, 500, 40, 40, 40, 40), Factor, 1));
        Assert.Equal((540, 1), UnitSlip.Of(Judged(5_400, 500, 40, 40, 40, 40), Factor, 1) is { } slip ? (slip.Expected, slip.PowerOfTen) : default);
    }

    private static UnitSlip? Of(double tested, double resolution, params double[] before) => UnitSlip.Of(Judged(tested, 0, before), Factor, resolution);

    private static JudgedSeries Judged(double tested, double from, params double[] before)
    {
        var changes = before.Select((c, n) => new JudgedChange(TheCatalogue.Period($"2023-Q{n + 1}"), c, from)).ToList();
        return new JudgedSeries(changes, tested - from, from, new SeriesPoint(changes[^1].Period, from + before[^1], "A"), TheCatalogue.Period("2024-Q1"));
    }
}
