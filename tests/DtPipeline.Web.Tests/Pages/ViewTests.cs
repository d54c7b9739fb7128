using System.Text.Json;
using System.Text.RegularExpressions;
using DtPipeline.Answers.Views;
using Microsoft.Playwright;

namespace DtPipeline.Web.Tests.Pages;

public sealed partial class ViewTests(Site site) : IClassFixture<Site>
{
    [Theory]
    [InlineData("vi")]
    [InlineData("en")]
    public async Task EachViewOpensWithoutAComplaintSaysItsTitleAndFitsAPhone(string language)
    {
        var open = await site.OpenAsync($"/today?lang={language}", width: 390, height: 800);

        // What is chosen in a view changes its figures, and neither its words nor its layout.
        foreach (var path in language == "vi" ? RealViews.Paths : RealViews.Kinds)
        {
            var asked = $"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}lang={language}";

            // What the page was answered: another answer would be of another moment, and the host goes on working.
            var answer = await open.Page.RunAndWaitForResponseAsync(
                () => site.GoAsync(open.Page, asked), r => new Uri(r.Url).AbsolutePath == $"/api/v1/views{path.Split('?')[0]}");
            var model = JsonSerializer.Deserialize<ViewModel>(await answer.BodyAsync(), JsonSerializerOptions.Web);

            Assert.Equal((model!.Title, $"{model.Title} – DtPipeline"), (await open.Page.Locator("#title").InnerTextAsync(), await open.Page.TitleAsync()));
            Assert.Equal(language, await open.Page.Locator("html").GetAttributeAsync("lang"));
            Assert.Equal(model.Charts.Count(c => c.Row is null), await open.Page.Locator(".chart-of svg").CountAsync());
            Assert.True(await open.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), $"{path} is wider than the screen.");
            Assert.Equal([], open.Complaints.Select(c => $"{path}: {c}"));
        }
    }

    [Fact]
    public async Task TheFirstViewAsksForFiveThingsAndLittleScript()
    {
        var open = await site.OpenAsync("/");
        await open.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);

        var script = Assert.Single(open.Requests, r => r.EndsWith(".js", StringComparison.Ordinal));
        using var request = new HttpRequestMessage(HttpMethod.Get, script);
        request.Headers.AcceptEncoding.ParseAdd("br");
        using var answer = await site.Running.Http.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(["br"], answer.Content.Headers.ContentEncoding);
        Assert.InRange(answer.Content.Headers.ContentLength!.Value, 1, 60_000);
        Assert.Equal("public, max-age=31536000, immutable", string.Join(", ", answer.Headers.GetValues("Cache-Control")));
        Assert.Equal(["/", "/api/v1/me", "/api/v1/views/today", "/assets/*.css", "/assets/*.js"], open.Requests.Select(r => Hashed().Replace(new Uri(r).AbsolutePath, "/assets/*")).Order(StringComparer.Ordinal));
        Assert.All(open.Requests, r => Assert.StartsWith(site.Address.AbsoluteUri, r, StringComparison.Ordinal));
        Assert.Empty(open.Complaints);
    }

    [Theory]
    [InlineData("", null, "today?lang=vi")]
    [InlineData("", "en", "today?lang=en")]
    [InlineData("compliance/", "vi", "compliance?lang=vi")]
    [InlineData("indicators/DG-05?lang=en&as=now&period=2024", "vi", "indicators/DG-05?as=now&period=2024&lang=en")]
    [InlineData("files?organisation=%C4%91", null, null)]
    [InlineData("files/P34-01/2025-Q3/b%C3%A1o-c%C3%A1o.csv/receipt", null, null)]
    [InlineData("alerts?state=open%3E%3B%20rel%3Dx", null, null)]
    public async Task ThePagesHeaderNamesTheAnswerThatItAsksForFirst(string path, string? chosen, string? view)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(site.Address, path));
        request.Headers.Add("Cookie", chosen is null ? "other=en" : $"other=x; language={chosen}");
        using var answer = await site.Running.Http.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(view is null ? [] : [$"</api/v1/views/{view}>; rel=preload; as=fetch; crossorigin"], answer.Headers.TryGetValues("Link", out var links) ? links : []);
    }

    [Fact]
    public async Task TheFirstAnswerIsTheOneThatTheHeaderNamedInTheLanguageChosenBefore()
    {
        var open = await site.OpenAsync("/tasks");
        await open.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "English" }).ClickAsync();
        await open.Page.Locator("html[lang=en]").WaitForAsync();
        await Site.ShownAsync(open.Page);

        await open.Page.GotoAsync(new Uri(site.Address, "compliance").AbsoluteUri);
        await Site.ShownAsync(open.Page);

        Assert.Equal(
            ["/api/v1/views/compliance?lang=en by link"],
            await open.Page.EvaluateAsync<string[]>("performance.getEntriesByType('resource').filter((r) => r.name.includes('/views/')).map((r) => `${r.name.slice(location.origin.length)} by ${r.initiatorType}`)"));
        Assert.Empty(open.Complaints);
    }

    [Fact]
    public async Task ThePageSpeaksBothLanguages()
    {
        var open = await site.OpenAsync("/tasks");
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
        var open = await site.OpenAsync("/today");
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
        var open = await site.OpenAsync("/compliance?form=PROV-Q&period=2025-Q3");
        await open.Page.FillAsync("#find", "nghe an");
        var shown = await RowsAsync(open.Page);

        await open.Page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });

        Assert.Equal(shown, await RowsAsync(open.Page));
        Assert.Contains(shown, r => r.Contains("Nghệ An", StringComparison.Ordinal));
        Assert.False(await open.Page.Locator(".rail").IsVisibleAsync());
        Assert.False(await open.Page.Locator("header.bar").IsVisibleAsync());
    }

    [GeneratedRegex("^/assets/[^.]+")]
    private static partial Regex Hashed();

    private static async Task<IReadOnlyList<string>> RowsAsync(IPage page) => await page.Locator("main tbody tr:visible th").AllInnerTextsAsync();
}
