using DtPipeline.Catalogue;
using DtPipeline.Ledger;
using DtPipeline.Progress;

namespace DtPipeline.Core.Tests.Progress;

/// <summary>A figure that is counted on from the beginning of each year: with the periods before it in its year it is one count.</summary>
public sealed class RunningTotalTests
{
    private static readonly ReportingCatalogue Catalogue = TheCatalogue.SmallWith(
        "indicators.csv", "TOTAL,Total,Cộng dồn,count,flow,quarterly,sum,organisation,yes,0,,,,50,", "form_indicators.csv", "FORM,TOTAL,no").Catalogue!;

    [Fact]
    public void WithinItsYearItHasGrownByWhatCameSinceAndHasNoPercent()
    {
        var (figure, group) = Of("2024-Q2", [("2024-Q1", 100), ("2023-Q4", 400)], 250, ("2023-Q2", 200));

        Assert.Equal(new Delta("2024-Q1", 100, 150, null) { NoPercent = ChangeReason.RunningTotal }, figure.AgainstPrevious);
        Assert.Equal(new Delta("2023-Q2", 200, 50, 25), figure.AgainstYearBefore);
        Assert.Equal((null, null), (figure.NoPrevious, figure.NoYearBefore));
        Assert.Equal(new GroupDelta("2024-Q1", 250, 100, 150, null, "sum", 1, 1) { NoPercent = ChangeReason.RunningTotal }, group.AgainstPrevious);
        Assert.Equal(new GroupDelta("2023-Q2", 250, 200, 50, 25, "sum", 1, 1), group.AgainstYearBefore);
    }

    [Fact]
    public void InANewYearItHasBegunAnew()
    {
        var (figure, group) = Of("2024-Q1", [("2023-Q4", 400), ("2023-Q3", 300)], 90, ("2023-Q1", 80));

        Assert.Equal((null, new NoChange(ChangeReason.NewYear)), (figure.AgainstPrevious, figure.NoPrevious));
        Assert.Equal((null, new NoChange(ChangeReason.NewYear)), (group.AgainstPrevious, group.NoPrevious));
        Assert.Equal(new Delta("2023-Q1", 80, 10, 12.5), figure.AgainstYearBefore);
    }

    [Fact]
    public void WhereAPeriodOfTheYearIsMissingTheOneBeforeItIsTaken() =>
        Assert.Equal("2024-Q1", Of("2024-Q3", [("2024-Q2", null), ("2024-Q1", 100)], 250, ("2023-Q3", null)).Figure.AgainstPrevious?.Period);

    [Fact]
    public void WhereNoneOfTheYearIsKnownNothingIsComparedAndItSaysWhy()
    {
        var (figure, group) = Of("2024-Q2", [("2024-Q1", null), ("2023-Q4", 400)], 250, ("2023-Q2", null));

        Assert.Equal((new NoChange(ChangeReason.BaseMissing), new NoChange(ChangeReason.BaseMissing)), (figure.NoPrevious, figure.NoYearBefore));
        Assert.Equal((new NoChange(ChangeReason.BaseMissing), new NoChange(ChangeReason.BaseMissing)), (group.NoPrevious, group.NoYearBefore));
    }

    [Theory]
    [InlineData("2024-Q1", "2024-Q2", true, null)]
    [InlineData("2023-Q4", "2024-Q1", false, ChangeReason.NewYear)]
    [InlineData("2023-Q2", "2024-Q2", false, null)]
    [InlineData("2022-Q2", "2024-Q2", false, ChangeReason.NewYear)]
    public void TwoPeriodsOfOneYearAreOneCount(string earlier, string later, bool isOneCount, ChangeReason? why)
    {
        var (total, heads, before, after) = (Catalogue.FindIndicator("TOTAL")!, Catalogue.FindIndicator("HEADS")!, TheCatalogue.Period(earlier), TheCatalogue.Period(later));

        Assert.Equal((isOneCount, why), (OwingMembers.IsOneCount(total, before, after), OwingMembers.WhyNotWith(total, before, after)));
        Assert.Equal((false, null), (OwingMembers.IsOneCount(heads, before, after), OwingMembers.WhyNotWith(heads, before, after)));
        Assert.Equal(ChangeReason.NewDefinition, OwingMembers.WhyNotWith(total with { Breaks = [after] }, before, after));
    }

    [Fact]
    public void FourPeriodsBeforeAreLookedAt() =>
        Assert.Equal(["2024-Q1", "2023-Q4", "2023-Q3", "2023-Q2"], PeriodRollUp.EarlierThan(TheCatalogue.Period("2024-Q2")).Select(p => p.ToString()));

    private static (OrganisationFigure Figure, GroupFigure Group) Of(string period, (string Period, double? Value)[] earlier, double now, (string Period, double? Value) yearBefore)
    {
        var summary = new PeriodRollUp(Ledgers(period, now), [.. earlier.Select(e => Ledgers(e.Period, e.Value))], Ledgers(yearBefore.Period, yearBefore.Value), Catalogue).Summarise(Sent.At);
        return (summary.Organisations.Single(o => o.Code == "N").Values["TOTAL"], summary.Indicators.Single(i => i.Code == "TOTAL").Groups.Single());
    }

    private static PeriodLedgers Ledgers(string period, double? value) => new(
        TheCatalogue.Period(period),
        value is null ? new Dictionary<string, LedgerState>() : new Dictionary<string, LedgerState> { ["N"] = LedgerState.Empty with { Observations = new Dictionary<string, Observation> { ["TOTAL"] = Drawn.Value("TOTAL", value) } } });
}
