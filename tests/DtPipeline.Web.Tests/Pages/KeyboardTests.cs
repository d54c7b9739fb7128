using System.Text.Json.Nodes;
using Microsoft.Playwright;

namespace DtPipeline.Web.Tests.Pages;

/// <summary>Every task of the page without a mouse.</summary>
public sealed class KeyboardTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task TwoKeysGoToEachView()
    {
        var open = await site.OpenAsync("/today");
        foreach (var (key, path) in new[] { ("c", "compliance"), ("i", "indicators"), ("f", "files"), ("s", "submit"), ("k", "tasks"), ("a", "alerts"), ("b", "briefs"), ("t", "today") })
        {
            await open.Page.Keyboard.PressAsync("g");
            await open.Page.Keyboard.PressAsync(key);
            await open.Page.WaitForURLAsync($"**/{path}");
        }

        Assert.Empty(open.Complaints);
    }

    [Fact]
    public async Task TheHelpSaysAllKeysAndTurnsThemOff()
    {
        var open = await site.OpenSampleAsync("/tasks");

        await open.Page.Keyboard.PressAsync("?");
        await Assertions.Expect(open.Page.Locator("dialog")).ToContainTextAsync("Phím tắt của trang này");
        await open.Page.Locator("dialog input[type=checkbox]").FocusAsync();
        await open.Page.Keyboard.PressAsync("Space");
        await open.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(open.Page.Locator("dialog")).ToHaveCountAsync(0);
        await open.Page.Keyboard.PressAsync("?");

        Assert.Equal(0, await open.Page.Locator("dialog").CountAsync());
    }

    [Fact]
    public async Task ASlashFindsAndAHeaderSorts()
    {
        var open = await site.OpenAsync("/compliance?form=PROV-Q&period=2025-Q3");
        var names = open.Page.Locator("#matrix tbody th");

        await open.Page.Keyboard.PressAsync("/");
        await open.Page.Keyboard.TypeAsync("nghe an");
        await Assertions.Expect(names).ToHaveTextAsync(["Nghệ An"]);
        await open.Page.Keyboard.PressAsync("Control+a");
        await open.Page.Keyboard.PressAsync("Delete");
        await open.Page.Locator("#matrix thead button").First.FocusAsync();
        await open.Page.Keyboard.PressAsync("Enter");
        await open.Page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(open.Page.Locator("#matrix thead th").First).ToHaveAttributeAsync("aria-sort", "descending");
        Assert.StartsWith("Vĩnh Long", await names.First.InnerTextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AGroupOfAlertsIsAcknowledgedWithANote()
    {
        var open = await site.OpenSampleAsync("/alerts");
        var posted = open.Page.WaitForRequestAsync(r => r is { Method: "POST" });

        await open.Page.Keyboard.PressAsync("j");
        await open.Page.Keyboard.PressAsync("a");
        await open.Page.Locator("dialog").WaitForAsync();
        await open.Page.Keyboard.TypeAsync("Lan");
        await open.Page.Keyboard.PressAsync("Tab");
        await open.Page.Keyboard.TypeAsync("Đã gọi điện");
        await open.Page.Keyboard.PressAsync("Tab");
        await open.Page.Keyboard.PressAsync("Tab");
        await open.Page.Keyboard.PressAsync("Enter");

        var body = JsonNode.Parse((await posted).PostData!)!;
        Assert.Equal(("acknowledge", "Lan", "Đã gọi điện", 8), ((string?)body["action"], (string?)body["by"], (string?)body["note"], body["keys"]!.AsArray().Count));
        await Assertions.Expect(open.Page.Locator("dialog")).ToHaveCountAsync(0);
        Assert.True(await open.Page.EvaluateAsync<bool>("document.activeElement.matches('.opens')"), "The focus has not come back.");
    }

    [Fact]
    public async Task AReportIsChosenAndSent()
    {
        var open = await site.OpenSampleAsync("/submit");

        // Listened for long before it opens: one that opens first is lost.
        var opened = open.Page.WaitForFileChooserAsync();
        var posted = open.Page.WaitForRequestAsync(r => r is { Method: "POST" });

        await open.Page.Locator("#owed input[type=radio]").First.FocusAsync();
        await open.Page.Keyboard.PressAsync("Space");
        await Assertions.Expect(open.Page.Locator(".drop")).ToContainTextAsync("Gửi báo cáo 2025-Q3 của P34-96");
        await open.Page.Locator(".drop input[type=file]").FocusAsync();
        await open.Page.Keyboard.PressAsync("Enter");
        await (await opened).SetFilesAsync(new FilePayload { Name = "<i>báo cáo</i>.csv", MimeType = "text/csv", Buffer = "indicator,value\n"u8.ToArray() });

        Assert.Equal("""{"organisation":"P34-96","period":"2025-Q3","fileName":"<i>báo cáo</i>.csv","bytes":16}""", (await posted).PostData);
        await Assertions.Expect(open.Page.Locator(".sent")).ToContainTextAsync("<i>báo cáo</i>.csv");
        Assert.Equal(0, await open.Page.Locator(".sent i").CountAsync());
    }
}
