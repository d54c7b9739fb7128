using DtPipeline.Azure.Alerting;
using DtPipeline.Azure.Oversight;
using DtPipeline.Catalogue;
using DtPipeline.Pipeline.Tests.Intake;
using DtPipeline.Pipeline.Tests.Support;

namespace DtPipeline.Pipeline.Tests.Cli;

/// <summary>A store in which all that happens has happened: reports of several organisations, faults, a revision, values that moved, a task under way, alerts, one of them acknowledged, digests, a form that is closed.</summary>
internal static class LivedInStore
{
    /// <summary>The time at which it is left.</summary>
    public const string Now = "2023-06-27T08:00:00+07:00";

    public const string OddPath = "P63-04/2023-Q2/số liệu #2 (100%)?.csv";

    private const string Recipients = """
        code,name,address,organisations,forms,least_severity,told,view
        SEC,Tổ thư ký,sec@example.test,@all,PROV-Q,green,first,overseer
        HN,Hà Nội,hn@example.test,P63-01,,green,first,reporter

        """;

    public static async Task<TestPipeline> StartAsync()
    {
        var pipeline = await FewBodies.StartAsync("2023-03-20T09:00:00+07:00", codes: ["P63-01", "P63-04", "P63-08", "P63-48", "P34-01", "P34-04", "P34-08", "P34-48"]);
        await pipeline.PutCatalogueAsync("tasks.csv", string.Join('\n', DefaultCatalogue.TextOf("tasks.csv")!.Split('\n').Where((line, at) => at == 0 || line.StartsWith("T22-01,", StringComparison.Ordinal))));
        await pipeline.Account.Catalogue.GetBlobClient("recipients.csv").UploadAsync(BinaryData.FromString(Recipients));
        await pipeline.DropAsync("P63-01/2023-Q1/bao-cao.csv", "indicator,value\nDS-05,100\nGOV-01,0\n");
        await pipeline.SettleAsync();

        pipeline.Clock.Set("2023-06-20T09:00:00+07:00");
        await pipeline.DropAsync("P63-01/2023-Q2/bao-cao.csv", "indicator,value\nDS-05,900\nGOV-01,1\nT22-01,60\n");
        await pipeline.DropAsync(OddPath, "indicator,value\nDS-05,nhiều\nGOV-01,1\nKHONG-CO,1\n");
        await pipeline.DropAsync("P63-48/2023-Q2/bao-cao.csv", "indicator,value\nDS-05,40\nGOV-01,1\n");
        await pipeline.DropAsync("không-ở-đâu.csv", "indicator,value\nGOV-01,1\n");
        await pipeline.SettleAsync();

        pipeline.Clock.Set("2023-06-22T09:00:00+07:00");
        await pipeline.DropAsync("P63-48/2023-Q2/sua.csv", "indicator,value\nDS-05,44\n");
        await pipeline.SettleAsync();

        pipeline.Clock.Set(Now);
        await pipeline.SettleAsync();
        var answer = await pipeline.Get<AlertDesk>().HandleAsync(
            "P63-08", "report.overdue~2023-Q2~P63-08~PROV-Q", new HandlingRequest("acknowledge", "Lan", null, "đã gọi"), signedIn: null, CancellationToken.None);
        Assert.Null(answer.Why?.En);
        Assert.Null((await pipeline.Get<ClosingDesk>().ActAsync("PROV-Q", "2023-Q2", new ClosingRequest("close", "Lan", null), signedIn: null, CancellationToken.None)).Why);
        await pipeline.SettleAsync();
        await pipeline.SendDigestsAsync();
        return pipeline;
    }

    /// <summary>Fails unless everything that the drill is about is there.</summary>
    public static void AssertLivedIn(IReadOnlyList<string> lines)
    {
        foreach (var what in new[]
        {
            "\"status\":\"accepted\"", "\"status\":\"accepted_with_faults\"", "\"status\":\"rejected\"", "RowKey=rev~DS-05~", "alert alerts/value.moved~", "alert alerts/report.overdue~2023-Q2~",
            "alert alerts/report.revised~", "alert alerts/report.faulty~", "\"action\":", "PartitionKey=digest", "Tasks ", "RowKey=obs~T22-01", "Obligations Action=close",
        })
        {
            Assert.True(lines.Any(l => l.Contains(what, StringComparison.Ordinal)), $"The store has no {what}.");
        }
    }

    /// <summary>Every blob of the account with its bytes, by container and name.</summary>
    public static async Task<IReadOnlyList<string>> BlobsAsync(TestPipeline pipeline)
    {
        var blobs = new List<string>();
        foreach (var container in pipeline.Account.Containers)
        {
            foreach (var name in await container.NamesAsync())
            {
                var blob = await container.GetBlobClient(name).DownloadContentAsync();
                var type = blob.Value.Details.ContentType;
                blobs.Add($"{container.Name}/{name} {type} {Convert.ToBase64String(blob.Value.Content)}");
            }
        }

        return blobs;
    }
}
