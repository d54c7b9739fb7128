using DtPipeline.Core.Tests.Progress.Targets;
using DtPipeline.Ledger;
using DtPipeline.Progress;
using DtPipeline.Progress.AsOf;

namespace DtPipeline.Core.Tests.Progress;

/// <summary>SHARE of two provinces, which shall be 80 by the end of 2025, as a page of 2023-Q2 said on 10 July 2023.</summary>
public sealed class PastPageTests
{
    private static readonly DateTimeOffset AsOf = new(2023, 7, 10, 2, 0, 0, TimeSpan.Zero);

    private static readonly PeriodLedgers[] Known =
    [
        Ledgers("2023-Q2", ("N", 60), ("S", 40)), Ledgers("2023-Q1", ("N", 50), ("S", 40)), Ledgers("2022-Q4", ("N", 40)), Ledgers("2022-Q2", ("N", 20), ("S", 30)),
        Ledgers("2023-Q3", ("N", 1), ("S", 1)), Ledgers("2023-06", ("N", 2)),
    ];

    [Fact]
    public void SaysHowEachFigureStoodToItsTarget()
    {
        var page = Page("2023-Q2");

        var (north, group) = (page.Organisations.Single(o => o.Code == "N").Values["SHARE"], page.Indicators.Single(i => i.Code == "SHARE").Groups.Single());
        Assert.Equal((60, new TargetStanding(TargetStatus.OnTrack, 80, new DateOnly(2025, 12, 31), 20, 1.3333, false, null)), (north.Value, north.Target));
        Assert.Equal((new TargetPoint("2023-Q1", 45), new TargetPoint("2023-Q2", 50), 30), (group.Target!.Base, group.Target.Last, group.Target.Gap));
        Assert.Equal(AsOf, page.AsOf);
    }

    /// <summary>The form is owed since then, so that the group has no figure of a period before.</summary>
    [Fact]
    public void ThePeriodItselfCountsOnceThoughMoreWasKnownByThen()
    {
        var group = Page("2023-Q1").Indicators.Single(i => i.Code == "SHARE").Groups.Single();

        Assert.Equal((TargetStatus.NotJudged, TargetReason.OneValue, new TargetPoint("2023-Q1", 45)), (group.Target!.Status, group.Target.Why, group.Target.Last));
    }

    [Fact]
    public void IsComparedWithThePeriodsBeforeAndTheYearBefore()
    {
        var north = Page("2023-Q2").Organisations.Single(o => o.Code == "N").Values["SHARE"];

        Assert.Equal((new Delta("2023-Q1", 50, 10, null), new Delta("2022-Q2", 20, 40, null)), (north.AgainstPrevious, north.AgainstYearBefore));
        Assert.Null(Page("2023-Q2").AsNow);
    }

    [Fact]
    public void OfAPeriodOfWhichNothingWasKnownItNamesTheBodiesAlone()
    {
        var page = Page("2022-Q3");

        Assert.Equal(["N", "S"], page.Organisations.Where(o => o.Code.Length == 1).Select(o => o.Code));
        Assert.All(page.Organisations, o => Assert.Empty(o.Values));
    }

    [Fact]
    public void WithoutTargetsItIsTheSamePageWithoutThem()
    {
        var page = new PastPage(Known, AsOf, Charts.Catalogue).WithoutTargets(TheCatalogue.Period("2023-Q2"));

        Assert.Null(page.Organisations.Single(o => o.Code == "N").Values["SHARE"].Target);
        Assert.Equal(new RolledUp(50, "mean", 2, 2) { WithoutWeight = 2 }, page.Indicators.Single(i => i.Code == "SHARE").Groups.Single().Figure);
    }

    [Fact]
    public void SaysBesideItWhatTheBodiesOfThatDayWouldHaveReported()
    {
        var afterTheMerger = new PastPage(Known, new DateTimeOffset(2025, 8, 1, 2, 0, 0, TimeSpan.Zero), Charts.Catalogue).Of(TheCatalogue.Period("2023-Q2"));

        Assert.Equal(new DateOnly(2025, 8, 1), afterTheMerger.AsNow!.Day);
        Assert.Equal(["N", "S"], afterTheMerger.AsNow.Organisations.Single(o => o.Code == "NS").MadeOf);
    }

    private static PeriodSummary Page(string period) => new PastPage(Known, AsOf, Charts.Catalogue).Of(TheCatalogue.Period(period));

    private static PeriodLedgers Ledgers(string period, params (string Organisation, double Value)[] values) => new(
        TheCatalogue.Period(period),
        values.ToDictionary(v => v.Organisation, v => LedgerState.Empty with { Observations = new Dictionary<string, Observation> { ["SHARE"] = Drawn.Value("SHARE", v.Value) } }));
}
