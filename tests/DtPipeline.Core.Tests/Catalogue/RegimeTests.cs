using DtPipeline.Catalogue;

namespace DtPipeline.Core.Tests.Catalogue;

public sealed class RegimeTests
{
    [Theory]
    [InlineData(25, 0, "2023-06-30", "2023-06-25")]
    [InlineData(15, -1, "2023-04-01", "2023-03-15")]
    [InlineData(15, -1, "2024-01-01", "2023-12-15")]
    [InlineData(5, 1, "2023-12-31", "2024-01-05")]
    [InlineData(31, 0, "2024-02-10", "2024-02-29")]
    [InlineData(30, 0, "2023-02-10", "2023-02-28")]
    [InlineData(1, 0, "2024-02-29", "2024-02-01")]
    public void ADayRuleCountsMonthsAndStaysInsideTheMonth(int day, int months, string month, string expected) =>
        Assert.Equal(expected, $"{new DayRule(day, months).From(DateOnly.ParseExact(month, "yyyy-MM-dd", null)):O}");

    [Fact]
    public void DecreeNineClosesOnThe14thOfTheLastMonthAndOpensOnThe15thBeforeTheFirst()
    {
        var regime = TheCatalogue.Default.Regimes.Single(r => r.Code == "ND09-2019" && r.Frequency == Frequency.Quarterly);
        var period = TheCatalogue.Period("2023-Q2");

        Assert.Equal(new DateOnly(2023, 3, 15), regime.DataFrom.From(period.FirstDay));
        Assert.Equal(new DateOnly(2023, 6, 14), regime.DataTo.From(period.LastDay));
    }

    [Theory]
    [InlineData("2019-02", false)]
    [InlineData("2019-03", true)]
    [InlineData("2023-05", true)]
    [InlineData("2023-06", false)]
    [InlineData("2023-Q1", false)]
    public void AppliesToPeriodsOfItsFrequencyThatEndWhileItIsValid(string period, bool applies)
    {
        var regime = TheCatalogue.Default.Regimes.First(r => r.Frequency == Frequency.Monthly) with
        {
            ValidFrom = new DateOnly(2019, 3, 12),
            ValidTo = new DateOnly(2023, 5, 31),
        };

        Assert.Equal(applies, regime.AppliesTo(TheCatalogue.Period(period)));
    }
}
