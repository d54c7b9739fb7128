using DtPipeline.Ledger;
using DtPipeline.Progress;

namespace DtPipeline.Core.Tests.Progress;

public sealed class OrganisationHistoryTests
{
    [Fact]
    public void APeriodIsSaidAnewAndTheOthersStay()
    {
        var first = HistoryOf("P63-01", ("2023-Q2", "DS-05,100\nDG-05,12\nT22-01,50"), ("2023-Q1", "DS-05,90"));

        var second = first.With(TheCatalogue.Period("2023-Q2"), Ledger("P63-01", "2023-Q2", "DS-05,110\nDG-06,không phát sinh"), TheCatalogue.Default);

        Assert.Equal(["DG-05 2023-Q2=12 A", "DS-05 2023-Q1=90 A, 2023-Q2=100 A"], Said(first));
        Assert.Equal(["DG-06 2023-Q2= M", "DS-05 2023-Q1=90 A, 2023-Q2=110 A"], Said(second));
        Assert.Equal(("P63-01", "Ha Noi", "Hà Nội"), (second.Organisation, second.NameEn, second.NameVi));
    }

    [Fact]
    public void WhatIsTakenBackIsNoPoint()
    {
        var history = OrganisationHistory.Of(TheCatalogue.Organisation("P63-01"))
            .With(TheCatalogue.Period("2023-Q2"), Ledger("P63-01", "2023-Q2", "DS-05,100", "DS-05,,withdrawn"), TheCatalogue.Default);

        Assert.Empty(history.Indicators);
    }

    [Fact]
    public void IndicatorsThatTheCatalogueHasLostStay()
    {
        var history = HistoryOf("P63-01", ("2023-Q2", "DS-05,100"));

        var later = history.With(TheCatalogue.Period("2023-Q2"), LedgerState.Empty, TheCatalogue.Small().Catalogue!);

        Assert.Equal(Said(history), Said(later));
    }

    [Fact]
    public void SeriesGoOnWithWhatTheOrganisationWasAndLeaveOutOtherUnits()
    {
        var old = HistoryOf("P63-01", ("2025-Q1", "DS-05,100"), ("2025-Q2", "DS-05,200"));
        var own = HistoryOf("P34-01", ("2025-Q3", "DS-05,300"), ("2025-Q4", "DS-05,400"));
        own = own with { Indicators = [own.Indicators[0] with { Points = [own.Indicators[0].Points[0], own.Indicators[0].Points[1] with { Unit = "thousand" }] }] };

        var series = SeriesOf("P34-01", old, own);

        Assert.Equal(["P34-01", "P63-01"], OrganisationSeries.CodesOf(TheCatalogue.Organisation("P34-01"), TheCatalogue.Default));
        Assert.Equal("P34-01 2025-Q1=100, 2025-Q2=200, 2025-Q3=300", Said(Assert.Single(series.All)));
    }

    [Fact]
    public void OfWhomNothingIsKnownOrNothingOfTheIndicatorTheSeriesHasNoPoints()
    {
        var own = HistoryOf("P34-01", ("2025-Q3", "DS-05,300"));

        Assert.Equal("P34-01 2025-Q3=300", Said(SeriesOf("P34-01", own).Of(TheCatalogue.Indicator("DS-05"))));
        Assert.Equal("P34-01 2025-Q3=300", Said(SeriesOf("P34-01", own, HistoryOf("P63-01", ("2025-Q2", "DG-05,12"))).Of(TheCatalogue.Indicator("DS-05"))));
    }

    [Fact]
    public void PointsOfTwoFrequenciesThatBeginOnOneDayAreInTheOrderOfTheirNames()
    {
        var points = "2023-Q1 2023-01 2022-12".Split(' ').Select(p => new HistoryPoint(p, 1, "A", "f", Sent.At));

        Assert.Equal("2022-12 2023-01 2023-Q1", string.Join(' ', IndicatorHistory.Of(TheCatalogue.Indicator("DS-05"), points).Points.Select(p => p.Period)));
    }

    [Fact]
    public void TheSeriesOfANationalFigureIsOfWhoeverOwnedIt()
    {
        var before = HistoryOf("MIC", ("2025-01", "IN-05,40"), ("2025-02", "IN-05,39"));
        var own = HistoryOf("MOST", ("2025-03", "IN-05,38"));

        var series = SeriesOf("MOST", before, own);

        Assert.Contains("MIC", OrganisationSeries.CodesOf(TheCatalogue.Organisation("MOST"), TheCatalogue.Default));
        Assert.Equal("MOST 2025-01=40, 2025-02=39, 2025-03=38", Said(series.Of(TheCatalogue.Indicator("IN-05"))));
        Assert.Equal(["2025-01", "2025-02"], series.Of(TheCatalogue.Indicator("IN-05")).Before(TheCatalogue.Period("2025-03")).Select(p => p.Period.ToString()));
    }

    private static OrganisationSeries SeriesOf(string organisation, params OrganisationHistory[] histories) =>
        new(TheCatalogue.Organisation(organisation), histories.ToDictionary(h => h.Organisation, StringComparer.Ordinal), TheCatalogue.Default);

    private static OrganisationHistory HistoryOf(string organisation, params (string Period, string Rows)[] reports) => reports.Aggregate(
        OrganisationHistory.Of(TheCatalogue.Organisation(organisation)),
        (history, r) => history.With(TheCatalogue.Period(r.Period), Ledger(organisation, r.Period, r.Rows), TheCatalogue.Default));

    private static LedgerState Ledger(string organisation, string period, params string[] files) => files
        .Select(rows => Sent.Text($"indicator,value,status\n{rows}\n", $"{organisation}/{period}/a.csv", new DateTimeOffset(2026, 1, 5, 3, 0, 0, TimeSpan.Zero)))
        .Aggregate(LedgerState.Empty, (state, file) => LedgerFold.Apply(state, file, TheCatalogue.Default).After);

    private static IEnumerable<string> Said(OrganisationHistory history) =>
        history.Indicators.Select(i => FormattableString.Invariant($"{i.Indicator} {string.Join(", ", i.Points.Select(p => FormattableString.Invariant($"{p.Period}={p.Value} {p.Status}")))}"));

    private static string Said(Series series) =>
        $"{series.Whose} {string.Join(", ", series.Points.Select(p => FormattableString.Invariant($"{p.Period}={p.Value}")))}";
}
