using System.Text.Json.Nodes;
using Azure.Data.Tables;
using DtPipeline.Azure.Intake;
using DtPipeline.Pipeline.Tests.Support;

namespace DtPipeline.Pipeline.Tests.Alerting;

/// <summary>A target that one province has of its own, from its first report to the day on which it is due.</summary>
public sealed class TargetTests
{
    private const string Off = "target.off_track~DG-05~P63-01~2023-12-31";
    private const string Missed = "target.missed~DG-05~P63-01~2023-12-31";

    [Fact]
    public async Task IsPublishedAndToldOnceAndSettledWhenItIsBetter()
    {
        await using var pipeline = await FewBodies.StartAsync("2023-03-20T09:00:00+07:00", codes: ["P63-01", "P63-04", "P34-01", "P34-04"]);
        await FewBodies.PutFormAsync(pipeline, "PROV-Q");
        await pipeline.PutCatalogueAsync("targets.csv", "indicator,whose,target_value,target_due,target_set,source\nDG-05,P63-01,80,2023-12-31,,QĐ 1\n");
        await pipeline.DropAsync("P63-01/2023-Q1/a.csv", "indicator,value\nDG-05,20\n");
        await pipeline.DropAsync("P63-04/2023-Q1/a.csv", "indicator,value\nDG-05,30\n");
        await pipeline.SettleAsync();
        Assert.Equal("not_judged one_value", await PublishedAsync(pipeline, "2023-Q1"));

        pipeline.Clock.Set("2023-06-20T09:00:00+07:00");
        await pipeline.DropAsync("P63-01/2023-Q2/a.csv", "indicator,value\nDG-05,22\n");
        await pipeline.SettleAsync();
        await pipeline.SettleAsync();
        Assert.Equal("off_track 0.1", await PublishedAsync(pipeline, "2023-Q2"));
        Assert.Equal(
            "open 1 Ha Noi, DG-05 Adults using online public services, target 80 % by 2023-12-31: 22 % in 2023-Q2; as it goes it would be 26 %, and needs +29 % each quarterly period.",
            await AlertAsync(pipeline, Off));

        // Of the base nothing is published anew in its own period but by it; the later page goes with it.
        await pipeline.DropAsync("P63-01/2023-Q1/a.csv", "indicator,value\nDG-05,0\n");
        await pipeline.DropAsync("P63-01/2023-Q2/a.csv", "indicator,value\nDG-05,60\n");
        await pipeline.DropAsync("P63-04/2023-Q2/a.csv", "indicator,value\nDG-05,31\n");
        await pipeline.SettleAsync();
        Assert.Equal("on_track 1.25", await PublishedAsync(pipeline, "2023-Q2"));
        Assert.StartsWith("resolved 2 Ha Noi, DG-05 Adults using online public services, target 80 % by 2023-12-31: on track, 60 % in 2023-Q2.", await AlertAsync(pipeline, Off), StringComparison.Ordinal);

        // Another one's file leaves what the page says of this one.
        pipeline.Clock.Set("2023-06-20T10:00:00+07:00");
        await pipeline.DropAsync("P63-04/2023-Q2/b.csv", "indicator,value\nDG-05,32\n");
        await pipeline.SettleAsync();
        Assert.Equal("on_track 1.25", await PublishedAsync(pipeline, "2023-Q2"));

        pipeline.Clock.Set("2024-01-10T09:00:00+07:00");
        await pipeline.SettleAsync();
        Assert.StartsWith("open 1 Ha Noi", await AlertAsync(pipeline, Missed), StringComparison.Ordinal);

        await pipeline.Get<Rebuild>().RunAsync(CancellationToken.None);
        await pipeline.SettleAsync();
        Assert.StartsWith("open 1 Ha Noi", await AlertAsync(pipeline, Missed), StringComparison.Ordinal);
        Assert.StartsWith("resolved 2", await AlertAsync(pipeline, Off), StringComparison.Ordinal);
    }

    private static async Task<string> AlertAsync(TestPipeline pipeline, string key)
    {
        var row = (await pipeline.Account.Alerts.GetEntityAsync<TableEntity>("P63-01", key)).Value;
        return $"{row.GetString("State")} {row.GetInt32("Sequence")} {row.GetString("MessageEn")}";
    }

    private static async Task<string> PublishedAsync(TestPipeline pipeline, string period)
    {
        var json = JsonNode.Parse((await pipeline.Account.Published.GetBlobClient($"{period}.json").DownloadContentAsync()).Value.Content.ToString())!;
        var target = json["organisations"]!.AsArray().Single(o => (string)o!["code"]! == "P63-01")!["values"]!["DG-05"]!["target"]!;
        return $"{target["status"]} {target["p"] ?? target["why"]}";
    }
}
