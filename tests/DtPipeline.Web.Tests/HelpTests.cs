using System.Net;
using DtPipeline.Pipeline.Tests.Pages;
using DtPipeline.Web.Tests.Support;

namespace DtPipeline.Web.Tests;

/// <summary>The guides as somebody opens them who has followed a link.</summary>
public sealed class HelpTests(RunningHost running, Chromium chromium)
{
    [Fact]
    public async Task ALinkOfAReceiptOpensAtItsFaultAndTheOtherLanguageShowsTheSameOne()
    {
        var open = await chromium.OpenAsync();

        await open.Page.GotoAsync(new Uri(running.Http.BaseAddress!, "help/vi/faults#value.not_number").AbsoluteUri);
        var shown = await open.Page.Locator("article:target").InnerTextAsync();
        await open.Page.Locator("article:target a").ClickAsync();

        Assert.StartsWith("Ô giá trị không phải là số.", shown, StringComparison.Ordinal);
        Assert.Equal("Faults on a receipt, and how to mend them", await open.Page.Locator("h1").InnerTextAsync());
        Assert.StartsWith("The value is not a number.", await open.Page.Locator("article:target").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal(2, open.Requests.Count);
        Assert.Empty(open.Complaints);
    }

    [Fact]
    public async Task AGuideWithPicturesShowsAllOfThemAndComplainsOfNothing()
    {
        var open = await chromium.OpenAsync();

        await open.Page.GotoAsync(new Uri(running.Http.BaseAddress!, "help/en/senders").AbsoluteUri);

        Assert.Equal(0, await open.Page.EvaluateAsync<int>("() => [...document.images].filter(i => i.naturalWidth === 0 || !i.alt).length"));
        Assert.Equal("Thursday, 25\u00A0September\u00A02025", await open.Page.Locator("#due ~ table >> nth=0 >> tr:has-text('PROV-Q') strong").InnerTextAsync());
        Assert.Empty(open.Complaints);
    }

    [Theory]
    [InlineData("vi/senders", 360, "light")]
    [InlineData("en/secretariat", 360, "dark")]
    [InlineData("vi/faults", 640, "dark")]
    [InlineData("en/words", 1100, "light")]
    [InlineData("vi/codes", 360, "light")]
    public async Task NothingStandsOutOfTheScreenAndEveryTextFromItsGround(string path, int width, string scheme)
    {
        var open = await chromium.OpenAsync(width);
        await open.Page.EmulateMediaAsync(new() { ColorScheme = scheme == "dark" ? Microsoft.Playwright.ColorScheme.Dark : Microsoft.Playwright.ColorScheme.Light });

        await open.Page.GotoAsync(new Uri(running.Http.BaseAddress!, $"help/{path}").AbsoluteUri);

        Assert.Empty(await PageLooks.WiderThanAsync(open.Page, width));
        Assert.Empty(await open.Page.EvaluateAsync<string[]>(PageLooks.Contrast));
    }

    [Fact]
    public async Task WhoHasAPageIsNotSentItAgain()
    {
        using var first = await running.Http.GetAsync("help/vi", TestContext.Current.CancellationToken);
        using var again = new HttpRequestMessage(HttpMethod.Get, "help/vi");
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var second = await running.Http.SendAsync(again, TestContext.Current.CancellationToken);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.NotModified), (first.StatusCode, second.StatusCode));
        Assert.Contains("style-src 'sha256-", Assert.Single(first.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("help", HttpStatusCode.OK, "<html lang=\"vi\">")]
    [InlineData("help?lang=en", HttpStatusCode.OK, "<html lang=\"en\">")]
    [InlineData("help/vi/nothing", HttpStatusCode.NotFound, "<html lang=\"vi\">")]
    public async Task AnAddressThatIsNoneShowsWhereTheHelpBegins(string address, HttpStatusCode status, string begins)
    {
        using var answer = await running.Http.GetAsync(address, TestContext.Current.CancellationToken);

        Assert.Equal(status, answer.StatusCode);
        Assert.Contains(begins, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }
}
