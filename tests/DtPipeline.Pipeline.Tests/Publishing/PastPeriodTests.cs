using System.Globalization;
using System.Text.Json.Nodes;
using DtPipeline.Azure.Oversight;
using DtPipeline.Azure.Publishing;
using DtPipeline.Azure.Storage;
using DtPipeline.Pipeline.Tests.Intake;
using DtPipeline.Pipeline.Tests.Support;
using Written = DtPipeline.Azure.Storage.Json;

namespace DtPipeline.Pipeline.Tests.Publishing;

/// <summary>Four provinces over the reform of 2025-07-01, with a target that one of them has of its own.</summary>
public sealed class PastPeriodTests
{
    private const string BeforeNoon = "2025-09-20T09:00:00+07:00";
    private const string AtNoon = "2025-09-20T12:00:00+07:00";

    [Fact]
    public async Task APeriodAndAnIndicatorAreWhatWasPublishedThenAtOneQueryForEachPeriod()
    {
        await using var pipeline = await TestPipeline.StartAsync("2025-03-20T09:00:00+07:00");
        await pipeline.PutCatalogueAsync("targets.csv", "indicator,whose,target_value,target_due,target_set,source\nDG-05,P34-01,80,2025-12-31,,QĐ 1\n");
        await FileAsync(pipeline, "2025-Q1", "2025-03-20T09:00:00+07:00", ("P63-01", 20), ("P63-02", 30), ("P63-08", 50));
        await FileAsync(pipeline, "2025-Q2", "2025-06-20T09:00:00+07:00", ("P63-01", 25), ("P63-02", 35), ("P63-08", 55));
        await FileAsync(pipeline, "2025-Q3", BeforeNoon, ("P34-01", 30), ("P34-08", 45));

        // As in every hour: since the reform the older periods say something else of the bodies of today.
        await pipeline.Get<PublicationCheck>().RunAsync(CancellationToken.None);
        await pipeline.Get<RollUp>().RunAsync(CancellationToken.None);
        var then = await PublishedAsync(pipeline, "2025-Q3");
        var indicatorThen = await IndicatorAsync(pipeline);

        // What is corrected later is not in it.
        await FileAsync(pipeline, "2025-Q2", "2025-10-01T09:00:00+07:00", ("P63-01", 79));
        await FileAsync(pipeline, "2025-Q3", "2025-10-02T09:00:00+07:00", ("P34-01", 81));
        await using var watched = new WatchedStorage(pipeline);
        await watched.Get<CatalogueStore>().GetAsync(CancellationToken.None);
        watched.Forget();

        var past = JsonNode.Parse((await watched.Get<PastPeriods>().ReadAsync("2025-Q3", AtNoon, CancellationToken.None)).Json!.ToString())!;

        Assert.Equal(then.ToJsonString(), past.ToJsonString());
        Assert.Equal("off_track 30 80", Target(past));
        Assert.Equal("met 81 80", Target(await PublishedAsync(pipeline, "2025-Q3")));
        Assert.Contains(past["asNow"]!["organisations"]!.AsArray(), o => (string)o!["code"]! == "P34-08");

        // One listing of what is published; then 2025-Q3, the four before it, of which 2024-Q3 is that of the year before.
        Assert.Equal(["GET Ledger()", "GET published"], watched.Calls.Select(c => c.ToString()).Distinct().Order(StringComparer.Ordinal));
        Assert.Equal(1 + 5, watched.Calls.Count);

        // Of an indicator the three periods of which anything is published.
        watched.Forget();
        var catalogue = await watched.Get<CatalogueStore>().GetAsync(CancellationToken.None);
        var indicator = await watched.Get<PastIndicators>().ReadAsync(catalogue.FindIndicator("DG-05")!, DateTimeOffset.Parse(AtNoon, CultureInfo.InvariantCulture), CancellationToken.None);

        Assert.Equal(indicatorThen, BinaryData.FromObjectAsJson(indicator, Written.Options).ToString());
        Assert.NotEqual(indicatorThen, await IndicatorAsync(pipeline));
        Assert.Equal(1 + 3, watched.Calls.Count);
    }

    private static async Task FileAsync(TestPipeline pipeline, string period, string at, params (string Organisation, double Value)[] values)
    {
        pipeline.Clock.Set(at);
        foreach (var (organisation, value) in values)
        {
            await pipeline.DropAsync($"{organisation}/{period}/{at[..10]}.csv", FormattableString.Invariant($"indicator,value\nDG-05,{value}\nDE-08,{10 * value}\n"));
        }

        await pipeline.Get<RollUp>().RunAsync(CancellationToken.None);
    }

    private static async Task<JsonNode> PublishedAsync(TestPipeline pipeline, string period)
    {
        var json = JsonNode.Parse((await pipeline.Account.Published.GetBlobClient($"{period}.json").DownloadContentAsync()).Value.Content.ToString())!;
        json["asOf"] = AtNoon;
        return json;
    }

    private static async Task<string> IndicatorAsync(TestPipeline pipeline) => (await pipeline.Account.Published.GetBlobClient("indicators/DG-05.json").DownloadContentAsync()).Value.Content.ToString();

    private static string Target(JsonNode page)
    {
        var value = page["organisations"]!.AsArray().Single(o => (string)o!["code"]! == "P34-01")!["values"]!["DG-05"]!;
        return $"{value["target"]!["status"]} {value["value"]} {value["target"]!["target"]}";
    }
}
