using DtPipeline.Pipeline.Tests.Support;
using Microsoft.Playwright;

namespace DtPipeline.Web.Tests.Pages;

/// <summary>WCAG 2.2, level AA, as far as a program can tell.</summary>
public sealed class AccessibilityTests(Site site) : IClassFixture<Site>
{
    private const string Faulty = "P63-26/2024-Q2/so-lieu-quy-2.xlsx";

    // Rows and tiles that look alike tell the same, and axe asks of each with each: of each look the first is kept.
    private const string Few = """
        () => {
          const look = e => [e, ...e.querySelectorAll('*')].map(p => p.tagName + '.' + p.getAttribute('class')).join();
          const keep = (most, all) => {
            const seen = new Set();
            [...all].forEach(e => seen.size === most || seen.has(look(e)) ? e.remove() : seen.add(look(e)));
          };
          document.querySelectorAll('table').forEach(t => { [...t.tBodies].forEach(b => keep(8, b.rows)); keep(12, t.tBodies); });
          document.querySelectorAll('main svg').forEach(s => keep(12, s.querySelectorAll(':scope > a')));
        }
        """;

    // Groups of rows stand closed.
    private const string Open = "() => document.querySelectorAll('main .opens').forEach(b => b.click())";

    [Fact]
    public async Task AxeFindsNothingInAnyViewInEitherTheme()
    {
        await SendFaultyAsync();
        var open = await site.OpenAsync("/today");
        var found = new List<string>();
        foreach (var (i, path) in RealViews.Kinds.Append($"/files/receipt?path={Uri.EscapeDataString(Faulty)}").Index())
        {
            await open.Page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = ColorScheme.Light });
            await site.GoAsync(open.Page, $"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}lang={(i % 2 == 0 ? "vi" : "en")}");
            if (!path.StartsWith("/tasks", StringComparison.Ordinal))
            {
                await open.Page.EvaluateAsync(Open);
            }

            await open.Page.EvaluateAsync(Few);
            var light = await open.Page.AxeAsync(Axe.All);
            await open.Page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = ColorScheme.Dark });
            var dark = await open.Page.AxeAsync(Axe.Colours);
            found.AddRange(light.Concat(dark).Select(v => $"{path}: {v}"));
        }

        Assert.True(found.Count == 0, string.Join('\n', found.Distinct()));
    }

    /// <summary>A report with a faulty cell, of a body and period that no other test touches.</summary>
    private async Task SendFaultyAsync()
    {
        var file = Path.Combine(Repository.Samples, "2024-06-21", Faulty);
        await site.Running.Account.Reports.GetBlobClient(Faulty).UploadAsync(BinaryData.FromBytes(await File.ReadAllBytesAsync(file)), TestContext.Current.CancellationToken);
        await site.Running.Host.UntilAsync($"answers {Faulty}", async () => await site.Running.Account.Receipts.GetBlobClient($"{Faulty}.receipt.json").ExistsAsync());
    }

    [Fact]
    public async Task AxeFindsWhatIsThereToFind()
    {
        var open = await site.OpenSampleAsync("/alerts");
        await open.Page.Locator("#title").EvaluateAsync("t => { t.style.color = '#eee'; t.append(document.createElement('img')); }");

        Assert.Equal(["color-contrast", "image-alt"], (await open.Page.AxeAsync(Axe.All)).Select(RuleOf).Order(StringComparer.Ordinal));
        Assert.Equal(["color-contrast"], (await open.Page.AxeAsync(Axe.Colours)).Select(RuleOf));
    }

    [Fact]
    public async Task AxeFindsNothingInTheDialogs()
    {
        var open = await site.OpenSampleAsync("/alerts");
        await open.Page.Keyboard.PressAsync("?");
        var help = await open.Page.AxeAsync(Axe.All);
        await open.Page.Keyboard.PressAsync("Escape");
        await open.Page.Locator("button.who").ClickAsync();
        await open.Page.GetByLabel("Đơn vị báo cáo").CheckAsync();
        var chooser = await open.Page.AxeAsync(Axe.All);

        Assert.Empty(help.Concat(chooser));
    }

    private static string RuleOf(string found) => found.Split(':')[0];
}
