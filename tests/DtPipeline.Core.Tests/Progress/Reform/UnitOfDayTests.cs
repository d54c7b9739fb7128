using DtPipeline.Progress.Reform;

namespace DtPipeline.Core.Tests.Progress.Reform;

/// <summary>Which bodies there are on a day, and of whom a part has gone to another one since 2030-Q1.</summary>
public sealed class UnitOfDayTests
{
    private static readonly DateOnly Day = new(2031, 1, 1);

    [Fact]
    public void ABodyThatTookAnotherInIsNotWhatItWasAndTheOthersAre()
    {
        var units = Of("2030-Q1", Day, "A,province,A,A,,2030-06-30,C,,,,\nC,province,C,C,2000-01-01,,,,,,\nF,province,F,F,,,,,,,");

        Assert.Equal([("C", "A C", true), ("F", "F", false)], units.Select(u => (u.Unit.Code, string.Join(' ', u.Predecessors.Select(p => p.Code)), u.IsChanged)));
    }

    [Theory]
    [InlineData("2030-Q2", "A")]
    [InlineData("2030-Q3", "C")]
    public void ADayBeforeThePeriodEndsCountsAsItsLastDay(string period, string units) =>
        Assert.Equal(units, string.Join(' ', Of(period, new DateOnly(2030, 5, 1), "A,province,A,A,,2030-06-30,C,,,,\nC,province,C,C,2030-07-01,,,,,,").Select(u => u.Unit.Code)));

    [Theory]
    [InlineData("2020-01-01", "")]
    [InlineData("2030-03-31", "")]
    [InlineData("2030-04-01", "A")]
    [InlineData("2031-01-01", "A")]
    [InlineData("2031-01-02", "")]
    public void ABodyIsDividedByWhatWasFormedOfItAfterThePeriodAndUpToTheDay(string formed, string divided)
    {
        var units = Of("2030-Q1", Day, $"A,province,A,A,,,,,,,\nD,province,D,D,{formed},,,,,,A");

        Assert.Equal(divided, string.Join(' ', units.Single(u => u.Unit.Code == "A").Divided.Select(o => o.Code)));
    }

    private static IReadOnlyList<UnitOfDay> Of(string period, DateOnly day, string organisations) => UnitOfDay.All(TheCatalogue.Period(period), day, TheCatalogue.SmallWithFiles(
        ("organisations.csv", $"code,kind,name_en,name_vi,valid_from,valid_to,successor_code,gso_code,iso_3166_2,aliases,split_from\n{organisations}\n"),
        ("tasks.csv", "code,title_en,title_vi,owner_code,assigned_on,due_date,recurrence,source\n")).Catalogue!);
}
