using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Playwright;

namespace DtPipeline.Web.Tests.Pages;

/// <summary>What is done with several alerts at once.</summary>
public sealed class ActingTests(Site site) : IClassFixture<Site>
{
    private const string Refused = "P34-01/report.overdue~2025-08~P34-01";

    [Theory]
    [InlineData("vi", "Đã làm xong 7 cảnh báo. Không làm được 1 cảnh báo, vẫn được chọn:", "Huế: Báo cáo tháng quá hạn 5 ngày (hạn 15/09/2025): Cảnh báo này đã kết thúc.", "Đã chọn 1")]
    [InlineData("en", "7 alerts done. 1 could not be done and stays selected:", "Huế: Báo cáo tháng quá hạn 5 ngày (hạn 15/09/2025): This alert has ended.", "1 selected")]
    public async Task AnAlertThatIsRefusedIsNamedWithTheReasonAndStaysSelected(string language, string heading, string line, string selected)
    {
        var open = await site.OpenSampleAsync($"/alerts?lang={language}");
        await AnswerAsync(open.Page, key => key == Refused
            ? new { key, status = 400, detail = "This alert has ended.", detailVi = "Cảnh báo này đã kết thúc." }
            : new { key, status = 200 });

        await ActAsync(open.Page, "tr.group:has(.mark.red) input[type=checkbox]");

        var notice = open.Page.Locator("main [role=alert]");
        await Assertions.Expect(notice.Locator("p")).ToHaveTextAsync(heading);
        await Assertions.Expect(notice.Locator("li")).ToHaveTextAsync([line]);
        await Assertions.Expect(open.Page.Locator("[role=toolbar] [aria-live]")).ToHaveTextAsync(selected);
        await open.Page.Locator("tr.group:has(.mark.red) .opens").ClickAsync();
        await Assertions.Expect(open.Page.Locator($"tr[data-key='{Refused}'] input")).ToBeCheckedAsync();
        await notice.GetByRole(AriaRole.Button).ClickAsync();
        await Assertions.Expect(notice).ToHaveCountAsync(0);
        Assert.Empty(open.Complaints);
    }

    [Fact]
    public async Task WhereAllIsDoneTheNumberIsSaidAndNothingStaysSelected()
    {
        var open = await site.OpenSampleAsync("/alerts");
        await AnswerAsync(open.Page, key => new { key, status = 200 });

        await ActAsync(open.Page, "thead input[type=checkbox]");

        await Assertions.Expect(open.Page.Locator(".said")).ToHaveTextAsync("Đã làm xong 12 cảnh báo.");
        await Assertions.Expect(open.Page.Locator("[role=toolbar] [aria-live]")).ToHaveTextAsync("Đã chọn 0");
        Assert.Equal(0, await open.Page.Locator("main [role=alert]").CountAsync());
    }

    private static Task<IAsyncDisposable> AnswerAsync(IPage page, Func<string, object> answer) => page.RouteAsync("**/api/v1/alerts", route => route.FulfillAsync(new RouteFulfillOptions
    {
        ContentType = "application/json",
        Body = JsonSerializer.Serialize(new { items = JsonNode.Parse(route.Request.PostData!)!["keys"]!.AsArray().Select(k => answer((string)k!)) }),
    }));

    private static async Task ActAsync(IPage page, string boxes)
    {
        await page.Locator(boxes).CheckAsync();
        await page.Locator("button[data-action=acknowledge]").ClickAsync();
        await page.Locator("dialog input[name=by]").FillAsync("Lan");
        await page.Locator("dialog button.main").ClickAsync();
        await Assertions.Expect(page.Locator("dialog")).ToHaveCountAsync(0);
    }
}
