using DtPipeline.Checking;

namespace DtPipeline.Core.Tests.Checking;

public sealed class ProgressWordsTests
{
    [Theory]
    [InlineData("Hoàn thành")]
    [InlineData("Đã hoàn thành")]
    [InlineData("Xong")]
    [InlineData("đã xong")]
    [InlineData("Đã thực hiện")]
    [InlineData("Đã thực hiện xong")]
    [InlineData("Đã ban hành")]
    [InlineData("Đã đạt")]
    [InlineData("Đạt")]
    [InlineData("Có")]
    [InlineData("x")]
    [InlineData("Done")]
    [InlineData("Completed")]
    [InlineData("complete")]
    [InlineData("finished")]
    [InlineData("YES")]
    [InlineData("true")]
    [InlineData("✓")]
    [InlineData("✔")]
    public void WhatIsDoneIsDoneWhole(string text) => Assert.Equal(100, ProgressWords.Find(text));

    [Theory]
    [InlineData("Chưa")]
    [InlineData("Chưa thực hiện")]
    [InlineData("chưa triển khai")]
    [InlineData("Chưa bắt đầu")]
    [InlineData("Chưa ban hành")]
    [InlineData("Không")]
    [InlineData("No")]
    [InlineData("false")]
    [InlineData("Not started")]
    public void WhatHasNotBegunIsNothingOfIt(string text) => Assert.Equal(0, ProgressWords.Find(text));

    [Theory]
    [InlineData("Đang thực hiện")]
    [InlineData("Chưa hoàn thành")]
    [InlineData("gần xong")]
    [InlineData("")]
    public void WhatLiesBetweenIsNotGuessedAt(string text) => Assert.Null(ProgressWords.Find(text));
}
