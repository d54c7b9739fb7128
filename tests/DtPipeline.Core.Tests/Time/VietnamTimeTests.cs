using System.Globalization;
using DtPipeline.Time;

namespace DtPipeline.Core.Tests.Time;

public sealed class VietnamTimeTests
{
    [Theory]
    [InlineData("2023-06-26T16:59:59.999Z", "2023-06-26")]
    [InlineData("2023-06-26T17:00:00.000Z", "2023-06-27")]
    [InlineData("2023-06-26T23:59:59.999+07:00", "2023-06-26")]
    [InlineData("2023-06-27T00:00:00.000+07:00", "2023-06-27")]
    [InlineData("2023-12-31T18:00:00-12:00", "2024-01-01")]
    public void ADayBeginsAtMidnightInVietnam(string moment, string day) =>
        Assert.Equal(day, $"{VietnamTime.DayOf(DateTimeOffset.Parse(moment, CultureInfo.InvariantCulture)):O}");

    [Fact]
    public void AMomentIsTheSameMomentSevenHoursEast()
    {
        var moment = VietnamTime.At(Sent.At);

        Assert.Equal((Sent.At, TimeSpan.FromHours(7), 10), (moment, moment.Offset, moment.Hour));
    }

    [Fact]
    public void AMorningIsNineOClock() =>
        Assert.Equal(new DateTimeOffset(2023, 6, 27, 2, 0, 0, TimeSpan.Zero), VietnamTime.MorningOf(new DateOnly(2023, 6, 27)));

    [Fact]
    public void IsWhatTheTimeZoneDatabaseSays()
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Ho_Chi_Minh");

        foreach (var year in Enumerable.Range(2000, 100))
        {
            Assert.Equal(TimeSpan.FromHours(7), zone.GetUtcOffset(new DateTimeOffset(year, 7, 1, 0, 0, 0, TimeSpan.Zero)));
        }
    }
}
