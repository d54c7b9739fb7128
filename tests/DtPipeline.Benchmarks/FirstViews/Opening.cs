using System.Globalization;
using Microsoft.Playwright;

namespace DtPipeline.Benchmarks.FirstViews;

/// <summary>What a page asked for, and when it stood there.</summary>
/// <param name="View">Path and query of the JSON that it shows.</param>
/// <param name="ScriptBytes">Of the script files as they were transferred, without headers; so is <paramref name="Bytes"/> of everything.</param>
/// <param name="AnsweredAfter">Milliseconds from the start of the navigation until the JSON was there.</param>
/// <param name="DrawnAfter">The same until after the first frame that shows it.</param>
internal sealed record Opening(string View, int Requests, int ScriptBytes, int Bytes, double AnsweredAfter, double DrawnAfter)
{
    /// <param name="isDrawn">CSS: matches something as soon as the answer is in the page.</param>
    public static async Task<Opening> OfAsync(IBrowser browser, Uri address, string isDrawn)
    {
        await using var context = await browser.NewContextAsync();
        var page = await context.NewPageAsync();
        var requests = new List<IRequest>();
        page.RequestFinished += (_, request) => requests.Add(request);
        await page.AddInitScriptAsync($$"""
            new MutationObserver((_, watching) => {
              if (document.querySelector('{{isDrawn}}')) {
                watching.disconnect();
                requestAnimationFrame(() => setTimeout(() => {
                  const view = performance.getEntriesByType('resource').find((r) => r.name.includes('/api/v1/views/'));
                  document.documentElement.dataset.drawn = `${performance.now()} ${view.responseEnd}`;
                }));
              }
            }).observe(document, { subtree: true, childList: true, attributes: true });
            """);
        await page.GotoAsync(address.AbsoluteUri);
        var times = (await page.Locator("html[data-drawn]").GetAttributeAsync("data-drawn"))!.Split(' ').Select(t => double.Parse(t, CultureInfo.InvariantCulture)).ToList();
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        var sizes = await Task.WhenAll(requests.Select(async r => (r.ResourceType, Bytes: (await r.SizesAsync()).ResponseBodySize)));
        return new Opening(
            new Uri(requests.First(r => r.Url.Contains("/api/v1/views/", StringComparison.Ordinal)).Url).PathAndQuery,
            requests.Count,
            sizes.Where(s => s.ResourceType == "script").Sum(s => s.Bytes),
            sizes.Sum(s => s.Bytes),
            times[1],
            times[0]);
    }
}
