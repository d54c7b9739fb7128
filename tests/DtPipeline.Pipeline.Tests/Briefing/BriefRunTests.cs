using DtPipeline.Azure.Briefing;
using DtPipeline.Azure.Serving;
using DtPipeline.Pipeline.Tests.Support;

namespace DtPipeline.Pipeline.Tests.Briefing;

public sealed class BriefRunTests
{
    [Fact]
    public async Task ABriefIsWrittenOnceAllWasDueLeadsToItsReceiptsAndKeepsItsAddressWhenACorrectionBringsTheNextOne()
    {
        await using var pipeline = await TestPipeline.StartAsync("2023-06-20T09:00:00+07:00");
        await pipeline.DropAsync("P63-01/2023-Q2/bao-cao.csv", "indicator,value\nGOV-01,có\nDS-05,150\n");
        pipeline.Clock.Set("2023-06-27T08:00:00+07:00");
        await pipeline.CallTimerAsync("WriteBriefs");
        await pipeline.CallTimerAsync("WriteBriefs");
        var shelf = pipeline.Get<BriefShelf>();

        var first = Assert.Single(await pipeline.Get<BriefStore>().ListAsync(CancellationToken.None));
        Assert.Equal(("2023-S1", new DateOnly(2023, 6, 27)), (first.Period.ToString(), DateOnly.FromDateTime(first.AsOf.UtcDateTime)));
        var page = await ReadAsync(shelf, "2023-S1", "latest", "brief.vi.html");
        Assert.Contains("data-figure=\"DS-05~@provinces~2023-Q2\">150</a>", page, StringComparison.Ordinal);
        var figure = (await shelf.FigureAsync("2023-S1", "latest", "DS-05~@provinces~2023-Q2", CancellationToken.None))!.ToString();
        Assert.Contains("<a href=\"../../../../receipts/P63-01/2023-Q2/bao-cao.csv\">", figure, StringComparison.Ordinal);
        Assert.Contains("Biên nhận", (await pipeline.Get<ReceiptShelf>().ServeAsync("P63-01/2023-Q2/bao-cao.csv", asJson: false, CancellationToken.None)).Content!.ToString(), StringComparison.Ordinal);

        pipeline.Clock.Set("2023-06-29T09:00:00+07:00");
        await pipeline.DropAsync("P63-01/2023-Q2/sua.csv", "indicator,value,note\nDS-05,15,Đính chính: ghi nhầm\n");
        pipeline.Clock.Set("2023-07-03T08:00:00+07:00");
        await pipeline.CallTimerAsync("WriteBriefs");

        var next = await ReadAsync(shelf, "2023-S1", "latest", "brief.vi.html");
        Assert.Contains("Đính chính: ghi nhầm", next, StringComparison.Ordinal);
        Assert.Contains("data-figure=\"DS-05~P63-01~2023-Q2~before\">150</a>", next, StringComparison.Ordinal);
        var old = await ReadAsync(shelf, "2023-S1", first.Moment, "brief.vi.html");
        Assert.Contains("Đã có bản mới hơn", old, StringComparison.Ordinal);
        Assert.Equal(page, (await pipeline.Get<BriefStore>().FindAsync(first, "brief.vi.html", CancellationToken.None))!.Value.Content.ToString());

        var again = await pipeline.Get<BriefRun>().MakeAsync(first, CancellationToken.None);
        Assert.Equal(page, System.Text.Encoding.UTF8.GetString(again.Documents.Single(d => d.Name == "brief.vi.html").Content.Span));
    }

    private static async Task<string> ReadAsync(BriefShelf shelf, string period, string moment, string file) =>
        (await shelf.FindAsync(period, moment, file, CancellationToken.None))!.Value.Content.ToString();
}
