using System.Net;
using System.Net.Http.Headers;
using DtPipeline.Answers.Views;
using Microsoft.Playwright;

namespace DtPipeline.Web.Tests.Pages;

/// <summary>What a browser is allowed, and what it is not.</summary>
public sealed class PolicyTests(Site site) : IClassFixture<Site>
{
    private const string Script = "<script>alert(1)</script><img src=x onerror=alert(2)>";

    [Fact]
    public async Task ThePageMayDoNothingButWhatItDoes()
    {
        using var answer = await site.Running.Http.GetAsync(new Uri(site.Address, "compliance"), TestContext.Current.CancellationToken);

        var storage = site.Running.Account.Reports.Uri.GetLeftPart(UriPartial.Authority);
        Assert.Equal(
            $"default-src 'none'; script-src 'self'; style-src 'self'; img-src data:; connect-src 'self' {storage}; frame-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
            string.Join(' ', answer.Headers.GetValues("Content-Security-Policy")));
        Assert.Equal(("nosniff", "same-origin"), (string.Join(' ', answer.Headers.GetValues("X-Content-Type-Options")), string.Join(' ', answer.Headers.GetValues("Referrer-Policy"))));
        Assert.DoesNotContain("<script>", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task MarkupIsShownAsText()
    {
        var view = SampleViews.View("tasks", Script) with
        {
            Subtitle = Script,
            Numbers = [new(Script, Script, Script)],
            Legend = [new("red", "●", Script)],
            Filters = [new("state", "select", Script, string.Empty, [new(string.Empty, Script)])],
            Tables = [new("tasks", "list", Script, [new("task", Script)], [new("1", [new(Script) { Title = Script }])]), new("none", "list", Script, [], []) { Empty = Script }],
            Notes = [Script],
            Links = [new(Script, "/help")],
        };
        var open = await site.OpenSampleAsync("/briefs");
        await open.Page.RouteAsync("**/api/v1/views/tasks?*", route => route.FulfillAsync(new RouteFulfillOptions { ContentType = "application/json", Body = SampleViews.JsonOf(view) }));

        await site.GoAsync(open.Page, "/tasks");

        Assert.Equal(Script, await open.Page.Locator("#title").InnerTextAsync());
        Assert.StartsWith(Script, await open.Page.Locator("#tasks tbody td").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal(0, await open.Page.Locator("main script, main img").CountAsync());
        Assert.Empty(open.Complaints);
    }

    [Theory]
    [InlineData("Origin", "https://example.org")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    public async Task APostOfAnotherSiteIsRefused(string header, string value)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(site.Address, "api/v1/uploads"))
        {
            Content = new StringContent("""{ "organisation": "P34-01", "period": "2025-Q3", "fileName": "a.csv", "bytes": 1 }""", MediaTypeHeaderValue.Parse("application/json")),
        };
        request.Headers.Add(header, value);

        using var answer = await site.Running.Http.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task ADrawingWithMoreThanADrawingIsNotShown()
    {
        string[] drawings =
        [
            "<script>alert(1)</script>", "<foreignObject><b>x</b></foreignObject>", "<rect onload='alert(1)'/>", "<a href='javascript:alert(1)'><text>x</text></a>",
            "<a href='//example.org'><text>x</text></a>", "<rect style='fill:red'/>", "<image href='/x.png'/>", "<rect fill='url(http://127.0.0.1:9/x)'/>", "<use href='#x'/>", "<style>*{}</style>",
        ];
        var open = await site.OpenSampleAsync("/tasks");
        await open.Page.RouteAsync("**/api/v1/views/indicators?*", route => route.FulfillAsync(new RouteFulfillOptions { ContentType = "application/json", Body = SampleViews.JsonOf(ViewWith(["<text>tốt</text>", .. drawings])) }));

        await site.GoAsync(open.Page, "/indicators");

        Assert.Equal(["tốt"], await open.Page.Locator("main svg").AllTextContentsAsync());
        Assert.Equal(drawings.Length + 1, await open.Page.Locator("figcaption").CountAsync());
        Assert.All(open.Requests, r => Assert.StartsWith(site.Address.AbsoluteUri, r, StringComparison.Ordinal));

        // The policy already holds while a drawing is read, and says so in the console.
        Assert.All(open.Complaints, c => Assert.Contains("violates the following Content Security Policy directive", c, StringComparison.Ordinal));
    }

    [Fact]
    public async Task APaperIsServedWithItsOwnStylesAndNothingElse()
    {
        var open = await site.OpenAsync("/briefs");

        var answer = await open.Page.GotoAsync(new Uri(site.Address, "api/v1/receipts/P34-48/2025-Q3/BC_quy_3_2025.xlsx").AbsoluteUri);

        Assert.Matches(
            "^default-src 'none'; style-src-elem 'sha256-[^']+'; style-src-attr ('none'|'unsafe-hashes'( 'sha256-[^']+')+); frame-ancestors 'self'; base-uri 'none'; form-action 'none'$",
            answer!.Headers["content-security-policy"]);
        Assert.Empty(open.Complaints);
    }

    private static ViewModel ViewWith(IEnumerable<string> drawings) => SampleViews.View("indicators", "Chỉ tiêu") with
    {
        Charts = [.. drawings.Select((d, i) => new ViewChart("bars", $"{i}", $"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'>{d}</svg>", "none"))],
    };
}
