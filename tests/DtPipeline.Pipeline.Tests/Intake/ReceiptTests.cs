using Azure.Storage.Blobs.Models;
using DtPipeline.Azure.Intake;
using DtPipeline.Pipeline.Tests.Support;

namespace DtPipeline.Pipeline.Tests.Intake;

public sealed class ReceiptTests
{
    private const string Path = "P63-01/2023-Q1/bao-cao.csv";
    private const string Report = "indicator,value\nGOV-01,1\n";

    [Fact]
    public async Task APageThatIsLostIsWrittenAgain()
    {
        await using var pipeline = await TestPipeline.StartAsync("2023-03-20T09:00:00+07:00");
        await pipeline.DropAsync(Path, Report);
        await pipeline.SettleAsync();
        await pipeline.Account.Receipts.DeleteBlobAsync($"{Path}.receipt.html");

        await pipeline.SettleAsync();

        Assert.Equal(Stored.ReceiptsOf(Path), await pipeline.Account.Receipts.NamesAsync());
        Assert.Equal("accepted", await pipeline.AnswerAsync(Path));
    }

    /// <summary>An older writer's page over a newer one's, and the newer one's JSON over the older one's: the sweeper sees that they do not belong together.</summary>
    [Fact]
    public async Task APageOfAnotherVersionThanTheJsonIsWrittenAgain()
    {
        await using var pipeline = await TestPipeline.StartAsync("2023-03-20T09:00:00+07:00");
        await pipeline.DropAsync(Path, "indicator,value\nGOV-01,abc\n");
        var page = pipeline.Account.Receipts.GetBlobClient($"{Path}.receipt.html");
        var older = await page.DownloadContentAsync();
        pipeline.Clock.Set("2023-03-20T09:01:00+07:00");
        await pipeline.DropAsync(Path, Report);
        await page.UploadAsync(older.Value.Content, new BlobUploadOptions { Metadata = older.Value.Details.Metadata });

        await pipeline.SettleAsync();

        Assert.Contains("Đã nhận, không có lỗi", (await page.DownloadContentAsync()).Value.Content.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void NamesTooLongForABlobAreCutAlike()
    {
        var names = ReceiptWriter.NamesOf(new string('a', 1020)).ToList();

        Assert.All(names, n => Assert.Equal(1024, n.Length));
        Assert.Single(names.Select(n => n[..^".receipt.json".Length]).Distinct());
        Assert.Single(names, ReceiptWriter.IsReceipt);
    }
}
