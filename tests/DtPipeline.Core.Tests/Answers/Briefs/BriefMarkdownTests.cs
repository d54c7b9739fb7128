using DtPipeline.Answers.Briefs.Documents;

namespace DtPipeline.Core.Tests.Answers.Briefs;

public sealed class BriefMarkdownTests
{
    [Theory]
    [InlineData("a`\n\n# b", "`a'  # b`")]
    [InlineData("<script>\r\n", "`<script> `")]
    public void APlaceIsCodeOnOneLineWhateverItsSheetIsCalled(string place, string written) => Assert.Equal(written, BriefMarkdown.Code(place));

    [Fact]
    public void WhatSomebodyWroteIsNoMarkup() =>
        Assert.Equal("\\[a\\](javascript:1) \\<b\\> \\`c\\` \\#  d", BriefMarkdown.Plain("[a](javascript:1) <b> `c` #\r\nd"));
}
