using DtPipeline.Answers.Views;

namespace DtPipeline.Core.Tests.Answers.Views;

public sealed class ViewWriterTests
{
    [Theory]
    [InlineData("2025-09-25", true, "còn 3 ngày", "in 3 days")]
    [InlineData("2025-09-23", false, "còn 1 ngày", "in 1 day")]
    [InlineData("2025-09-22", true, "là hôm nay", "today")]
    [InlineData("2025-09-21", true, "quá hạn 1 ngày", "1 day overdue")]
    [InlineData("2025-09-21", false, "đã qua 1 ngày", "1 day ago")]
    [InlineData("2025-09-17", true, "quá hạn 5 ngày", "5 days overdue")]
    [InlineData("2025-09-17", false, "đã qua 5 ngày", "5 days ago")]
    public void OnlyWhatIsOwedIsOverdue(string due, bool isOwed, string vietnamese, string english)
    {
        var day = DateOnly.ParseExact(due, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

        Assert.Equal(
            (vietnamese, english), (new ViewWriter(DrawnStore.Ask("vi")).Away(day, isOwed), new ViewWriter(DrawnStore.Ask("en")).Away(day, isOwed)));
    }
}
