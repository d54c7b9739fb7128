using DtPipeline.Texts;

namespace DtPipeline.Core.Tests.Texts;

public sealed class SyllableTests
{
    /// <summary>Words of the catalogue that Vietnamese took from elsewhere.</summary>
    private static readonly string[] Foreign = [];

    [Fact]
    public void KnowsEveryWordOfTheCatalogue() => Assert.Equal(
        Foreign,
        Vietnamese.Words
            .Where(w => !w.All(char.IsAscii) && !Syllable.IsVietnamese(w) && !Syllable.IsAbbreviation(w) && w.All(char.IsLower)));

    [Theory]
    [InlineData("hòa")]
    [InlineData("hoà")]
    [InlineData("THÚY")]
    [InlineData("Thuý")]
    [InlineData("quý")]
    [InlineData("qúy")]
    [InlineData("quỳnh")]
    [InlineData("giếng")]
    [InlineData("gì")]
    [InlineData("khuỷu")]
    [InlineData("ngoèo")]
    [InlineData("nghiêng")]
    [InlineData("Đắk")]
    [InlineData("Krông")]
    [InlineData("ướt")]
    [InlineData("yếu")]
    public void KnowsTheSpellingsThatPeopleUse(string word) => Assert.True(Syllable.IsVietnamese(word));

    [Theory]
    [InlineData("")]
    [InlineData("hơà")]
    [InlineData("các̀")]
    [InlineData("càc")]
    [InlineData("tôt")]
    [InlineData("cê")]
    [InlineData("ngê")]
    [InlineData("hoaì")]
    [InlineData("cafộ")]
    [InlineData("fố")]
    [InlineData("nghiêêng")]
    public void KnowsWhatNoVietnameseWordIs(string word) => Assert.False(Syllable.IsVietnamese(word));

    [Theory]
    [InlineData("HĐND", true)]
    [InlineData("UBQGCĐS", true)]
    [InlineData("QĐ", true)]
    [InlineData("đ", true)]
    [InlineData("ESPAĐA", false)]
    [InlineData("hđnd", false)]
    [InlineData("ĐÔ", false)]
    public void KnowsAbbreviations(string word, bool isOne) => Assert.Equal(isOne, Syllable.IsAbbreviation(word));
}
