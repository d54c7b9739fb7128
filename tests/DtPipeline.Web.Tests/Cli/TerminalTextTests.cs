using DtPipeline.Cli.Showing;

namespace DtPipeline.Web.Tests.Cli;

public sealed class TerminalTextTests
{
    [Theory]
    [InlineData("Đắk Lắk 38,5 %", "Đắk Lắk 38,5 %")]
    [InlineData("\u001b[31mred", "?[31mred")]
    [InlineData("a\u202Excslx", "a?xcslx")]
    [InlineData("two\nlines\tand a tab", "two lines and a tab")]
    [InlineData(null, "")]
    public void WhatOthersWroteDoesNotRuleTheTerminal(string? written, string shown) => Assert.Equal(shown, TerminalText.Of(written));
}
