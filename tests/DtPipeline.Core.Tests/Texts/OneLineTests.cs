using DtPipeline.Texts;
using FsCheck.Fluent;

namespace DtPipeline.Core.Tests.Texts;

public sealed class OneLineTests
{
    [Theory]
    [InlineData("Hà Nội", "Hà Nội")]
    [InlineData(" a\r\nBcc: b@x.vn\n\n", "a Bcc: b@x.vn")]
    [InlineData("a\u0000b\u0007c\u0085d", "a b c d")]
    [InlineData("a\u2028b\u2029c\u00a0d", "a b c d")]
    [InlineData("a\u202eb\u200bc\ufeff", "abc")]
    [InlineData("", "")]
    public void NothingInItEndsTheLineOrTurnsItRound(string text, string line) => Assert.Equal(line, OneLine.Of(text, 100));

    [Fact]
    public void HalvesOfCharactersGo() => Assert.Equal("ab", OneLine.Of("a\ud83db", 100));

    [Theory]
    [InlineData("abcdef", 6, "abcdef")]
    [InlineData("abcdefg", 6, "abcde…")]
    [InlineData("ab cdefg", 4, "ab…")]
    [InlineData("abcd😀fg", 6, "abcd…")]
    public void WhatIsTooLongIsCutBetweenCharactersAndSaysSo(string text, int most, string line) => Assert.Equal(line, OneLine.Of(text, most));

    [Fact]
    public void IsNeverLongerThanAskedForAndNeverHoldsAControlCharacter() => Always.Holds(
        Gen.Elements('a', 'ệ', ' ', '\n', '\r', '\0', '\u2028', '\u202e', '\ud83d', '\ude00').ArrayOf().Select(c => new string(c)),
        text =>
        {
            var line = OneLine.Of(text, 20);

            Assert.InRange(line.Length, 0, 20);
            Assert.DoesNotContain(line, c => char.IsControl(c) || c is '\u2028' or '\u202e');
            Assert.Equal(line, OneLine.Of(line, 20));
        });
}
