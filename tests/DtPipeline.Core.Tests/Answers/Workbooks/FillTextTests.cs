using DocumentFormat.OpenXml.Spreadsheet;
using DtPipeline.Answers.Workbooks;

namespace DtPipeline.Core.Tests.Answers.Workbooks;

public sealed class FillTextTests
{
    [Theory]
    [InlineData("solid|rgb=FFFFFF00|indexed=64")]
    [InlineData("solid|theme=4,tint=0.39997558519241921|")]
    [InlineData("lightUp||auto=1")]
    public void AFillIsReadAsItWasWritten(string text) => Assert.Equal(text, FillText.Of(FillText.Parse(text)));

    [Theory]
    [InlineData("")]
    [InlineData("solid")]
    [InlineData("none||")]
    [InlineData("Solid|rgb=FFFFFF00|")]
    [InlineData("mystery|rgb=FFFFFF00|")]
    public void WhatSaysNoFillIsNone(string text)
    {
        var fill = FillText.Parse(text);

        Assert.Equal(PatternValues.None, fill.PatternFill!.PatternType!.Value);
        Assert.Null(FillText.Of(fill));
    }
}
