using System.Text;
using DtPipeline.Texts;
using FsCheck.Fluent;

namespace DtPipeline.Core.Tests.Texts;

public sealed class CellTextTests
{
    [Theory]
    [InlineData("")]
    [InlineData("DG-05")]
    [InlineData("1.234,5 %")]
    [InlineData("Tỉnh Hà Nội")]
    [InlineData("one\ntwo\r\nthree\tfour")]
    [InlineData("1\u00A0234")]
    public void ACleanCellIsTheSameInstance(string cell) => Assert.Same(cell, CellText.Clean(cell));

    [Theory]
    [InlineData(" 12 ", "12")]
    [InlineData("\u00A012\u00A0", "12")]
    [InlineData("\u200B 12\uFEFF ", "12")]
    [InlineData("\u202F\u3000\t12\r\n", "12")]
    [InlineData("Hà\u00AD Nội", "Hà Nội")]
    [InlineData("Ha\u0300 No\u0302\u0323i", "Hà Nội")]
    [InlineData("Ha\u200D\u0300", "Hà")]
    [InlineData("1\u00002\u001B3\u007F", "123")]
    [InlineData("Ðà Nẵng, QÐ, ðồng, Ɖắk", "Đà Nẵng, QĐ, đồng, Đắk")]
    [InlineData("\uD83D\uDE00", "\uD83D\uDE00")]
    public void WhatNobodySeesOrMeansIsTakenOut(string cell, string clean) => Assert.Equal(clean, CellText.Clean(cell));

    [Fact]
    public void ALetterUnderAHeapOfMarksKeepsAFew()
    {
        var heap = string.Concat(Enumerable.Repeat("\u0301\u0323", 500_000));

        Assert.InRange(CellText.Clean($"e{heap}a{heap}").Length, 2, 62);
    }

    [Fact]
    public void WhatIsNoCharacterBecomesTheReplacementCharacter() => Assert.Equal("\uFFFD\uFFFDx", CellText.Clean("\uFFFE\uD800x"));

    [Fact]
    public void EveryLetterBecomesWhole()
    {
        foreach (var letter in (OldBytes.Letters + OldBytes.Letters.ToUpperInvariant()).Select(l => l.ToString()))
        {
            Assert.Equal(letter, CellText.Clean(letter.Normalize(NormalizationForm.FormD)));
        }
    }

    [Fact]
    public void CleaningAnythingTwiceIsCleaningItOnce() => Always.Holds(Gen.Choose(0, 0xFFFF).Select(c => (char)c).ArrayOf().Resize(30), characters =>
    {
        var clean = CellText.Clean(new string(characters));

        Assert.Equal(clean, CellText.Clean(clean));
        Assert.True(clean.IsNormalized());
    }, times: 2000);
}
