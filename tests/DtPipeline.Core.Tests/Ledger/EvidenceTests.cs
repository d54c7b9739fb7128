using DtPipeline.Alerts;
using DtPipeline.Answers.Receipts;
using DtPipeline.Catalogue;
using DtPipeline.Core.Tests.Grids.Pdf;
using DtPipeline.Deadlines;
using DtPipeline.Ledger;
using DtPipeline.Time;
using FsCheck.Fluent;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Fonts.Standard14Fonts;
using UglyToad.PdfPig.Writer;

namespace DtPipeline.Core.Tests.Ledger;

/// <summary>What is kept beside a report and holds no figures: the signed paper as PDF, or a picture of it.</summary>
public sealed class EvidenceTests
{
    private static readonly byte[] Paper = Written("So: 123/BC-UBND", "Ha Noi, ngay 20 thang 6 nam 2023");
    private static readonly byte[] Picture = [0x89, .. "PNG\r\n"u8, 0x1A, 0x0A];

    /// <summary>The default catalogue, whose quarterly form of provinces wants the signed paper.</summary>
    private static readonly ReportingCatalogue Wanting = CatalogueReader.Read(name =>
        name != "forms.csv" ? DefaultCatalogue.TextOf(name)
        : string.Join('\n', DefaultCatalogue.TextOf(name)!.Split('\n').Select(l => l.StartsWith("PROV-Q", StringComparison.Ordinal) ? l.Replace(",no,no", ",no,yes", StringComparison.Ordinal) : l))).Catalogue!;

    /// <summary>A report without a number, one with, papers of this and another number and of none, and a picture.</summary>
    private static readonly Filing[] Files =
    [
        Named("a", Sent.Rows("DG-05,12", "GOV-01,có"), "1.csv"),
        Named("b", Sent.Text($"{PdfFile.Letterhead},\n\"{PdfFile.Dateline}\",\nindicator,value\nDG-05,13\n"), "2.csv"),
        Named("c", Sent.Bytes(PdfFile.Letter().Bytes()), "3.pdf"),
        Named("d", Sent.Bytes(PdfFile.Letter("Số: 321/UBND-KGVX").Bytes()), "4.pdf"),
        Named("e", Sent.Bytes(PdfFile.Letter("Số:     /BC-UBND").Bytes()), "5.pdf"),
        Named("f", Sent.Bytes(Picture), "6.png"),
        Named("g", Sent.Bytes(PdfFile.Letter().Bytes()), "7.pdf"),
        Named("h", Sent.Rows("DG-05,abc"), "8.csv"),
    ];

    [Fact]
    public void APdfIsKeptAsEvidenceWhateverItIsCalled()
    {
        var step = LedgerSteps.InTurn(Sent.Bytes(Paper))[0];
        var receipt = Receipt.Of(step, Sent.At);

        Assert.Equal(("evidence", new ReceiptDocument("123/BC-UBND", new DateOnly(2023, 6, 20))), (receipt.Status, receipt.Document));
        Assert.Equal(
            "Kept as evidence beside the reports of the period; none of them has its number or date yet. No figures are read from it: send the figures as a workbook.",
            receipt.Message.En);
        Assert.Empty(step.Alerts);
        Assert.Empty(receipt.Faults);
    }

    [Fact]
    public void EvidenceIsNoReport()
    {
        var after = LedgerSteps.InTurn(Sent.Bytes(Paper))[0].After;

        Assert.Equal((null, null), (after.Last, after.OpenFaulty));
        Assert.Empty(after.Received);
        Assert.Empty(after.FirstAccepted);
        Assert.Equal(ObligationState.Missing, Decided(after.Facts, TheCatalogue.Default).State);
    }

    [Fact]
    public void EvidenceBetweenReportsDisturbsNeitherTheirDuplicatesNorTheirFaults()
    {
        var steps = Replayed([Sent.Rows("DG-05,12", "DG-06,abc"), Sent.Bytes(Paper), Sent.Rows("DG-05,12", "DG-06,abc"), Sent.Bytes(Paper), Sent.Rows("DG-05,12")]);

        Assert.Equal(
            [FilingStatus.AcceptedWithFaults, FilingStatus.Evidence, FilingStatus.Duplicate, FilingStatus.Duplicate, FilingStatus.Accepted], steps.Select(s => s.Status));
        Assert.Equal([null, null, "f1", "f2", null], steps.Select(s => s.DuplicateOf));
        Assert.Equal(["f1", "f1", "f1", "f1", null], steps.Select(s => s.After.OpenFaulty));
        Assert.Equal("This paper was sent before, byte for byte; nothing has changed.", Receipt.Of(steps[3], Sent.At).Message.En);
    }

    [Fact]
    public void PapersAndReportsNameEachOtherByNumberOrElseByDay()
    {
        var steps = Replay(Files);

        Assert.Equal(
            ["1.csv: ", "2.csv: 3.pdf by number, 5.pdf by date, 7.pdf by number", "3.pdf: 2.csv by number", "4.pdf: ", "5.pdf: 2.csv by date", "6.png: ", "7.pdf: 2.csv by number", "8.csv: "],
            steps.Select(s => $"{Short(s.Filing.Path)}: {string.Join(", ", s.Papers.Select(p => $"{Short(p.Path)} by {p.By}"))}"));
    }

    [Fact]
    public void APaperThatBelongsToAReportSaysToWhich() => Assert.Equal(
        "Đã lưu làm bản ký của báo cáo 2.csv. Không đọc số liệu từ tệp này; hãy gửi số liệu bằng bảng tính.",
        Receipt.Of(Replay(Files).Single(s => s.Filing.FileId == "c"), Sent.At).Message.Vi);

    [Fact]
    public void ThePagesOfBothShowIt()
    {
        var steps = Replay(Files);
        string Page(string id) => ReceiptPage.Of(Receipt.Of(steps.Single(s => s.Filing.FileId == id), Sent.At), TheCatalogue.Default, Sent.Help);

        Assert.Contains("số 123/BC-UBND, ngày 20/06/2023", Page("b"), StringComparison.Ordinal);
        Assert.Contains("Bản ký kèm theo<span class=\"en\" lang=\"en\">Signed paper</span></dt><dd><bdi>3.pdf</bdi> <code>c</code>", Page("b"), StringComparison.Ordinal);
        Assert.Contains("Thuộc báo cáo<span class=\"en\" lang=\"en\">Belongs to</span></dt><dd><bdi>2.csv</bdi> <code>b</code>", Page("c"), StringComparison.Ordinal);
        Assert.DoesNotContain("Thuộc báo cáo", Page("f"), StringComparison.Ordinal);
    }

    [Fact]
    public void TheOrderInWhichFilesComeDoesNotMatter() => Always.Holds(Gen.Shuffle(Files), shuffled =>
    {
        // The store is what a replay of all files says, in whatever order they came.
        Assert.Equal(
            Replay(Files).Select(s => (s.Filing.FileId, s.Status, s.DuplicateOf, string.Join(',', s.Papers))),
            Replay(shuffled).Select(s => (s.Filing.FileId, s.Status, s.DuplicateOf, string.Join(',', s.Papers))));
    });

    [Fact]
    public void ThePaperOfAReportThatComesAgainBelongsToTheOneThatStands()
    {
        var other = Named("i", Sent.Text($"Số: 125/BC-UBND,\nindicator,value\nDG-05,14\n"), "2.csv") with { UploadedAt = Sent.At.AddDays(1) };

        Assert.Empty(Replay([.. Files, other]).Single(s => s.Filing.FileId == "c").Papers);
    }

    [Fact]
    public void AFormMayWantTheSignedPaper()
    {
        var report = Files[1];
        var alone = Replay([report], Wanting);
        var answered = Replay([report, Files[2]], Wanting);

        Assert.Equal(EvidenceState.NotRequired, Decided(alone[^1].After.Facts, TheCatalogue.Default).Evidence);
        Assert.Equal((ObligationState.OnTime, EvidenceState.Missing), Both(Decided(alone[^1].After.Facts, Wanting)));
        Assert.Equal((ObligationState.OnTime, EvidenceState.Present), Both(Decided(answered[^1].After.Facts, Wanting)));
        Assert.Equal(
            ["The form 'PROV-Q' wants the signed paper (PDF or picture) beside the figures; that of this report is awaited. Due 2023-06-26."],
            OfPapers(Receipt.Of(alone[0], Sent.At)).Select(f => f.Message.En));
        Assert.Equal("accepted", Receipt.Of(alone[0], Sent.At).Status);
        Assert.Empty(OfPapers(Receipt.Of(alone[0], Sent.At).Amended(answered[0])));

        static IEnumerable<ReceiptFault> OfPapers(Receipt receipt) => receipt.Faults.Where(f => f.Code.StartsWith("evidence.", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(3, EvidenceState.Missing)]
    [InlineData(4, EvidenceState.Present)]
    [InlineData(5, EvidenceState.Present)]
    public void APaperCountsWhereItLiesUnlessItNamesAnotherNumber(int paper, EvidenceState state) =>
        Assert.Equal(state, Decided(Replay([Files[1], Files[paper]], Wanting)[^1].After.Facts, Wanting).Evidence);

    [Fact]
    public void LetterheadsOfWorkbooksAndDocumentsAreReadToo()
    {
        var sheet = Sent.Table($"\"UỶ BAN NHÂN DÂN\nTHÀNH PHỐ HÀ NỘI\",\"{PdfFile.Dateline}\"\n{PdfFile.Letterhead},\nindicator,value", "DG-05,12");

        Assert.Equal(("123/BC-UBND", new DateOnly(2023, 6, 20)), (sheet.Report.Paper.Number, sheet.Report.Paper.Date));
    }

    private static Obligation Decided(FilingFacts facts, ReportingCatalogue catalogue) =>
        ObligationRule.Decide(catalogue.Forms.Single(f => f.Code == "PROV-Q"), TheCatalogue.Organisation("P63-01"), TheCatalogue.Period("2023-Q2"), facts, VietnamTime.DayOf(Sent.At.AddDays(30)), catalogue);

    private static (ObligationState, EvidenceState) Both(Obligation obligation) => (obligation.State, obligation.Evidence);

    private static IReadOnlyList<LedgerStep> Replayed(Filing[] filings) => Replay(filings.Select((f, n) => f with { FileId = $"f{n + 1}", UploadedAt = f.UploadedAt.AddHours(n) }));

    private static IReadOnlyList<LedgerStep> Replay(IEnumerable<Filing> filings, ReportingCatalogue? catalogue = null) =>
        LedgerReplay.Of(LedgerOrder.Of(filings), LedgerState.Empty.Alerts, catalogue ?? TheCatalogue.Default);

    private static Filing Named(string id, Filing filing, string name) => filing with { FileId = id, Path = $"P63-01/2023-Q2/{name}", UploadedAt = Sent.At.AddMinutes(id[0]) };

    private static string Short(string path) => path[(path.LastIndexOf('/') + 1)..];

    private static byte[] Written(params string[] lines)
    {
        using var builder = new PdfDocumentBuilder();
        var font = builder.AddStandard14Font(Standard14Font.TimesRoman);
        var page = builder.AddPage(PageSize.A4);
        for (var i = 0; i < lines.Length; i++)
        {
            page.AddText(lines[i], 12, new PdfPoint(70, 780 - (20 * i)), font);
        }

        return builder.Build();
    }
}
