using DtPipeline.Catalogue;
using DtPipeline.Ledger;
using DtPipeline.Progress;
using DtPipeline.Progress.Reform;

namespace DtPipeline.Core.Tests.Progress.Reform;

/// <summary>The 63 provinces of 30 June 2025 and the 34 of the day after: every figure as then and as now.</summary>
public sealed class AsNowTests
{
    private static readonly DateOnly Today = new(2025, 11, 3);
    private static readonly string[] Quarterly = ["GOV-01", "DG-05", "DG-06", "DS-05", "DS-06", "IN-01", "DE-08", "P06-06"];
    private static readonly Indicator[] OfEachMethod = [TheCatalogue.Indicator("DS-05"), TheCatalogue.Indicator("DG-05"), TheCatalogue.Indicator("GOV-01")];
    private static readonly string[] AroundTheReform = ["2025-Q2", "2025-Q3", "2025-S1", "2025-S2", "2025-06", "2025-07", "2025"];
    private static readonly string[] Monthly = ["GOV-06", "DG-01", "DG-02", "DG-12", "P06-01"];

    [Fact]
    public void WhatAddsUpIsTheSameForTheNationAsThenAndAsNow() => Always.Holds(
        Drawn.Seeds,
        seed =>
        {
            var random = new Random(seed);
            HasTheSameTotals(Drawn.Ledgers(random, "2025-Q2", TheCatalogue.Default, Quarterly, random.NextDouble()));
            HasTheSameTotals(Drawn.Ledgers(random, "2025-06", TheCatalogue.Default, Monthly, random.NextDouble()));
            HasTheSameTotals(Drawn.Ledgers(random, "2023-Q4", TheCatalogue.Default, Quarterly, share: 1));
        },
        times: 8);

    [Fact]
    public void EachBodyHasWhatAPlainRecomputationOverItsPredecessorsGives() => Always.Holds(
        Drawn.Seeds,
        seed =>
        {
            var random = new Random(seed);
            var ledgers = Drawn.Ledgers(random, "2025-Q2", TheCatalogue.Default, Quarterly, random.NextDouble(), random.NextDouble());
            var restated = new RestatedPeriod(ledgers, TheCatalogue.Default, Today);
            foreach (var (unit, indicator) in restated.Units.Where(u => u.Unit.Kind == OrganisationKind.Province).SelectMany(u => OfEachMethod.Select(i => (u, i))))
            {
                Assert.Equal(Plainly(ledgers, unit.Unit.Code, indicator.Code), restated.Find(unit, indicator)?.Answer is { } answer ? $"{answer.Value:0.######} {answer.Status}" : "nothing");
            }
        },
        times: 8);

    [Fact]
    public void NobodyReportsMoreThanIsOwedOnEitherSideOfTheReform() => Always.Holds(
        Drawn.Seeds,
        seed =>
        {
            var random = new Random(seed);
            foreach (var period in AroundTheReform)
            {
                var summary = WithFilings(random, period).Summarise(new DateTimeOffset(2025, 12, random.Next(1, 31), 3, 0, 0, TimeSpan.Zero));

                Assert.NotEmpty(summary.Forms);
                Assert.All(summary.Forms.SelectMany(f => new[] { f.ReportingRate, f.OnTimeRate, f.Completeness }).OfType<double>(), rate => Assert.InRange(rate, 0, 1));
                Assert.All(summary.Indicators.SelectMany(i => i.RollUps.Select(r => r.Figure).Concat(i.Groups.Select(g => g.Figure))), f => Assert.InRange(f.Reported, 0, f.Owed));
            }
        },
        times: 5);

    [Fact]
    public void ASeriesAsThenIsWhatWasReported() => Always.Holds(
        Drawn.Seeds,
        seed =>
        {
            var ledgers = Drawn.Ledgers(new Random(seed), "2025-Q2", TheCatalogue.Default, Quarterly);
            var asThen = new RestatedPeriod(ledgers, TheCatalogue.Default, ledgers.Period.LastDay);

            Assert.False(asThen.IsChanged);
            Assert.Equal(TheCatalogue.Default.Organisations.Where(o => o.Reports(ledgers.Period)), asThen.Units.Select(u => u.Unit));
            Assert.All(asThen.Units, u => Assert.Equal(
                ledgers.Find(u.Unit.Code, "DS-05") is { IsAnswer: true } given ? given : null, asThen.Find(u, TheCatalogue.Indicator("DS-05"))?.Answer));
        },
        times: 10);

    [Fact]
    public void EveryProvinceOfTheSixtyThreeIsInOneOfTheThirtyFour()
    {
        var units = UnitOfDay.All(TheCatalogue.Period("2025-Q2"), Today, TheCatalogue.Default).Where(u => u.Unit.Kind == OrganisationKind.Province).ToList();

        Assert.Equal((34, 63, 63), (units.Count, units.Sum(u => u.Predecessors.Count), units.SelectMany(u => u.Predecessors).Distinct().Count()));
        Assert.Equal(11, units.Count(u => u.Predecessors.Count == 1));
        Assert.Empty(UnitOfDay.WithoutHeir(TheCatalogue.Period("2025-Q2"), Today, TheCatalogue.Default));
        Assert.Empty(UnitOfDay.WithoutHeir(TheCatalogue.Period("2024"), Today, TheCatalogue.Default));
    }

    [Fact]
    public void ACodeOfTheStatisticsOfficeThatChangedItsOwnerMovesNoFigure()
    {
        var ledgers = Reports("2025-Q2", ("P63-15", "DS-05", 5), ("P63-10", "DS-05", 7), ("P63-24", "DS-05", 11), ("P63-27", "DS-05", 13));
        var restated = new RestatedPeriod(ledgers, TheCatalogue.Default, Today);

        Assert.Equal((12, 24), (Answer(restated, "P34-15", "DS-05"), Answer(restated, "P34-24", "DS-05")));
    }

    [Fact]
    public void TheViewAsNowIsOnlyThereWhereSomebodyIsNotWhatItWas()
    {
        Assert.Null(Summary("2025-12", new DateOnly(2027, 1, 4), monthsBack: 4, yearBefore: "2025-11"));
        Assert.Null(Summary("2024-06", new DateOnly(2024, 7, 1), monthsBack: 4, yearBefore: "2023-06"));
        Assert.NotNull(Summary("2025-09", Today, monthsBack: 4, yearBefore: "2024-09"));
        Assert.Equal(new DateOnly(2025, 6, 30), Summary("2025-06", new DateOnly(2025, 6, 20), monthsBack: 4, yearBefore: "2024-06")!.Day);
    }

    [Fact]
    public void ABodyThatIsNewIsComparedWithWhatItsPredecessorsHad()
    {
        var summary = new AsNowRollUp(
            Reports("2025-Q3", ("P34-08", "DS-05", 330), ("P34-01", "DS-05", 100)),
            [Reports("2025-Q2", ("P63-02", "DS-05", 100), ("P63-08", "DS-05", 200), ("P63-01", "DS-05", 80))],
            Reports("2024-Q3", ("P63-02", "DS-05", 50)),
            TheCatalogue.Default,
            Today).Summarise()!;

        var merged = summary.Organisations.Single(o => o.Code == "P34-08").Values["DS-05"];
        Assert.Equal((330, "unchanged", new Delta("2025-Q2", 300, 30, 10), null), (merged.Value, merged.State, merged.AgainstPrevious, merged.AgainstYearBefore));
        Assert.Equal(new Delta("2025-Q2", 80, 20, 25), summary.Organisations.Single(o => o.Code == "P34-01").Values["DS-05"].AgainstPrevious);
    }

    [Fact]
    public void AGroupIsComparedOverItsBodiesOfTheDay()
    {
        var provinces = TheCatalogue.Default.Organisations.Where(o => o.Kind == OrganisationKind.Province).ToList();
        var now = Reports("2025-Q3", [.. provinces.Where(o => o.ValidTo is null).Select(o => (o.Code, "DS-05", 20.0))]);
        var before = Reports("2025-Q2", [.. provinces.Where(o => o.ValidTo is not null).Select(o => (o.Code, "DS-05", 10.0))]);

        var summary = new AsNowRollUp(now, [before], Reports("2024-Q3"), TheCatalogue.Default, Today).Summarise()!;

        var nation = summary.Indicators.Single(i => i.Code == "DS-05").RollUps[0];
        Assert.Equal(("@all", new AsNowFigure(680, "sum", 34, 34, 0, 0)), (nation.Group, nation.Figure));
        Assert.Equal(new GroupDelta("2025-Q2", 680, 630, 50, 100 * 50.0 / 630, "sum", 34, 34) with { Percent = nation.AgainstPrevious!.Percent }, nation.AgainstPrevious);
    }

    [Fact]
    public void RegionsAreThoseOfTheDay()
    {
        var ledgers = Reports("2025-Q2", ("P63-24", "DS-05", 5), ("P63-27", "DS-05", 7));

        var asThen = new PeriodRollUp(ledgers, [], Reports("2024-Q2"), TheCatalogue.Default).Summarise(Sent.At).Indicators.Single(i => i.Code == "DS-05").RollUps;
        var asNow = new AsNowRollUp(ledgers, [], Reports("2024-Q2"), TheCatalogue.Default, Today).Summarise()!.Indicators.Single(i => i.Code == "DS-05").RollUps;

        Assert.Equal((7, 5), (asThen.Single(r => r.Group == "@region:red-river-delta").Figure.Value, asThen.Single(r => r.Group == "@region:northern-midlands-and-mountains").Figure.Value));
        Assert.Equal((12, null), (asNow.Single(r => r.Group == "@region:red-river-delta").Figure.Value, asNow.Single(r => r.Group == "@region:northern-midlands-and-mountains").Figure.Value));
    }

    [Fact]
    public void TheSeriesOfABodyGoesBackToBeforeItWasThereAndLeavesOutWhatIsNotWhole()
    {
        var periods = new[]
        {
            Reports("2024-Q4", ("P63-02", "DS-05", 10), ("P63-08", "DS-05", 20)),
            Reports("2025-Q1", ("P63-02", "DS-05", 11)),
            Reports("2025-Q2", ("P63-02", "DS-05", 12), ("P63-08", "DS-05", 22)),
            Reports("2025-Q3", ("P34-08", "DS-05", 40)),
        }.Select(l => new RestatedPeriod(l, TheCatalogue.Default, Today));

        var series = RestatedPeriod.SeriesOf(TheCatalogue.Indicator("DS-05"), "P34-08", periods);

        Assert.Equal("2024-Q4 30, 2025-Q2 34, 2025-Q3 40", string.Join(", ", series.Points.Select(p => $"{p.Period} {p.Value}")));
    }

    [Fact]
    public void TheIndexOfTheYearOfTheReformIsThePlainMeanAndBeginsANewSeries()
    {
        var periods = new[]
        {
            Reports("2023", ("P63-02", "DTI-01", 0.5), ("P63-08", "DTI-01", 0.6)),
            Reports("2024", ("P63-02", "DTI-01", 0.6), ("P63-08", "DTI-01", 0.7)),
            Reports("2025", ("P34-08", "DTI-01", 0.72)),
        };
        var series = RestatedPeriod.SeriesOf(TheCatalogue.Indicator("DTI-01"), "P34-08", periods.Select(l => new RestatedPeriod(l, TheCatalogue.Default, Today)));

        Assert.Equal("2023 0.55 A, 2024 0.65 B, 2025 0.72 A", string.Join(", ", series.Points.Select(p => $"{p.Period} {p.Value:0.####} {p.Status}")));
        AsNowValue In(PeriodLedgers now, PeriodLedgers before) =>
            new AsNowRollUp(now, [before], before, TheCatalogue.Default, Today).Summarise()!.Organisations.Single(o => o.Code == "P34-08").Values["DTI-01"];
        Assert.Equal((null, null), (In(periods[1], periods[0]).AgainstPrevious, In(periods[1], periods[0]).AgainstYearBefore));
        Assert.Equal(0.07, In(periods[2], periods[1]).AgainstPrevious!.Absolute, 1e-9);
    }

    private static void HasTheSameTotals(PeriodLedgers ledgers)
    {
        var empty = new PeriodLedgers(ledgers.Period.YearBefore, new Dictionary<string, LedgerState>());
        var asThen = new PeriodRollUp(ledgers, [], empty, TheCatalogue.Default).Summarise(Sent.At).Indicators.ToDictionary(i => i.Code);
        var asNow = new AsNowRollUp(ledgers, [], empty, TheCatalogue.Default, Today).Summarise()!;
        foreach (var indicator in asNow.Indicators)
        {
            Assert.All(indicator.RollUps, r => Assert.InRange(r.Figure.Reported + r.Figure.Incomplete + r.Figure.NotComparable, 0, r.Figure.Owed));
            if (asThen[indicator.Code].RollUps is [var then, ..] && TheCatalogue.Indicator(indicator.Code).Aggregation is Aggregation.Sum or Aggregation.WeightedMean)
            {
                var now = indicator.RollUps.Single(r => r.Group == "@all");

                Assert.Equal(then.Figure.Value is null, now.Figure.Value is null);
                Assert.Equal(then.Figure.Value ?? 0, now.Figure.Value ?? 0, 1e-6);
                Assert.Equal(then.Figure.Method, now.Figure.Method);
            }
        }
    }

    /// <summary>By the column successor_code alone, as somebody would do it with two lists.</summary>
    private static string Plainly(PeriodLedgers ledgers, string unit, string indicator)
    {
        var given = TheCatalogue.Default.Organisations.Where(o => o.SuccessorCode == unit).Select(o => ledgers.Find(o.Code, indicator)).Select(o => o?.Status == "withdrawn" ? null : o).ToList();
        var values = given.Where(o => o?.Value is not null).Select(o => o!).ToList();
        var isWhole = given.TrueForAll(o => o is not null);
        if (given.Count == 1)
        {
            return given[0] is { } only ? $"{only.Value:0.######} {only.Status}" : "nothing";
        }

        if (indicator == "GOV-01" && values.Exists(v => v.Value == 0))
        {
            return "0 A";
        }

        if (!isWhole)
        {
            return "nothing";
        }

        return (values.Count, indicator) switch
        {
            (0, _) => " M",
            (_, "DS-05") => $"{values.Sum(v => v.Value)} A",
            (_, "GOV-01") => "1 A",
            _ when values.TrueForAll(v => v.Denominator > 0) => $"{100 * values.Sum(v => v.Numerator) / values.Sum(v => v.Denominator):0.######} A",
            _ => "nothing",
        };
    }

    /// <summary>Bodies of both sides of the reform file for the period, those that owe nothing among them.</summary>
    private static PeriodRollUp WithFilings(Random random, string period)
    {
        var of = TheCatalogue.Period(period);
        var forms = TheCatalogue.Default.Forms.Where(f => f.IsOwed(of)).ToList();
        var ledgers = new Dictionary<string, LedgerState>(StringComparer.Ordinal);
        foreach (var organisation in TheCatalogue.Default.Organisations.Where(_ => random.Next(4) > 0))
        {
            var spoken = forms.Where(_ => random.Next(3) > 0).ToDictionary(f => f.Code, _ => new DateTimeOffset(2025, random.Next(6, 13), random.Next(1, 29), 1, 0, 0, TimeSpan.Zero));
            ledgers[organisation.Code] = LedgerState.Empty with
            {
                Received = spoken,
                FirstAccepted = spoken.Where(_ => random.Next(3) > 0).ToDictionary(f => f.Key, f => f.Value.AddDays(random.Next(0, 60))),
                Observations = forms.SelectMany(f => f.Indicators).Select(i => i.Indicator).Distinct().Where(_ => random.Next(3) > 0).ToDictionary(i => i, i => Drawn.Value(i, 1)),
            };
        }

        return new PeriodRollUp(new PeriodLedgers(of, ledgers), [], new PeriodLedgers(of.YearBefore, new Dictionary<string, LedgerState>()), TheCatalogue.Default);
    }

    private static AsNowSummary? Summary(string period, DateOnly today, int monthsBack, string yearBefore)
    {
        var earlier = new List<PeriodLedgers>();
        for (var before = TheCatalogue.Period(period).Previous; earlier.Count < monthsBack; before = before.Previous)
        {
            earlier.Add(Reports(before.ToString()));
        }

        return new AsNowRollUp(Reports(period), earlier, Reports(yearBefore), TheCatalogue.Default, today).Summarise();
    }

    private static double? Answer(RestatedPeriod period, string unit, string indicator) =>
        period.Find(period.Units.Single(u => u.Unit.Code == unit), TheCatalogue.Indicator(indicator))?.Answer?.Value;

    private static PeriodLedgers Reports(string period, params (string Organisation, string Indicator, double Value)[] values) => new(
        TheCatalogue.Period(period),
        values.GroupBy(v => v.Organisation).ToDictionary(
            g => g.Key, g => LedgerState.Empty with { Observations = g.ToDictionary(v => v.Indicator, v => Drawn.Value(v.Indicator, v.Value)) }));
}
