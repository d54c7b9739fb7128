using DtPipeline.Catalogue;
using DtPipeline.Deadlines;

namespace DtPipeline.Core.Tests.Catalogue;

public sealed class DefaultCatalogueTests
{
    [Fact]
    public void LoadsWithoutProblems()
    {
        var reading = CatalogueReader.Read(DefaultCatalogue.TextOf);

        Assert.Empty(reading.Problems);
        Assert.NotNull(reading.Catalogue);
    }

    [Fact]
    public void LoadsTheSameInEveryCulture()
    {
        var organisations = Culture.Of("th-TH", () => CatalogueReader.Read(DefaultCatalogue.TextOf).Catalogue!.Organisations);

        Assert.Equal(new DateOnly(2025, 6, 30), organisations.Single(o => o.Code == "P63-01").ValidTo);
    }

    [Theory]
    [InlineData("2023-06-30", 63, 30)]
    [InlineData("2025-02-28", 63, 30)]
    [InlineData("2025-03-01", 63, 22)]
    [InlineData("2025-06-30", 63, 22)]
    [InlineData("2025-07-01", 34, 22)]
    [InlineData("2025-09-30", 34, 22)]
    public void CountsTheUnitsOfADay(string day, int provinces, int centralBodies)
    {
        var valid = TheCatalogue.Default.Organisations.Where(o => o.IsValidOn(DateOnly.ParseExact(day, "yyyy-MM-dd", null))).ToList();

        Assert.Equal(provinces, valid.Count(o => o.IsIn("@provinces")));
        Assert.Equal(centralBodies, valid.Count(o => o.IsIn("@ministries")));
    }

    [Theory]
    [InlineData("PROV-H", "2025-S1", 63)]
    [InlineData("PROV-Q", "2025-Q2", 63)]
    [InlineData("PROV-M", "2025-06", 63)]
    [InlineData("PROV-Q", "2025-Q3", 34)]
    [InlineData("PROV-M", "2025-07", 34)]
    [InlineData("PROV-A", "2025", 34)]
    [InlineData("CENT-Q", "2023-Q2", 30)]
    [InlineData("CENT-Q", "2025-Q1", 22)]
    [InlineData("PROV-Q", "2022-Q4", 0)]
    [InlineData("PROV-Q", "2025-S1", 0)]
    public void KnowsHowManyOweAFormForAPeriod(string form, string period, int owing)
    {
        var who = TheCatalogue.Default.WhoOwes(TheCatalogue.Form(form), TheCatalogue.Period(period));

        Assert.Equal(owing, who.Count());
    }

    [Fact]
    public void OwesTheFirstHalfOf2025FromOldUnitsAndTheThirdQuarterFromNewOnes()
    {
        var firstHalf = TheCatalogue.Default.WhoOwes(TheCatalogue.Form("PROV-H"), TheCatalogue.Period("2025-S1"));
        var thirdQuarter = TheCatalogue.Default.WhoOwes(TheCatalogue.Form("PROV-Q"), TheCatalogue.Period("2025-Q3"));

        Assert.All(firstHalf, o => Assert.StartsWith("P63-", o.Code, StringComparison.Ordinal));
        Assert.All(thirdQuarter, o => Assert.StartsWith("P34-", o.Code, StringComparison.Ordinal));
    }

    [Fact]
    public void HasADueDayForEveryPeriodThatAFormOwesUntil2030()
    {
        foreach (var form in TheCatalogue.Default.Forms)
        {
            for (var period = form.OwedFrom; period.Year <= 2030; period = period.Next)
            {
                var due = DueDay.Of(form, period, TheCatalogue.Default);

                Assert.True(due.Effective >= due.Nominal, $"{form.Code} {period}");
                Assert.True(TheCatalogue.Default.Calendar.IsWorkingDay(due.Effective), $"{form.Code} {period}");
            }
        }
    }

    [Fact]
    public void AsksInAFormOnlyForIndicatorsOfItsFrequencyThatOrganisationsReport()
    {
        foreach (var form in TheCatalogue.Default.Forms)
        {
            Assert.All(form.Indicators.Select(i => TheCatalogue.Indicator(i.Indicator)), i => Assert.Equal((form.Frequency, false), (i.Frequency, i.NationalOnly)));
        }
    }

    [Fact]
    public void AsksAKindOfOrganisationForAnIndicatorInOneFormOnly()
    {
        var asked = TheCatalogue.Default.Forms.SelectMany(f => f.Indicators.Select(i => (f.OwedBy, i.Indicator))).ToList();

        Assert.Equal(asked.Count, asked.Distinct().Count());
    }

    [Theory]
    [InlineData("T24-01")]
    [InlineData("T24-02")]
    public void ThePlanWantedBeforeTheTwentiethIsInTimeOnTheTwentieth(string task) =>
        Assert.Equal(new DateOnly(2024, 7, 20), TheCatalogue.Task(task).LastDay);

    [Fact]
    public void EveryTaskIsFoundByItsCodeAndItsTitles() => Assert.All(TheCatalogue.Default.Tasks, task =>
    {
        Assert.Same(task, TheCatalogue.Default.FindIndicator(task.Code)!.Task);
        Assert.Same(task, TheCatalogue.Default.Names.FindIndicator(task.TitleVi, task.AssignedOn)!.Task);
        Assert.Same(task, TheCatalogue.Default.Names.FindIndicator(task.TitleEn, task.AssignedOn)!.Task);
    });

    [Fact]
    public void NamesAsSuccessorOnlyOrganisationsThatExistTheDayAfter()
    {
        var ended = TheCatalogue.Default.Organisations.Where(o => o.ValidTo is not null);

        Assert.All(ended, o => Assert.True(TheCatalogue.Organisation(o.SuccessorCode!).IsValidOn(o.ValidTo!.Value.AddDays(1)), o.Code));
    }
}
