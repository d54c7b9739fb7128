using DtPipeline.Core.Tests.Grids.Pdf;
using DtPipeline.Ledger;

namespace DtPipeline.Core.Tests.Ledger;

/// <summary>Reports and signed papers of one number and day.</summary>
public sealed class PaperLinksTests
{
    private const int Many = 21;

    private static readonly byte[] Letter = PdfFile.Letter().Bytes();

    [Fact]
    public void OfManyPapersTheTwentyYoungestAreListed()
    {
        var report = Step("r", Report("r.csv"));
        List<LedgerStep> papers = [.. Enumerable.Range(1, Many).Select(n => Step($"p{n}", Paper($"{n}.pdf")))];
        var links = new PaperLinks([.. papers, report]);

        Assert.Equal(Enumerable.Range(2, Many - 1).Select(n => new PaperLink($"p{n}", $"P63-01/2023-Q2/{n}.pdf", "number")), links.Of(report));
        Assert.Equal([new PaperLink("r", "P63-01/2023-Q2/r.csv", "number")], links.Of(papers[0]));
    }

    [Fact]
    public void OfEachPathOnlyTheLatestIsListedInTheOrderOfFiles()
    {
        var report = Step("r", Report("r.csv"));
        var links = new PaperLinks([Step("p1", Paper("1.pdf")), Step("p2", Paper("2.pdf")), report, Step("p3", Paper("1.pdf"))]);

        Assert.Equal(["p2", "p3"], links.Of(report).Select(p => p.FileId));
    }

    [Fact]
    public void WithoutAPaperNothingBelongsToAnything()
    {
        var (one, other) = (Step("r1", Report("1.csv")), Step("r2", Report("2.csv")));
        var links = new PaperLinks([one, other]);

        Assert.False(links.HasPaper);
        Assert.Empty(links.Of(one));
        Assert.False(links.IsThereFor(_ => true));
    }

    [Fact]
    public void AFileThatIsNeitherBelongsToNothing()
    {
        var refused = Step("x", Sent.Text($"{PdfFile.Letterhead},\n\"{PdfFile.Dateline}\",\nindicator,value\nDG-05,abc\n"));
        var links = new PaperLinks([Step("p1", Paper("1.pdf")), Step("r", Report("r.csv")), refused]);

        Assert.Equal("123/BC-UBND", refused.Filing.Report.Paper.Number);
        Assert.Empty(links.Of(refused));
    }

    [Theory]
    [InlineData("1", true)]
    [InlineData("2", false)]
    [InlineData("1,2", true)]
    [InlineData("", true)]
    public void APaperIsThereUnlessItNamesAnotherNumberThanAllReportsOfTheForm(string ofForm, bool isThere)
    {
        var other = Step("2", Sent.Text($"Số: 125/BC-UBND,\n\"{PdfFile.Dateline}\",\nindicator,value\nDG-05,12\n", "P63-01/2023-Q2/2.csv"));
        var links = new PaperLinks([Step("1", Report("1.csv")), other, Step("p", Paper("p.pdf"))]);

        Assert.True(links.HasPaper);
        Assert.Equal(isThere, links.IsThereFor(s => ofForm.Split(',').Contains(s.Filing.FileId)));
    }

    private static Filing Report(string name) => Sent.Text($"{PdfFile.Letterhead},\n\"{PdfFile.Dateline}\",\nindicator,value\nDG-05,12\n", $"P63-01/2023-Q2/{name}");

    private static Filing Paper(string name) => Sent.Bytes(Letter, $"P63-01/2023-Q2/{name}");

    private static LedgerStep Step(string id, Filing filing) => LedgerFold.Apply(LedgerState.Empty, filing with { FileId = id }, TheCatalogue.Default);
}
