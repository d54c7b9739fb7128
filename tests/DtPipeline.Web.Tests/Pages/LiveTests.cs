using System.Globalization;
using DtPipeline.Answers.Views;
using Microsoft.Playwright;

namespace DtPipeline.Web.Tests.Pages;

/// <summary>What changes at the server appears in place.</summary>
public sealed class LiveTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task WhatChangesAppearsAndFocusAndScrollStay()
    {
        var open = await site.OpenSampleAsync("/briefs");
        var (asked, unchanged) = (0, 0);
        await open.Page.Clock.InstallAsync();
        await open.Page.RouteAsync("**/api/v1/views/tasks?*", async route =>
        {
            asked++;
            if (asked == 2)
            {
                unchanged += route.Request.Headers.GetValueOrDefault("if-none-match") == "\"1\"" ? 1 : 0;
                await route.FulfillAsync(new RouteFulfillOptions { Status = 304 });
                return;
            }

            var tag = $"\"{(asked == 1 ? 1 : 2).ToString(CultureInfo.InvariantCulture)}\"";
            await route.FulfillAsync(new RouteFulfillOptions { ContentType = "application/json", Body = SampleViews.JsonOf(View(asked == 1 ? "chưa xong" : "đã xong")), Headers = new Dictionary<string, string> { ["ETag"] = tag } });
        });
        await site.GoAsync(open.Page, "/tasks");
        var row = open.Page.Locator("tr[data-key='50']");
        await row.FocusAsync();
        var scroll = await open.Page.EvaluateAsync<double>("scrollY");

        await open.Page.Clock.RunForAsync(21_000);
        await Assertions.Expect(row).ToContainTextAsync("chưa xong");
        await open.Page.Clock.RunForAsync(21_000);
        await Assertions.Expect(row).ToContainTextAsync("đã xong");

        Assert.Equal((3, 1), (asked, unchanged));
        Assert.Equal("50", await open.Page.EvaluateAsync<string>("document.activeElement.dataset.key"));
        Assert.Equal(scroll, await open.Page.EvaluateAsync<double>("scrollY"));
        Assert.True(scroll > 0);
    }

    [Fact]
    public async Task AFirstAnswerThatComesLateDoesNotReplaceWhatWasChosenSince()
    {
        var open = await site.OpenSampleAsync("/briefs");
        var late = new TaskCompletionSource();
        await open.Page.RouteAsync("**/api/v1/views/tasks?*", async route =>
        {
            await late.Task;
            await route.FulfillAsync(new RouteFulfillOptions { ContentType = "application/json", Body = SampleViews.JsonOf(View("chưa xong")) });
        });
        await open.Page.GotoAsync(new Uri(site.Address, "tasks").AbsoluteUri, new PageGotoOptions { WaitUntil = WaitUntilState.Commit });
        await open.Page.Locator(".rail a[href='/alerts']").ClickAsync();
        await Assertions.Expect(open.Page.Locator("#title")).ToHaveTextAsync("Cảnh báo");

        await open.Page.RunAndWaitForResponseAsync(() => Task.FromResult(late.TrySetResult()), r => r.Url.Contains("/views/tasks?", StringComparison.Ordinal));
        await open.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);

        await open.Page.EvaluateAsync("new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn)))");
        Assert.Equal("Cảnh báo", await open.Page.Locator("#title").InnerTextAsync());
    }

    [Fact]
    public async Task AServerThatIsAwayIsSaidAndAskedAgain()
    {
        var open = await site.OpenSampleAsync("/tasks");
        const string Asked = "**/api/v1/views/alerts?*";
        await open.Page.RouteAsync(Asked, route => route.AbortAsync());
        await open.Page.Locator(".rail a[href='/alerts']").ClickAsync();

        await Assertions.Expect(open.Page.Locator("[role=alert]")).ToContainTextAsync("Không liên lạc được với máy chủ. Không có gì bị mất; hãy thử lại.");
        await open.Page.UnrouteAsync(Asked);
        await open.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Thử lại" }).ClickAsync();

        await Site.ShownAsync(open.Page);
        await Assertions.Expect(open.Page.Locator("#title")).ToHaveTextAsync("Cảnh báo");
    }

    [Fact]
    public async Task ABriefThatIsNotThereYetIsWaitedForInWords()
    {
        var (asked, released) = (new TaskCompletionSource(), new TaskCompletionSource());
        var view = SampleViews.View("briefs", "Bản tóm tắt") with { Tables = [new("briefs", "list", "Các bản tóm tắt", [new("period", "Kỳ")], [new("1", [new("2025-Q2")]) { Href = "/api/v1/briefs/2025-Q2/1/brief.vi.html" }])] };
        var open = await site.OpenSampleAsync("/tasks");
        await open.Page.RouteAsync("**/api/v1/views/briefs?*", route => route.FulfillAsync(new RouteFulfillOptions { ContentType = "application/json", Body = SampleViews.JsonOf(view) }));
        await open.Page.RouteAsync("**/brief.vi.html", async route =>
        {
            asked.SetResult();
            await released.Task;
            await route.FulfillAsync(new RouteFulfillOptions { ContentType = "text/html", Body = "<p>Kết quả nổi bật</p>" });
        });

        await open.Page.Locator(".rail a[href='/briefs']").ClickAsync();
        await asked.Task;
        await Assertions.Expect(open.Page.Locator(".framed")).ToContainTextAsync("Đang lấy Bản tóm tắt như khi in …");
        await Assertions.Expect(open.Page.Locator("iframe")).Not.ToBeVisibleAsync();
        released.SetResult();

        await Site.ShownAsync(open.Page);
        await Assertions.Expect(open.Page.FrameLocator("iframe").Locator("p")).ToHaveTextAsync("Kết quả nổi bật");
        await Assertions.Expect(open.Page.Locator("iframe")).ToBeVisibleAsync();
        await Assertions.Expect(open.Page.Locator(".framed .soft")).ToHaveCountAsync(0);
    }

    private static ViewModel View(string state) => SampleViews.View("tasks", "Nhiệm vụ") with
    {
        Tables =
        [
            new("tasks", "list", "Nhiệm vụ", [new("task", "Nhiệm vụ"), new("state", "Trạng thái")],
                [.. Enumerable.Range(1, 80).Select(i => new ViewRow($"{i}", [new($"T{i}"), new(i == 50 ? state : "…")]))]),
        ],
    };
}
