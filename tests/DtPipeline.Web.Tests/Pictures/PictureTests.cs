using System.Text.Json.Nodes;
using BigGustave;
using DtPipeline.Answers.Views;
using DtPipeline.Pipeline.Tests.Pages;
using DtPipeline.Pipeline.Tests.Support;
using DtPipeline.Web.Tests.Pages;
using Microsoft.Playwright;

namespace DtPipeline.Web.Tests.Pictures;

/// <summary>What the pictures of the guides show is what people see.</summary>
public sealed class PictureTests(Chromium chromium, SentTemplate sent) : IClassFixture<SentTemplate>
{
    // What differs from run to run: when the file came, and its ids at the foot.
    private const string Steady = """
        () => {
          const moments = [...document.querySelectorAll('dd')].slice(-2);
          for (const moment of moments) { moment.innerHTML = '08:05:00 ngày 22/09/2025<span class="en" lang="en">22 September 2025, 08:05:00</span>'; }
          document.querySelector('footer').remove();
        }
        """;

    private const int Rows = 18;
    private const int MostBytes = 300_000;

    [Fact]
    public async Task TheTemplateOfTheGuideIsTheTemplateFilledIn()
    {
        var open = await chromium.OpenAsync(1040, 400);
        await open.Page.SetContentAsync(DrawnSheet.Of(sent.Filled, Rows));

        await GuidePicture.HoldsAsync(open.Page, "table", "template");
    }

    [Fact]
    public async Task TheMarkedWorkbookOfTheGuideIsWhatComesBack()
    {
        var open = await chromium.OpenAsync(1040, 400);
        await open.Page.SetContentAsync(DrawnSheet.Of(sent.Annotated, Rows));

        await GuidePicture.HoldsAsync(open.Page, "table", "annotated");
    }

    [Fact]
    public async Task TheReceiptOfTheGuideIsTheReceiptOfThatFile()
    {
        var open = await chromium.OpenAsync(900, 400);
        await open.Page.SetContentAsync(sent.Receipt);
        await open.Page.EvaluateAsync(Steady);

        await GuidePicture.HoldsAsync(open.Page, "section:has(#faults)", "receipt-faults");
        await open.Page.EvaluateAsync("() => document.querySelector('section:has(#faults)').remove()");
        await GuidePicture.HoldsAsync(open.Page, "body", "receipt");
    }

    [Theory]
    [InlineData("vi")]
    [InlineData("en")]
    public async Task TheViewOfSubmittingOfTheGuideIsThatView(string language)
    {
        var page = await ShownAsync(GuideViews.Submit(language), "submit", language);
        await page.Locator("#owed tr[data-key*='2025-Q3'] input[type=radio]").CheckAsync();

        await GuidePicture.HoldsAsync(page, "main", $"submit.{language}");
    }

    [Theory]
    [InlineData("vi")]
    [InlineData("en")]
    public async Task TheViewOfAlertsOfTheGuideIsThatView(string language)
    {
        var page = await ShownAsync(GuideViews.Alerts(language), "alerts", language);
        await page.Locator("tr.group .opens").ClickAsync();
        await page.Locator("tr.group input[type=checkbox]").CheckAsync();

        await GuidePicture.HoldsAsync(page, "main", $"alerts.{language}");
    }

    [Fact]
    public void TheTemplateOfTheGuideIsReadWithoutAFault()
    {
        var receipt = JsonNode.Parse(sent.Accepted)!;

        Assert.Equal("accepted", receipt["status"]!.GetValue<string>());
        Assert.Empty(receipt["faults"]!.AsArray());
    }

    [Fact]
    public async Task APictureOfSomethingElseIsToldApart()
    {
        var open = await chromium.OpenAsync(1040, 400);
        await open.Page.SetContentAsync(DrawnSheet.Of(sent.Filled, Rows));
        var filled = Png.Open(await open.Page.ScreenshotAsync(new() { FullPage = true }));
        await open.Page.SetContentAsync("<p>…</p>");
        var other = Png.Open(await open.Page.ScreenshotAsync(new() { FullPage = true }));

        Assert.Equal(0, GuidePicture.Difference(filled, filled));
        Assert.InRange(GuidePicture.Difference(filled, other), 13, 255);
    }

    /// <summary>The page of the running host, with a view of its own.</summary>
    private async Task<IPage> ShownAsync(ViewModel model, string view, string language)
    {
        var site = new Site(chromium, sent.Running);
        var open = await site.OpenSampleAsync($"/briefs?lang={language}", width: 1280, height: 700);
        await open.Page.RouteAsync($"**/api/v1/views/{view}?*", route => route.FulfillAsync(new RouteFulfillOptions { ContentType = "application/json", Body = SampleViews.JsonOf(model) }));
        await site.GoAsync(open.Page, $"/{view}?lang={language}");
        return open.Page;
    }

    [Fact]
    public void NoPictureIsTooLargeForAPhone() => Assert.All(
        Directory.GetFiles(Path.Combine(Repository.Root, "src", "DtPipeline.Core", "Answers", "Help", "Pictures")), f => Assert.InRange(new FileInfo(f).Length, 1, MostBytes));
}
