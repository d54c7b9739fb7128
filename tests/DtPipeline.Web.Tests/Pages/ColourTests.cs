namespace DtPipeline.Web.Tests.Pages;

/// <summary>What a colour says is said by a sign too.</summary>
public sealed class ColourTests(Site site) : IClassFixture<Site>
{
    /// <summary>Each class that the style sheet knows, as a cell of a heat map would show it, with its own sign.</summary>
    private const string Swatches = """
        ([classes, marks]) => {
          const list = document.createElement('ul');
          list.className = 'legend';
          list.id = 'swatches';
          classes.forEach((name, i) => {
            const swatch = document.createElement('span');
            swatch.className = 'swatch state ' + name;
            const mark = document.createElement('span');
            mark.className = 'mark ' + name;
            mark.textContent = marks[i];
            swatch.append(mark);
            list.append(swatch);
          });
          document.querySelector('main').prepend(list);
        }
        """;

    private const string WithoutASign = "cells => cells.filter(c => !c.querySelector('.mark') || !c.textContent.replace(c.querySelector('.mark').textContent, '').trim()).map(c => c.outerHTML)";

    [Theory]
    [InlineData("achromatopsia")]
    [InlineData("deuteranopia")]
    public async Task ClassesStayApart(string deficiency)
    {
        var open = await site.OpenSampleAsync("/tasks");
        await open.Page.EvaluateAsync(Swatches, new object[] { SampleViews.Legend.Select(s => s.Class).ToArray(), SampleViews.Legend.Select(s => s.Mark).ToArray() });
        var session = await open.Page.Context.NewCDPSessionAsync(open.Page);
        await session.SendAsync("Emulation.setEmulatedVisionDeficiency", new Dictionary<string, object> { ["type"] = deficiency });

        var seen = new Dictionary<string, string>();
        foreach (var (i, entry) in SampleViews.Legend.Index())
        {
            var picture = Convert.ToBase64String(await open.Page.Locator("#swatches .swatch").Nth(i).ScreenshotAsync());
            Assert.False(seen.TryGetValue(picture, out var other), $"{entry.Class} looks like {other}.");
            seen.Add(picture, entry.Class);
        }
    }

    [Fact]
    public async Task WhereThereIsAClassThereIsASignAndAWord()
    {
        var open = await site.OpenAsync("/compliance");

        var marks = await open.Page.Locator("td.state.on_time .mark").AllInnerTextsAsync();
        Assert.NotEmpty(marks);
        Assert.All(marks, m => Assert.StartsWith("✓", m, StringComparison.Ordinal));
        Assert.Empty(await open.Page.Locator("td.state").EvaluateAllAsync<string[]>(WithoutASign));
    }
}
