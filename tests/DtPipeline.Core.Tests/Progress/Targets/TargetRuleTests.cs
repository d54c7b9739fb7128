using DtPipeline.Catalogue;
using DtPipeline.Progress;
using DtPipeline.Progress.Targets;

namespace DtPipeline.Core.Tests.Progress.Targets;

public sealed class TargetRuleTests
{
    private static readonly Indicator Plan = TheCatalogue.Indicator("GOV-01");

    [Theory]
    [InlineData(1, TargetStatus.OffTrack, 2, 0.0317)]
    [InlineData(36, TargetStatus.OnTrack, 63, 1)]
    [InlineData(25, TargetStatus.AtRisk, 50, 0.7937)]
    public void FromNoneTheCountOfSixtyThreeAtHalfTimeIsJudgedByWhereItLeads(int atHalfTime, TargetStatus status, double projected, double p)
    {
        var progress = TargetRule.Of(Plan.Of("@provinces", "2022-Q4", 0, null, atHalfTime), TheCatalogue.Default, Charts.Day("2023-07-10"));

        Assert.Equal((status, 63, 63, p), (progress.Status, progress.Target, progress.Owed, progress.P));
        Assert.Equal(new TargetProjection("2023-Q4", projected, ProjectionMethod.Drift, null, null), progress.Projection);
        Assert.Equal((63 - atHalfTime, 2, (63 - atHalfTime) / 2.0, atHalfTime / 2.0), (progress.Gap, progress.PeriodsLeft, progress.Pace, progress.PaceSoFar));
        Assert.Equal(new OthersMeasure(null, null, TargetReason.BaseZero), progress.StatisticsCanada);
        Assert.Equal(new OthersMeasure(null, null, TargetReason.BaseZero), progress.UnitedNations);
    }

    [Fact]
    public void OfHalfOfThirtyMinistriesTheTargetIsAllOfThirty()
    {
        var progress = TargetRule.Of(Plan.Of("@ministries", "2023-Q1", 2, 3), TheCatalogue.Default, Charts.Day("2023-07-10"));

        Assert.Equal((TargetStatus.OffTrack, 30, 30), (progress.Status, progress.Target, progress.Owed));
    }

    [Fact]
    public void ACountIsNotComparedWithTheCountOfAnotherNumberOfBodies()
    {
        var plan = Plan.Due(1, "2025-12-31");

        var progress = TargetRule.Of(plan.Of("@provinces", "2025-Q1", 30, 36, 20), TheCatalogue.Default, Charts.Day("2025-11-01"));

        Assert.Equal((TargetStatus.NotJudged, TargetReason.OneValue, 34), (progress.Status, progress.Why, progress.Target));
        Assert.Equal(new TargetPoint("2025-Q3", 20), progress.Base);
    }

    /// <summary>63 provinces were asked on the due day, and 34 are since.</summary>
    [Fact]
    public void ACountOfWhoWasAskedOnTheDueDayIsNotMetByFewerBecauseFewerAreAskedSince()
    {
        var progress = TargetRule.Of(Plan.Of("@provinces", "2023-Q3", 36, 50, null, null, null, null, null, null, 34), TheCatalogue.Default, Charts.Day("2025-11-01"));

        Assert.Equal((TargetStatus.Missed, 63, 63, 13, (string?)null), (progress.Status, progress.Target, progress.Owed, progress.Gap, progress.ReachedIn));
    }

    [Theory]
    [InlineData(1.0, "2023-07-10", TargetStatus.Met)]
    [InlineData(0.0, "2023-07-10", TargetStatus.AtRisk)]
    [InlineData(0.0, "2024-02-01", TargetStatus.Missed)]
    [InlineData(1.0, "2024-02-01", TargetStatus.Met)]
    public void OneBodysYesOrNoIsJudgedByWhatIsDone(double value, string today, TargetStatus status)
    {
        var progress = TargetRule.Of(Plan.Of("P63-01", "2023-Q2", value), TheCatalogue.Default, Charts.Day(today));

        Assert.Equal((status, (double?)null, (TargetProjection?)null), (progress.Status, progress.P, progress.Projection));
    }

    [Fact]
    public void ANoInThePeriodOfTheDueDayIsOffTrackUntilTheDayHasPassed() =>
        Assert.Equal(TargetStatus.OffTrack, TargetRule.Of(Plan.Of("P63-01", "2023-Q3", 0, 0), TheCatalogue.Default, Charts.Day("2023-12-31")).Status);

    [Fact]
    public void AnnouncesBaseGapPaceProjectionAndPartOfTheWay()
    {
        var progress = Charts.Share.Due(80, "2023-12-31").From("2022-Q4", 40, 50).On("2023-04-10");

        Assert.Equal(
            new TargetProgress(
                TargetStatus.OnTrack, 80, Charts.Day("2023-12-31"), new TargetPoint("2022-Q4", 40), new TargetPoint("2023-Q1", 50), 30, 3, 10, 10,
                new TargetProjection("2023-Q4", 80, ProjectionMethod.Drift, null, null), 1)
            {
                StatisticsCanada = new OthersMeasure(1.4414, new("Đúng tiến độ", "On track"), null),
                UnitedNations = new OthersMeasure(1.4414, new("Đã đạt hoặc đang đúng hướng đạt mục tiêu", "Target met or on track to be met"), null),
            },
            progress);
    }

    [Theory]
    [InlineData(49.5, TargetStatus.OnTrack)]
    [InlineData(49.4, TargetStatus.AtRisk)]
    [InlineData(46, TargetStatus.AtRisk)]
    [InlineData(45.9, TargetStatus.OffTrack)]
    [InlineData(40, TargetStatus.OffTrack)]
    [InlineData(30, TargetStatus.OffTrack)]
    public void ThePartOfTheWayDecidesTheStatus(double last, TargetStatus status) =>
        Assert.Equal(status, Charts.Share.Due(80, "2023-12-31").From("2022-Q4", 40, last).On("2023-04-10").Status);

    [Theory]
    [InlineData("2022-06-30", "2022-Q2", 20)]
    [InlineData("2022-07-01", "2022-Q2", 20)]
    [InlineData("2022-06-29", "2022-Q1", 10)]
    [InlineData("2021-01-01", "2022-Q1", 10)]
    [InlineData(null, "2022-Q1", 10)]
    public void TheBaseIsTheLastValueOnOrBeforeTheDayOnWhichTheTargetWasSetElseTheFirst(string? set, string period, double value) =>
        Assert.Equal(new TargetPoint(period, value), Charts.Share.Due(80, "2023-12-31", set).From("2022-Q1", 10, 20, 30, 40).On("2023-01-10").Base);

    [Fact]
    public void ATargetThatWasSetOnTheLastValueIsProjectedByTheDriftBeforeIt()
    {
        var progress = Charts.Share.Due(80, "2023-12-31", "2022-12-31").From("2022-Q1", 10, 20, 30, 40).On("2023-01-10");

        Assert.Equal((TargetStatus.OnTrack, 80, (double?)null), (progress.Status, progress.Projection!.Value, progress.PaceSoFar));
    }

    [Theory]
    [InlineData(266, 190, TargetStatus.OnTrack, 0)]
    [InlineData(266, 260, TargetStatus.OffTrack, 242)]
    [InlineData(266, 270, TargetStatus.OffTrack, 282)]
    [InlineData(266, 0, TargetStatus.Met, 0)]
    public void AFallingTargetOfZeroIsReachedFromAboveAndNothingFallsBelowIt(double first, double last, TargetStatus status, double projected)
    {
        var villages = TheCatalogue.Indicator("IN-01").Due(0, "2023-12-31");

        var progress = TargetRule.Of(villages.Of("@provinces", "2022-Q4", first, last), TheCatalogue.Default, Charts.Day("2023-04-10"));

        Assert.Equal((status, projected, last), (progress.Status, progress.Projection!.Value, progress.Gap));
    }

    [Fact]
    public void AWayThatChangesSignIsMeasuredAsAnyOtherAndHasNoGrowthRate()
    {
        var progress = Charts.Share.WithoutLimits().Due(20, "2023-12-31").From("2022-Q4", -20, -10).On("2023-04-10");

        Assert.Equal((TargetStatus.OnTrack, 20, 1), (progress.Status, progress.Projection!.Value, progress.P));
        Assert.Equal((TargetReason.BelowZero, TargetReason.BelowZero), (progress.StatisticsCanada!.Why, progress.UnitedNations!.Why));
    }

    [Fact]
    public void ABaseBeyondTheTargetIsMetWhileTheFigureIs()
    {
        var share = Charts.Share.Due(80, "2023-12-31");

        var (stays, falls, comesBack) = (share.From("2022-Q4", 87, 86).On("2023-04-10"), share.From("2022-Q4", 87, 79).On("2023-04-10"), share.From("2022-Q3", 87, 70, 79.9).On("2023-04-10"));

        Assert.Equal((TargetStatus.Met, -6, (double?)null, (TargetReason?)null), (stays.Status, stays.Gap, stays.P, stays.Why));
        Assert.Equal((TargetStatus.OffTrack, 1, (double?)null, TargetReason.BaseBeyondTarget), (falls.Status, falls.Gap, falls.P, falls.Why));
        Assert.Equal((TargetStatus.OffTrack, TargetReason.BaseBeyondTarget), (comesBack.Status, comesBack.Why));
    }

    [Fact]
    public void WithoutATargetAValueOrADueDayItSaysWhatIsLacking()
    {
        var share = Charts.Share.Due(80, "2023-12-31");

        Assert.Equal(new TargetProgress(TargetStatus.NoTarget), (Charts.Share with { TargetValue = null, TargetDue = null }).From("2022-Q4", 40).On("2023-04-10"));
        Assert.Equal((TargetStatus.NotJudged, TargetReason.NoValue), Said(share.From("2022-Q4").On("2023-04-10")));
        Assert.Equal((TargetStatus.NotJudged, TargetReason.OneValue), Said(share.From("2022-Q4", 40).On("2023-04-10")));
        Assert.Equal((TargetStatus.NotJudged, TargetReason.NoDueDay), Said((Charts.Share with { TargetDue = null }).From("2022-Q4", 40, 50).On("2023-04-10")));
        Assert.Equal((TargetStatus.Met, (TargetReason?)null), Said((Charts.Share with { TargetDue = null }).From("2022-Q4", 40, 80).On("2023-04-10")));
        Assert.Equal((TargetStatus.NotJudged, TargetReason.IndicatorEnded), Said((share with { ValidTo = Charts.Day("2023-06-30") }).From("2022-Q4", 40, 50).On("2023-07-01")));

        static (TargetStatus, TargetReason?) Said(TargetProgress progress) => (progress.Status, progress.Why);
    }

    [Theory]
    [InlineData("2023-12-31", TargetStatus.OffTrack, null)]
    [InlineData("2024-01-01", TargetStatus.OffTrack, TargetReason.Awaited)]
    [InlineData("2024-01-25", TargetStatus.OffTrack, TargetReason.Awaited)]
    [InlineData("2024-01-26", TargetStatus.Missed, TargetReason.Awaited)]
    public void AfterTheDueDayTheFigureOfItsPeriodIsWaitedForUntilItWouldBeLate(string today, TargetStatus status, TargetReason? why)
    {
        var dueAMonthAfter = TheCatalogue.SmallWithFile(
            "regimes.csv",
            "code,frequency,data_from_day,data_from_months,data_to_day,data_to_months,due_day,due_months,roll_over,valid_from,valid_to\nRULE,quarterly,1,0,31,0,25,1,none,2019-03-12,\n").Catalogue!;

        var progress = TargetRule.Of(Charts.Share.Due(80, "2023-12-31").From("2023-Q1", 40, 45, 50), dueAMonthAfter, Charts.Day(today));

        Assert.Equal((status, why), (progress.Status, progress.Why));
    }

    [Theory]
    [InlineData(79.9, TargetStatus.Missed)]
    [InlineData(80, TargetStatus.Met)]
    public void TheFigureOfThePeriodOfTheDueDayDecides(double value, TargetStatus status)
    {
        var progress = Charts.Share.Due(80, "2023-12-31").From("2023-Q2", 40, 85, value).On("2024-01-01");

        Assert.Equal((status, (TargetReason?)null), (progress.Status, progress.Why));
    }

    [Fact]
    public void AMissedTargetThatIsReachedLaterSaysWhen()
    {
        var progress = Charts.Share.Due(80, "2023-12-31").From("2023-Q3", 60, 70, 75, 81).On("2024-08-01");

        Assert.Equal((TargetStatus.Missed, "2024-Q2", new TargetPoint("2023-Q4", 70)), (progress.Status, progress.ReachedIn, progress.Last));
    }

    [Fact]
    public void NothingIsComparedAcrossANewDefinition()
    {
        var series = Charts.Share.Due(80, "2023-12-31").From("2022-Q2", 70, 75, 40, 50);
        var broken = series with { Points = [.. series.Points.Select((p, n) => n == 2 ? p with { Status = "B" } : p)] };

        Assert.Equal(new TargetPoint("2022-Q4", 40), broken.On("2023-04-10").Base);
    }

    [Fact]
    public void ARunningTotalBeginsItsYearAtZero()
    {
        var spare = (Charts.Catalogue.FindIndicator("SPARE")! with { Cumulative = true }).Due(1000, "2023-12-31");

        var progress = spare.Of("@all", "2022-Q3", 700, 950, 230, 480).On("2023-07-10");

        Assert.Equal((new TargetPoint("2022-Q4", 0), TargetStatus.OnTrack, 960, 0.96), (progress.Base, progress.Status, progress.Projection!.Value, progress.P));
    }

    [Fact]
    public void TheTargetThatIsDueNextIsShownAndAllAreJudged()
    {
        var catalogue = TheCatalogue.SmallWithFile(
            "targets.csv", "indicator,whose,target_value,target_due,target_set,source\nSHARE,@all,50,2023-12-31,,Kế hoạch 2023\nSHARE,S,60,2024-12-31,2023-01-01,QĐ 1\n").Catalogue!;
        var series = Charts.Share.From("2022-Q4", 40, 45, 47, 49, 49);

        Assert.Equal([(50, TargetStatus.Missed), (80, TargetStatus.AtRisk)], TargetRule.AllOf(series, catalogue, Charts.Day("2024-02-01")).Select(t => (t.Target!.Value, t.Status)));
        Assert.Equal((50, "Kế hoạch 2023"), Shown(series, "2023-12-31"));
        Assert.Equal((80, null), Shown(series, "2024-01-01"));
        Assert.Equal((60, "QĐ 1"), Shown(series with { Whose = "S" }, "2023-12-31"));

        (double?, string?) Shown(Series of, string today) => TargetRule.Of(of, catalogue, Charts.Day(today)) is var shown ? (shown.Target, shown.Source) : default;
    }

    [Theory]
    [InlineData("2023-Q2", "2024-08-01", TargetStatus.OnTrack, "2023-Q2")]
    [InlineData("2023-Q4", "2024-08-01", TargetStatus.Met, "2023-Q4")]
    [InlineData("2024-Q1", "2024-08-01", TargetStatus.Met, "2023-Q4")]
    public void APeriodsPageJudgesByWhatWasReportedUpToIt(string period, string today, TargetStatus status, string last)
    {
        var series = Charts.Share.Due(80, "2023-12-31").From("2022-Q4", 40, 52, 60, 70, 81, 60);

        var progress = TargetRule.AsOf(TheCatalogue.Period(period), series, Charts.Catalogue, Charts.Day(today));

        Assert.Equal((status, last), (progress.Status, progress.Last!.Period));
    }

    [Fact]
    public void TheTargetOfASumIsOfAllWhoReportItUnlessItIsZero()
    {
        var enterprises = TheCatalogue.Indicator("DE-08");

        Assert.Equal(48_000, TargetRule.Of(enterprises.Of("@provinces", "2023-Q4", 30_000, 36_000), TheCatalogue.Default, Charts.Day("2024-04-10")).Target);
        Assert.Equal(TargetStatus.NoTarget, TargetRule.Of(enterprises.Of("P63-01", "2023-Q4", 300, 360), TheCatalogue.Default, Charts.Day("2024-04-10")).Status);
        Assert.Equal(0, TargetRule.Of(TheCatalogue.Indicator("IN-01").Of("P63-04", "2023-Q4", 3, 2), TheCatalogue.Default, Charts.Day("2024-04-10")).Target);
    }
}
