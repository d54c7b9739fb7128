using DtPipeline.Catalogue;
using DtPipeline.Progress;
using DtPipeline.Progress.Targets;

namespace DtPipeline.Core.Tests.Progress.Targets;

/// <summary>What the page of one period says of a target, and by when the figure that decides is in time.</summary>
public sealed class TargetPageTests
{
    private const string Targets = "indicator,whose,target_value,target_due,target_set,source\n";
    private const string Forms = "code,name_en,name_vi,frequency,owed_by,regime,owed_from,owed_to\nFORM,Form,Biểu,quarterly,@provinces,RULE,2023-Q1,\n";
    private const string Asks = "form,indicator,required\nFORM,SHARE,yes\nFORM,HEADS,no\n";
    private const string Regimes = "code,frequency,data_from_day,data_from_months,data_to_day,data_to_months,due_day,due_months,roll_over,valid_from,valid_to\nRULE,quarterly,15,-1,14,0,25,0,none,2019-03-12,\n";

    /// <summary>From 40 by 10 a quarter it would be 70 of 80: three quarters of the way.</summary>
    [Fact]
    public void BeforeThePeriodEndsItIsJudgedAsOfToday()
    {
        var progress = AsOf("2023-Q4", Charts.Share.Due(80, "2023-12-15").From("2023-Q1", 40, 50, 60), Charts.Catalogue, "2023-12-01");

        Assert.Equal((TargetStatus.AtRisk, 0.75, (TargetReason?)null), (progress.Status, progress.P, progress.Why));
    }

    [Theory]
    [InlineData("2023-12-31")]
    [InlineData("2023-12-15")]
    public void ATargetThatWasDueInThePeriodIsJudgedAsOfToday(string due) =>
        Assert.Equal(TargetStatus.Missed, AsOf("2023-Q4", Charts.Share.Due(80, due).From("2023-Q1", 40, 50, 60, 70), Charts.Catalogue, "2024-08-01").Status);

    /// <summary>The sum of all is that of the provinces until ministries are asked too.</summary>
    [Fact]
    public void OfASeriesThatBeganLaterTheTargetIsThatOfThePagesOwnPeriod()
    {
        var catalogue = TheCatalogue.SmallWithFiles(
            ("forms.csv", $"{Forms}CENTRE,Form,Biểu,quarterly,@ministries,RULE,2024-Q1,\n"),
            ("form_indicators.csv", $"{Asks}CENTRE,HEADS,yes\n"),
            ("targets.csv", $"{Targets}HEADS,@all,1000,2023-12-31,,QĐ 1\n")).Catalogue!;

        var progress = AsOf("2023-Q4", catalogue.FindIndicator("HEADS")!.Of("@provinces", "2024-Q1", 900, 950), catalogue, "2024-08-01");

        Assert.Equal((TargetStatus.NotJudged, TargetReason.NoValue, 1_000), (progress.Status, progress.Why, progress.Target));
    }

    [Fact]
    public void UntilANewerFigureIsThereAllShallSayYesWhoWereAskedForTheLastOne()
    {
        var plan = TheCatalogue.Indicator("GOV-01").Due(1, "2025-12-31");

        var progress = TargetRule.Of(plan.Of("@provinces", "2025-Q1", 30, 36), TheCatalogue.Default, Charts.Day("2025-07-10"));

        Assert.Equal((63, 63, 27), (progress.Target, progress.Owed, progress.Gap));
    }

    [Fact]
    public void AFormThatDoesNotAskForTheFigureGivesItNoMoreTime()
    {
        var catalogue = TheCatalogue.SmallWithFiles(
            ("forms.csv", $"{Forms}OTHER,Form,Biểu,quarterly,@provinces,LATE,2023-Q1,\n"),
            ("form_indicators.csv", $"{Asks}OTHER,SPARE,yes\n"),
            ("regimes.csv", $"{Regimes}LATE,quarterly,15,-1,14,0,25,2,none,2019-03-12,\n")).Catalogue!;

        var progress = TargetRule.Of(Charts.Share.Due(80, "2023-12-31").From("2023-Q1", 40, 45, 50), catalogue, Charts.Day("2024-01-01"));

        Assert.Equal((TargetStatus.Missed, TargetReason.Awaited), (progress.Status, progress.Why));
    }

    private static TargetProgress AsOf(string period, Series series, ReportingCatalogue catalogue, string today) => TargetRule.AsOf(TheCatalogue.Period(period), series, catalogue, Charts.Day(today));
}
