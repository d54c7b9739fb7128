using System.Text.Json.Nodes;
using Azure.Storage.Blobs.Models;
using DtPipeline.Azure.Intake;
using DtPipeline.Azure.Ledger;
using DtPipeline.Azure.Publishing;
using DtPipeline.Pipeline.Tests.Support;

namespace DtPipeline.Pipeline.Tests.Intake;

/// <summary>A signed paper and its report, which find each other in whatever order they come. The form wants the paper.</summary>
public sealed class EvidenceTests
{
    private const string Sheet = "P63-01/2023-Q1/1-so-lieu.csv";
    private const string Paper = "P63-01/2023-Q1/2-ban-ky.pdf";

    private static readonly string Scenarios = Path.Combine(Repository.Root, "tests", "scenarios", "evidence");

    [Fact]
    public async Task ThePaperThatComesLaterIsToldInTheReceiptThatWasWrittenBeforeAndTheHistory()
    {
        await using var pipeline = await StartAsync();
        await pipeline.TakeAsync(await UploadAsync(pipeline, Sheet));

        Assert.StartsWith("accepted\nevidence.awaited: The form 'PROV-Q' wants the signed paper", await pipeline.AnswerAsync(Sheet), StringComparison.Ordinal);
        Assert.Equal(("on_time", "missing"), await ObligationAsync(pipeline));

        pipeline.Clock.Set("2023-03-21T09:00:00+07:00");
        await pipeline.TakeAsync(await UploadAsync(pipeline, Paper));

        Assert.Equal("accepted", await pipeline.AnswerAsync(Sheet));
        Assert.Equal("evidence", await pipeline.AnswerAsync(Paper));
        Assert.Equal(("on_time", "present"), await ObligationAsync(pipeline));
        Assert.Equal(
            ["1-so-lieu.csv accepted 123/BC-UBND 2023-03-20 evidence 2-ban-ky.pdf by number", "2-ban-ky.pdf evidence 123/BC-UBND 2023-03-20 evidenceOf 1-so-lieu.csv by number"],
            await HistoryAsync(pipeline));

        await pipeline.SettleAsync();
        Assert.Equal(0, await pipeline.DeliverAsync());
        var published = JsonNode.Parse((await pipeline.Get<ReadModels>().FindPeriodAsync("2023-Q1", CancellationToken.None))!.Content.ToString())!;
        Assert.Equal("present", published["organisations"]!.AsArray().Single(o => o!["code"]!.GetValue<string>() == "P63-01")!["obligations"]![0]!["evidence"]!.GetValue<string>());
        Assert.Equal("""{"not_required":0,"missing":62,"present":1}""", published["forms"]!.AsArray().Single(f => f!["form"]!.GetValue<string>() == "PROV-Q")!["evidence"]!.ToJsonString());
    }

    [Fact]
    public async Task TheOtherOrderAndARebuildFromTheArchiveEndInTheSameStore()
    {
        await using var inOrder = await StartAsync();
        foreach (var path in new[] { Sheet, Paper })
        {
            await inOrder.TakeAsync(await UploadAsync(inOrder, path));
        }

        await inOrder.SettleAsync();
        var expected = await StoreDump.OfAsync(inOrder.Account, sameBlobs: true);
        Assert.Contains(expected, l => l.StartsWith($"receipt {Sheet}", StringComparison.Ordinal) && l.Contains("\"by\":\"number\"", StringComparison.Ordinal));

        await inOrder.DeleteTablesAsync();
        foreach (var container in new[] { inOrder.Account.Receipts, inOrder.Account.Archive, inOrder.Account.Published })
        {
            await foreach (var blob in container.GetBlobsAsync(BlobTraits.None, BlobStates.None, null, CancellationToken.None))
            {
                await container.DeleteBlobAsync(blob.Name);
            }
        }

        await using var otherOrder = await TestPipeline.StartAsync(storage: inOrder.Storage, clock: inOrder.Clock);
        foreach (var path in new[] { Paper, Sheet, Paper })
        {
            await otherOrder.TakeAsync(otherOrder.Account.Reports.GetBlobClient(path));
        }

        await otherOrder.SettleAsync();
        StoreDump.AssertSame(expected, await StoreDump.OfAsync(otherOrder.Account, sameBlobs: true));

        await otherOrder.DeleteTablesAsync();
        await otherOrder.Get<Rebuild>().RunAsync(CancellationToken.None);
        await otherOrder.SettleAsync();
        StoreDump.AssertSame(expected, await StoreDump.OfAsync(otherOrder.Account, sameBlobs: true));
    }

    [Fact]
    public async Task TheHistoryOfNobodyIsNone()
    {
        await using var pipeline = await StartAsync();

        Assert.Null(await pipeline.Get<FileHistory>().ReadAsync("P63-99", "2023-Q1", CancellationToken.None));
        Assert.Null(await pipeline.Get<FileHistory>().ReadAsync("P63-01", "2023-Q5", CancellationToken.None));
        Assert.Empty(await HistoryAsync(pipeline));
    }

    private static async Task<TestPipeline> StartAsync()
    {
        var pipeline = await TestPipeline.StartAsync("2023-03-20T09:00:00+07:00");
        await pipeline.Account.Catalogue.UploadBlobAsync("forms.csv", BinaryData.FromBytes(await File.ReadAllBytesAsync(Path.Combine(Scenarios, "paper-awaited", "catalogue", "forms.csv"))));
        return pipeline;
    }

    private static async Task<global::Azure.Storage.Blobs.BlobClient> UploadAsync(TestPipeline pipeline, string path) =>
        await pipeline.UploadAsync(path, await File.ReadAllBytesAsync(Path.Combine(Scenarios, "signed-pdf-beside-the-sheet", "reports", path)));

    private static async Task<(string, string)> ObligationAsync(TestPipeline pipeline)
    {
        var row = (await pipeline.Account.Obligations.GetEntityAsync<global::Azure.Data.Tables.TableEntity>("2023-Q1~PROV-Q", "P63-01")).Value;
        return (row.GetString("State"), row.GetString("Evidence"));
    }

    private static async Task<IEnumerable<string>> HistoryAsync(TestPipeline pipeline)
    {
        var json = JsonNode.Parse((await pipeline.Get<FileHistory>().ReadAsync("P63-01", "2023-Q1", CancellationToken.None))!.ToString())!;
        return json["files"]!.AsArray().Select(f =>
        {
            var link = f!["evidence"] is not null ? "evidence" : "evidenceOf";
            return $"{Name(f["path"])} {f["status"]} {f["document"]?["number"]} {f["document"]?["date"]} {link} {Name(f[link]?[0]?["path"])} by {f[link]?[0]?["by"]}";
        });
    }

    private static string Name(JsonNode? path) => Path.GetFileName(path?.GetValue<string>() ?? string.Empty);
}
