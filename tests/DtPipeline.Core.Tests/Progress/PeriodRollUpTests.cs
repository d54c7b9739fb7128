using System.Text.Json;
using DtPipeline.Alerts;
using DtPipeline.Catalogue;
using DtPipeline.Faults;
using DtPipeline.Ledger;
using DtPipeline.Progress;

namespace DtPipeline.Core.Tests.Progress;

/// <summary>2023-Q2 with 63 provinces owing; 2023-Q1, 2022-Q4 and a year before are compared with.</summary>
public sealed class PeriodRollUpTests
{
    private static readonly DateTimeOffset Now = new(2023, 7, 10, 2, 0, 0, TimeSpan.Zero);
    private static readonly List<string> Provinces = [.. TheCatalogue.Default.Organisations.Where(o => o.Code.StartsWith("P63-", StringComparison.Ordinal)).Select(o => o.Code)];

    [Fact]
    public void ThirtySixOfSixtyThreeHaveAPlan()
    {
        var current = Reports("2023-Q2", Provinces.Take(46).Select((p, n) => (p, n < 36 ? "GOV-01,có" : "GOV-01,chưa")));

        var summary = RollUp(current).Summarise(Now);

        var groups = summary.Indicators.Single(i => i.Code == "GOV-01").Groups;
        Assert.Equal(["@provinces", "@ministries"], groups.Select(g => g.Group));
        Assert.Equal([new RolledUp(36, "count_yes", 46, 63), new RolledUp(null, "count_yes", 0, 30)], groups.Select(g => g.Figure));
        Assert.Equal(("2023-Q2", Now), (summary.Period, summary.AsOf));
    }

    [Fact]
    public void SpeaksOfEachIndicatorAndFormAndOrganisationOfThePeriodOnly()
    {
        var summary = RollUp(Reports("2023-Q2", [])).Summarise(Now);

        Assert.Equal(["PROV-Q", "CENT-Q"], summary.Forms.Select(f => f.Form));
        Assert.Equal(63 + 30, summary.Organisations.Count);
        Assert.All(summary.Indicators, i => Assert.Equal(Frequency.Quarterly, TheCatalogue.Indicator(i.Code).Frequency));
    }

    [Fact]
    public void ProgressOfTasksIsNoFigureAndNeverMoves()
    {
        var current = Reports("2023-Q2", [("P63-01", "T22-01,90")]);

        var summary = RollUp(current, Reports("2023-Q1", [("P63-01", "T22-01,10")])).Summarise(Now);

        Assert.Empty(summary.Organisations.Single(o => o.Code == "P63-01").Values);
        Assert.DoesNotContain(summary.Indicators, i => i.Code == "T22-01");
        Assert.Empty(Moves(summary, current).SelectMany(m => m.Conditions));
    }

    [Fact]
    public void AFigureIsComparedWithThePreviousPeriodThatHasOneAndWithTheYearBefore()
    {
        var rollUp = RollUp(
            Reports("2023-Q2", Provinces.Select(p => (p, "DS-05,150"))),
            Reports("2023-Q1", [("P63-01", "DG-05,10")]),
            Reports("2022-Q4", Provinces.Select(p => (p, "DS-05,100"))),
            Reports("2022-Q2", Provinces.Skip(1).Select(p => (p, "DS-05,50"))));

        var summary = rollUp.Summarise(Now);

        var indicator = summary.Indicators.Single(i => i.Code == "DS-05");
        var (figure, previous, yearBefore) = (new RolledUp(9450, "sum", 63, 63), new GroupDelta("2022-Q4", 9450, 6300, 3150, 50, "sum", 63, 63), new GroupDelta("2022-Q2", 9300, 3100, 6200, 200, "sum", 62, 63));
        Assert.Equal(new GroupFigure("@provinces", figure, previous, yearBefore), indicator.Groups.Single());
        Assert.Equal(new GroupRollUp("@all", "nation", "Cả nước", "Viet Nam", figure, previous, yearBefore), indicator.RollUps[0]);
        Assert.Equal(
            new OrganisationFigure(150, "A", new Delta("2022-Q4", 100, 50, 50), null)
            {
                NoYearBefore = new NoChange(ChangeReason.BaseMissing),
                Rank = new PeerRank(1, 63) { Change = new RankChange("2022-Q4", 1, 1, 0, 63) },
            },
            summary.Organisations.Single(o => o.Code == "P63-01").Values["DS-05"]);
    }

    [Fact]
    public void AGroupInWhichEverybodyRoseHasNotFallenBecauseSomeHaveNotReportedYet()
    {
        var group = Group(
            "DS-05",
            Reports("2023-Q2", Provinces.Take(40).Select(p => (p, "DS-05,110"))),
            Reports("2023-Q1", Provinces.Skip(5).Select(p => (p, "DS-05,100"))));

        Assert.Equal((4400, 40), (group.Figure.Value, group.Figure.Reported));
        Assert.Equal(new GroupDelta("2023-Q1", 3850, 3500, 350, 10, "sum", 35, 40), group.AgainstPrevious);
    }

    [Theory]
    [InlineData(31, false)]
    [InlineData(32, true)]
    public void AGroupOfWhomLessThanHalfReportedInBothHasNoChange(int inBoth, bool isCompared)
    {
        var group = Group(
            "DS-05",
            Reports("2023-Q2", Provinces.Take(inBoth).Select(p => (p, "DS-05,110"))),
            Reports("2023-Q1", Provinces.Select(p => (p, "DS-05,100"))),
            Reports("2022-Q4", Provinces.Select(p => (p, "DS-05,90"))));

        Assert.Equal(isCompared ? inBoth : null, group.AgainstPrevious?.Compared);
        Assert.Equal(isCompared ? null : new NoChange(ChangeReason.TooFew) { Compared = inBoth, Owed = 63 }, group.NoPrevious);
        Assert.Equal(new NoChange(ChangeReason.BaseMissing), group.NoYearBefore);
    }

    [Fact]
    public void WhoGoesOnUnchangedUnderANewCodeIsComparedWithWhatItWas()
    {
        var current = Reports("2025-Q3", [("P34-01", "DS-05,400\nDG-05,52"), ("P34-08", "DS-05,900")]);
        var rollUp = RollUp(
            current,
            Reports("2025-Q2", [("P63-01", "DS-05,200\nDG-05,50"), ("P63-02", "DS-05,100"), ("P63-08", "DS-05,100")]),
            yearBefore: Reports("2024-Q3", [("P63-01", "DS-05,100")]));

        var summary = rollUp.Summarise(new DateTimeOffset(2025, 10, 1, 2, 0, 0, TimeSpan.Zero));
        var organisations = summary.Organisations;

        Assert.Equal(
            new OrganisationFigure(400, "A", new Delta("2025-Q2", 200, 200, 100), new Delta("2024-Q3", 100, 300, 300)) { Rank = new PeerRank(2, 2) },
            organisations.Single(o => o.Code == "P34-01").Values["DS-05"]);
        var notCompared = new NoChange(ChangeReason.BaseMissing);
        Assert.Equal(new OrganisationFigure(900, "A", null, null) { NoPrevious = notCompared, NoYearBefore = notCompared, Rank = new PeerRank(1, 2) }, organisations.Single(o => o.Code == "P34-08").Values["DS-05"]);
        var alert = Assert.Single(Moves(summary, current).SelectMany(m => m.Conditions), c => c.Holds);
        Assert.Equal("Ha Noi, DS-05 Community digital technology groups: 2025-Q3 against 2025-Q2: 200 → 400 (+100 %).", alert.WhileItHolds.En);
    }

    [Fact]
    public void AGroupIsComparedOverThoseWhoGoOnUnchangedToo()
    {
        var catalogue = TheCatalogue.SmallWith("organisations.csv", "M,province,Middle,Giữa,,2025-06-30,M2,03,,\nM2,province,Middle,Giữa,2025-07-01,,,03,,").Catalogue!;
        var rollUp = new PeriodRollUp(
            Heads("2025-Q3", ("M2", 60), ("NS", 500)), [Heads("2025-Q2", ("M", 40), ("N", 100), ("S", 200))], Heads("2024-Q3"), catalogue);

        var group = rollUp.Summarise(Now).Indicators.Single(i => i.Code == "HEADS").Groups.Single();

        Assert.Equal(new RolledUp(560, "sum", 2, 2), group.Figure);
        Assert.Equal(new GroupDelta("2025-Q2", 60, 40, 20, 50, "sum", 1, 2), group.AgainstPrevious);
    }

    [Fact]
    public void WhatWasTakenInAnotherUnitIsShownInItAndNeitherAddedNorCompared()
    {
        var current = Reports("2023-Q2", [("P63-01", "DS-05,150"), ("P63-02", "DS-05,10")]);
        var previous = Reports("2023-Q1", [("P63-01", "DS-05,100"), ("P63-02", "DS-05,5")]);
        current = InThousands(current, "P63-01");

        var summary = RollUp(current, InThousands(previous, "P63-02")).Summarise(Now);

        Assert.Equal(new RolledUp(10, "sum", 1, 63), summary.Indicators.Single(i => i.Code == "DS-05").Groups.Single().Figure);
        var (inOther, missing) = (new NoChange(ChangeReason.OtherUnit), new NoChange(ChangeReason.BaseMissing));
        Assert.Equal(new OrganisationFigure(150, "A", null, null) { Unit = "thousand", NoPrevious = inOther, NoYearBefore = inOther }, summary.Organisations.Single(o => o.Code == "P63-01").Values["DS-05"]);
        Assert.Equal(new OrganisationFigure(10, "A", null, null) { NoPrevious = missing, NoYearBefore = missing }, summary.Organisations.Single(o => o.Code == "P63-02").Values["DS-05"]);
        Assert.DoesNotContain(Moves(summary, current).SelectMany(m => m.Conditions), c => c.Holds);
    }

    [Fact]
    public void AnOrganisationShowsItsAnswersAndObligations()
    {
        var current = Reports("2023-Q2", [("P63-01", "DG-05,12\nDG-06,không có\nDG-13,9\nDE-08,abc"), ("P63-01", "DG-13,,withdrawn")]);

        var organisation = RollUp(current).Summarise(Now).Organisations.Single(o => o.Code == "P63-01");

        Assert.Equal(["DG-05", "DG-06"], organisation.Values.Keys);
        var nil = new NoChange(ChangeReason.ValueMissing);
        Assert.Equal(new OrganisationFigure(null, "M", null, null) { NoPrevious = nil, NoYearBefore = nil }, organisation.Values["DG-06"]);
        Assert.Equal(new OrganisationObligation("PROV-Q", "on_time", Sent.At, Sent.At, 2, 25) { Incomplete = true }, Assert.Single(organisation.Obligations));
    }

    [Fact]
    public void ShowsWhatIsIncompleteBesideWhatIsOnTime()
    {
        var whole = string.Join('\n', TheCatalogue.Form("PROV-Q").Indicators.Where(i => i.Required).Select(i => $"{i.Indicator},không phát sinh"));
        var summary = JsonSerializer.SerializeToNode(RollUp(Reports("2023-Q2", [("P63-01", "DG-05,12"), ("P63-48", $"{whole}\nP06-05,3")])).Summarise(Now), JsonSerializerOptions.Web)!;

        var form = summary["forms"]!.AsArray().Single(f => f!["form"]!.GetValue<string>() == "PROV-Q")!;
        Assert.Equal((1, 2), (form["incomplete"]?.GetValue<int>(), form["states"]!["on_time"]!.GetValue<int>()));
        bool? Of(string code) => summary["organisations"]!.AsArray().Single(o => o!["code"]!.GetValue<string>() == code)!["obligations"]![0]!["incomplete"]?.GetValue<bool>();
        Assert.Equal((true, false, false), (Of("P63-01"), Of("P63-48"), Of("P63-79")));
    }

    [Fact]
    public void AnExemptOrganisationOwesNoValueAndANilIsReported()
    {
        var grants = new Grants([new Grant("PROV-Q", "P63-79", "2023-Q2", GrantKind.Exemption, null, "QĐ 1", new DateOnly(2023, 6, 1), "bão")]);
        var all = TheCatalogue.Default;
        var catalogue = new ReportingCatalogue(all.Organisations, all.Indicators, all.Forms, all.Regimes, all.Tasks, all.Calendar) { Grants = grants };
        var current = Reports("2023-Q2", [("P63-01", "DS-05,10"), ("P63-48", "DS-05,không phát sinh")]);

        var group = new PeriodRollUp(current, [Reports("2023-Q1", [])], Reports("2022-Q2", []), catalogue).Summarise(Now).Indicators.Single(i => i.Code == "DS-05").Groups.Single();

        Assert.Equal((10, 2, 62), (group.Figure.Value, group.Figure.Reported, group.Figure.Owed));
    }

    [Fact]
    public void AnExemptOrganisationThatReportsAllTheSameIsCounted()
    {
        var grants = new Grants([new Grant("PROV-Q", "P63-01", "2023-Q2", GrantKind.Exemption, null, "QĐ 1", new DateOnly(2023, 6, 1), "bão")]);
        var all = TheCatalogue.Default;
        var catalogue = new ReportingCatalogue(all.Organisations, all.Indicators, all.Forms, all.Regimes, all.Tasks, all.Calendar) { Grants = grants };

        var summary = new PeriodRollUp(Reports("2023-Q2", [("P63-01", "DS-05,10")]), [Reports("2023-Q1", [])], Reports("2022-Q2", []), catalogue).Summarise(Now);

        string Counted(string code) => summary.Indicators.Single(i => i.Code == code).Groups[0].Figure is var f ? $"{f.Value} {f.Reported}/{f.Owed}" : string.Empty;
        Assert.Equal(("10 1/63", " 0/62"), (Counted("DS-05"), Counted("GOV-01")));
    }

    [Fact]
    public void TellsOfEachValueWhetherItMoved()
    {
        var current = Reports("2023-Q2", [("P63-01", "DS-05,200\nDG-05,26\nDG-06,50")]);

        var (organisation, conditions) = Assert.Single(Moves(RollUp(current, Reports("2023-Q1", [("P63-01", "DS-05,100\nDG-05,25")])).Summarise(Now), current));

        Assert.Equal("P63-01", organisation.Code);
        Assert.Equal([("DG-05", false), ("DG-06", false), ("DS-05", true)], conditions.Select(c => (c.Subject.Indicator!, c.Holds)));
        Assert.All(conditions, c => Assert.Equal(AlertType.ValueMoved, c.Subject.Type));
    }

    [Fact]
    public void SaysNothingOfPartitionsThatHoldNothing() => Assert.Empty(Moves(RollUp(Reports("2023-Q2", [])).Summarise(Now), Reports("2023-Q2", [])));

    private static PeriodRollUp RollUp(PeriodLedgers current, PeriodLedgers? previous = null, PeriodLedgers? beforeThat = null, PeriodLedgers? yearBefore = null) => new(
        current,
        [previous ?? Reports("2023-Q1", []), beforeThat ?? Reports("2022-Q4", [])],
        yearBefore ?? Reports("2022-Q2", []),
        TheCatalogue.Default);

    private static IEnumerable<(Organisation Organisation, IReadOnlyList<AlertCondition> Conditions)> Moves(PeriodSummary summary, PeriodLedgers current) =>
        AllMoves.Of(summary, current, TheCatalogue.Default);

    private static GroupFigure Group(string indicator, PeriodLedgers current, PeriodLedgers? previous = null, PeriodLedgers? beforeThat = null) =>
        RollUp(current, previous, beforeThat).Summarise(Now).Indicators.Single(i => i.Code == indicator).Groups.Single();

    /// <summary>Ledgers after these reports; where an organisation sends several, in turn.</summary>
    private static PeriodLedgers Reports(string period, IEnumerable<(string Organisation, string Rows)> reports)
    {
        var ledgers = new Dictionary<string, LedgerState>(StringComparer.Ordinal);
        var (of, at) = (TheCatalogue.Period(period), Sent.At);
        if (of.LastDay.Year > at.Year)
        {
            at = new DateTimeOffset(of.LastDay, TimeOnly.MinValue, TimeSpan.Zero);
        }

        foreach (var (organisation, rows) in reports)
        {
            var filing = Sent.Text($"indicator,value,status\n{rows}\n", $"{organisation}/{period}/a.csv", at);
            ledgers[organisation] = LedgerFold.Apply(ledgers.GetValueOrDefault(organisation, LedgerState.Empty), filing, TheCatalogue.Default).After;
        }

        return new PeriodLedgers(of, ledgers);
    }

    private static PeriodLedgers InThousands(PeriodLedgers ledgers, string organisation)
    {
        var state = ledgers.ByOrganisation[organisation];
        var changed = state with { Observations = state.Observations.ToDictionary(o => o.Key, o => o.Value with { Unit = "thousand" }) };
        return ledgers with { ByOrganisation = new Dictionary<string, LedgerState>(ledgers.ByOrganisation, StringComparer.Ordinal) { [organisation] = changed } };
    }

    /// <summary>Ledgers that hold HEADS of the small catalogue.</summary>
    private static PeriodLedgers Heads(string period, params (string Organisation, double Value)[] values) => new(
        TheCatalogue.Period(period),
        values.ToDictionary(v => v.Organisation, v => LedgerState.Empty with
        {
            Observations = new Dictionary<string, Observation> { ["HEADS"] = new("HEADS", v.Value, "A", null, null, null, "f", Sent.At, Place.WholeFile) },
        }));
}
