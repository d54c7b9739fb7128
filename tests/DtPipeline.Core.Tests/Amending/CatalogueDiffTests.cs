using DtPipeline.Amending;
using DtPipeline.Catalogue;
using DtPipeline.Deadlines;
using DtPipeline.Ledger;

namespace DtPipeline.Core.Tests.Amending;

/// <summary>Seen on 2025-11-20, when the reports for 2025-Q3 are due for four weeks. Hà Nội has filed its quarterly reports of 2023 in time, without GOV-02.</summary>
public sealed class CatalogueDiffTests
{
    private static readonly DateOnly Today = new(2025, 11, 20);

    private static readonly CatalogueFiles Standing = TextWith();

    private static readonly Dictionary<(string Organisation, string Period), FilingFacts> Ledger = new[] { "2023-Q1", "2023-Q2", "2023-Q3", "2023-Q4" }.ToDictionary(
        period => ("P63-01", period),
        period => new FilingFacts(
            new Dictionary<string, DateTimeOffset> { ["PROV-Q"] = At(period) },
            new Dictionary<string, DateTimeOffset> { ["PROV-Q"] = At(period) },
            TheCatalogue.Form("PROV-Q").Indicators.Where(i => i.Indicator != "GOV-02").ToDictionary(i => i.Indicator, _ => "A")));

    [Fact]
    public void TheSameCatalogueChangesNothing()
    {
        var (lines, diff) = Change();

        Assert.Equal((0, 0, 0, new AlertChanges(0, 0, 0), false), (diff.Judged.Count, diff.Ahead, diff.Figures.Count, diff.Alerts, diff.ReachesBack));
        Assert.Equal(["Nothing is changed."], AmendmentText.Of(lines, diff));
    }

    [Fact]
    public void ANameOrARangeIsToldAndHoldsAtOnce()
    {
        var (lines, diff) = Change(("organisations.csv", "P34-01,province,Ha Noi,", "P34-01,province,Hanoi Capital,"));

        Assert.Equal("organisations.csv: P34-01, name_en: 'Ha Noi' -> 'Hanoi Capital'", Assert.Single(lines).ToString());
        Assert.False(diff.ReachesBack);
        Assert.Equal(
            ["organisations.csv: P34-01, name_en: 'Ha Noi' -> 'Hanoi Capital'", "", "Obligations that are not due yet and change: 0.", "Alerts of reports: 0 raised, 0 settled, 0 of another severity."],
            AmendmentText.Of(lines, diff));
    }

    [Fact]
    public void AnIndicatorThatBecomesRequiredReachesBackToEveryReportThatWasDue()
    {
        var (lines, diff) = Change(("form_indicators.csv", "PROV-Q,P06-05,no", "PROV-Q,P06-05,yes"));

        Assert.Equal("form_indicators.csv: PROV-Q P06-05, required: 'no' -> 'yes'", Assert.Single(lines).ToString());
        Assert.All(diff.Judged, o => Assert.Equal(o.From!.Required.Count + 1, o.To!.Required.Count));

        // 63 provinces for ten quarters, 34 for the one after the reform; then the quarters that are not due yet.
        Assert.Equal(((10 * 63) + 34, 2 * 34), (diff.Judged.Count, diff.Ahead));
        Assert.Contains("664 obligations of 11 periods that were due already would be judged anew:", AmendmentText.Of(lines, diff));
        Assert.Contains("  PROV-Q: on_time 24 of 25 -> on_time 25 of 26: 4 (P63-01 2023-Q1, P63-01 2023-Q2, P63-01 2023-Q3, …)", AmendmentText.Of(lines, diff));
    }

    [Fact]
    public void AnEarlierDueDayMakesReportsLateThatWereInTime()
    {
        var (_, diff) = Change(("regimes.csv", "reporting_body,quarterly,15,-1,14,0,25,0,next_working_day,2019-03-12", "reporting_body,quarterly,15,-1,14,0,15,0,next_working_day,2019-03-12"));

        Assert.Equal(
            [("2023-Q1", ObligationState.OnTime, ObligationState.Late), ("2023-Q2", ObligationState.OnTime, ObligationState.Late), ("2023-Q3", ObligationState.OnTime, ObligationState.Late), ("2023-Q4", ObligationState.OnTime, ObligationState.Late)],
            diff.Judged.Where(o => o.Organisation == "P63-01" && o.Form == "PROV-Q" && o.From!.State == ObligationState.OnTime).Select(o => (o.Period, o.From!.State, o.To!.State)));
        Assert.True(diff.ReachesBack);
    }

    [Fact]
    public void AFormThatEndedInThePastSettlesWhatNobodyOwesAnyMore()
    {
        var (_, diff) = Change(("forms.csv", "@provinces,ND09-2019,2024-S1,,", "@provinces,ND09-2019,2024-S1,2024-S2,"));

        Assert.Equal(("PROV-H", "2025-S1", 63), (diff.Judged[0].Form, diff.Judged[0].Period, diff.Judged.Count));
        Assert.All(diff.Judged, o => Assert.Null(o.To));
        Assert.Equal((2 * 34, new AlertChanges(0, 1, 0)), (diff.Ahead, diff.Alerts));
    }

    [Fact]
    public void AFormThatEndsWithThePresentPeriodHoldsAtOnce()
    {
        var (_, diff) = Change(("forms.csv", "@provinces,ND09-2019,2024-S1,,", "@provinces,ND09-2019,2024-S1,2025-S2,"));

        Assert.False(diff.ReachesBack);
    }

    [Fact]
    public void AnAggregationMakesEveryFigureAnew()
    {
        var (lines, diff) = Change(("indicators.csv", Line("indicators.csv", "DG-05"), Line("indicators.csv", "DG-05").Replace("weighted_mean", "mean", StringComparison.Ordinal).Replace(",sum,", ",mean,", StringComparison.Ordinal)));

        Assert.True(diff.ReachesBack);
        Assert.Empty(diff.Impossible);
        Assert.Equal("aggregation", Assert.Single(diff.Figures).What);
        Assert.Contains($"Figures of DG-05 would be made anew: aggregation Mean instead of {diff.Figures[0].From}.", AmendmentText.Of(lines, diff));
    }

    [Theory]
    [InlineData(",weights,,", ",mean,,", "reform_method mean instead of weights")]
    [InlineData(",weights,,", ",weights,2023-Q3,", "break_from 2023-Q3 instead of none")]
    public void ABreakAndAMethodOfTheReformMakeEveryFigureAnew(string from, string to, string what)
    {
        var line = Line("indicators.csv", "DG-05");
        var (lines, diff) = Change(("indicators.csv", line, line.Replace(from, to, StringComparison.Ordinal)));

        Assert.True(diff.ReachesBack);
        Assert.Contains($"Figures of DG-05 would be made anew: {what}.", AmendmentText.Of(lines, diff));
    }

    [Fact]
    public void AMethodThatIsWrittenAndHeldBeforeChangesNothing()
    {
        var line = Line("indicators.csv", "DG-05");
        var (_, diff) = Change(("indicators.csv", line, line.Replace(",weights,,", ",,,", StringComparison.Ordinal)));

        Assert.False(diff.ReachesBack);
    }

    [Fact]
    public void AUnitOfAnIndicatorWithValuesNeedsANewCode()
    {
        var line = Line("indicators.csv", "DE-08");
        var (lines, diff) = Change(("indicators.csv", line, line.Replace(",count,", ",usd_million,", StringComparison.Ordinal)));

        Assert.Equal("unit", Assert.Single(diff.Impossible).What);
        Assert.Contains(
            "Not possible: DE-08 has values, and its unit would be usd_million instead of count. Give the new quantity a code of its own, and end the old one with valid_to.", AmendmentText.Of(lines, diff));
    }

    [Fact]
    public void AUnitOfAnIndicatorOfWhichNothingIsStoredMayChange()
    {
        var before = Read(Standing);
        var line = Line("indicators.csv", "DE-08");
        var after = Read(TextWith(("indicators.csv", line, line.Replace(",count,", ",usd_million,", StringComparison.Ordinal))));

        var diff = CatalogueDiff.Of(before, after, new Dictionary<(string, string), FilingFacts>(), Today, AlertTiming.Default);

        Assert.Equal((false, 0), (diff.ReachesBack, diff.Figures.Count));
    }

    [Fact]
    public void AGrantIsMadeToChangeWhatWasJudgedAndNeedsNobodyElse()
    {
        var (lines, diff) = Change((GrantReader.File, "reason\n", "reason\nPROV-Q,P34-01,2025-Q3,exemption,,VPCP,2025-11-19,Flood\n"));

        Assert.Equal(("grants.csv: PROV-Q P34-01 2025-Q3 2025-11-19 is new", false), (Assert.Single(lines).ToString(), diff.ReachesBack));
        Assert.Equal(Standing.Hash, TextWith((GrantReader.File, "reason\n", "reason\nPROV-Q,P34-01,2025-Q3,exemption,,VPCP,2025-11-19,Flood\n")).Hash);
    }

    [Fact]
    public void ALineIsFoundWhateverTheOrderOfLinesAndColumns()
    {
        var turned = CatalogueFiles.Of(new Dictionary<string, string> { ["holidays.csv"] = "is_day_off,date\nno,2025-01-02\nyes,2025-01-01\n" });
        var straight = CatalogueFiles.Of(new Dictionary<string, string> { ["holidays.csv"] = "date,is_day_off\n2025-01-01,yes\n2025-01-02,no\n2025-01-03,yes\n" });

        Assert.Equal(["holidays.csv: 2025-01-03 is gone"], straight.ChangesTo(turned).Select(c => c.ToString()));
        Assert.NotEqual(straight.Hash, turned.Hash);
    }

    private static DateTimeOffset At(string period) => new(TheCatalogue.Period(period).LastDay.AddDays(-13).ToDateTime(new TimeOnly(3, 0)), TimeSpan.Zero);

    private static (IReadOnlyList<LineChange> Lines, CatalogueDiff Diff) Change(params (string File, string From, string To)[] edits)
    {
        var edited = TextWith(edits);
        return (Standing.ChangesTo(edited), CatalogueDiff.Of(Read(Standing), Read(edited), Ledger, Today, AlertTiming.Default));
    }

    private static ReportingCatalogue Read(CatalogueFiles text) => text.Read().Catalogue!;

    private static CatalogueFiles TextWith(params (string File, string From, string To)[] edits)
    {
        var files = CatalogueReader.Files.ToDictionary(f => f, f => DefaultCatalogue.TextOf(f)!.ReplaceLineEndings("\n"));
        foreach (var (file, from, to) in edits)
        {
            Assert.Contains(from, files[file], StringComparison.Ordinal);
            files[file] = files[file].Replace(from, to, StringComparison.Ordinal);
        }

        return CatalogueFiles.Of(files);
    }

    private static string Line(string file, string code) => TextWith().Judging[file].Split('\n').Single(l => l.StartsWith($"{code},", StringComparison.Ordinal));
}
