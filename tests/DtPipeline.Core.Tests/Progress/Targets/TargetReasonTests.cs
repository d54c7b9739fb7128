using DtPipeline.Catalogue;
using DtPipeline.Progress;
using DtPipeline.Progress.Targets;

namespace DtPipeline.Core.Tests.Progress.Targets;

/// <summary>What is left of the way, and what stands beside a status where the usual measure cannot be given.</summary>
public sealed class TargetReasonTests
{
    private static readonly Indicator Share = Charts.Share.Due(80, "2023-12-31");

    [Fact]
    public void WithoutADueDayThereAreNoPeriodsLeftAndNoPace() => Assert.Equal((null, null), Left((Charts.Share with { TargetDue = null }).From("2022-Q4", 40, 50).On("2023-04-10")));

    [Fact]
    public void WhereNoPeriodIsLeftOrTheTargetIsReachedThereIsNoPace()
    {
        Assert.Equal((0, null), Left(Share.From("2023-Q3", 60, 70).On("2023-12-31")));
        Assert.Equal((2, null), Left(Share.From("2023-Q1", 70, 85).On("2023-07-10")));
    }

    [Theory]
    [InlineData("2023-06-30", "2023-07-01", 85.0, TargetStatus.Met, null)]
    [InlineData("2023-06-30", "2023-07-01", 50.0, TargetStatus.NotJudged, TargetReason.IndicatorEnded)]
    [InlineData("2023-06-30", "2023-06-30", 50.0, TargetStatus.AtRisk, null)]
    [InlineData("2023-11-15", "2024-01-01", 50.0, TargetStatus.NotJudged, TargetReason.IndicatorEnded)]
    [InlineData("2023-12-31", "2024-01-01", 50.0, TargetStatus.Missed, TargetReason.Awaited)]
    public void AnIndicatorHasEndedWhereItIsNoMoreReportedForThePeriodOfTheDueDay(string lastDay, string today, double last, TargetStatus status, TargetReason? why) =>
        Assert.Equal((status, why), Said((Share with { ValidTo = Charts.Day(lastDay) }).From("2023-Q1", 40, last).On(today)));

    [Fact]
    public void AnIndicatorThatEndedAfterwardsLeavesWhatWasDecided() =>
        Assert.Equal((TargetStatus.Missed, null), Said((Share with { ValidTo = Charts.Day("2024-06-30") }).From("2023-Q3", 60, 70).On("2024-07-01")));

    [Fact]
    public void OneValueThatReachesTheTargetMeetsIt() => Assert.Equal((TargetStatus.Met, null), Said(Share.From("2023-Q1", 85).On("2023-04-10")));

    [Fact]
    public void ARunningTotalThatWasMissedIsNotReachedByThatOfAnotherYear()
    {
        var spare = (Charts.Catalogue.FindIndicator("SPARE")! with { Cumulative = true }).Due(1_000, "2023-12-31");

        var progress = spare.Of("@all", "2023-Q1", 230, 480, 700, 960, 300, 600, 900, 1_200).On("2025-02-01");

        Assert.Equal((TargetStatus.Missed, null), (progress.Status, progress.ReachedIn));
    }

    [Fact]
    public void AYesOrNoWhosePeriodHasNotComeInIsAwaited()
    {
        var dueAMonthAfter = TheCatalogue.SmallWithFile(
            "regimes.csv",
            "code,frequency,data_from_day,data_from_months,data_to_day,data_to_months,due_day,due_months,roll_over,valid_from,valid_to\nRULE,quarterly,1,0,31,0,25,1,none,2019-03-12,\n").Catalogue!;
        var flag = (Charts.Share with { Kind = IndicatorKind.Flag }).Due(1, "2023-12-31").From("2023-Q2", 0, 0);

        Assert.Equal((TargetStatus.AtRisk, TargetReason.Awaited), Said(TargetRule.Of(flag, dueAMonthAfter, Charts.Day("2024-01-10"))));
        Assert.Equal((TargetStatus.AtRisk, TargetReason.YesOrNo), Said(TargetRule.Of(flag, dueAMonthAfter, Charts.Day("2023-12-31"))));
    }

    /// <summary>80 when the target was set and 79 since, after seven quarters each of which brought 5.</summary>
    [Fact]
    public void ABaseBeyondTheTargetIsOnTrackWhereTheProjectionReachesIt()
    {
        var progress = Charts.Share.Due(80, "2023-12-31", "2022-09-30").From("2021-Q1", 50, 55, 60, 65, 70, 75, 80, 79).On("2023-01-10");

        Assert.Equal((TargetStatus.OnTrack, (double?)null, TargetReason.BaseBeyondTarget), (progress.Status, progress.P, progress.Why));
        Assert.Equal(new TargetPoint("2022-Q3", 80), progress.Base);
    }

    private static (int?, double?) Left(TargetProgress progress) => (progress.PeriodsLeft, progress.Pace);

    private static (TargetStatus, TargetReason?) Said(TargetProgress progress) => (progress.Status, progress.Why);
}
