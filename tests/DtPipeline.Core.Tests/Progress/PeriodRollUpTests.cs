using DtPipeline.Alerts;
using DtPipeline.Catalogue;
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
        var rollUp = RollUp(Reports("2023-Q2", [("P63-01", "T22-01,90")]), Reports("2023-Q1", [("P63-01", "T22-01,10")]));

        Assert.Empty(rollUp.Summarise(Now).Organisations.Single(o => o.Code == "P63-01").Values);
        Assert.DoesNotContain(rollUp.Summarise(Now).Indicators, i => i.Code == "T22-01");
        Assert.Empty(rollUp.Moves().SelectMany(m => m.Conditions));
    }

    [Fact]
    public void AFigureIsComparedWithThePreviousPeriodThatHasOneAndWithTheYearBefore()
    {
        var rollUp = RollUp(
            Reports("2023-Q2", [("P63-01", "DS-05,150"), ("P63-02", "DS-05,90")]),
            Reports("2023-Q1", [("P63-01", "DG-05,10")]),
            Reports("2022-Q4", [("P63-01", "DS-05,100"), ("P63-02", "DS-05,20")]),
            Reports("2022-Q2", [("P63-02", "DS-05,60")]));

        var summary = rollUp.Summarise(Now);

        var group = summary.Indicators.Single(i => i.Code == "DS-05").Groups.Single();
        Assert.Equal((240, 2, 63), (group.Figure.Value, group.Figure.Reported, group.Figure.Owed));
        Assert.Equal(new Delta("2022-Q4", 120, 120, 100), group.AgainstPrevious);
        Assert.Equal(new Delta("2022-Q2", 60, 180, 300), group.AgainstYearBefore);
        Assert.Equal(
            new OrganisationFigure(150, "A", new Delta("2022-Q4", 100, 50, 50), null),
            summary.Organisations.Single(o => o.Code == "P63-01").Values["DS-05"]);
    }

    [Fact]
    public void AnOrganisationShowsItsAnswersAndObligations()
    {
        var current = Reports("2023-Q2", [("P63-01", "DG-05,12\nDG-06,không có\nDG-13,9\nDE-08,abc"), ("P63-01", "DG-13,,withdrawn")]);

        var organisation = RollUp(current).Summarise(Now).Organisations.Single(o => o.Code == "P63-01");

        Assert.Equal(["DG-05", "DG-06"], organisation.Values.Keys);
        Assert.Equal(new OrganisationFigure(null, "M", null, null), organisation.Values["DG-06"]);
        Assert.Equal(new OrganisationObligation("PROV-Q", "on_time", Sent.At, Sent.At, 2, 25), Assert.Single(organisation.Obligations));
    }

    [Fact]
    public void TellsOfEachValueWhetherItMoved()
    {
        var rollUp = RollUp(
            Reports("2023-Q2", [("P63-01", "DS-05,200\nDG-05,26\nDG-06,50")]),
            Reports("2023-Q1", [("P63-01", "DS-05,100\nDG-05,25")]));

        var (organisation, conditions) = Assert.Single(rollUp.Moves());

        Assert.Equal("P63-01", organisation.Code);
        Assert.Equal([("DG-05", false), ("DG-06", false), ("DS-05", true)], conditions.Select(c => (c.Subject.Indicator!, c.Holds)));
        Assert.All(conditions, c => Assert.Equal(AlertType.ValueMoved, c.Subject.Type));
    }

    [Fact]
    public void SaysNothingOfPartitionsThatHoldNothing() => Assert.Empty(RollUp(Reports("2023-Q2", [])).Moves());

    private static PeriodRollUp RollUp(PeriodLedgers current, PeriodLedgers? previous = null, PeriodLedgers? beforeThat = null, PeriodLedgers? yearBefore = null) => new(
        current,
        [previous ?? Reports("2023-Q1", []), beforeThat ?? Reports("2022-Q4", [])],
        yearBefore ?? Reports("2022-Q2", []),
        TheCatalogue.Default);

    /// <summary>Ledgers after these reports; where an organisation sends several, in turn.</summary>
    private static PeriodLedgers Reports(string period, IEnumerable<(string Organisation, string Rows)> reports)
    {
        var ledgers = new Dictionary<string, LedgerState>(StringComparer.Ordinal);
        foreach (var (organisation, rows) in reports)
        {
            var filing = Sent.Text($"indicator,value,status\n{rows}\n", $"{organisation}/{period}/a.csv");
            ledgers[organisation] = LedgerFold.Apply(ledgers.GetValueOrDefault(organisation, LedgerState.Empty), filing, TheCatalogue.Default).After;
        }

        return new PeriodLedgers(TheCatalogue.Period(period), ledgers);
    }
}
