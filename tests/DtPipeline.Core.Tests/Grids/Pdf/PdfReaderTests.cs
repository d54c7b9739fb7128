using System.Globalization;
using System.IO.Compression;
using System.Text;
using DtPipeline.Grids.Pdf;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Writer;

namespace DtPipeline.Core.Tests.Grids.Pdf;

/// <summary>The lines of a PDF's first page, and what a PDF can do to whoever reads them.</summary>
public sealed class PdfReaderTests
{
    private static readonly string[] Fonts = ["/usr/share/fonts/truetype/dejavu/DejaVuSerif.ttf", "/usr/share/fonts/truetype/liberation/LiberationSerif-Regular.ttf", @"C:\Windows\Fonts\times.ttf"];

    [Fact]
    public void LinesAreToldFromAboveAndPartedWhereColumnsAre() => Assert.Equal(
        ["ỦY BAN NHÂN DÂN|CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", $"{PdfFile.Letterhead}|{PdfFile.Dateline}", "BÁO CÁO"],
        Said(PdfFile.Letter().Bytes()));

    [Fact]
    public void AWrittenFontOfAnyKindIsReadWithoutItsProgram()
    {
        Assert.SkipUnless(Array.Find(Fonts, File.Exists) is { } file, $"None of these fonts is here: {string.Join(", ", Fonts)}.");
        using var builder = new PdfDocumentBuilder();
        var font = builder.AddTrueTypeFont(File.ReadAllBytes(Array.Find(Fonts, File.Exists)!));
        var page = builder.AddPage(PageSize.A4);
        page.AddText(PdfFile.Letterhead, 12, new PdfPoint(70, 742), font);
        page.AddText(PdfFile.Dateline, 12, new PdfPoint(330, 742), font);

        Assert.Equal([$"{PdfFile.Letterhead}|{PdfFile.Dateline}"], Said(builder.Build()));
    }

    [Fact]
    public void ACoverWithoutTextIsTurnedOver() => Assert.Equal(
        "BÁO CÁO",
        Said(PdfFile.Letter().With(2, "[3 0 R]", "[10 0 R 3 0 R]").With(10, "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>").Bytes())[^1]);

    [Fact]
    public void APdfWithAPasswordIsLocked() => Assert.Equal(
        PdfTrouble.Locked,
        PdfReader.Read(PdfFile.Letter().WithTrailer($"/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <{Hex(0x41)}> /U <{Hex(0x42)}> >> /ID [<{Hex(1)}> <{Hex(1)}>]").Bytes()).Trouble);

    [Theory]
    [InlineData("%PDF")]
    [InlineData("%PDF-1.7\n%%EOF")]
    [InlineData("%PDF-1.7\n1 0 obj << /Type /Catalog /Pages 1 0 R >> endobj\ntrailer << /Root 1 0 R >>\n%%EOF")]
    public void ADamagedPdfIsToldToBe(string content) => Assert.Equal(PdfTrouble.Damaged, PdfReader.Read(Encoding.Latin1.GetBytes(content)).Trouble);

    public static TheoryData<string> Endless => new(Traps.Keys.Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Endless))]
    public void WhatWouldNeverEndIsRefusedBeforeItBegins(string trap)
    {
        var content = Traps[trap]().Bytes();
        var before = GC.GetTotalAllocatedBytes();

        Assert.Equal(PdfTrouble.TooMuch, PdfReader.Read(content).Trouble);
        Assert.InRange(GC.GetTotalAllocatedBytes() - before, 0, 400L * 1_048_576);
    }

    [Fact]
    public void PageContentBeyondAnyTextIsNotRead() =>
        Assert.Equal([], Said(PdfFile.Letter().WithMore(6, "BT ", string.Concat(Enumerable.Repeat("q ", 200_000))).Bytes()));

    [Fact]
    public void AProgramOfAFontIsNotRun()
    {
        var withProgram = PdfFile.Letter().With(8, "/StemV 80", "/StemV 80 /FontFile2 10 0 R").WithStream(10, new string('x', 5_000));

        Assert.Equal("BÁO CÁO", Said(withProgram.Bytes())[^1]);
    }

    private static Dictionary<string, Func<PdfFile>> Traps => new(StringComparer.Ordinal)
    {
        ["a map of two thousand million characters"] = () => PdfFile.Letter().WithMore(5, "endcmap", "1 beginbfrange\n<00000000> <7FFFFFFF> <0041>\nendbfrange\n"),
        ["maps of all characters again and again"] = () => PdfFile.Letter().WithMore(5, "endcmap", $"100 beginbfrange\n{string.Concat(Enumerable.Repeat("<0000> <FFFF> <0041>\n", 100))}endbfrange\n"),
        ["widths of two thousand million characters"] = () => PdfFile.Letter().With(7, "/DW 500", "/DW 500 /W [0 2000000000 500]"),
        ["the same content ten thousand times"] = () => PdfFile.Letter().With(3, "/Contents 6 0 R", $"/Contents [{string.Concat(Enumerable.Repeat("6 0 R ", 10_000))}]"),
        ["a stream that unpacks to a thousand times its size"] = () => PdfFile.Letter().WithStream(6, Packed(200), "/Filter /FlateDecode"),
        ["references as deep as there are any"] = () => Enumerable.Range(100, 500).Aggregate(PdfFile.Letter().With(9, "<< /Font", "<< /Properties 100 0 R /Font"), (f, n) => f.With(n, $"<< /Next {n + 1} 0 R >>")),
        ["pages in a ring"] = () => Enumerable.Range(100, 1_200).Aggregate(PdfFile.Letter().With(2, "[3 0 R]", "[100 0 R]"), (f, n) => f.With(n, $"<< /Type /Pages /Ki#64s [{(n == 1_299 ? 100 : n + 1)} 0 R] /Count 1 >>")),
        ["a row wider than memory"] = () => PdfFile.Letter().WithStream(6, Packed(0), "/Filter /FlateDecode /DecodeParms << /Predictor 12 /Columns 250000000 >>"),
    };

    private static List<string> Said(byte[] content) => [.. PdfReader.Read(content).Rows.Select(r => string.Join('|', r))];

    private static string Hex(byte value) => string.Concat(Enumerable.Repeat(value.ToString("X2", CultureInfo.InvariantCulture), 32));

    private static string Packed(int mebibytes)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.SmallestSize))
        {
            var chunk = new byte[1_048_576];
            Array.Fill(chunk, (byte)' ');
            for (var i = 0; i < mebibytes; i++)
            {
                zlib.Write(chunk);
            }

            zlib.Write("q"u8);
        }

        return Encoding.Latin1.GetString(packed.ToArray());
    }
}
