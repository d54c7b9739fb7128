using DtPipeline.Progress;
using DtPipeline.Progress.Targets;

namespace DtPipeline.Core.Tests.Progress;

/// <summary>What is taken from a period's page, and what two of its versions differ in.</summary>
public sealed class PeriodSummaryTests
{
    private static readonly DateTimeOffset Then = new(2023, 7, 10, 2, 0, 0, TimeSpan.Zero);
    private static readonly PeriodSummary Empty = new("2023-Q2", Then, [], [], []);

    [Fact]
    public void MadeWhenAnotherWasItDiffersInWhatItSaysAlone()
    {
        var asNow = new AsNowSummary(new DateOnly(2023, 7, 11), [], [], ["X"]);
        var later = Empty with { AsOf = Then.AddDays(1), AsNow = asNow };

        Assert.Equal(Empty with { AsNow = asNow }, later.MadeAsOf(new StandingPage(Then, null, [])));
        Assert.Equal(
            Empty with { AsNow = asNow with { Day = new DateOnly(2023, 7, 9) } },
            later.MadeAsOf(new StandingPage(Then, new StandingDay(new DateOnly(2023, 7, 9)), [])));
        Assert.Null((later with { AsNow = null }).MadeAsOf(new StandingPage(Then, new StandingDay(asNow.Day), [])).AsNow);
    }

    [Fact]
    public void ItsSeriesAreOfItsGroupsAndOfTheNationAsFarAsAnybodyReported()
    {
        var summary = Empty with
        {
            Indicators =
            [
                new IndicatorSummary("DG-05", "", "", "percent", [Figure("@provinces", 30, 60), Figure("@ministries", null, 0)])
                {
                    RollUps = [RollUp("@all", "nation", 31, 61), RollUp("@region:southeast", "region", 40, 6), RollUp("@kind:province", "kind", 30, 60)],
                },
                new IndicatorSummary("DS-05", "", "", "count", [Figure("@provinces", null, 1)]),
            ],
        };

        Assert.Equal(
            [
                new GroupPoint("DG-05", "@provinces", "2023-Q2", 30, 60, 63), new GroupPoint("DG-05", "@all", "2023-Q2", 31, 61, 63), new GroupPoint("DS-05", "@provinces", "2023-Q2", null, 1, 63),
            ],
            GroupSeries.PointsOf(summary));
    }

    [Fact]
    public void WithoutATargetThereIsNoStanding()
    {
        Assert.Null(TargetStanding.Of(new TargetProgress(TargetStatus.NoTarget)));
        Assert.Equal(
            new TargetStanding(TargetStatus.AtRisk, 80, new DateOnly(2025, 12, 31), 20, 0.7, true, TargetReason.Awaited),
            TargetStanding.Of(new TargetProgress(TargetStatus.AtRisk, 80, new DateOnly(2025, 12, 31), Gap: 20, P: 0.7, Uncertain: true, Why: TargetReason.Awaited)));
    }

    private static GroupFigure Figure(string group, double? value, int reported) => new(group, new RolledUp(value, "mean", reported, 63), null, null);

    private static GroupRollUp RollUp(string group, string level, double? value, int reported) => new(group, level, "", "", new RolledUp(value, "mean", reported, 63), null, null);
}
