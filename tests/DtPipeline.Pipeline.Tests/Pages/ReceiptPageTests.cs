using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace DtPipeline.Pipeline.Tests.Pages;

/// <summary>Receipts as a clerk opens them: in a browser, from the storage that they were written to.</summary>
public sealed partial class ReceiptPageTests(Chromium chromium, WrittenReceipts receipts) : IClassFixture<Chromium>, IClassFixture<WrittenReceipts>
{
    private const string Script = "<script>alert(1)</script><img src='http://127.0.0.1:9/x.png' onerror='alert(2)'>";

    // What A4 leaves between the margins of 13 mm, at 96 dots an inch.
    private const int PrintedWidth = 695;

    [Fact]
    public async Task AReceiptAsksForNothingElseAndComplainsOfNothing()
    {
        var address = await receipts.WriteAsync(Report(3), "P63-01");
        var open = await chromium.OpenAsync();

        var answer = await open.Page.GotoAsync(address);

        Assert.Equal("text/html; charset=utf-8", answer!.Headers["content-type"]);
        Assert.Equal("Biên nhận: Hà Nội, Quý I/2023", await open.Page.TitleAsync());
        Assert.Equal("Đã nhận một phần, có lỗi cần sửa\nAccepted in part, there are errors to correct", await open.Page.Locator("h1").InnerTextAsync());
        Assert.Single(open.Requests);
        Assert.Empty(open.Complaints);
    }

    [Fact]
    public async Task HtmlInACellIsShownAsText()
    {
        var address = await receipts.WriteAsync($"indicator,value\nDG-05,\"{Script}\"\n");
        var open = await chromium.OpenAsync();

        await open.Page.GotoAsync(address);

        Assert.Equal(Script, await open.Page.Locator("td.found").InnerTextAsync());
        Assert.Equal(0, await open.Page.Locator("script, img").CountAsync());
        Assert.Single(open.Requests);
        Assert.Empty(open.Complaints);
    }

    [Theory]
    [InlineData(360)]
    [InlineData(640)]
    [InlineData(1100)]
    public async Task NothingStandsOutOfTheScreen(int width)
    {
        var address = await receipts.WriteAsync(Report(3) + $"{new string('a', 300)},1\n");
        var open = await chromium.OpenAsync(width);

        await open.Page.GotoAsync(address);

        Assert.Empty(await PageLooks.WiderThanAsync(open.Page, width));
    }

    [Fact]
    public async Task NothingIsCutOffThePaper()
    {
        var address = await receipts.WriteAsync(Report(3) + $"{new string('a', 300)},1\n");
        var open = await chromium.OpenAsync(PrintedWidth);

        await open.Page.GotoAsync(address);
        await open.Page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });

        Assert.Empty(await PageLooks.WiderThanAsync(open.Page, PrintedWidth));
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(200, 12)]
    public async Task PrintsOnAsManyPagesAsItsRowsNeed(int faults, int mostPages)
    {
        var address = await receipts.WriteAsync(Report(faults));
        var open = await chromium.OpenAsync();
        await open.Page.GotoAsync(address);

        var pdf = Encoding.Latin1.GetString(await open.Page.PdfAsync(new PagePdfOptions { PreferCSSPageSize = true }));

        Assert.InRange(PdfPage().Count(pdf), mostPages == 1 ? 1 : 2, mostPages);
        Assert.Contains("/MediaBox [0 0 594.95996 841.91998]", pdf, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("screen", 1100)]
    [InlineData("screen", 360)]
    [InlineData("print", PrintedWidth)]
    public async Task EveryTextStandsOutFromItsGround(string media, int width)
    {
        var address = await receipts.WriteAsync(Report(1) + "P06-06,1\n");
        var open = await chromium.OpenAsync(width);
        await open.Page.GotoAsync(address);
        await open.Page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = media == "print" ? Media.Print : Media.Screen });

        Assert.Empty(await open.Page.EvaluateAsync<string[]>(PageLooks.Contrast));
    }

    /// <summary>One good row, and so many whose value is no number.</summary>
    private static string Report(int faults) => string.Join(
        '\n', ["indicator,value", "GOV-01,có", .. Enumerable.Range(1, faults).Select(n => string.Create(CultureInfo.InvariantCulture, $"DG-05,khoảng {n}")), string.Empty]);

    [GeneratedRegex(@"/Type\s*/Page\b")]
    private static partial Regex PdfPage();
}
