using System.Text.Json.Nodes;
using DtPipeline.Pipeline.Tests.Support;
using DtPipeline.Pipeline.Tests.Tasks;

namespace DtPipeline.Pipeline.Tests.Cli;

/// <summary>Obligations of a period that nobody watches any more stand as they were left, also after all tables were lost.</summary>
public sealed class OldObligationTests
{
    [Fact]
    public async Task ThatWereNeverAnsweredComeBackFromTheArchive()
    {
        await using var pipeline = await TestPipeline.StartAsync("2023-03-17T09:00:00+07:00");
        await OneForm.PutAsync(pipeline);
        await pipeline.PutCatalogueAsync("organisations.csv", FewBodies.Organisations(FewBodies.SixProvinces));
        await OneForm.PutAsync(pipeline.Account, "grants.csv", "form,organisation,period,kind,until,granted_by,granted_on,reason\nF-Q,P63-04,2023-Q1,exemption,,Lan,2023-03-01,lũ lụt\n");
        await pipeline.SettleAsync();
        await pipeline.DropAsync("P63-01/2023-Q1/bao-cao.csv", "indicator,value\nGOV-01,1\n");
        await pipeline.DropAsync("P63-02/2023-Q1/bao-cao.csv", "indicator,value\nGOV-01,nhiều\n");
        await pipeline.SettleAtAsync("2023-03-28T09:00:00+07:00");
        await pipeline.SettleAtAsync("2023-04-20T09:00:00+07:00");
        await pipeline.SettleAtAsync("2024-12-01T09:00:00+07:00");
        var expected = await StoreDump.OfAsync(pipeline.Account, sameBlobs: true);
        Assert.Equal(6, expected.Count(l => l.StartsWith("Obligations ", StringComparison.Ordinal)));
        var published = await PublishedAsync(pipeline);

        await pipeline.LoseTablesAsync();
        await pipeline.Account.Published.GetBlobClient("2023-Q1.json").DeleteAsync();
        (await DtpRun.OnAsync(pipeline, "rebuild")).Succeeded();

        await pipeline.SettleAsync();
        StoreDump.AssertSame(expected, await StoreDump.OfAsync(pipeline.Account, sameBlobs: true));
        Assert.Equal(published, await PublishedAsync(pipeline));
    }

    /// <summary>Without the moment at which it was made.</summary>
    private static async Task<string> PublishedAsync(TestPipeline pipeline)
    {
        var published = JsonNode.Parse(await StoreDump.JsonAsync(pipeline.Account.Published.GetBlobClient("2023-Q1.json")))!.AsObject();
        Assert.True(published.Remove("asOf"));
        return published.ToJsonString();
    }
}
