using System.Globalization;
using DtPipeline.Answers.Briefs;
using DtPipeline.Answers.Briefs.Figures;

namespace DtPipeline.Core.Tests.Answers.Briefs;

public sealed class BriefScheduleTests
{
    [Theory]
    [InlineData("2024-06-25", "2024-Q1")]
    [InlineData("2024-06-26", "2024-S1")]
    [InlineData("2024-09-26", "2024-Q3")]
    [InlineData("2024-12-26", "2024")]
    [InlineData("2023-03-28", "2023-Q1")]
    public void TheBriefIsOfTheNewestQuartersEndOfWhichAllWasDue(string today, string period) =>
        Assert.Equal(TheCatalogue.Period(period), BriefSchedule.DueOn(DateOnly.Parse(today, CultureInfo.InvariantCulture), TheCatalogue.Default));

    [Fact]
    public void BeforeTheFirstReportWasDueThereIsNone() => Assert.Null(BriefSchedule.DueOn(new DateOnly(2022, 12, 1), TheCatalogue.Default));

    [Theory]
    [InlineData("2024-S1", "2024-S1 2024-Q2 2024-06")]
    [InlineData("2024-Q1", "2024-Q1 2024-03")]
    [InlineData("2024-05", "2024-05")]
    [InlineData("2024", "2024 2024-S2 2024-Q4 2024-12")]
    public void ABriefSpeaksOfWhateverEndsWithItsPeriod(string period, string spoken) =>
        Assert.Equal(spoken, string.Join(' ', BriefScope.Of(TheCatalogue.Period(period))));
}
