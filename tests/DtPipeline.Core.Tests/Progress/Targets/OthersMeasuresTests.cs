using DtPipeline.Catalogue;
using DtPipeline.Progress;
using DtPipeline.Progress.Targets;
using DtPipeline.Texts;

namespace DtPipeline.Core.Tests.Progress.Targets;

/// <summary>From 100 on, measured after a year or after one of two, by quarters.</summary>
public sealed class OthersMeasuresTests
{
    private static readonly Bilingual Achieved = new("Đã đạt mục tiêu", "Target achieved");
    private static readonly Bilingual OnTrackOrMet = new("Đã đạt hoặc đang đúng hướng đạt mục tiêu", "Target met or on track to be met");

    /// <summary>Four times as much in two years is a rate of 100 % a year, so that R is the growth of the first year.</summary>
    [Theory]
    [InlineData(195, 0.95, "Đúng tiến độ", "On track")]
    [InlineData(194, 0.94, "Có tiến bộ nhưng cần tăng tốc", "Progress made but acceleration needed")]
    [InlineData(160, 0.6, "Có tiến bộ nhưng cần tăng tốc", "Progress made but acceleration needed")]
    [InlineData(159, 0.59, "Tiến bộ hạn chế", "Limited progress")]
    [InlineData(100, 0, "Tiến bộ hạn chế", "Limited progress")]
    [InlineData(99, -0.01, "Suy giảm", "Deterioration")]
    [InlineData(400, 3, "Đã đạt mục tiêu", "Target achieved")]
    public void StatisticsCanadaComparesTheObservedWithTheRequiredGrowthRate(double last, double ratio, string vi, string en) =>
        Assert.Equal(new OthersMeasure(ratio, new Bilingual(vi, en), null), Of(100, last, 4, 8, new Goal(400, Direction.Up)).StatisticsCanada);

    [Theory]
    [InlineData(60, 0.8)]
    [InlineData(120, -0.4)]
    public void WhereLessIsBetterAFallCountsAsProgress(double last, double ratio) =>
        Assert.Equal(ratio, Of(100, last, 4, 4, new Goal(50, Direction.Down)).StatisticsCanada!.Ratio);

    [Theory]
    [InlineData(195, 0.95, "Đã đạt hoặc đang đúng hướng đạt mục tiêu", "Target met or on track to be met")]
    [InlineData(194, 0.94, "Tiến bộ khá nhưng cần tăng tốc", "Fair progress, but acceleration needed")]
    [InlineData(110, 0.1, "Tiến bộ khá nhưng cần tăng tốc", "Fair progress, but acceleration needed")]
    [InlineData(109, 0.09, "Đình trệ hoặc thụt lùi", "Stagnation or regression")]
    [InlineData(300, 2, "Đã đạt hoặc đang đúng hướng đạt mục tiêu", "Target met or on track to be met")]
    public void TheStatisticsDivisionTellsWhichPartOfTheWayWillBeGone(double last, double part, string vi, string en) =>
        Assert.Equal(new OthersMeasure(part, new Bilingual(vi, en), null), Of(100, last, 4, 4, new Goal(200, Direction.Up)).UnitedNations);

    /// <summary>150 after a year leads to 225 after two: 125 of a way of 300.</summary>
    [Fact]
    public void TheFigureIsExpectedToGrowOnAtItsRate() =>
        Assert.Equal(0.4167, Of(100, 150, 4, 8, new Goal(400, Direction.Up)).UnitedNations!.Ratio);

    [Fact]
    public void WhatIsMetThoughItFallsIsCalledMet()
    {
        var progress = Of(50, 40, 4, 8, new Goal(30, Direction.Up));

        Assert.Equal((Achieved, OnTrackOrMet), (progress.StatisticsCanada!.Says, progress.UnitedNations!.Says));
    }

    [Theory]
    [InlineData(100, 120, 0, 8, 400, TargetReason.OneValue)]
    [InlineData(100, 120, 0, 0, 400, TargetReason.OneValue)]
    [InlineData(0, 120, 4, 8, 400, TargetReason.BaseZero)]
    [InlineData(-1, 120, 4, 8, 400, TargetReason.BelowZero)]
    [InlineData(100, -1, 4, 8, 400, TargetReason.BelowZero)]
    [InlineData(100, -5, 4, 8, -1, TargetReason.BelowZero)]
    [InlineData(100, 90, 4, 8, 100, TargetReason.BaseBeyondTarget)]
    public void WhereThereIsNoRateItSaysWhy(double first, double last, int lastTime, int time, double goal, TargetReason why)
    {
        var progress = Of(first, last, lastTime, time, new Goal(goal, Direction.Up));

        Assert.Equal((new OthersMeasure(null, null, why), new OthersMeasure(null, null, why)), (progress.StatisticsCanada, progress.UnitedNations));
    }

    [Fact]
    public void WhereTheFirstIsOfTheDueDayThereIsNoRate() => Assert.Equal(TargetReason.OneValue, Of(100, 120, 4, 0, new Goal(400, Direction.Up)).StatisticsCanada!.Why);

    [Theory]
    [InlineData(0, 400)]
    [InlineData(120, 0)]
    public void ZeroIsNotBelowZero(double last, double goal) => Assert.Null(Of(100, last, 4, 8, new Goal(goal, goal > 0 ? Direction.Up : Direction.Down)).StatisticsCanada!.Why);

    [Fact]
    public void WhatIsMetWithoutARateIsCalledMet()
    {
        var progress = Of(0, 120, 4, 8, new Goal(100, Direction.Up));

        Assert.Equal(
            (new OthersMeasure(null, Achieved, TargetReason.BaseZero), new OthersMeasure(null, OnTrackOrMet, TargetReason.BaseZero)),
            (progress.StatisticsCanada, progress.UnitedNations));
    }

    private static TargetProgress Of(double first, double last, int lastTime, int time, Goal goal) =>
        OthersMeasures.Beside(new TargetProgress(TargetStatus.NotJudged), new CoursePoint(0, "a", first), new CoursePoint(lastTime, "b", last), time, goal, 4);
}
