using System.Text.Json.Nodes;
using DtPipeline.Azure.Publishing;
using DtPipeline.Pipeline.Tests.Support;

namespace DtPipeline.Pipeline.Tests.Intake;

public sealed class KeptUnitTests
{
    private const string Path = "P63-01/2023-Q1/bao-cao.csv";

    [Fact]
    public async Task AValueKeepsTheUnitInWhichItWasTakenWhateverTheCatalogueSaysLater()
    {
        await using var pipeline = await TestPipeline.StartAsync(
            "2023-03-20T09:00:00+07:00", settings: new Dictionary<string, string?> { ["DtPipeline:CatalogueEvery"] = "00:00:00" });
        await ManyIndicators.PutAsync(pipeline, 2);
        await pipeline.DropAsync(Path, "indicator,value\nBIG-001,5\nBIG-002,7\n");

        // As in a store from before the catalogue in force was kept: with one, such a catalogue is refused.
        await pipeline.Account.Published.GetBlobClient("catalogue/in-force.json").DeleteAsync();
        var indicators = (await pipeline.Account.Catalogue.GetBlobClient("indicators.csv").DownloadContentAsync()).Value.Content.ToString();
        await pipeline.Account.Catalogue.GetBlobClient("indicators.csv").UploadAsync(
            BinaryData.FromString(indicators.Replace("Chỉ tiêu BIG-001,count,stock", "Chỉ tiêu BIG-001,vnd_million,flow", StringComparison.Ordinal)), overwrite: true);

        pipeline.Clock.Set("2023-03-20T09:05:00+07:00");
        await pipeline.DropAsync("P63-01/2023-Q1/bo-sung.csv", "indicator,value\nBIG-002,8\n");
        await pipeline.SettleAsync();

        Assert.Equal(["count", "count"], (await pipeline.RowsAsync("2023-Q1~P63-01", "obs~")).Select(r => r.GetString("Unit")));
        var published = JsonNode.Parse((await pipeline.Get<ReadModels>().FindPeriodAsync("2023-Q1", CancellationToken.None))!.Content.ToString())!;
        var values = published["organisations"]!.AsArray().Single(o => (string?)o!["code"] == "P63-01")!["values"]!;
        Assert.Equal((5, "count"), ((int)values["BIG-001"]!["value"]!, (string?)values["BIG-001"]!["unit"]));
        Assert.Equal((8, null), ((int)values["BIG-002"]!["value"]!, (string?)values["BIG-002"]!["unit"]));
        Assert.Equal([0, 1], published["indicators"]!.AsArray().Select(i => (int)i!["groups"]![0]!["figure"]!["reported"]!));
    }
}
