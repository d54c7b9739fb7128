using System.Text.Json.Nodes;
using BigGustave;
using DtPipeline.Pipeline.Tests.Pages;
using DtPipeline.Pipeline.Tests.Support;

namespace DtPipeline.Web.Tests.Pictures;

/// <summary>What the pictures of the guides show is what people see.</summary>
public sealed class PictureTests(Chromium chromium, SentTemplate sent) : IClassFixture<Chromium>, IClassFixture<SentTemplate>
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

    [Fact]
    public void NoPictureIsTooLargeForAPhone() => Assert.All(
        Directory.GetFiles(Path.Combine(Repository.Root, "src", "DtPipeline.Core", "Answers", "Help", "Pictures")), f => Assert.InRange(new FileInfo(f).Length, 1, MostBytes));
}
