using System.Text.RegularExpressions;
using DtPipeline.Pipeline.Tests.Support;
using Microsoft.Playwright;

namespace DtPipeline.Web.Tests.Pages;

/// <summary>Pictures of every view, to be looked at: <c>DTP_SHOTS=DIR dotnet test tests/DtPipeline.Web.Tests --filter ShotTests</c>; with <c>DTP_ACCEPT=1</c> also the one of the README.</summary>
public sealed partial class ShotTests(Site site) : IClassFixture<Site>
{
    private const string Variable = "DTP_SHOTS";

    [Fact]
    public async Task EveryViewIsPictured()
    {
        var folder = Environment.GetEnvironmentVariable(Variable);
        Assert.SkipWhen(folder is null, $"Set {Variable} to a folder to have pictures of every view.");
        Directory.CreateDirectory(folder);
        foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            foreach (var (name, width) in new[] { ("wide", 1360), ("narrow", 390) })
            {
                foreach (var language in new[] { "vi", "en" })
                {
                    var open = await site.OpenAsync("/today", width: width, height: 900, scheme: scheme);
                    foreach (var path in RealViews.Paths)
                    {
                        await site.GoAsync(open.Page, $"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}lang={language}");
                        var file = Strange().Replace(path.TrimStart('/'), "-");
                        await open.Page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, $"{file}.{language}.{scheme}.{name}.png".ToLowerInvariant()) });
                    }

                    await open.Page.CloseAsync();
                }
            }
        }
    }

    [Fact]
    public async Task TheReadmeShowsTheFirstViewOfTheRunningHost()
    {
        var picture = Path.Combine(Repository.Root, "docs", "page.png");
        if (Environment.GetEnvironmentVariable("DTP_ACCEPT") == "1")
        {
            var open = await site.OpenAsync("/today?lang=en", width: 1280, height: 820);
            await open.Page.ScreenshotAsync(new PageScreenshotOptions { Path = picture });
        }

        Assert.InRange(new FileInfo(picture).Length, 1, 250_000);
        Assert.Contains("(docs/page.png)", Repository.Text("README.md"), StringComparison.Ordinal);
    }

    [GeneratedRegex("[^A-Za-z0-9.-]+")]
    private static partial Regex Strange();
}
