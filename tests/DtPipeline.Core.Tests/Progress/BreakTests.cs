using DtPipeline.Catalogue;
using DtPipeline.Ledger;
using DtPipeline.Progress;

namespace DtPipeline.Core.Tests.Progress;

/// <summary>No change is given across a break, be it the catalogue's or a sender's own.</summary>
public sealed class BreakTests
{
    private static readonly ReportingCatalogue Catalogue = With("HEADS,Heads,Số người,count,stock,quarterly,sum,organisation,yes,0,,,,50,,2023-Q3");

    [Theory]
    [InlineData("2023-Q2", "2023-Q1", true)]
    [InlineData("2023-Q3", "2023-Q2", false)]
    [InlineData("2023-Q4", "2023-Q3", true)]
    [InlineData("2023-Q4", "2023-Q2", false)]
    public void ADeclaredOneIsCrossedByNoChange(string now, string before, bool isCompared)
    {
        var current = Heads(now, ("N", 20, "A"), ("S", 30, "A"));

        var summary = RollUp(current, Heads(before, ("N", 10, "A"), ("S", 10, "A"))).Summarise(Sent.At);

        var indicator = summary.Indicators.Single(i => i.Code == "HEADS");
        Assert.Equal(isCompared, summary.Organisations.Single(o => o.Code == "N").Values["HEADS"].AgainstPrevious is not null);
        Assert.Equal(isCompared, indicator.Groups.Single().AgainstPrevious is not null);
        Assert.All(indicator.RollUps, r => Assert.Equal(isCompared, r.AgainstPrevious is not null));
        Assert.Equal(isCompared, ValueChange.AllOf(summary, current, Catalogue).All(c => c.Changes.All(v => v.Delta is not null)));
        Assert.Equal(50, indicator.Groups.Single().Figure.Value);
    }

    [Theory]
    [InlineData("2023-Q2", null)]
    [InlineData("2023-Q3", "2023-Q3")]
    [InlineData("2024-Q1", "2023-Q3")]
    public void APeriodSaysSinceWhenItIsMeasuredAsItIs(string period, string? breakFrom) =>
        Assert.Equal(breakFrom, RollUp(Heads(period)).Summarise(Sent.At).Indicators.Single(i => i.Code == "HEADS").BreakFrom);

    [Fact]
    public void ASendersOwnIsCrossedByNoChangeOfItsOwnAndTheOthersAreCompared()
    {
        var summary = RollUp(
            Heads("2024-Q2", ("N", 20, "A"), ("S", 30, "A")), Heads("2024-Q1", ("N", 12, "B"), ("S", 10, "A")), Heads("2023-Q4", ("N", 10, "A"), ("S", 5, "A"))).Summarise(Sent.At);

        Assert.Equal(("2024-Q1", "2024-Q1"), (PeriodOf(summary, "N"), PeriodOf(summary, "S")));

        var atOnce = RollUp(Heads("2024-Q2", ("N", 20, "B"), ("S", 30, "A")), Heads("2024-Q1", ("N", 12, "A"), ("S", 10, "A"))).Summarise(Sent.At);

        Assert.Equal((null, "2024-Q1"), (PeriodOf(atOnce, "N"), PeriodOf(atOnce, "S")));
        Assert.Equal((1, 20), atOnce.Indicators.Single(i => i.Code == "HEADS").Groups.Single().AgainstPrevious is { } change ? (change.Compared, change.Absolute) : default);
    }

    [Fact]
    public void OfTwoOfASendersOwnTheLaterOneKeepsItFromTheOneBefore()
    {
        var summary = RollUp(Heads("2024-Q2", ("N", 20, "B"), ("S", 30, "A")), Heads("2024-Q1", ("N", 12, "B"), ("S", 10, "A"))).Summarise(Sent.At);

        var north = summary.Organisations.Single(o => o.Code == "N").Values["HEADS"];
        Assert.Equal((null, new NoChange(ChangeReason.NewDefinition)), (north.AgainstPrevious, north.NoPrevious));
    }

    [Fact]
    public void ASendersOwnBreakIsNotSkippedToTheYearBefore()
    {
        var rollUp = new PeriodRollUp(
            Heads("2024-Q2", ("N", 20, "A")), [Heads("2024-Q1"), Heads("2023-Q4", ("N", 12, "B"))], Heads("2023-Q2", ("N", 10, "A")), Catalogue);

        var value = rollUp.Summarise(Sent.At).Organisations.Single(o => o.Code == "N").Values["HEADS"];

        Assert.Equal(("2023-Q4", null), (value.AgainstPrevious?.Period, value.AgainstYearBefore));
    }

    [Theory]
    [InlineData("count,stock,quarterly,sum", "", "2024", "break_from is '2024', expected a period of the indicator's own frequency, quarterly, or several with ; between them, the earliest first")]
    [InlineData("count,stock,quarterly,sum", "", "2024-Q2;2024-Q1", "break_from is '2024-Q2;2024-Q1', expected a period of the indicator's own frequency, quarterly, or several with ; between them, the earliest first")]
    [InlineData("count,stock,quarterly,sum", "all", "", "reform_method is 'all', expected sum, weights, mean, all_yes, none")]
    [InlineData("count,stock,quarterly,max", "sum", "", "reform_method sum goes with aggregation sum alone; choose another, or none")]
    [InlineData("score,ratio,quarterly,mean", "weights", "", "reform_method weights gives percent; choose mean or none, or the unit percent")]
    [InlineData("count,stock,quarterly,sum", "all_yes", "", "reform_method all_yes is for flags; choose another, or none")]
    [InlineData("count,stock,quarterly,sum", "mean", "", "reform_method mean is for ratios and scores; choose another, or none")]
    public void WhatTheCatalogueSaysWronglyIsTold(string measure, string method, string breakFrom, string problem) =>
        Assert.Equal([$"indicators.csv, line 2: {problem}"], Read($"X,Name,Tên,{measure},organisation,no,,,,,,,{breakFrom}", method).Problems.Select(p => p.ToString()));

    [Fact]
    public void AFigureOfTheNationHasNoMethodOfAReform() => Assert.Equal(
        ["indicators.csv, line 2: reform_method is written but scope is national; leave it empty: a figure of the nation is its owner's before and after"],
        Read("X,Name,Tên,count,stock,quarterly,max,national,no,,,,,,,", "none").Problems.Select(p => p.ToString()));

    [Theory]
    [InlineData("DS-05", ReformMethod.Sum)]
    [InlineData("DG-05", ReformMethod.Weights)]
    [InlineData("GOV-01", ReformMethod.AllYes)]
    [InlineData("DG-02", ReformMethod.None)]
    [InlineData("DTI-01", ReformMethod.Mean)]
    [InlineData("P06-04", ReformMethod.None)]
    public void TheDefaultCatalogueDeclaresIt(string indicator, ReformMethod method) => Assert.Equal(method, TheCatalogue.Indicator(indicator).Reform);

    [Theory]
    [InlineData("sum", ReformMethod.Sum)]
    [InlineData("max", ReformMethod.None)]
    [InlineData("mean", ReformMethod.None)]
    public void AnOlderCatalogueHasTheMethodThatFollowsFromItsAggregation(string aggregation, ReformMethod method)
    {
        var reading = TheCatalogue.SmallWith("indicators.csv", $"X,Name,Tên,count,stock,quarterly,{aggregation},organisation,no,,,,,,");

        Assert.Equal(method, reading.Catalogue!.FindIndicator("X")!.Reform);
    }

    private static string? PeriodOf(PeriodSummary summary, string organisation) =>
        summary.Organisations.Single(o => o.Code == organisation).Values["HEADS"].AgainstPrevious?.Period;

    private static PeriodRollUp RollUp(PeriodLedgers current, params PeriodLedgers[] earlier) =>
        new(current, earlier, new PeriodLedgers(current.Period.YearBefore, new Dictionary<string, LedgerState>()), Catalogue);

    private static PeriodLedgers Heads(string period, params (string Organisation, double Value, string Status)[] values) => new(
        TheCatalogue.Period(period),
        values.ToDictionary(v => v.Organisation, v => LedgerState.Empty with { Observations = new Dictionary<string, Observation> { ["HEADS"] = Drawn.Value("HEADS", v.Value, status: v.Status) } }));

    private static ReportingCatalogue With(string heads) => TheCatalogue.SmallWithFile(
        "indicators.csv",
        $"code,name_en,name_vi,unit,kind,frequency,aggregation,scope,cumulative,min,max,target_value,target_due,move_threshold,valid_to,break_from\nSHARE,Share,Tỷ lệ,percent,ratio,quarterly,weighted_mean,organisation,no,0,100,80,2025-12-31,10,,\n{heads}\n").Catalogue!;

    private static CatalogueReading Read(string line, string method) => TheCatalogue.SmallWithFiles(
        ("indicators.csv", $"code,name_en,name_vi,unit,kind,frequency,aggregation,scope,cumulative,min,max,target_value,target_due,move_threshold,valid_to,break_from,reform_method\n{line},{method}\nSHARE,Share,Tỷ lệ,percent,ratio,quarterly,weighted_mean,organisation,no,0,100,80,2025-12-31,10,,,\nHEADS,Heads,Số người,count,stock,quarterly,sum,organisation,yes,0,,,,50,,,\n"));
}
