using System.Text;
using DtPipeline.Texts;
using FsCheck.Fluent;

namespace DtPipeline.Core.Tests.Texts;

public sealed class MojibakeTests
{
    [Theory]
    [InlineData("Tá»‰nh HÃ\u00A0 Ná»™i", "Tỉnh Hà Nội")]
    [InlineData("Tá»‰nh HÃ  Ná»™i", "Tỉnh Hà Nội")]
    [InlineData("Tá»‰nh HÃ Ná»™i", "Tỉnh Hà Nội")]
    [InlineData("vÃ ", "và")]
    [InlineData("lÃ", "là")]
    [InlineData("TÃªn", "Tên")]
    [InlineData("Ä‘á»“ng", "đồng")]
    [InlineData("cÃ³", "có")]
    [InlineData("khÃ´ng phÃ¡t sinh", "không phát sinh")]
    [InlineData("chÆ°a cÃ³ sá»‘ liá»‡u â€“ â€œchá»â€", "chưa có số liệu – “chá»â€")]
    [InlineData("Ghi chú: TÃªn", "Ghi chú: Tên")]
    [InlineData("TĂªn", "Tên")]
    [InlineData("TiÃªÌ\u0081ng", "Tiếng")]
    public void WhatWasMeantIsGuessed(string text, string guess) => Assert.Equal(guess, Mojibake.Find(text));

    [Theory]
    [InlineData(1252, 1)]
    [InlineData(1252, 2)]
    [InlineData(1252, 3)]
    [InlineData(28591, 1)]
    [InlineData(28591, 2)]
    public void UnicodeReadInACodePageIsFoundHoweverOften(int codePage, int times)
    {
        var encoding = codePage == 28591 ? Encoding.Latin1 : CodePagesEncodingProvider.Instance.GetEncoding(codePage)!;
        string Damage(string text) => Enumerable.Range(0, times).Aggregate(text, (t, _) => encoding.GetString(Encoding.UTF8.GetBytes(t)));
        Always.Holds(Vietnamese.Text(1, 12), text =>
        {
            Assert.Contains(Mojibake.Find(Damage(text)), new[] { CellText.Clean(text), null });
            Assert.Equal(CellText.Clean($"Số liệu {text}"), Mojibake.Find(Damage($"Số liệu {text}")));
        });
    }

    [Theory]
    [InlineData("")]
    [InlineData("THỊ XÃ”, “XÔ, XÔ, XÃ… «Xû, XÃ³, TRÂ°")]
    [InlineData("Mua với «giá»… và «cá»™")]
    [InlineData("Ã, Â, XÃ HỘI, xã hội, MÃ SỐ")]
    [InlineData("Façade, São Tomé, Österreich, Ærø")]
    [InlineData("25 °C, 5 µg/m³")]
    public void HealthyTextIsNotFlagged(string text) => Assert.Null(Mojibake.Find(text));

    [Fact]
    public void HealthyVietnameseIsNotFlagged() => Always.Holds(
        Gen.Elements(Vietnamese.Words.AsEnumerable()).Zip(Gen.Elements("", "”", "…", "»", "’", "–", "²", "™", " ", "®")).ArrayOf(6)
            .Select(words => string.Join(' ', words.Select(w => w.Item1 + w.Item2))),
        text => Assert.Null(Mojibake.Find(text)),
        times: 3000);

    [Fact]
    public void LostLettersAreDamageThatNobodyCanGuess()
    {
        const string Text = "T\uFFFDnh HÃ\u00A0 Ná»™i";

        Assert.Equal((null, true, false), (Mojibake.Find(Text), Mojibake.IsDamaged(Text), Mojibake.IsDamaged("Tỉnh")));
    }

    [Fact]
    public void NoTextThrows() => Always.Holds(
        Gen.Frequency((2, Gen.Elements("ÂÃÄÅÆáâĂ»º¿\u00A0 …".AsEnumerable())), (1, Gen.Choose(0, 0xFFFF).Select(c => (char)c))).ArrayOf().Resize(12),
        text => Mojibake.Find(new string(text)),
        times: 10_000);
}
