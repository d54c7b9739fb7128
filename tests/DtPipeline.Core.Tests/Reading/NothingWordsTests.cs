using DtPipeline.Reading;

namespace DtPipeline.Core.Tests.Reading;

public sealed class NothingWordsTests
{
    [Theory]
    [InlineData("")]
    [InlineData("-")]
    [InlineData("--")]
    [InlineData("–")]
    [InlineData("—")]
    [InlineData("___")]
    [InlineData(".")]
    [InlineData("...")]
    [InlineData("…")]
    [InlineData("x")]
    [InlineData("X")]
    [InlineData("n/a")]
    [InlineData("N/A")]
    [InlineData("na")]
    [InlineData("chưa có")]
    [InlineData("Chưa có")]
    [InlineData("chưa có dữ liệu")]
    [InlineData("chưa có số liệu")]
    public void SomeWordsSayThatAValueIsMissing(string text) => Assert.Equal((true, false), (NothingWords.IsMissing(text), NothingWords.IsNil(text)));

    [Theory]
    [InlineData("không có")]
    [InlineData("Không có")]
    [InlineData("không phát sinh")]
    [InlineData("KHÔNG PHÁT SINH")]
    [InlineData("nil")]
    public void SomeWordsSayThatThereIsNothingToReport(string text) => Assert.Equal((false, true), (NothingWords.IsMissing(text), NothingWords.IsNil(text)));

    [Theory]
    [InlineData("0")]
    [InlineData("không")]
    [InlineData("chưa")]
    [InlineData("-5")]
    [InlineData("-.")]
    [InlineData("xx")]
    public void OtherWordsSayNeither(string text) => Assert.Equal((false, false), (NothingWords.IsMissing(text), NothingWords.IsNil(text)));
}
