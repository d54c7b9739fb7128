using DtPipeline.Catalogue;
using FsCheck;
using FsCheck.Fluent;

namespace DtPipeline.Core.Tests.Catalogue;

public sealed class PeriodTests
{
    private static readonly Frequency[] Frequencies = Enum.GetValues<Frequency>();

    private static readonly Gen<(Frequency Frequency, DateOnly Day)> FrequencyAndDay =
        from frequency in Gen.Elements(Frequencies)
        from day in Gen.Choose(new DateOnly(2000, 1, 1).DayNumber, new DateOnly(2099, 12, 31).DayNumber)
        select (frequency, DateOnly.FromDayNumber(day));

    [Fact]
    public void AHundredYearsHaveTheirPeriods() => Assert.Equal(100 * (12 + 4 + 2 + 1), All().Count());

    [Fact]
    public void WhatAPeriodPrintsIsReadBackAsTheSamePeriod()
    {
        foreach (var period in All())
        {
            Assert.True(Period.TryParse(period.ToString(), out var read), period.ToString());
            Assert.Equal(period, read);
        }
    }

    [Fact]
    public void NextAndPreviousUndoEachOther()
    {
        foreach (var period in All())
        {
            Assert.Equal(period, period.Next.Previous);
            Assert.Equal(period, period.Previous.Next);
            Assert.Equal(period, period.YearBefore.YearAfter);
        }
    }

    [Fact]
    public void APeriodEndsOnTheDayBeforeTheNextBegins()
    {
        foreach (var period in All())
        {
            Assert.Equal(period.LastDay.AddDays(1), period.Next.FirstDay);
        }
    }

    [Fact]
    public void PeriodsOfOneFrequencySortByTextAsByTime()
    {
        foreach (var frequency in Frequencies)
        {
            var inTime = All().Where(p => p.Frequency == frequency).OrderBy(p => p.FirstDay).ToList();

            Assert.Equal(inTime, inTime.OrderBy(p => p.ToString(), StringComparer.Ordinal));
        }
    }

    [Fact]
    public void ADayLiesInThePeriodThatContainsIt() => Always.Holds(FrequencyAndDay, c =>
    {
        var period = Period.Containing(c.Frequency, c.Day);

        Assert.Equal(c.Frequency, period.Frequency);
        Assert.InRange(c.Day, period.FirstDay, period.LastDay);
    });

    [Theory]
    [InlineData("2024-06", "2024-06-01", "2024-06-30")]
    [InlineData("2024-02", "2024-02-01", "2024-02-29")]
    [InlineData("2024-Q4", "2024-10-01", "2024-12-31")]
    [InlineData("2024-S2", "2024-07-01", "2024-12-31")]
    [InlineData("2024", "2024-01-01", "2024-12-31")]
    public void HasAFirstAndALastDay(string text, string first, string last)
    {
        var period = TheCatalogue.Period(text);

        Assert.Equal((first, last), ($"{period.FirstDay:O}", $"{period.LastDay:O}"));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("2023-Q5")]
    [InlineData("2023-Q0")]
    [InlineData("2023-Q")]
    [InlineData("2023-Q12")]
    [InlineData("2023-q1")]
    [InlineData("2023Q1")]
    [InlineData("2023_Q1")]
    [InlineData("23-Q1")]
    [InlineData("2023-S3")]
    [InlineData("2023-S0")]
    [InlineData("2023-13")]
    [InlineData("2023-00")]
    [InlineData("2023-1")]
    [InlineData("2023-0x")]
    [InlineData("2023-")]
    [InlineData("2023 ")]
    [InlineData(" 2023")]
    [InlineData("+202")]
    [InlineData("-2023")]
    [InlineData("1999")]
    [InlineData("2100")]
    [InlineData("1999-Q4")]
    [InlineData("2023-06-30")]
    [InlineData("٢٠٢٣")]
    [InlineData("２０２３-Q2")]
    [InlineData("2023-Q２")]
    [InlineData("2023-0６")]
    [InlineData("Q2/2023")]
    public void RejectsWhatIsNoPeriod(string text)
    {
        Assert.False(Period.TryParse(text, out var period));
        Assert.Null(period);
    }

    private static IEnumerable<Period> All() =>
        from frequency in Frequencies
        from year in Enumerable.Range(2000, 100)
        from number in Enumerable.Range(0, 12 / frequency.MonthsOf())
        select Period.Containing(frequency, new DateOnly(year, 1 + (number * frequency.MonthsOf()), 1));
}
