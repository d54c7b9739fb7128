using DtPipeline.Texts;
using FsCheck.Fluent;

namespace DtPipeline.Core.Tests.Texts;

public sealed class FormulaMarkTests
{
    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("-5", "'-5")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("'=1", "''=1")]
    [InlineData("\uFF1D1", "'\uFF1D1")]
    [InlineData(" =1", "' =1")]
    [InlineData("\uFEFF=1", "'\uFEFF=1")]
    [InlineData("\u00A0\u200B\u202E@SUM(A1)", "'\u00A0\u200B\u202E@SUM(A1)")]
    [InlineData("\0+1", "'\0+1")]
    [InlineData("'tis", "'tis")]
    [InlineData("1-1", "1-1")]
    [InlineData("", "")]
    public void OnlyWhatBeginsAsAFormulaIsMarked(string text, string marked) => Assert.Equal(marked, FormulaMark.Put(text));

    [Fact]
    public void TheMarkComesOffAgainAndWhatIsMarkedBeginsNoFormula() => Always.Holds(
        Gen.Elements("=", "+", "-", "@", "'", "\t", "\r", "\n", "a", "1", "\uFF0B", " ", "\uFEFF", "\u200F").ArrayOf().Select(string.Concat),
        text =>
        {
            Assert.Equal(text, FormulaMark.Off(FormulaMark.Put(text)));
            Assert.False(FormulaMark.BeginsFormula(FormulaMark.Put(text)));
        },
        1_000);
}
