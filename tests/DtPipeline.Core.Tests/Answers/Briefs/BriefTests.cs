using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DtPipeline.Answers.Briefs;
using DtPipeline.Answers.Briefs.Figures;

namespace DtPipeline.Core.Tests.Answers.Briefs;

/// <summary>
/// Briefs of invented reports. <c>DTP_BRIEF_OUT=DIR</c> has the brief of the first half of 2024 written into a folder, to be looked at.
/// </summary>
public sealed class BriefTests
{
    private static readonly DateTimeOffset Conference2024 = Conference.Morning(2024, 7, 19);
    private static readonly Lazy<BriefInput> Half = new(() => Conference.OfFirstHalf2024().Input("2024-S1", Conference2024));
    private static readonly Lazy<Brief> OfHalf = new(() => Brief.Of(Half.Value));

    [Fact]
    public async Task TheSameInputGivesTheSameBytes()
    {
        var again = Brief.Of(Conference.OfFirstHalf2024().Input("2024-S1", Conference2024));

        Assert.Equal(OfHalf.Value.Documents.Select(d => d.Name), again.Documents.Select(d => d.Name));
        Assert.All(OfHalf.Value.Documents, d => Assert.Equal(d.Content.ToArray(), again.Documents.Single(a => a.Name == d.Name).Content.ToArray()));
        if (Environment.GetEnvironmentVariable("DTP_BRIEF_OUT") is { Length: > 0 } folder)
        {
            Directory.CreateDirectory(folder);
            foreach (var document in again.Documents)
            {
                await File.WriteAllBytesAsync(Path.Combine(folder, document.Name), document.Content);
            }
        }
    }

    [Theory]
    [InlineData("vi")]
    [InlineData("en")]
    public void EveryNumberHasAFigureThatIsKept(string language)
    {
        var page = new BriefPage(OfHalf.Value, language);
        var kept = OfHalf.Value.Figures.Select(f => f.Id).ToHashSet(StringComparer.Ordinal);

        Assert.Empty(page.NumbersOfNobody());
        Assert.NotEmpty(page.Figures);
        Assert.All(page.Figures, id => Assert.Contains(id, kept));
    }

    [Fact]
    public void EveryFigureLeadsToItsFilesOrToFiguresThatDo()
    {
        var byId = OfHalf.Value.Figures.ToDictionary(f => f.Id, StringComparer.Ordinal);

        Assert.All(byId.Values.Where(f => f.Indicator is not null && f.Method != "catalogue"), f => Assert.True(LeadsToFile(f), f.Id));

        bool LeadsToFile(BriefFigure figure) => figure.Sources.Any(s => s.Path is not null) || (figure.From.Count > 0 && figure.From.All(id => LeadsToFile(byId[id])));
    }

    [Theory]
    [InlineData("2025-S1", 63)]
    [InlineData("2025-Q3", 34)]
    public void NoReportingRateIsAboveAHundredPercentOnEitherSideOfTheReform(string period, int provinces)
    {
        var conference = new Conference();
        foreach (var (quarter, at) in new[] { ("2025-Q2", Conference.Morning(2025, 6, 20)), ("2025-Q3", Conference.Morning(2025, 9, 20)) })
        {
            foreach (var organisation in TheCatalogue.Default.Organisations)
            {
                conference.File(organisation.Code, quarter, at, ("GOV-01", 1), ("DG-06", 80));
            }
        }

        var brief = Brief.Of(conference.Input(period, Conference.Morning(2025, 10, 10)));

        Assert.Equal(provinces, brief.Figures.Single(f => f.Id == $"obligations~PROV-Q~{(period == "2025-S1" ? "2025-Q2" : period)}~owed").Value);
        var rates = brief.Figures.Where(f => f.Id.StartsWith("rate~", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(rates);
        Assert.All(rates, f => Assert.InRange(f.Value!.Value, 0, 100));
    }

    [Fact]
    public void TheHighlightsAreSevenSentencesAtMost()
    {
        Assert.InRange(new BriefPage(OfHalf.Value, "vi").Highlights.Count, 3, 7);
        Assert.Equal(new BriefPage(OfHalf.Value, "vi").Highlights.Count, new BriefPage(OfHalf.Value, "en").Highlights.Count);
    }

    [Fact]
    public void AYesOrNoIsToldOfAllWhoOweItAndAgainstTheQuarterBefore()
    {
        var conference = new Conference();
        foreach (var (quarter, at, plans, central) in new[] { ("2023-Q1", Conference.Morning(2023, 3, 20), 30, 2), ("2023-Q2", Conference.Morning(2023, 6, 20), 36, 3) })
        {
            foreach (var (i, code) in Conference.Members("@provinces", quarter).Index())
            {
                conference.File(code, quarter, at, ("GOV-01", i < plans ? 1 : 0));
            }

            foreach (var (i, code) in Conference.Members("@ministries", quarter).Index())
            {
                conference.File(code, quarter, at, ("GOV-01", i < central ? 1 : 0));
            }
        }

        var brief = Brief.Of(conference.Input("2023-Q2", Conference.Morning(2023, 7, 12)));

        Assert.Contains(
            "Đến hết quý II/2023, 36/63 địa phương (57 %) đã ban hành kế hoạch hành động thực hiện Chiến lược kinh tế số, xã hội số, tăng 6 so với quý I/2023; 3/30 bộ, ngành (10 %), tăng 1; mục tiêu: tất cả đến 31/12/2023: ● chậm.",
            new BriefPage(brief, "vi").Highlights);
        Assert.Contains(
            "Action plan issued for the digital economy and society strategy, by the end of the second quarter of 2023: 36 of 63 localities (57%), up 6 on the first quarter of 2023; 3 of 30 central bodies (10%), up 1; target: all by 31 December 2023: ● off track.",
            new BriefPage(brief, "en").Highlights);
        Assert.Equal(36, brief.Figures.Single(f => f.Id == "GOV-01~@provinces~2023-Q2").Value);
        Assert.Equal(63, brief.Figures.Single(f => f.Id == "GOV-01~@provinces~2023-Q2").Sources.Count);
    }

    [Fact]
    public void WhoOwesAReportIsNamedWithTheDays()
    {
        var conference = new Conference();
        foreach (var code in Conference.Members("@provinces", "2024-Q1").Where(c => c is not ("P63-02" or "P63-04")))
        {
            conference.File(code, "2024-Q1", Conference.Morning(2024, 3, code == "P63-01" ? 28 : 20), ("GOV-01", 1));
        }

        var words = new BriefPage(Brief.Of(conference.Input("2024-Q1", Conference.Morning(2024, 4, 1))), "vi").Words;

        Assert.Contains("chưa nộp: Hà Giang, Cao Bằng (quá hạn 7 ngày); nộp muộn 1: Hà Nội (muộn 3 ngày)", words, StringComparison.Ordinal);
        Assert.Contains("Báo cáo quý của địa phương: 61/63 cơ quan đã nộp (97 %), 60 đúng hạn (95 %)", words, StringComparison.Ordinal);
    }

    [Fact]
    public void OthersMeasuresStandBesideTheStatusOfWhatIsFurthestBehind()
    {
        var page = new BriefPage(OfHalf.Value, "en").Words;

        Assert.Contains("Statistics Canada: ratio of rates", page, StringComparison.Ordinal);
        Assert.Contains("Limited progress", page, StringComparison.Ordinal);
        Assert.Contains(OfHalf.Value.Figures, f => f.Id.EndsWith("~united_nations", StringComparison.Ordinal));
    }

    [Fact]
    public void ABriefThatANewerOneHasReplacedIsServedWithANoticeAround()
    {
        var page = BriefPage.Text(OfHalf.Value, "brief.en.html");

        var served = BriefNotice.Around(page, Conference.Morning(2024, 7, 22), "../20240722T020000Z/brief.en.html");

        Assert.Contains("<a href=\"../20240722T020000Z/brief.en.html\">There is a newer one, with figures as of <time>22 July 2024, 09:00</time></a>.", served, StringComparison.Ordinal);
        Assert.Equal(page, served.Remove(served.IndexOf("<p class=\"superseded\"", StringComparison.Ordinal), served.IndexOf("<main>", StringComparison.Ordinal) - served.IndexOf("<p class=\"superseded\"", StringComparison.Ordinal)));
    }

    [Fact]
    public void AFigureSaysWhichFilesAndCellsItIsMadeOf()
    {
        var figure = OfHalf.Value.Figures.Single(f => f.Id == "DG-05~@provinces~2024-Q2");

        var page = FigurePage.Of(figure, [.. OfHalf.Value.Figures], TheCatalogue.Default);

        Assert.Contains("<a href=\"../../../../receipts/P63-01/2024-Q2/bao-cao.xlsx\">", page, StringComparison.Ordinal);
        Assert.Contains("<td>Sheet1!E", page, StringComparison.Ordinal);
    }

    [Fact]
    public void WhereNothingHasComeThatIsSaid()
    {
        var brief = Brief.Of(new Conference().Input("2022-S1", Conference.Morning(2022, 7, 12)));

        Assert.Contains("Chưa có số liệu nào của 6 tháng đầu năm 2022 và các kỳ trước.", new BriefPage(brief, "vi").Words, StringComparison.Ordinal);
        Assert.Contains("There are no figures of the first half of 2022 or of periods before it.", new BriefPage(brief, "en").Words, StringComparison.Ordinal);
        Assert.Empty(new BriefPage(brief, "en").NumbersOfNobody());
    }

    [Theory]
    [InlineData("brief.vi.docx")]
    [InlineData("brief.en.docx")]
    public void TheDocxIsWholeAndItsFiguresLink(string name)
    {
        using var content = new MemoryStream(OfHalf.Value.Documents.Single(d => d.Name == name).Content.ToArray());
        using var document = WordprocessingDocument.Open(content, isEditable: false);

        Assert.Empty(new OpenXmlValidator().Validate(document).Select(e => $"{e.Path?.XPath}: {e.Description}"));
        Assert.Contains(document.MainDocumentPart!.HyperlinkRelationships, l => l.Uri.AbsoluteUri == $"{Conference.Address}figures/rate~PROV-H~2024-S1~received");
    }

    [Fact]
    public void TheMarkdownCanBeReadAsItIsAndLinksByReference()
    {
        var text = BriefPage.Text(OfHalf.Value, "brief.en.md");

        Assert.StartsWith("# Digital transformation: brief for the conference, the first half of 2024\n", text, StringComparison.Ordinal);
        Assert.Contains("## Highlights\n", text, StringComparison.Ordinal);
        Assert.Contains($"[rate~PROV-H~2024-S1~received]: {Conference.Address}figures/rate~PROV-H~2024-S1~received\n", text, StringComparison.Ordinal);
    }
}
