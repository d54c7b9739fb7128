using System.Text.RegularExpressions;
using DtPipeline.Pipeline.Tests.Support;
using Microsoft.Playwright;

namespace DtPipeline.Web.Tests.Pages;

/// <summary>
/// Pictures of the views in each of their looks: of the first one always; of every one, kept to be looked at, by <c>DTP_SHOTS=DIR dotnet test --project tests/DtPipeline.Web.Tests --filter ShotTests</c>. With <c>DTP_ACCEPT=1</c> the one of the
/// README is made anew.
/// </summary>
public sealed partial class ShotTests(Site site) : IClassFixture<Site>
{
    private static readonly string[] Unread = ["P34-82", "P34-91", "P34-92"];

    private static readonly IReadOnlyList<(ColorScheme Scheme, (string Name, int Width) Size, string Language)> Looks =
    [
        .. from scheme in new[] { ColorScheme.Light, ColorScheme.Dark } from size in new[] { ("wide", 1280), ("narrow", 390) } from language in new[] { "vi", "en" } select (scheme, size, language),
    ];

    private static readonly string? Folder = Environment.GetEnvironmentVariable("DTP_SHOTS");

    [Fact]
    public async Task EachLookOfAViewIsAPictureOfItsOwn()
    {
        var seen = new Dictionary<string, string>();
        var open = await site.OpenAsync("/today");
        foreach (var (scheme, (name, width), language) in Looks)
        {
            await open.Page.SetViewportSizeAsync(width, 900);
            await open.Page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = scheme });
            foreach (var path in Folder is null ? RealViews.Paths.Take(1) : RealViews.Paths)
            {
                await site.GoAsync(open.Page, $"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}lang={language}");
                var file = $"{Strange().Replace(path.TrimStart('/'), "-")}.{language}.{scheme}.{name}.png".ToLowerInvariant();
                var picture = await open.Page.ScreenshotAsync(new PageScreenshotOptions { Path = Folder is null ? null : Path.Combine(Folder, file) });

                Assert.True(seen.TryAdd(Convert.ToBase64String(picture), file), $"{file} looks like {seen[Convert.ToBase64String(picture)]}.");
            }
        }
    }

    [Fact]
    public async Task TheReadmeShowsTheFirstViewOfTheRunningHost()
    {
        var picture = Path.Combine(Repository.Root, "docs", "page.png");
        if (Environment.GetEnvironmentVariable("DTP_ACCEPT") == "1")
        {
            await RaiseAlertsAsync();
            var open = await site.OpenAsync("/today?lang=en", width: 1280, height: 1640);
            await open.Page.ScreenshotAsync(new PageScreenshotOptions { Path = picture });
        }

        Assert.InRange(new FileInfo(picture).Length, 1, 300_000);
        Assert.Contains("(docs/page.png)", Repository.Text("README.md"), StringComparison.Ordinal);
    }

    /// <summary>Reports in which nothing can be read, so that the secretariat has something to do.</summary>
    private async Task RaiseAlertsAsync()
    {
        foreach (var organisation in Unread)
        {
            await site.Running.Account.Reports.GetBlobClient($"{organisation}/2025-Q3/bao-cao.csv").UploadAsync(BinaryData.FromString("indicator,value\nGOV-01,khoảng 45\nDG-05,~45\n"), TestContext.Current.CancellationToken);
        }

        await site.Running.Host.UntilAsync("shows their alerts", async () =>
        {
            var today = await site.Running.Http.GetStringAsync(new Uri(site.Address, "api/v1/views/today"), TestContext.Current.CancellationToken);
            return Unread.All(o => today.Contains($"report.faulty~2025-Q3~{o}", StringComparison.Ordinal));
        });
    }

    [GeneratedRegex("[^A-Za-z0-9.-]+")]
    private static partial Regex Strange();
}
