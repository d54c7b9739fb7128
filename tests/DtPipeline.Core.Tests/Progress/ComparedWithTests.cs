using DtPipeline.Catalogue;
using DtPipeline.Ledger;
using DtPipeline.Progress;

namespace DtPipeline.Core.Tests.Progress;

/// <summary>With whose earlier value a value is compared where its body, or the owner of the figure, is not what it was.</summary>
public sealed class ComparedWithTests
{
    [Fact]
    public void AFigureOfTheNationIsComparedWithThatOfItsOwnerThen()
    {
        var summary = Summary(Ledgers("2025-03", ("MOST", Drawn.Value("IN-05", 38))), Ledgers("2025-02", ("MIC", Drawn.Value("IN-05", 40))));

        Assert.Equal(new Delta("2025-02", 40, -2, null), summary.Organisations.Single(o => o.Code == "MOST").Values["IN-05"].AgainstPrevious);
        Assert.Equal(new GroupDelta("2025-02", 38, 40, -2, null, "max", 1, 1), summary.Indicators.Single(i => i.Code == "IN-05").RollUps.Single().AgainstPrevious);
    }

    [Fact]
    public void WhoGaveAFigureOfTheNationWithoutOwningItIsComparedWithItself()
    {
        var summary = Summary(
            Ledgers("2025-03", ("MOST", Drawn.Value("IN-05", 38)), ("P63-01", Drawn.Value("IN-05", 50))),
            Ledgers("2025-02", ("MIC", Drawn.Value("IN-05", 40)), ("P63-01", Drawn.Value("IN-05", 60))));

        Assert.Equal(new Delta("2025-02", 60, -10, null), summary.Organisations.Single(o => o.Code == "P63-01").Values["IN-05"].AgainstPrevious);
    }

    [Fact]
    public void OfWhoReportsThePeriodNoMoreNoChangeIsTold()
    {
        var current = Ledgers("2025-Q3", ("P34-01", Drawn.Value("DS-05", 100)), ("P63-02", Drawn.Value("DS-05", 10)));
        var summary = Summary(current, Ledgers("2025-Q2", ("P63-01", Drawn.Value("DS-05", 80)), ("P63-02", Drawn.Value("DS-05", 5))));

        var changes = ValueChange.AllOf(summary, current, TheCatalogue.Default).ToDictionary(c => c.Owner.Organisation.Code, c => Assert.Single(c.Changes).Delta);

        Assert.Equal((new Delta("2025-Q2", 80, 20, 25), null), (changes["P34-01"], changes["P63-02"]));
    }

    [Fact]
    public void ABreakUnderTheNewCodeKeepsTheBodyFromWhatItWasUnderTheOldOne()
    {
        var summary = Summary(
            Ledgers("2025-Q4", ("P34-01", Drawn.Value("DS-05", 400, status: "B"))), Ledgers("2025-Q3", ("P34-01", Drawn.Value("DS-05", 300))), Ledgers("2025-Q2", ("P63-01", Drawn.Value("DS-05", 200))));

        var value = summary.Organisations.Single(o => o.Code == "P34-01").Values["DS-05"];
        Assert.Equal((null, new NoChange(ChangeReason.NewDefinition)), (value.AgainstPrevious, value.NoPrevious));
    }

    [Fact]
    public void WhoWasGrantedMoreTimeHasADueDayOfItsOwn()
    {
        var until = new DateOnly(2023, 7, 14);
        var catalogue = TheCatalogue.Default.With(new Grants([new Grant("PROV-Q", "P63-01", "2023-Q2", GrantKind.Extension, until, "QĐ 1", new DateOnly(2023, 6, 1), "bão")]));

        var organisations = new PeriodRollUp(Ledgers("2023-Q2"), [], Ledgers("2022-Q2"), catalogue).Summarise(Sent.At).Organisations;

        DateOnly? Of(string code) => Assert.Single(organisations.Single(o => o.Code == code).Obligations).DueDay;
        Assert.Equal((until, null), (Of("P63-01"), Of("P63-02")));
    }

    private static PeriodSummary Summary(PeriodLedgers current, params PeriodLedgers[] earlier) =>
        new PeriodRollUp(current, earlier, PeriodLedgers.None(current.Period.YearBefore), TheCatalogue.Default).Summarise(Sent.At);

    private static PeriodLedgers Ledgers(string period, params (string Organisation, Observation Observation)[] given) => new(
        TheCatalogue.Period(period),
        given.ToDictionary(g => g.Organisation, g => LedgerState.Empty with { Observations = new Dictionary<string, Observation> { [g.Observation.Indicator] = g.Observation } }));
}
