using System.Text;
using DtPipeline.Ledger;
using FsCheck;
using FsCheck.Fluent;

namespace DtPipeline.Core.Tests.Ledger;

public sealed class FilingReaderTests
{
    private static readonly Gen<string> Piece = Gen.Elements(
        "indicator", "value", "status", "note", "DG-05", "GOV-01", "12", "1.234", "\"", "\"\"", ",", ",", "\n", "\r\n", "\r", "\t", ";", "%", "-", "{0}", "{",
        "\u0301", "\u200B", "\u2028", "\uFEFF", "😀", "\0", "'", "=1+1", "không có", "D");

    private static readonly Gen<string> AlmostCsv = from pieces in Piece.ArrayOf() select string.Concat(pieces);

    private static readonly Gen<string> AnyPath = from pieces in Gen.Elements("P63-01", "P34-01", "2023-Q2", "2099", "/", "/", "..", "a.csv", "{0}", " ", "\\", "Ệ").ArrayOf() select string.Concat(pieces);

    [Fact]
    public void ThePathSaysWhoseTheFileIs()
    {
        var filing = Sent.Rows("DG-05,12");

        Assert.Equal(("P63-01", "2023-Q2"), (filing.Whose!.Organisation.Code, filing.Whose.Period.ToString()));
        Assert.Single(filing.Report.Cells);
    }

    [Fact]
    public void AFileAtAWrongPathIsNotReadAndBelongsToNobody()
    {
        var filing = Sent.Text("indicator,value\nDG-05,12\n", "P63-01/bao-cao.csv");

        Assert.Null(filing.Whose);
        Assert.Empty(filing.Report.Cells);
        Assert.Equal("path.depth", Assert.Single(filing.Report.Faults).Code);
    }

    [Fact]
    public void APeriodIsTooEarlyByTheDayInVietnam()
    {
        var justBefore = new DateTimeOffset(2023, 3, 31, 16, 59, 59, TimeSpan.Zero);

        Assert.Null(Sent.Text("x", at: justBefore).Whose);
        Assert.NotNull(Sent.Text("x", at: justBefore.AddSeconds(1)).Whose);
    }

    [Theory]
    [InlineData(Sent.Path, true)]
    [InlineData("P63-01/bao-cao.csv", false)]
    public void WhoseAFileIsCanBeToldWithoutItsContent(string path, bool placed)
    {
        var file = new ReceivedFile("f1", path, string.Empty, Sent.At, null, 1);

        var owner = FilingReader.OwnerOf(file, TheCatalogue.Default);

        Assert.Equal(placed, owner is not null);
        Assert.Equal(FilingReader.Read(file, TheCatalogue.Default, Sent.MostBytes).Whose, owner);
    }

    [Fact]
    public void AFileAboveTheLimitIsToldBothSizes()
    {
        var file = new ReceivedFile("f1", Sent.Path, string.Empty, Sent.At, null, 15_728_640);

        var filing = FilingReader.Read(file, TheCatalogue.Default, Sent.MostBytes);

        Assert.NotNull(filing.Whose);
        Expect.OneFault(
            filing.Report.Faults, "file.too_large", null, null,
            "Tệp có 15.0 MiB, vượt giới hạn 10.0 MiB. Hãy chia nhỏ tệp hoặc bỏ phần không phải số liệu.",
            "The file has 15.0 MiB, more than the limit of 10.0 MiB. Split it, or take out what is not data.");
    }

    [Fact]
    public void AFileThatWasErasedSaysWhy()
    {
        var filing = FilingReader.Read(new ReceivedFile("f1", Sent.Path, "sha", Sent.At, null, 12) { ErasedBecause = "nhầm tệp" }, TheCatalogue.Default, Sent.MostBytes);

        Assert.Equal(new Owner(TheCatalogue.Organisation("P63-01"), TheCatalogue.Period("2023-Q2")), filing.Whose);
        var fault = Assert.Single(filing.Report.Faults);
        Assert.Equal(("file.erased", "nhầm tệp"), (fault.Code, fault.Found));
    }

    [Fact]
    public void AFilingIsTheFileWithWhatItSays()
    {
        var filing = Sent.Rows("DG-05,12");

        Assert.Equal((LedgerKey.FileId(Sent.Path, filing.Sha256, "1"), Sent.Path, Sent.At, false), (filing.FileId, filing.Path, filing.UploadedAt, filing.IsWorkbook));
        Assert.Equal(64, filing.Sha256.Length);
    }

    [Fact]
    public void WorkbooksOldAndNewAreKnownByTheirContent()
    {
        var xls = new byte[1_024];
        new byte[] { 0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1 }.CopyTo(xls, 0);

        Assert.True(Sent.Bytes(xls, "P63-01/2023-Q2/a.csv").IsWorkbook);
        Assert.False(Sent.Text("indicator,value\nDG-05,12\n", "P63-01/2023-Q2/a.xlsx").IsWorkbook);
    }

    [Theory]
    [InlineData("indicator,value\nDG-05,12\n")]
    [InlineData("%PDF-1.7\n")]
    public void TheNameOfTheFileIsLookedAtWithoutItsFolders(string content) => Assert.Equal(
        "báo cáo quý 1-2023.csv",
        Assert.Single(Sent.Text(content, "P63-01/2023-Q2/báo cáo quý 1-2023.csv").Report.Faults, f => f.Code == "file.name_period").Found);

    [Fact]
    public void NoBytesThrow() => Always.Holds(ArbMap.Default.GeneratorFor<byte[]>(), content => IsAnswered(Sent.Bytes(content)), 500);

    [Fact]
    public void NoTextThrows() => Always.Holds(AlmostCsv.Resize(60), text => IsAnswered(Sent.Text(text)), 1_000);

    [Fact]
    public void NoRowsThrow() => Always.Holds(AlmostCsv.Resize(40), text => IsAnswered(Sent.Text($"indicator,value,note\nDG-06,{text}\nDG-05,12,\n")), 1_000);

    [Fact]
    public void NoPathThrows() => Always.Holds(AnyPath.Resize(12), path => IsAnswered(Sent.Text("indicator,value\nDG-05,12\n", path)), 1_000);

    [Fact]
    public void TheSameBytesAreReadTheSameInEveryCulture()
    {
        var content = Encoding.UTF8.GetBytes("indicator,value,numerator,denominator\nDG-05,13.5,27,200\nDG-06,\"13,5\",,\nDE-08,1.234.567,,\nDS-05,1e3,,\n");
        var catalogue = TheCatalogue.Default;
        Assert.NotNull(catalogue);

        var here = Sent.Bytes(content).Report;
        var there = Culture.Of("vi-VN", () => Sent.Bytes(content).Report);

        Assert.Equal(here.Cells, there.Cells);
        Assert.Equal(here.Faults, there.Faults);
    }

    private static void IsAnswered(Filing filing)
    {
        var step = Assert.Single(LedgerSteps.InTurn(filing));

        Assert.True(step.Filing.Report.Cells.Count > 0 || step.Filing.Report.Faults.Count > 0);
    }
}
