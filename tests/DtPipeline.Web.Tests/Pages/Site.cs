using DtPipeline.Pipeline.Tests.Pages;
using DtPipeline.Web.Tests.Support;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Chromium))]

namespace DtPipeline.Web.Tests.Pages;

/// <summary>The page as the running host serves it.</summary>
public sealed class Site(Chromium chromium, RunningHost running)
{
    private const string Views = "/api/v1/views/";

    internal Uri Address => running.Http.BaseAddress!;

    internal RunningHost Running => running;

    /// <summary>Opens the page with answers that are always the same, for what the host does not show or must not be told: <see cref="SampleViews"/>, asked by the secretariat.</summary>
    internal async Task<OpenPage> OpenSampleAsync(string path, int width = 1280, int height = 900)
    {
        var open = await chromium.OpenAsync(width, height);
        await open.Page.RouteAsync($"{Address.AbsoluteUri}api/v1/**", async route =>
        {
            var asked = new Uri(route.Request.Url).AbsolutePath;
            await route.FulfillAsync(new RouteFulfillOptions
            {
                ContentType = "application/json",
                Body = asked.StartsWith(Views, StringComparison.Ordinal) ? SampleViews.Json(asked[Views.Length..])
                    : asked == "/api/v1/me" ? """{ "name": null, "role": "secretariat", "organisations": [], "canChoose": true, "signIn": null }"""
                    : """{ "items": [], "next": null }""",
            });
        });
        await GoAsync(open.Page, path);
        return open;
    }

    /// <summary>Opens the page as it is, with the answers of the host, asked by the secretariat.</summary>
    internal async Task<OpenPage> OpenAsync(string path, int width = 1280, int height = 900, ColorScheme scheme = ColorScheme.Light)
    {
        var open = await chromium.OpenAsync(width, height);
        await open.Page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = scheme });
        await GoAsync(open.Page, path);
        return open;
    }

    internal async Task GoAsync(IPage page, string path)
    {
        await page.GotoAsync(new Uri(Address, path).AbsoluteUri);
        await ShownAsync(page);
    }

    /// <summary>Waits until the view stands there, and all that it asked for has come.</summary>
    internal static async Task ShownAsync(IPage page) => await page.Locator("main[aria-busy=false]:not(:has([aria-busy=true])) #title").WaitForAsync();
}
