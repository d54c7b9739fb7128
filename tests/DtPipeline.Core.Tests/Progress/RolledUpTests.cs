using DtPipeline.Catalogue;
using DtPipeline.Faults;
using DtPipeline.Ledger;
using DtPipeline.Progress;

namespace DtPipeline.Core.Tests.Progress;

public sealed class RolledUpTests
{
    private static readonly Indicator Share = TheCatalogue.Indicator("DG-05");
    private static readonly Indicator Heads = TheCatalogue.Indicator("DS-05");
    private static readonly Indicator Plan = TheCatalogue.Indicator("GOV-01");

    [Fact]
    public void AmountsAreSummed() => Assert.Equal(new RolledUp(60, "sum", 3, 63), Of(Heads, Value(10), Value(20), Value(30)));

    [Fact]
    public void YesesAreCounted() => Assert.Equal(new RolledUp(2, "count_yes", 3, 63), Of(Plan, Value(1), Value(0), Value(1)));

    [Fact]
    public void NoYesIsZeroAndNotNothing() => Assert.Equal(new RolledUp(0, "count_yes", 1, 63), Of(Plan, Value(0)));

    [Fact]
    public void ScoresAreAveraged() => Assert.Equal(new RolledUp(80, "mean", 2, 63), Of(TheCatalogue.Indicator("DG-12"), Value(70), Value(90)));

    [Fact]
    public void TheLargestIsTakenWhereAddingMakesNoSense() =>
        Assert.Equal(new RolledUp(53, "max", 3, 63), Of(TheCatalogue.Indicator("DG-02"), Value(43), Value(53), Value(12)));

    [Fact]
    public void SharesAreWeightedByTheirDenominators() =>
        Assert.Equal(new RolledUp(26, "weighted_mean", 2, 63), Of(Share, Value(50, 100, 200), Value(20, 160, 800)));

    [Fact]
    public void SharesWithoutAllWeightsAreAPlainMeanAndSaySo()
    {
        Assert.Equal(new RolledUp(35, "mean", 2, 63) { WithoutWeight = 1 }, Of(Share, Value(50, 100, 200), Value(20)));
        Assert.Equal(new RolledUp(35, "mean", 2, 63) { WithoutWeight = 1 }, Of(Share, Value(50, 100, 200), Value(20, 160, 0)));
    }

    [Fact]
    public void ANilIsReportedAndGivesNoValueAndAWithdrawalIsNeither() =>
        Assert.Equal(new RolledUp(10, "sum", 2, 63), Of(Heads, Value(10), Answer("M"), Answer("withdrawn")));

    [Theory]
    [InlineData("DS-05", "sum")]
    [InlineData("GOV-01", "count_yes")]
    [InlineData("DG-05", "weighted_mean")]
    [InlineData("DG-12", "mean")]
    [InlineData("DG-02", "max")]
    public void OfNilsAloneIsNoFigure(string code, string method) =>
        Assert.Equal(new RolledUp(null, method, 1, 63), Of(TheCatalogue.Indicator(code), Answer("M")));

    private static RolledUp Of(Indicator indicator, params Observation[] observations) => RolledUp.Of(indicator, observations, 63);

    private static Observation Value(double value, double? numerator = null, double? denominator = null) =>
        Answer("A") with { Value = value, Numerator = numerator, Denominator = denominator };

    private static Observation Answer(string status) => new("X", null, status, null, null, null, "f1", Sent.At, Place.WholeFile);
}
