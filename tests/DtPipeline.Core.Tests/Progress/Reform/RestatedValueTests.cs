using DtPipeline.Catalogue;
using DtPipeline.Ledger;
using DtPipeline.Progress;
using DtPipeline.Progress.Reform;

namespace DtPipeline.Core.Tests.Progress.Reform;

/// <summary>One body and what it was made of, by the indicator's method; and reforms that nobody has thought of yet.</summary>
public sealed class RestatedValueTests
{
    private const string Merger = "A,province,A,A,,2030-06-30,C,,,,\nB,province,B,B,,2030-06-30,C,,,,\nC,province,C,C,2030-07-01,,,,,,";

    private static readonly DateOnly Day = new(2031, 1, 1);

    [Theory]
    [InlineData("sum", "10", "20", "30 A restated")]
    [InlineData("sum", "10", "nil", "10 A restated")]
    [InlineData("sum", "nil", "nil", " M restated")]
    [InlineData("sum", "10", "", "nothing incomplete, lacks B, known 10")]
    [InlineData("sum", "", "", "nothing missing, lacks A B")]
    [InlineData("sum", "10", "withdrawn", "nothing incomplete, lacks B, known 10")]
    [InlineData("sum", "10", "kg", "nothing incomplete, lacks B, known 10")]
    [InlineData("weights", "50=100/200", "20=160/800", "26 A restated")]
    [InlineData("weights", "50=100/200", "20", "nothing not_comparable: no_weights")]
    [InlineData("weights", "50=100/200", "20=0/0", "nothing not_comparable: no_weights")]
    [InlineData("weights", "50=100/200", "nil", "50 A restated")]
    [InlineData("weights", "50=100/200", "", "nothing incomplete, lacks B, known 50")]
    [InlineData("mean", "0.6", "0.7", "0.65 A restated")]
    [InlineData("mean", "0.6", "", "nothing incomplete, lacks B")]
    [InlineData("all_yes", "1", "1", "1 A restated")]
    [InlineData("all_yes", "1", "0", "0 A restated")]
    [InlineData("all_yes", "1", "", "nothing incomplete, lacks B")]
    [InlineData("all_yes", "0", "", "0 A restated, lacks B")]
    [InlineData("none", "5", "7", "nothing not_comparable: no_method")]
    [InlineData("none", "", "", "nothing missing, lacks A B")]
    public void IsMadeByTheMethodThatTheCatalogueDeclares(string method, string a, string b, string restated) =>
        Assert.Equal(restated, Of(Merger, "C", method, ("A", a), ("B", b)));

    [Theory]
    [InlineData("A", "A", "A")]
    [InlineData("E", "A", "E")]
    [InlineData("A", "B", "B")]
    [InlineData("E", "B", "B")]
    public void HasTheStatusThatIsLeastCertain(string a, string b, string status)
    {
        var ledgers = Ledgers(("A", Drawn.Value("SUM", 1, status: a)), ("B", Drawn.Value("SUM", 2, status: b)));
        var restated = new RestatedPeriod(ledgers, Catalogue(Merger), Day);

        Assert.Equal(status, restated.Find(restated.Units.Single(u => u.Unit.Code == "C"), Indicator("sum"))!.Answer!.Status);
    }

    [Theory]
    [InlineData("sum")]
    [InlineData("mean")]
    [InlineData("none")]
    public void OfABodyThatGoesOnUnderANewCodeIsItsOwnFigure(string method) =>
        Assert.Equal("5 A unchanged", Of("A,province,A,A,,2030-06-30,C,,,,\nC,province,C,C,2030-07-01,,,,,,", "C", method, ("A", "5")));

    [Fact]
    public void OfABodyThatTookAnotherInIsBothTogether() =>
        Assert.Equal("12 A restated", Of("A,province,A,A,,2030-06-30,C,,,,\nC,province,C,C,2000-01-01,,,,,,", "C", "sum", ("A", "5"), ("C", "7")));

    [Fact]
    public void FollowsACodeThroughSeveralReforms() => Assert.Equal(
        "18 A restated",
        Of("A,province,A,A,,2030-06-30,C,,,,\nB,province,B,B,,2030-06-30,C,,,,\nC,province,C,C,2030-07-01,2030-09-30,E,,,,\nD,province,D,D,,2030-09-30,E,,,,\nE,province,E,E,2030-10-01,,,,,,", "E", "sum", ("A", "5"), ("B", "6"), ("D", "7")));

    [Fact]
    public void ADayBeforeTheReformSeesNoneOfIt()
    {
        var restated = new RestatedPeriod(Ledgers(("A", Drawn.Value("SUM", 1))), Catalogue(Merger), new DateOnly(2030, 6, 30));

        Assert.False(restated.IsChanged);
        Assert.DoesNotContain(restated.Units, u => u.Unit.Code == "C");
    }

    [Theory]
    [InlineData("C", "nothing not_comparable: split, known 50")]
    [InlineData("D", "nothing not_comparable: split")]
    public void OfABodyThatWasDividedIsNeitherPartsFigure(string unit, string restated) =>
        Assert.Equal(restated, Of("A,province,A,A,,2030-06-30,C,,,,\nC,province,C,C,2030-07-01,,,,,,\nD,province,D,D,2030-07-01,,,,,,A", unit, "sum", ("A", "50")));

    [Fact]
    public void OfABodyThatGaveAPartAwayAndWentOnIsNotWhatItHad() =>
        Assert.Equal("nothing not_comparable: split, known 50", Of("A,province,A,A,,,,,,,\nD,province,D,D,2030-07-01,,,,,,A", "A", "sum", ("A", "50")));

    [Fact]
    public void PartsThatBecomeOneAgainAreAWhole() => Assert.Equal(
        "50 A unchanged",
        Of("A,province,A,A,,2030-06-30,C,,,,\nC,province,C,C,2030-07-01,2030-09-30,E,,,,\nD,province,D,D,2030-07-01,2030-09-30,E,,,,A\nE,province,E,E,2030-10-01,,,,,,", "E", "sum", ("A", "50")));

    [Fact]
    public void ADividedBodyCountsForTheNationAndForNoRegionThatHasOnlyAPart()
    {
        var catalogue = Catalogue("A,province,A,A,,2030-06-30,C,,,,,North\nC,province,C,C,2030-07-01,,,,,,,North\nD,province,D,D,2030-07-01,,,,,,A,South\nF,province,F,F,,,,,,,,South", ",region");
        var ledgers = Ledgers(("A", Drawn.Value("SUM", 50)), ("F", Drawn.Value("SUM", 7)));

        var groups = new AsNowRollUp(ledgers, [], ledgers, catalogue, Day).Summarise()!.Indicators.Single(i => i.Code == "SUM").RollUps.ToDictionary(r => r.Group, r => r.Figure);

        Assert.Equal(new AsNowFigure(57, "sum", 1, 3, 0, 2), groups["@all"]);
        Assert.Equal(new AsNowFigure(null, "sum", 0, 1, 0, 1), groups["@region:north"]);
        Assert.Equal(new AsNowFigure(null, "sum", 1, 2, 0, 1), groups["@region:south"]);
    }

    [Fact]
    public void ADividedBodyCountsForTheRegionThatHasAllItsPartsWhateverOthersThereAre()
    {
        var catalogue = Catalogue("A,province,A,A,,2030-06-30,C,,,,,North\nC,province,C,C,2030-07-01,,,,,,,North\nD,province,D,D,2030-07-01,,,,,,A,North\nF,province,F,F,,,,,,,,South", ",region");
        var ledgers = Ledgers(("A", Drawn.Value("SUM", 50)), ("F", Drawn.Value("SUM", 7)));

        var groups = new AsNowRollUp(ledgers, [], ledgers, catalogue, Day).Summarise()!.Indicators.Single(i => i.Code == "SUM").RollUps.ToDictionary(r => r.Group, r => r.Figure);

        Assert.Equal(new AsNowFigure(50, "sum", 0, 2, 0, 2), groups["@region:north"]);
        Assert.Equal(new AsNowFigure(7, "sum", 1, 1, 0, 0), groups["@region:south"]);
    }

    [Fact]
    public void ABodyThatNobodyFollowsIsNamed()
    {
        var ledgers = Ledgers(("A", Drawn.Value("SUM", 5)));

        Assert.Equal(["A"], new AsNowRollUp(ledgers, [], ledgers, Catalogue("A,province,A,A,,2030-06-30,,,,,\nB,province,B,B,,,,,,,"), Day).Summarise()!.WithoutHeir);
    }

    [Fact]
    public void WhatNobodyOwesAndNobodyGaveIsNothing() =>
        Assert.Equal("none at all", Of("A,ministry,A,A,,2030-06-30,C,,,,\nC,ministry,C,C,2030-07-01,,,,,,\nP,province,P,P,,,,,,,", "C", "sum"));

    [Fact]
    public void SumsThatMayNotBeAddedUpMakeNoSumOfTheNation()
    {
        var ledgers = Ledgers(("A", Drawn.Value("LOOSE", 5)), ("B", Drawn.Value("LOOSE", 7)));

        var nation = new AsNowRollUp(ledgers, [], ledgers, Catalogue(Merger), Day).Summarise()!.Indicators.Single(i => i.Code == "LOOSE").RollUps[0];

        Assert.Equal(new AsNowFigure(null, "sum", 0, 1, 0, 1), nation.Figure);
    }

    [Theory]
    [InlineData("X,province,X,X,2030-01-01,,,,,,X", "split_from 'X' is its own code; name the body of which it was a part, or leave it empty")]
    [InlineData("X,province,X,X,2030-01-01,,,,,,Q", "split_from 'Q' is not in organisations.csv; add a line for it, or leave split_from empty")]
    [InlineData("X,province,X,X,,,,,,,P", "split_from is 'P' but valid_from is empty; write the first day of 'X', or take split_from out")]
    [InlineData("X,province,X,X,2020-01-01,,,,,,Y\nY,province,Y,Y,2025-01-01,,,,,,", "split_from 'Y' does not exist on 2019-12-31, the day before 'X' begins; name the body of which it was a part until then")]
    public void WhatTheCatalogueSaysWronglyOfASplitIsTold(string lines, string problem) =>
        Assert.Equal($"organisations.csv, line 3: {problem}", Read($"P,province,P,P,,,,,,,\n{lines}").Problems[0].ToString());

    private static string Of(string organisations, string unit, string method, params (string Organisation, string Said)[] said)
    {
        var ledgers = Ledgers([.. said.Where(s => s.Said.Length > 0).Select(s => (s.Organisation, Observation(Indicator(method).Code, s.Said)))]);
        var restated = new RestatedPeriod(ledgers, Catalogue(organisations), Day);
        return restated.Find(restated.Units.Single(u => u.Unit.Code == unit), Indicator(method)) is not { } value ? "none at all"
            : (value.Answer is { } answer ? $"{answer.Value:0.####} {answer.Status}" : "nothing")
                + $" {RestatedValue.NameOf(value.State)}"
                + (value.Reason is { } reason ? $": {reason}" : string.Empty)
                + (value.Lacking.Count > 0 ? $", lacks {string.Join(' ', value.Lacking)}" : string.Empty)
                + (value.Known is { } known ? $", known {known.Value:0.####}" : string.Empty);
    }

    /// <param name="said">A value, a value with its numerator and denominator, or a word.</param>
    private static Observation Observation(string indicator, string said) => said switch
    {
        "nil" => Drawn.Value(indicator, null, status: "M"),
        "withdrawn" => Drawn.Value(indicator, null, status: "withdrawn"),
        "kg" => Drawn.Value(indicator, 5) with { Unit = "kg" },
        _ when said.Split('=', '/') is [var value, var above, var below] => Drawn.Value(indicator, Number(value), Number(above), Number(below)),
        _ => Drawn.Value(indicator, Number(said)),
    };

    private static double Number(string text) => double.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static PeriodLedgers Ledgers(params (string Organisation, Observation Observation)[] given) => new(
        TheCatalogue.Period("2030-Q1"),
        given.ToDictionary(g => g.Organisation, g => LedgerState.Empty with { Observations = new Dictionary<string, Observation> { [g.Observation.Indicator] = g.Observation } }));

    private static Indicator Indicator(string method) => Catalogue(Merger).FindIndicator(method switch
    {
        "sum" => "SUM",
        "weights" => "SHARE",
        "mean" => "SCORE",
        "all_yes" => "FLAG",
        _ => "LOOSE",
    })!;

    private static ReportingCatalogue Catalogue(string organisations, string columns = "") => Read(organisations, columns).Catalogue!;

    private static CatalogueReading Read(string organisations, string columns = "") => TheCatalogue.SmallWithFiles(
        ("organisations.csv", $"code,kind,name_en,name_vi,valid_from,valid_to,successor_code,gso_code,iso_3166_2,aliases,split_from{columns}\n{organisations}\n"),
        ("indicators.csv", """
            code,name_en,name_vi,unit,kind,frequency,aggregation,scope,cumulative,min,max,target_value,target_due,move_threshold,valid_to,reform_method
            SUM,Sum,Tổng,count,stock,quarterly,sum,organisation,no,,,,,,,
            LOOSE,Loose,Rời,count,stock,quarterly,sum,organisation,no,,,,,,,none
            SHARE,Share,Tỷ lệ,percent,ratio,quarterly,weighted_mean,organisation,no,0,100,,,,,
            SCORE,Score,Điểm,score,ratio,quarterly,mean,organisation,no,,,,,,,mean
            FLAG,Flag,Cờ,yes_no,flag,quarterly,count_yes,organisation,no,,,,,,,
            """),
        ("form_indicators.csv", "form,indicator,required\nFORM,SUM,yes\nFORM,LOOSE,no\nFORM,SHARE,no\nFORM,SCORE,no\nFORM,FLAG,no\n"),
        ("tasks.csv", "code,title_en,title_vi,owner_code,assigned_on,due_date,recurrence,source\n"));
}
