using System.Collections.Concurrent;
using Microsoft.Playwright;
using Xunit.Sdk;

namespace DtPipeline.Pipeline.Tests.Pages;

/// <summary>The machine's own Chromium without a window: what a person opens the pages with.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private const string HowToGetIt = "The tests of pages need Chromium: 'apt-get install chromium-headless-shell' as root, or set DTP_CHROMIUM to the path of a Chrome or Chromium.";

    // The browser's own five seconds are for a machine that does nothing else.
    private const int Patience = 120_000;

    // The first is the same browser without one of its own around each page, which is more than half of what all these tests take.
    private static readonly string[] Places = ["/usr/bin/chromium-headless-shell", "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    private readonly ConcurrentDictionary<IPage, ITest?> opened = [];

    private IPlaywright? playwright;
    private IBrowser? browser;

    private static readonly string? Executable = Environment.GetEnvironmentVariable("DTP_CHROMIUM") ?? Array.Find(Places, File.Exists);

    public async ValueTask InitializeAsync()
    {
        if (Executable is null && Environment.GetEnvironmentVariable("CI") != "true")
        {
            return;
        }

        Assert.True(File.Exists(Executable), HowToGetIt);
        Assertions.SetDefaultExpectTimeout(Patience);
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = Executable, Args = ["--no-sandbox"] });
    }

    /// <summary>Who has no Chromium sees the test skipped, and how to get it; where <c>CI</c> is <c>true</c> nothing is skipped.</summary>
    internal async Task<OpenPage> OpenAsync(int width = 1100, int height = 900)
    {
        Assert.SkipWhen(browser is null, HowToGetIt);
        await CloseAsync(TestContext.Current.Test);
        var page = await browser!.NewPageAsync(new BrowserNewPageOptions { ViewportSize = new ViewportSize { Width = width, Height = height } });
        page.SetDefaultTimeout(Patience);
        opened[page] = TestContext.Current.Test;
        return new(page);
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
        {
            await browser.DisposeAsync();
        }

        playwright?.Dispose();
    }

    /// <summary>Those of the tests before this one in its class, which would go on asking the host for what is new.</summary>
    private async Task CloseAsync(ITest? now)
    {
        foreach (var (page, _) in opened.Where(o => o.Value?.UniqueID != now?.UniqueID && o.Value?.TestCase.TestClass?.UniqueID == now?.TestCase.TestClass?.UniqueID))
        {
            opened.TryRemove(page, out _);
            await page.CloseAsync();
        }
    }
}

/// <summary>A page, and what it asked for and complained of.</summary>
internal sealed class OpenPage
{
    private readonly List<string> requests = [];
    private readonly List<string> complaints = [];

    public OpenPage(IPage page)
    {
        Page = page;
        page.Request += (_, request) => requests.Add(request.Url);
        page.Console += (_, message) => complaints.Add($"{message.Type}: {message.Text}");
        page.PageError += (_, error) => complaints.Add(error);
        page.Dialog += (_, dialog) => complaints.Add($"dialog: {dialog.Message}");
    }

    public IPage Page { get; }

    public IReadOnlyList<string> Requests => requests;

    /// <summary>What the console shows, errors of scripts, and dialogs.</summary>
    public IReadOnlyList<string> Complaints => complaints;
}
