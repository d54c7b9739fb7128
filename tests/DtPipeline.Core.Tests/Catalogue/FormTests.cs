namespace DtPipeline.Core.Tests.Catalogue;

public sealed class FormTests
{
    [Theory]
    [InlineData("2022-Q4", false)]
    [InlineData("2023-Q1", true)]
    [InlineData("2024-Q4", true)]
    [InlineData("2025-Q1", false)]
    [InlineData("2024-06", false)]
    [InlineData("2024-S1", false)]
    [InlineData("2024", false)]
    public void IsOwedFromItsFirstPeriodToItsLastOneAtItsOwnFrequency(string period, bool owed)
    {
        var form = TheCatalogue.Form("PROV-Q") with { OwedTo = TheCatalogue.Period("2024-Q4") };

        Assert.Equal(owed, form.IsOwed(TheCatalogue.Period(period)));
    }

    [Fact]
    public void IsOwedWithoutEndWhereNoLastPeriodIsSet() =>
        Assert.True(TheCatalogue.Form("PROV-Q").IsOwed(TheCatalogue.Period("2099-Q4")));

    [Theory]
    [InlineData("P63-01", "2025-Q2", true)]
    [InlineData("P63-01", "2025-Q3", false)]
    [InlineData("P34-01", "2025-Q2", false)]
    [InlineData("P34-01", "2025-Q3", true)]
    [InlineData("MOF", "2025-Q3", false)]
    public void IsOwedByTheMembersOfItsGroupThatExistOnThePeriodsLastDay(string organisation, string period, bool owed) =>
        Assert.Equal(owed, TheCatalogue.Form("PROV-Q").IsOwed(TheCatalogue.Period(period), TheCatalogue.Organisation(organisation)));

    [Theory]
    [InlineData("@all", true, true)]
    [InlineData("@provinces", true, false)]
    [InlineData("@ministries", false, true)]
    [InlineData("MOF", false, true)]
    [InlineData("P63-01", true, false)]
    [InlineData("@nobody", false, false)]
    public void IsOwedByAGroupOrByOneOrganisation(string owedBy, bool province, bool ministry)
    {
        var form = TheCatalogue.Form("PROV-Q") with { OwedBy = owedBy };
        var period = TheCatalogue.Period("2024-Q1");

        Assert.Equal(province, form.IsOwed(period, TheCatalogue.Organisation("P63-01")));
        Assert.Equal(ministry, form.IsOwed(period, TheCatalogue.Organisation("MOF")));
    }
}
