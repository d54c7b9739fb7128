using System.Text;
using DtPipeline.Texts;
using FsCheck.Fluent;

namespace DtPipeline.Core.Tests.Texts;

public sealed class OldFontTextTests
{
    private static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    [Theory]
    [InlineData("TØnh Hµ Nam", "Tỉnh Hà Nam")]
    [InlineData("Tû lÖ (%)", "Tỷ lệ (%)")]
    [InlineData("Sè liÖu 2025: 1.234,5", "Số liệu 2025: 1.234,5")]
    [InlineData("§¬n vÞ tÝnh", "Đơn vị tính")]
    [InlineData("Sè l\u00ADîng", "Số lượng")]
    [InlineData("TØNH §¾K L¾K", "TỉNH ĐắK LắK")]
    public void Tcvn3IsRepaired(string cell, string text) => IsRepaired(cell, text, "TCVN3 (ABC)");

    [Theory]
    [InlineData("Tænh Haø Nam", "Tỉnh Hà Nam")]
    [InlineData("Soá lieäu naêm 2025", "Số liệu năm 2025")]
    [InlineData("Ñôn vò tính", "Đơn vị tính")]
    [InlineData("UÛY BAN NHAÂN DAÂN", "ỦY BAN NHÂN DÂN")]
    public void VniIsRepaired(string cell, string text) => IsRepaired(cell, text, "VNI");

    [Theory]
    [InlineData("")]
    [InlineData("DG-05 1.234,5")]
    [InlineData("Résumé de l’été à Saint-Étienne, garçon, œuvre, Noël, maïs")]
    [InlineData("Café “naïve” – façade")]
    [InlineData("Hà, thì là, cô, số é")]
    [InlineData("ôtô, Panô, càphê")]
    [InlineData("km², 25 °C, 5µg/m³, ±3, ½, §5, £m, ©2024, Ghi chú¹, «là»")]
    [InlineData("thé")]
    [InlineData("Sè")]
    [InlineData("São Paulo, Köln, Malmö, España")]
    public void OtherTextIsLeftAlone(string cell) => IsLeftAlone(cell);

    [Fact]
    public void VietnameseInUnicodeIsLeftAlone() => Always.Holds(Vietnamese.Text(1, 12), IsLeftAlone, times: 2000);

    [Fact]
    public void LatinLettersOfVietnameseInUnicodeAreLeftAlone() =>
        Always.Holds(Gen.Elements(Vietnamese.Words.Where(w => w.All(c => c <= 'ÿ'))).ArrayOf(4).Select(w => string.Join(' ', w)), IsLeftAlone, times: 2000);

    [Fact]
    public void Tcvn3IsRepairedExactlyOrNotAtAll() => Always.Holds(
        Vietnamese.Text(1, 8), text => Assert.Contains(Repaired(OldBytes.Tcvn3(text)), new[] { null, OldBytes.Tcvn3Text(text) }), times: 2000);

    [Fact]
    public void VniIsRepairedExactlyOrNotAtAll() =>
        Always.Holds(Vietnamese.Text(1, 8), text => Assert.Contains(Repaired(OldBytes.Vni(text)), new[] { null, text }), times: 2000);

    private static string? Repaired(byte[] bytes) => OldFontText.TryRepair(Windows1252.GetString(bytes), out var repaired, out _) ? repaired : null;

    private static void IsRepaired(string cell, string text, string encoding)
    {
        Assert.True(OldFontText.TryRepair(cell, out var repaired, out var name));
        Assert.Equal((text, encoding), (repaired, name));
    }

    private static void IsLeftAlone(string cell)
    {
        Assert.False(OldFontText.TryRepair(cell, out var repaired, out var name));
        Assert.Equal((cell, null), (repaired, name));
    }
}
