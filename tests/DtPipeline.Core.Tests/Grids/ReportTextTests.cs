using System.Text;
using DtPipeline.Core.Tests.Texts;
using DtPipeline.Faults;
using DtPipeline.Grids;
using FsCheck.Fluent;

namespace DtPipeline.Core.Tests.Grids;

public sealed class ReportTextTests
{
    private static readonly Dictionary<string, (string Name, Func<string, byte[]> Encode, Func<string, string> Left)> OldOnes = new(StringComparer.Ordinal)
    {
        ["Windows-1258 typed"] = ("Windows-1258", OldBytes.Windows1258, t => t),
        ["Windows-1258 converted"] = ("Windows-1258", OldBytes.Windows1258Precomposed, t => t),
        ["TCVN3 (ABC)"] = ("TCVN3 (ABC)", OldBytes.Tcvn3, OldBytes.Tcvn3Text),
        ["VNI"] = ("VNI", OldBytes.Vni, t => t),
    };

    public static TheoryData<string> Olds => [.. OldOnes.Keys];

    [Theory]
    [MemberData(nameof(Olds))]
    public void AReportInAnOldEncodingIsReadExactlyAndItsSenderTold(string old) => Always.Holds(Vietnamese.Text(30, 80), text =>
    {
        var (name, encode, left) = OldOnes[old];

        var decoded = ReportText.Decode(encode(text));

        Assert.Null(decoded.Fault);
        Assert.Equal(left(text), decoded.ReadAll());
        Assert.Equal([FaultKinds.FileTextEncoding.At(Place.WholeFile, name)], decoded.Remarks);
    });

    [Theory]
    [MemberData(nameof(Olds))]
    public void AFewWordsAreReadExactlyOrNotAtAll(string old) => Always.Holds(Vietnamese.Text(1, 9), text =>
    {
        var (_, encode, left) = OldOnes[old];

        var decoded = ReportText.Decode(encode(text));

        Assert.Equal(decoded.Fault is null ? left(text) : string.Empty, decoded.ReadAll());
    }, times: 2000);

    [Theory]
    [MemberData(nameof(Olds))]
    public void EveryLetterIsReadInEveryPlace(string old)
    {
        var (_, encode, left) = OldOnes[old];
        const string Sentence = "Báo cáo kết quả thực hiện kế hoạch chuyển đổi số của tỉnh năm nay";
        foreach (var letter in OldBytes.Letters + OldBytes.Letters.ToUpperInvariant())
        {
            var text = $"{Sentence}\n{letter}\n1.234,5;0,8\n";

            Assert.Equal(left(text), ReportText.Decode(encode(text)).ReadAll());
        }
    }

    [Theory]
    [InlineData("Les résultats de l'été étaient très élevés à l'école française")]
    [InlineData("Gemäß der Prüfung: größer als üblich, Straße, Größe")]
    [InlineData("São Paulo não está à disposição da população")]
    [InlineData("El año pasado la señora vivía en España también")]
    public void AWesternTextIsReadAsWindows1252(string text)
    {
        var decoded = ReportText.Decode(OldBytes.Windows1252(text));

        Assert.Equal(text, decoded.ReadAll());
        Assert.Equal([FaultKinds.FileTextEncoding.At(Place.WholeFile, "Windows-1252")], decoded.Remarks);
    }

    [Theory]
    [InlineData("DG-05,12,“quoted” – and so on…\n")]
    [InlineData("km²,25\u00A0°C,±0.5\n")]
    public void SignsThatAreTheSameInEveryEncodingTellNoneApart(string text) =>
        Assert.Equal(text, ReportText.Decode(OldBytes.Windows1252(text)).ReadAll());

    [Theory]
    [InlineData("L\u00EA")]
    [InlineData("th\u00E9")]
    [InlineData("ph\u00E8 ph\u00E8 ph\u00E8")]
    [InlineData("N\u00D0-CP")]
    [InlineData("\u00D0")]
    [InlineData("\u00FF\u00FF")]
    [InlineData("\u00D6\u00D0\u00B9\u00FA \u00CD\u00B3\u00BC\u00C6 \u00B1\u00A8\u00B8\u00E6")]
    [InlineData("\u00CF\u00F0\u00E8\u00E2\u00E5\u00F2 \u00EC\u00E8\u00F0 \u00EE\u00F2\u00F7\u00E5\u00F2")]
    public void WhatCouldBeSeveralEncodingsOrNoneIsRefused(string bytes) =>
        Assert.Equal(FaultKinds.FileEncoding.At(Place.WholeFile, "1", "UTF-8"), ReportText.Decode(Encoding.Latin1.GetBytes(bytes)).Fault);

    [Fact]
    public void AFileOfTwoEncodingsIsRefused()
    {
        byte[] mixed = [.. "Báo cáo kết quả\n"u8, .. OldBytes.Tcvn3("Thực hiện kế hoạch của tỉnh")];

        Assert.Equal(FaultKinds.FileEncoding.At(Place.WholeFile, "2", "UTF-8"), ReportText.Decode(mixed).Fault);
    }

    [Fact]
    public void UnicodeIsReadExactlyInEveryFormWithoutARemark() => Always.Holds(Vietnamese.Text(1, 40), text =>
    {
        Encoding[] encodings = [new UTF8Encoding(false), new UTF8Encoding(true), new UnicodeEncoding(false, true), new UnicodeEncoding(true, true)];
        foreach (var encoding in encodings)
        {
            var decoded = ReportText.Decode((byte[])[.. encoding.Preamble, .. encoding.GetBytes(text.Normalize(NormalizationForm.FormD))]);

            Assert.Equal((null, text), (decoded.Fault, decoded.ReadAll()));
            Assert.Empty(decoded.Remarks);
        }
    });

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Utf16IsKnownWithoutItsMark(bool isBigEndian) => Always.Holds(Vietnamese.Text(1, 40), text =>
    {
        var table = $"indicator,value,note\nDG-05,12,{text}\n";

        Assert.Equal(table, ReportText.Decode(new UnicodeEncoding(isBigEndian, false).GetBytes(table)).ReadAll());
    });

    [Theory]
    [InlineData(new byte[] { 0xFF, 0xFE, 0x31, 0x00, 0x0A, 0x00, 0x00, 0xD8, 0x31, 0x00 })]
    [InlineData(new byte[] { 0xFF, 0xFE, 0x31, 0x00, 0x0A, 0x00, 0x31 })]
    [InlineData(new byte[] { 0xFE, 0xFF, 0x00, 0x31, 0x00, 0x0A, 0xD8, 0x00 })]
    public void BrokenUtf16IsToldByItsLine(byte[] content) =>
        Assert.Equal(FaultKinds.FileEncoding.At(Place.WholeFile, "2", "UTF-8"), ReportText.Decode(content).Fault);

    [Fact]
    public void NoBytesAtAllThrow() => Always.Holds(Gen.Choose(0, 255).Select(b => (byte)b).ArrayOf().Resize(60), content =>
    {
        var decoded = ReportText.Decode(content);

        Assert.True(decoded.Fault is null || decoded.ReadAll().Length == 0);
    }, times: 10_000);

    [Fact]
    public void PlainAsciiAlwaysMeansItself() => Always.Holds(
        Gen.Elements(Vietnamese.Words.Select(w => OldBytes.Vni(w))).ArrayOf(6).Zip(Gen.Choose(0, 999_999)),
        c =>
        {
            var number = $"{c.Item2 / 1000}.{c.Item2 % 1000:000},{c.Item2 % 100}";
            byte[] content = [.. c.Item1.SelectMany(w => w.Append((byte)' ')), .. Encoding.ASCII.GetBytes(number)];

            var text = ReportText.Decode(content).ReadAll();

            Assert.True(text.Length == 0 || text.EndsWith($" {number}", StringComparison.Ordinal));
        });

    [Fact]
    public void ALargeTextIsStreamedAndNeverHeldAsAWhole()
    {
        var line = "DG-05,12,Báo cáo kết quả thực hiện\n";
        var content = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(line, 100_000)));
        var before = GC.GetAllocatedBytesForCurrentThread();

        using var reader = ReportText.Decode(content).Open();
        var buffer = new char[4096];
        var read = 0;
        for (int count; (count = reader.Read(buffer)) > 0; read += count)
        {
        }

        Assert.Equal(line.Length * 100_000, read);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 200_000);
    }
}
