using System.Text;
using DtPipeline.Texts;
using FsCheck.Fluent;

namespace DtPipeline.Core.Tests.Texts;

public sealed class FoldTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("  –—  ", "")]
    [InlineData("Tỉnh Hà Nội", "tinh ha noi")]
    [InlineData("THÀNH PHỐ ĐÀ NẴNG", "thanh pho da nang")]
    [InlineData("Ðà Nẵng", "da nang")]
    [InlineData("Bà Rịa – Vũng Tàu", "ba ria vung tau")]
    [InlineData("BR-VT", "br vt")]
    [InlineData("  TP.\u00A0Hồ  Chí\tMinh. ", "tp ho chi minh")]
    [InlineData("“Kế hoạch” (năm), 'x'/y", "ke hoach nam x y")]
    [InlineData("Tỷ lệ (%)", "ty le")]
    [InlineData("Nghiên cứu & phát triển", "nghien cuu va phat trien")]
    [InlineData("R&D", "r va d")]
    [InlineData("&", "va")]
    [InlineData("＆", "va")]
    [InlineData("Ｔỉｎｈ　０１", "tinh 01")]
    [InlineData("km²", "km2")]
    [InlineData("Đăk\u00ADNông", "daknong")]
    [InlineData("½ №", "1 2 no")]
    public void NamesAreComparedByTheirLettersAndDigits(string name, string folded) => Assert.Equal(folded, Fold.Of(name));

    [Theory]
    [InlineData("Hòa Bình", "Hoà Bình")]
    [InlineData("Thúy", "Thuý")]
    [InlineData("Đắk Lắk", "Đăk Lăk")]
    public void OldAndNewSpellingsAreEqual(string one, string other) => Assert.Equal(Fold.Of(one), Fold.Of(other));

    [Theory]
    [InlineData("Lí", "Lý")]
    [InlineData("Bắc Kạn", "Bắc Cạn")]
    public void OtherLettersAreNot(string one, string other) => Assert.NotEqual(Fold.Of(one), Fold.Of(other));

    [Theory]
    [InlineData("")]
    [InlineData("tinh ha noi 2025")]
    public void WhatIsFoldedIsTheSameInstance(string text) => Assert.Same(text, Fold.Of(text));

    [Fact]
    public void WhatIsNoLetterSeparates() => Assert.Equal("x y", Fold.Of("\uD800\uFFFE x \uD83D\uDE00y"));

    [Fact]
    public void CaseAndFormDoNotMatter() => Always.Holds(Vietnamese.Text(1, 10), text =>
    {
        var folded = Fold.Of(text);

        Assert.Equal(folded, Fold.Of(text.ToUpperInvariant()));
        Assert.Equal(folded, Fold.Of(text.Normalize(NormalizationForm.FormD)));
        Assert.Matches("^([a-z0-9]+( [a-z0-9]+)*)?$", folded);
    }, times: 1000);

    [Fact]
    public void FoldingAnythingTwiceIsFoldingItOnce() => Always.Holds(Gen.Choose(0, 0xFFFF).Select(c => (char)c).ArrayOf().Resize(20), characters =>
    {
        var folded = Fold.Of(new string(characters));

        Assert.Equal(folded, Fold.Of(folded));
    }, times: 5000);
}
