using System.Globalization;
using Microsoft.Playwright;

namespace DtPipeline.Benchmarks.FirstViews;

/// <summary>
/// The page as it is opened first, beside a page of one script that fetches the same JSON and sets it as text: the same Chromium, the same way to the same host, in turns, each with a
/// browser profile that has seen nothing. The host has answered both before.
/// </summary>
internal static class FirstView
{
    private const double MostRatio = 2.0;
    private const int MostRequests = 5;
    private const double MostScript = 60;

    private static readonly string Executable = Environment.GetEnvironmentVariable("DTP_CHROMIUM") ?? "/usr/bin/chromium";

    /// <returns>Whether it is within the aims.</returns>
    public static async Task<bool> RunAsync(int turns)
    {
        Console.WriteLine("Taking in the samples, a minute or two …");
        await using var host = await SampleHost.StartAsync();
        await using var site = await BareSite.StartAsync(host.Address);
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = Executable, Args = ["--no-sandbox"] });
        var first = await Opening.OfAsync(browser, site.Page, BareSite.PageIsDrawn);
        var bare = site.Bare(first.View);
        await Opening.OfAsync(browser, bare, BareSite.BareIsDrawn);
        var (pages, bares) = (new List<Opening>(), new List<Opening>());
        for (var i = 0; i < turns; i++)
        {
            bares.Add(await Opening.OfAsync(browser, bare, BareSite.BareIsDrawn));
            pages.Add(await Opening.OfAsync(browser, site.Page, BareSite.PageIsDrawn));
        }

        Write($"both fetch {first.View}");
        Print("page", pages);
        Print("one script", bares);
        var (ratio, requests, script) = (Median(pages) / Median(bares), pages.Max(p => p.Requests), pages.Max(p => p.ScriptBytes) / 1000.0);
        var isWithin = ratio <= MostRatio && requests <= MostRequests && script <= MostScript;
        Write($"  ratio {ratio:0.00} (aim: at most {MostRatio:0.0}), {requests} requests (at most {MostRequests}), {script:0.0} kB of script (at most {MostScript:0})");
        Write($"  {(isWithin ? "within the aims" : "NOT within the aims")}");
        return isWithin;
    }

    private static void Print(string name, List<Opening> openings) => Write(
        $"{name,-10} {openings[^1].Requests} requests, {openings[^1].ScriptBytes / 1000.0,5:0.0} kB of script, {openings[^1].Bytes / 1000.0,6:0.0} kB in all; answered after {openings.Select(o => o.AnsweredAfter).Order().ElementAt(openings.Count / 2):0} ms, drawn after {Median(openings):0} ms (median of {openings.Count}; {openings.Min(o => o.DrawnAfter):0} to {openings.Max(o => o.DrawnAfter):0})");

    private static double Median(List<Opening> openings) => openings.Select(o => o.DrawnAfter).Order().ElementAt(openings.Count / 2);

    private static void Write(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
