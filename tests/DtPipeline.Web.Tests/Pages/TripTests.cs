using System.Text.Json.Nodes;
using Microsoft.Playwright;

namespace DtPipeline.Web.Tests.Pages;

/// <summary>A report from the browser to storage, to its receipt, and to the secretariat's desk; sent with a fault, and mended.</summary>
public sealed class TripTests(Site site) : IClassFixture<Site>
{
    // No sample and no other test sends a report of Cà Mau for this quarter.
    private const string Organisation = "P34-96";
    private const string Period = "2025-Q3";
    private const string Workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private const string Alert = $"report.faulty~{Period}~{Organisation}";

    [Fact]
    public async Task AClerkMendsAReportAndItsAlertEnds()
    {
        var template = await site.Running.Http.GetByteArrayAsync(new Uri(site.Address, $"api/v1/templates/{Organisation}/{Period}"), TestContext.Current.CancellationToken);
        var clerk = await site.OpenAsync("/submit");
        await BecomeAsync(clerk.Page);

        await SendAsync(clerk.Page, Filled.Template(template, new Dictionary<string, string> { ["GOV-01"] = "khoảng 45" }, null));
        await Assertions.Expect(clerk.Page.Locator(".sent #faults")).ToContainTextAsync("khoảng 45");
        await site.Running.Host.UntilAsync("has the alert of the faulty report", async () => await IsOpenAsync());

        await SendAsync(clerk.Page, Filled.Template(template, new Dictionary<string, string> { ["GOV-01"] = "có" }, "không phát sinh"));
        await site.Running.Host.UntilAsync("has settled the alert", async () => !await IsOpenAsync());
        await site.Running.Host.UntilAsync("publishes the obligation as filed in time", async () => await StateAsync() == "on_time");

        var secretariat = await site.OpenAsync($"/compliance/PROV-Q/{Period}/{Organisation}");
        await Assertions.Expect(secretariat.Page.Locator(".numbers .figure.on_time")).ToContainTextAsync("đúng hạn");
        await Assertions.Expect(secretariat.Page.Locator("#files tbody tr")).ToHaveCountAsync(2);
        await site.GoAsync(secretariat.Page, "/alerts");
        await Assertions.Expect(secretariat.Page.Locator($"tr[data-key='{Organisation}/{Alert}']")).ToHaveCountAsync(0);

        var puts = clerk.Requests.Where(r => r.Contains("sig=", StringComparison.Ordinal)).ToList();
        Assert.Equal(2, puts.Select(p => new Uri(p).AbsolutePath).Distinct().Count());
        Assert.All(puts, p => Assert.StartsWith(site.Running.Account.Reports.Uri.AbsoluteUri, p, StringComparison.Ordinal));
        Assert.Empty(secretariat.Complaints);
        Assert.DoesNotContain(clerk.Complaints, c => !IsAwaited(c));
    }

    /// <summary>A receipt that is asked for before it is there is a 404, which Chromium puts into its console.</summary>
    private static bool IsAwaited(string complaint) => complaint.Contains("404", StringComparison.Ordinal);

    private static async Task BecomeAsync(IPage page)
    {
        await page.Locator("button.who").ClickAsync();
        await page.GetByLabel("Đơn vị báo cáo").CheckAsync();
        await page.Locator("input[name=organisation]").FillAsync(Organisation);
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Áp dụng" }).ClickAsync();
        await Assertions.Expect(page.Locator("button.who")).ToContainTextAsync(Organisation);
    }

    private static async Task SendAsync(IPage page, byte[] workbook)
    {
        await page.Locator($"tr[data-key^='{Organisation}/{Period}/'] input[type=radio]").CheckAsync();
        await page.Locator(".drop input[type=file]").SetInputFilesAsync(new FilePayload { Name = "bao-cao.xlsx", MimeType = Workbook, Buffer = workbook });
        await Assertions.Expect(page.Locator(".sent > li").First).ToContainTextAsync("đã có biên nhận");
    }

    private async Task<bool> IsOpenAsync() =>
        (await site.Running.Http.GetStringAsync(new Uri(site.Address, $"api/v1/alerts?organisation={Organisation}"), TestContext.Current.CancellationToken)).Contains(Alert, StringComparison.Ordinal);

    private async Task<string?> StateAsync()
    {
        var period = JsonNode.Parse(await site.Running.Http.GetStringAsync(new Uri(site.Address, $"api/v1/periods/{Period}"), TestContext.Current.CancellationToken))!;
        var organisation = period["organisations"]!.AsArray().SingleOrDefault(o => (string?)o!["code"] == Organisation);
        return (string?)organisation?["obligations"]!.AsArray().SingleOrDefault(o => (string?)o!["form"] == "PROV-Q")?["state"];
    }
}
