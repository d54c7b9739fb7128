using System.Text;
using DtPipeline.Catalogue;

namespace DtPipeline.Core.Tests.Catalogue;

/// <summary>What Excel makes of a file of the catalogue: read as it was meant, or refused with what to do; never with lost letters.</summary>
public sealed class CatalogueTextTests
{
    private const string Text = "date,is_day_off,note\n2023-01-02,yes,Tết Dương lịch nghỉ bù\n2023-01-03,perhaps,Quốc khánh\n";

    [Fact]
    public void Utf8IsReadWithItsMarkAndWithout()
    {
        Assert.Equal(["holidays.csv, line 3: is_day_off is 'perhaps', expected yes, no, maybe"], Problems(Encoding.UTF8.GetBytes(Text)));
        Assert.Equal(["holidays.csv, line 3: is_day_off is 'perhaps', expected yes, no, maybe"], Problems([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Text)]));
    }

    [Fact]
    public void Utf16IsKnownByItsMark() => Assert.Equal(
        ["holidays.csv, line 3: is_day_off is 'perhaps', expected yes, no, maybe"], Problems([.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(Text)]));

    [Fact]
    public void AnOldEncodingIsRefusedByItsName()
    {
        var windows = CodePagesEncodingProvider.Instance.GetEncoding(1258)!;
        var decomposed = Text.Normalize(NormalizationForm.FormD).Replace("e\u0302", "ê", StringComparison.Ordinal).Replace("o\u0302", "ô", StringComparison.Ordinal).Replace("u\u031B", "ư", StringComparison.Ordinal).Replace("o\u031B", "ơ", StringComparison.Ordinal);

        Assert.Equal(
            ["holidays.csv, line 2: the line is not written in UTF-8 (it looks like Windows-1258); save the file as 'CSV UTF-8'"],
            Problems(windows.GetBytes(decomposed)));
    }

    [Fact]
    public void OneByteThatIsNoneIsRefusedByItsLine()
    {
        var bytes = Encoding.UTF8.GetBytes(Text);
        bytes[Encoding.UTF8.GetByteCount(Text[..Text.IndexOf('Q')])] = 0xFF;

        Assert.Equal(["holidays.csv, line 3: the line is not written in UTF-8; save the file as 'CSV UTF-8'"], Problems(bytes));
    }

    [Fact]
    public void ALineWiseFileInAnOldEncodingCostsOnlyItself()
    {
        var reading = CatalogueReader.ReadBytes(file => file == "recipients.csv" ? new byte[] { 0x41, 0xFF, 0x0A } : DefaultCatalogue.BytesOf(file));

        Assert.Equal(["recipients.csv, line 1: the line is not written in UTF-8; save the file as 'CSV UTF-8'"], reading.Problems.Select(p => p.ToString()));
        Assert.Empty(reading.Catalogue!.Recipients);
    }

    private static IEnumerable<string> Problems(byte[] holidays) =>
        CatalogueReader.ReadBytes(file => file == "holidays.csv" ? holidays : DefaultCatalogue.BytesOf(file)).Problems.Select(p => p.ToString());
}
