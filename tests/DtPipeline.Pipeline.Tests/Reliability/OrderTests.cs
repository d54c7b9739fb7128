using Azure.Storage.Blobs.Models;
using DtPipeline.Azure.Intake;
using DtPipeline.Pipeline.Tests.Support;

namespace DtPipeline.Pipeline.Tests.Reliability;

public sealed class OrderTests
{
    [Fact]
    public async Task ShuffledAndTripledDeliveriesAndARebuildFromTheArchiveEndInTheSameStoreAndAlerts()
    {
        await using var inOrder = await TestPipeline.StartAsync(SixtyFiles.Now);
        await SixtyFiles.TakeInOrderAsync(inOrder);
        var expected = await StoreDump.OfAsync(inOrder.Account, sameBlobs: true);

        Assert.Equal(60, SixtyFiles.FirstWave.Count + SixtyFiles.SecondWave.Count);
        Assert.Equal(60, expected.Count(l => l.StartsWith("receipt ", StringComparison.Ordinal)));
        Assert.Equal(2, expected.Count(l => l.Contains("\"status\":\"duplicate\"", StringComparison.Ordinal)));
        Assert.Equal(4, expected.Count(l => l.StartsWith("alert alerts/report.faulty~2023-Q2", StringComparison.Ordinal) && l.Contains("~resolved", StringComparison.Ordinal)));
        Assert.Equal(4, expected.Count(l => l.StartsWith("alert alerts/report.revised", StringComparison.Ordinal)));
        Assert.Equal(4, expected.Count(l => l.StartsWith("alert alerts/value.moved", StringComparison.Ordinal)));

        await EmptyAsync(inOrder);
        await using var shuffled = await TestPipeline.StartAsync(storage: inOrder.Storage, clock: inOrder.Clock);
        await TakeAsync(shuffled, Shuffled(seed: 20230620));
        await shuffled.SettleAsync();
        StoreDump.AssertSame(expected, await StoreDump.OfAsync(shuffled.Account, sameBlobs: true));

        await shuffled.DeleteTablesAsync();
        await shuffled.Get<Rebuild>().RunAsync(CancellationToken.None);
        Assert.Equal(0, await shuffled.DeliverAsync());
        await shuffled.SettleAsync();
        StoreDump.AssertSame(expected, await StoreDump.OfAsync(shuffled.Account, sameBlobs: true));
    }

    private static Drop[] Shuffled(int seed)
    {
        Drop[] thrice = [.. SixtyFiles.FirstWave, .. SixtyFiles.SecondWave, .. SixtyFiles.FirstWave, .. SixtyFiles.SecondWave, .. SixtyFiles.FirstWave, .. SixtyFiles.SecondWave];
        new Random(seed).Shuffle(thrice);
        return thrice;
    }

    private static Task TakeAsync(TestPipeline pipeline, Drop[] drops) => Parallel.ForEachAsync(
        drops,
        new ParallelOptions { MaxDegreeOfParallelism = 4 },
        async (drop, _) => await pipeline.TakeAsync(pipeline.Account.Reports.GetBlobClient(drop.Path)));

    private static async Task EmptyAsync(TestPipeline pipeline)
    {
        await pipeline.DeleteTablesAsync();
        foreach (var container in new[] { pipeline.Account.Receipts, pipeline.Account.Archive, pipeline.Account.Published })
        {
            await foreach (var blob in container.GetBlobsAsync(BlobTraits.None, BlobStates.None, null, CancellationToken.None))
            {
                await container.DeleteBlobAsync(blob.Name);
            }
        }
    }
}
