using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace DtPipeline.Web.Tests.Pages;

/// <summary>WCAG 2.2, level AA, as far as a program can tell.</summary>
public sealed class AccessibilityTests(Site site) : IClassFixture<Site>
{
    private static readonly AxeRunOptions All = new() { RunOnly = RunOnlyOptions.Tags("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice") };

    // Rows and tiles are alike: the first of each tell what the others would, in a tenth of the time.
    private const string Few = """
        () => {
          const keep = (most, all) => [...all].slice(most).forEach(e => e.remove());
          document.querySelectorAll('table').forEach(t => { keep(8, t.tBodies); [...t.tBodies].forEach(b => keep(4, b.rows)); });
          document.querySelectorAll('main svg').forEach(s => keep(8, s.querySelectorAll(':scope > a')));
          document.querySelectorAll('main select').forEach(s => keep(4, s.options));
        }
        """;

    [Theory]
    [InlineData(ColorScheme.Light, "vi")]
    [InlineData(ColorScheme.Dark, "en")]
    public async Task AxeFindsNothingInAnyView(ColorScheme scheme, string language)
    {
        var open = await site.OpenAsync($"/today?lang={language}", scheme: scheme);
        var found = new List<string>();
        foreach (var path in RealViews.Kinds)
        {
            await site.GoAsync(open.Page, path);
            await open.Page.EvaluateAsync(Few);
            var result = await open.Page.RunAxe(All);
            found.AddRange(result.Violations.SelectMany(v => v.Nodes.Select(n => $"{path}: {v.Id}: {n.Html}")));
        }

        Assert.True(found.Count == 0, string.Join('\n', found.Distinct()));
    }

    [Fact]
    public async Task AxeFindsNothingInTheDialogs()
    {
        var open = await site.OpenSampleAsync("/alerts");
        await open.Page.Keyboard.PressAsync("?");
        var help = await open.Page.RunAxe(All);
        await open.Page.Keyboard.PressAsync("Escape");
        await open.Page.Locator("button.who").ClickAsync();
        await open.Page.GetByLabel("Đơn vị báo cáo").CheckAsync();
        var chooser = await open.Page.RunAxe(All);

        Assert.Empty(help.Violations.Concat(chooser.Violations).SelectMany(v => v.Nodes.Select(n => $"{v.Id}: {n.Html}")));
    }
}
