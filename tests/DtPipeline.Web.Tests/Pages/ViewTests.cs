using Microsoft.Playwright;

namespace DtPipeline.Web.Tests.Pages;

public sealed class ViewTests(Site site) : IClassFixture<Site>
{
    public static TheoryData<string> Views => [.. SampleViews.Paths];

    [Theory]
    [MemberData(nameof(Views))]
    public async Task AViewOpensWithoutAComplaintAndFitsAPhone(string path)
    {
        var open = await site.OpenSampleAsync(path, width: 390, height: 800);

        var title = await open.Page.Locator("#title").InnerTextAsync();

        Assert.NotEmpty(title);
        Assert.Equal($"{title} – DtPipeline", await open.Page.TitleAsync());
        Assert.Equal("vi", await open.Page.Locator("html").GetAttributeAsync("lang"));
        Assert.Empty(open.Complaints);
        Assert.True(await open.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), "The page is wider than the screen.");
    }

    [Fact]
    public async Task TheFirstViewAsksForFiveThingsAndLittleScript()
    {
        var open = await site.OpenSampleAsync("/");

        var script = Assert.Single(open.Requests, r => r.EndsWith(".js", StringComparison.Ordinal));
        using var request = new HttpRequestMessage(HttpMethod.Get, script);
        request.Headers.AcceptEncoding.ParseAdd("br");
        using var answer = await site.Running.Http.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(["br"], answer.Content.Headers.ContentEncoding);
        Assert.InRange(answer.Content.Headers.ContentLength!.Value, 1, 60_000);
        Assert.Equal("public, max-age=31536000, immutable", string.Join(", ", answer.Headers.GetValues("Cache-Control")));
        Assert.InRange(open.Requests.Count, 1, 5);
        Assert.All(open.Requests, r => Assert.StartsWith(site.Address.AbsoluteUri, r, StringComparison.Ordinal));
        Assert.Empty(open.Complaints);
    }

    [Fact]
    public async Task ThePageSpeaksBothLanguages()
    {
        var open = await site.OpenSampleAsync("/tasks");
        var vietnamese = await open.Page.Locator("#title").InnerTextAsync();

        await open.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "English" }).ClickAsync();
        await open.Page.Locator("html[lang=en]").WaitForAsync();
        await Site.ShownAsync(open.Page);

        Assert.Equal("Nhiệm vụ", vietnamese);
        Assert.Contains(open.Requests, r => r.EndsWith("/api/v1/views/tasks?lang=en", StringComparison.Ordinal));
        await Assertions.Expect(open.Page.Locator(".rail a").First).ToContainTextAsync("Today");
    }

    [Fact]
    public async Task LinksGoOnWithoutAReloadAndBackAgain()
    {
        var open = await site.OpenSampleAsync("/today");
        var before = open.Requests.Count;

        await open.Page.Locator(".rail a[href='/compliance']").ClickAsync();
        await open.Page.WaitForURLAsync("**/compliance");
        await Assertions.Expect(open.Page.Locator("#title")).ToContainTextAsync("Tuân thủ");
        var focused = await open.Page.EvaluateAsync<string>("document.activeElement.id");
        await open.Page.GoBackAsync();
        await Assertions.Expect(open.Page.Locator("#title")).ToHaveTextAsync("Hôm nay");

        Assert.Equal("title", focused);
        Assert.All(open.Requests.Skip(before), r => Assert.Contains("/api/v1/views/", r, StringComparison.Ordinal));
        Assert.Empty(open.Complaints);
    }

    [Fact]
    public async Task WhatIsPrintedIsWhatIsShown()
    {
        var open = await site.OpenSampleAsync("/compliance?form=PROV-Q&period=2025-Q3");
        await open.Page.FillAsync("#find", "nghe an");
        var shown = await RowsAsync(open.Page);

        await open.Page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });

        Assert.Equal(shown, await RowsAsync(open.Page));
        Assert.Contains(shown, r => r.Contains("Nghệ An", StringComparison.Ordinal));
        Assert.False(await open.Page.Locator(".rail").IsVisibleAsync());
        Assert.False(await open.Page.Locator(".bar").IsVisibleAsync());
    }

    private static async Task<IReadOnlyList<string>> RowsAsync(IPage page) => await page.Locator("main tbody tr:visible th").AllInnerTextsAsync();
}
