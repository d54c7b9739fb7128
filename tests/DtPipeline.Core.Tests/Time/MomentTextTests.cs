using DtPipeline.Time;

namespace DtPipeline.Core.Tests.Time;

public sealed class MomentTextTests
{
    private static readonly DateTimeOffset Now = new(2025, 9, 22, 8, 0, 0, TimeSpan.FromHours(7));

    [Theory]
    [InlineData("2025-09-21", "2025-09-21T23:59:59.9999999+07:00")]
    [InlineData("2025-09-22", "2025-09-22T08:00:00.0000000+07:00")]
    [InlineData("2025-09-22T00:30:00Z", "2025-09-22T00:30:00.0000000+00:00")]
    [InlineData("2025-09-22T07:59:59 07:00", "2025-09-22T07:59:59.0000000+07:00")]
    public void ADayCountsToItsEndAndTodayAsFarAsItHasCome(string text, string moment) => Assert.Equal(moment, $"{MomentText.Past("asOf", text, Now).Moment:O}");

    [Theory]
    [InlineData("yesterday", "asOf is 'yesterday'; expected a day 2024-07-01 or a moment 2024-07-01T09:00:00+07:00.")]
    [InlineData("2025-09-23", "asOf is '2025-09-23', which is still to come; now is 22 September 2025, 08:00:00 in Vietnam. Ask for today or earlier.")]
    [InlineData("2025-09-22T08:00:01+07:00", "asOf is '2025-09-22T08:00:01+07:00', which is still to come; now is 22 September 2025, 08:00:00 in Vietnam. Ask for today or earlier.")]
    public void WhatCannotBeReadAndWhatIsStillToComeIsRefused(string text, string why)
    {
        var (moment, told) = MomentText.Past("asOf", text, Now);

        Assert.Null(moment);
        Assert.Equal(why, told!.En);
    }

    [Fact]
    public void TheRefusalIsInVietnameseToo() => Assert.Equal(
        "asOf là '2025-09-23', còn ở phía trước; bây giờ là 08:00:00 ngày 22/09/2025 ở Việt Nam. Hãy chọn ngày hôm nay hoặc sớm hơn.",
        MomentText.Past("asOf", "2025-09-23", Now).Why!.Vi);
}
