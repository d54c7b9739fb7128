using DtPipeline.Ledger;
using DtPipeline.Progress;
using DtPipeline.Progress.Reform;

namespace DtPipeline.Core.Tests.Progress.Reform;

/// <summary>What is said of P34-08, which P63-02 and P63-08 became on 1 July 2025, and what it is compared with.</summary>
public sealed class AsNowValueTests
{
    private static readonly DateOnly Today = new(2026, 2, 1);

    [Fact]
    public void AFigureNamesThoseOfWhomItIsMadeAndThoseWhoLack()
    {
        var incomplete = Value("DS-05", Ledgers("2025-Q2", ("P63-02", Drawn.Value("DS-05", 12))));
        var whole = Value("DS-05", Ledgers("2025-Q2", ("P63-02", Drawn.Value("DS-05", 12)), ("P63-08", Drawn.Value("DS-05", 22))));

        Assert.Equal((null, null, "incomplete", 12, null), (incomplete.Value, incomplete.Status, incomplete.State, incomplete.Known, incomplete.Reason));
        Assert.Equal(["P63-02"], incomplete.From);
        Assert.Equal(["P63-08"], incomplete.Lacking);
        Assert.Equal((34, "A", "restated", null, null), (whole.Value, whole.Status, whole.State, whole.Known, whole.Reason));
        Assert.Equal(["P63-02", "P63-08"], whole.From);
        Assert.Null(whole.Lacking);
    }

    [Fact]
    public void WhatCannotBeComparedSaysWhy()
    {
        var value = Value("DG-05", Ledgers("2025-Q2", ("P63-02", Drawn.Value("DG-05", 50, 100, 200)), ("P63-08", Drawn.Value("DG-05", 20))));

        Assert.Equal((null, "not_comparable", null, "no_weights"), (value.Value, value.State, value.Known, value.Reason));
        Assert.Null(value.Lacking);
    }

    [Fact]
    public void ABodyIsShownThatWasNotTheSameInAnyOneOfThePeriodsBefore()
    {
        var summary = new AsNowRollUp(
            Ledgers("2025-Q4", ("P34-08", Drawn.Value("DS-05", 50))), [Ledgers("2025-Q3", ("P34-08", Drawn.Value("DS-05", 40)))], Ledgers("2024-Q4"), TheCatalogue.Default, Today).Summarise()!;

        var body = summary.Organisations.Single(o => o.Code == "P34-08");
        Assert.Equal(["P34-08"], body.MadeOf);
        Assert.Equal(("unchanged", new Delta("2025-Q3", 40, 10, 25)), (body.Values["DS-05"].State, body.Values["DS-05"].AgainstPrevious));
    }

    [Fact]
    public void AMeanThatCannotBeWeightedSaysHowManyWeightsLack()
    {
        var summary = new AsNowRollUp(
            Ledgers("2025-Q3", ("P34-01", Drawn.Value("DG-05", 50, 100, 200)), ("P34-08", Drawn.Value("DG-05", 20))), [Ledgers("2025-Q2")], Ledgers("2024-Q3"), TheCatalogue.Default, Today).Summarise()!;

        Assert.Equal(new AsNowFigure(35, "mean", 2, 34, 0, 0) { WithoutWeight = 1 }, summary.Indicators.Single(i => i.Code == "DG-05").RollUps[0].Figure);
    }

    [Theory]
    [InlineData("A", "A", "2025-Q1")]
    [InlineData("B", "A", null)]
    [InlineData("A", "B", null)]
    public void ABreakOfItsOwnOrOfAPartOfIncompleteFiguresIsNotCrossed(string now, string between, string? comparedWith)
    {
        var value = Value(
            "DS-05",
            Ledgers("2025-Q3", ("P34-08", Drawn.Value("DS-05", 40, status: now))),
            Ledgers("2025-Q2", ("P63-02", Drawn.Value("DS-05", 12, status: between))),
            Ledgers("2025-Q1", ("P63-02", Drawn.Value("DS-05", 12)), ("P63-08", Drawn.Value("DS-05", 20))));

        Assert.Equal(comparedWith is null ? null : new Delta(comparedWith, 32, 8, 25), value.AgainstPrevious);
    }

    [Fact]
    public void ASeriesHasNothingOfPeriodsInWhichItsBodyIsGone()
    {
        var periods = new[] { Ledgers("2025-Q1", ("P63-02", Drawn.Value("DS-05", 11))), Ledgers("2025-Q3", ("P34-08", Drawn.Value("DS-05", 40))) }
            .Select(l => new RestatedPeriod(l, TheCatalogue.Default, new DateOnly(2025, 6, 20)));

        var series = RestatedPeriod.SeriesOf(TheCatalogue.Indicator("DS-05"), "P63-02", periods);

        Assert.Equal([new SeriesPoint(TheCatalogue.Period("2025-Q1"), 11, "A")], series.Points);
    }

    private static AsNowValue Value(string indicator, PeriodLedgers now, params PeriodLedgers[] earlier) => new AsNowRollUp(
        now, earlier, PeriodLedgers.None(now.Period.YearBefore), TheCatalogue.Default, Today).Summarise()!.Organisations.Single(o => o.Code == "P34-08").Values[indicator];

    private static PeriodLedgers Ledgers(string period, params (string Organisation, Observation Observation)[] given) => new(
        TheCatalogue.Period(period),
        given.ToDictionary(g => g.Organisation, g => LedgerState.Empty with { Observations = new Dictionary<string, Observation> { [g.Observation.Indicator] = g.Observation } }));
}
