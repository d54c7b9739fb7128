using System.Text.Json;
using DtPipeline.Answers.Models;
using DtPipeline.Catalogue;
using DtPipeline.Core.Tests.Progress;
using DtPipeline.Progress;

namespace DtPipeline.Core.Tests.Answers.Models;

public sealed class IndicatorFoldTests
{
    private static readonly string[] AroundTheReform = ["2024-Q4", "2025-Q1", "2025-Q2", "2025-Q3", "2025-Q4"];

    [Fact]
    public void TheOrderInWhichPeriodsComeAndComeAgainMakesNoDifference() => Always.Holds(
        Drawn.Seeds,
        seed =>
        {
            var random = new Random(seed);
            var summaries = AroundTheReform.Select(p => DrawnSummaries.Of(random, p)).ToList();
            foreach (var code in (string[])["GOV-01", "DS-05", "P06-06"])
            {
                var atOnce = Model(code, null, summaries);
                var shuffled = summaries.Append(summaries[random.Next(summaries.Count)]).ToArray();
                random.Shuffle(shuffled);
                var oneByOne = shuffled.Aggregate((IndicatorModel?)null, (known, s) => Model(code, known, [s]));

                Assert.Equal(JsonSerializer.Serialize(atOnce), JsonSerializer.Serialize(oneByOne));
            }
        },
        times: 3);

    [Fact]
    public void EveryBodyThatWasAskedStandsInTheLeagueWhetherOrNotItGaveAnything()
    {
        var model = Model("DS-05", null, [DrawnSummaries.Of("2025-Q3", ("P34-01", "DS-05", 0), ("P34-08", "DS-05", null))]);

        var league = Assert.Single(model.Leagues);
        Assert.Equal(
            ["missing 32", "nil 1", "value 1"], league.Rows.GroupBy(r => r.State).OrderBy(g => g.Key).Select(g => FormattableString.Invariant($"{g.Key} {g.Count()}")));
        Assert.Equal(("value", 0), (league.Rows.Single(r => r.Organisation == "P34-01").State, league.Rows.Single(r => r.Organisation == "P34-01").Value));
        Assert.Equal(league.Rows.Select(r => r.Organisation), model.Organisations.Select(o => o.Code).Where(c => league.Rows.Any(r => r.Organisation == c)));
    }

    [Fact]
    public void APeriodBeforeTheReformHasBothViewsInThePointsAndInTheLeague()
    {
        var model = Model("DS-05", null, [DrawnSummaries.Of("2025-Q2", ("P63-02", "DS-05", 100), ("P63-08", "DS-05", 200))]);

        var point = Assert.Single(model.Groups[0].Points);
        Assert.Equal(("@all", 300, 63, 34), (model.Groups[0].Group, point.Value, point.Owed, point.AsNow!.Owed));
        Assert.Equal(63, model.Leagues[0].Rows.Count);
        var merged = model.Leagues[0].AsNow!.Single(r => r.Organisation == "P34-08");
        Assert.Equal(("restated", 300, "P63-02 P63-08"), (merged.State, merged.Value, string.Join(' ', merged.MadeOf)));
        Assert.Equal("missing", model.Leagues[0].AsNow!.Single(r => r.Organisation == "P34-15").State);
    }

    [Fact]
    public void FiguresThatOneBodyGivesForTheNationAreOneCourseWhoeverOwnedThem()
    {
        var indicator = TheCatalogue.Default.Indicators.First(i => i.NationalOnly && i.Owners.Count > 1);
        var (first, last) = (indicator.Owners[0], indicator.Owners[^1]);
        var before = Period.Containing(indicator.Frequency, first.Until!.Value.AddMonths(-14));
        var after = Period.Containing(indicator.Frequency, first.Until!.Value.AddMonths(14));

        var model = Model(indicator.Code, null, [DrawnSummaries.Of(before.ToString(), (first.Organisation, indicator.Code, 3)), DrawnSummaries.Of(after.ToString(), (last.Organisation, indicator.Code, 5))]);

        var course = Assert.Single(model.Groups);
        Assert.Equal((last.Organisation, "owner"), (course.Group, course.Level));
        Assert.Equal([3.0, 5.0], course.Points.Select(p => p.Value!.Value));
    }

    [Fact]
    public void APeriodInWhichNobodyReportsAnyMoreHasNoPoint()
    {
        var known = Model("DS-05", null, [DrawnSummaries.Of("2025-Q3", ("P34-01", "DS-05", 4)), DrawnSummaries.Of("2025-Q4", ("P34-01", "DS-05", 6))]);

        var now = Model("DS-05", known, [DrawnSummaries.Of("2025-Q4")]);

        Assert.Equal(["2025-Q3"], now.Groups[0].Points.Select(p => p.Period));
        Assert.All(now.Leagues[0].Rows, r => Assert.Equal("missing", r.State));
    }

    [Fact]
    public void TheIndexHasALineForEachIndicatorAndTheNewestFigureOfThoseThatHaveOne()
    {
        var model = Model("DS-05", null, [DrawnSummaries.Of("2025-Q3", ("P34-01", "DS-05", 4)), DrawnSummaries.Of("2025-Q4", ("P34-01", "DS-05", 6))]);

        var index = IndicatorFold.With(null, [IndicatorFold.LineOf(model)], TheCatalogue.Default);

        Assert.Equal(TheCatalogue.Default.Indicators.Select(i => i.Code), index.Indicators.Select(l => l.Indicator.Code));
        var line = index.Indicators.Single(l => l.Indicator.Code == "DS-05");
        Assert.Equal(("2025-Q4", 6), (line.Newest!.Period, line.Newest.Value));
        Assert.Equal(["2025-Q3", "2025-Q4"], line.Spark.Select(p => p.Period));
        Assert.All(index.Indicators.Where(l => l != line), l => Assert.Null(l.Newest));
        Assert.Equal(JsonSerializer.Serialize(index), JsonSerializer.Serialize(IndicatorFold.With(index, [], TheCatalogue.Default)));
    }

    private static IndicatorModel Model(string code, IndicatorModel? known, IEnumerable<PeriodSummary> summaries) => IndicatorFold.With(
        known,
        TheCatalogue.Indicator(code),
        [.. summaries.Select(s => new IndicatorCuts(s, TheCatalogue.Period(s.Period), withLeague: true, TheCatalogue.Default).Of(TheCatalogue.Indicator(code)))],
        TheCatalogue.Default,
        DrawnSummaries.Today);
}
