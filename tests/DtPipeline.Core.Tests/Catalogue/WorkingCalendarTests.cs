using System.Text.RegularExpressions;
using DtPipeline.Catalogue;
using FsCheck;
using FsCheck.Fluent;

namespace DtPipeline.Core.Tests.Catalogue;

public sealed partial class WorkingCalendarTests
{
    private static readonly Gen<DateOnly> Day =
        from number in Gen.Choose(new DateOnly(2023, 1, 1).DayNumber, new DateOnly(2027, 12, 31).DayNumber)
        select DateOnly.FromDayNumber(number);

    /// <summary>holidays.csv line by line, without the catalogue's own reader.</summary>
    private static readonly List<(DateOnly Day, string Off)> Lines =
        [.. Line().Matches(DefaultCatalogue.TextOf("holidays.csv")!).Select(m => (DateOnly.ParseExact(m.Groups["day"].Value, "yyyy-MM-dd", null), m.Groups["off"].Value))];

    [Fact]
    public void AgreesWithEveryLineOfTheHolidays()
    {
        Assert.Equal(DefaultCatalogue.TextOf("holidays.csv")!.TrimEnd().Count(c => c == '\n'), Lines.Count);
        Assert.All(Lines.Where(l => l.Off == "yes"), l => Assert.False(IsWorkingDay(l.Day), $"{l.Day:O}"));
        Assert.All(Lines.Where(l => l.Off == "no"), l => Assert.True(IsWorkingDay(l.Day), $"{l.Day:O}"));
    }

    [Fact]
    public void OnlySaturdaysAreWorkedInExchange() =>
        Assert.All(Lines.Where(l => l.Off == "no"), l => Assert.Equal(DayOfWeek.Saturday, l.Day.DayOfWeek));

    [Fact]
    public void WeekendsAreOffAndOtherDaysAreNotUnlessALineSaysOtherwise() => Always.Holds(Day, day =>
    {
        var weekend = day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;

        Assert.Equal(Lines.Where(l => l.Day == day && l.Off != "maybe").Select(l => l.Off == "no").FirstOrDefault(!weekend), IsWorkingDay(day));
    }, 500);

    [Fact]
    public void TheNextWorkingDayIsTheFirstOneNotBeforeTheDay() => Always.Holds(Day, day =>
    {
        var next = TheCatalogue.Default.Calendar.NextWorkingDay(day);

        Assert.True(next >= day && IsWorkingDay(next));
        Assert.DoesNotContain(Enumerable.Range(0, next.DayNumber - day.DayNumber), n => IsWorkingDay(day.AddDays(n)));
    }, 500);

    [Theory]
    [InlineData("2023-06-23", "2023-06-23")]
    [InlineData("2023-06-24", "2023-06-26")]
    [InlineData("2023-06-25", "2023-06-26")]
    [InlineData("2023-01-20", "2023-01-27")]
    [InlineData("2024-05-04", "2024-05-04")]
    [InlineData("2024-04-27", "2024-05-02")]
    [InlineData("2025-04-30", "2025-05-05")]
    [InlineData("2025-01-25", "2025-02-03")]
    [InlineData("2026-08-22", "2026-08-22")]
    [InlineData("2026-08-29", "2026-09-03")]
    public void RollsOverWeekendsAndHolidays(string day, string next) =>
        Assert.Equal(next, $"{TheCatalogue.Default.Calendar.NextWorkingDay(DateOnly.ParseExact(day, "yyyy-MM-dd", null)):O}");

    private static bool IsWorkingDay(DateOnly day) => TheCatalogue.Default.Calendar.IsWorkingDay(day);

    [GeneratedRegex(@"^(?<day>[0-9]{4}-[0-9]{2}-[0-9]{2}),.*,(?<off>yes|no|maybe),(official|estimated|alternative),", RegexOptions.Multiline)]
    private static partial Regex Line();
}
