using DtPipeline.Azure.Intake;
using DtPipeline.Pipeline.Tests.Support;

namespace DtPipeline.Pipeline.Tests.Tasks;

public sealed class TaskRebuildTests
{
    /// <summary>An open alert that has gone to the next recipient, a resolved one, one for a whole group, and provinces that were merged.</summary>
    [Fact]
    public async Task TablesMadeAnewFromTheArchiveHoldTheSameTasksAndAlerts()
    {
        await using var pipeline = await OnlyTasks.StartAsync(
            "2025-06-02T09:00:00+07:00", "T-1,MIC;MPS,2025-02-10", "T-2,@provinces,2025-05-31", "T-3,@ministries,2025-05-31", "T-4,P63-02;P63-08,");
        await pipeline.PutCatalogueAsync("organisations.csv", FewBodies.Organisations(FewBodies.SixProvinces));
        await pipeline.DropAtAsync("2025-02-12T09:00:00+07:00", "MPS/2025-02/bao-cao.csv", "T-1,60");
        await pipeline.SettleAsync();
        await pipeline.DropAtAsync("2025-02-13T09:00:00+07:00", "MPS/2025-02/bao-cao-2.csv", "T-1,100");
        await pipeline.SettleAtAsync("2025-06-02T09:00:00+07:00");
        await pipeline.DropAtAsync("2025-06-03T09:00:00+07:00", "P63-02/2025-06/bao-cao.csv", "T-2,100", "T-4,hoàn thành");
        await pipeline.DropAtAsync("2025-06-03T09:01:00+07:00", "P63-08/2025-06/bao-cao.csv", "T-2,50", "T-4,hoàn thành");
        await pipeline.SettleAtAsync("2025-07-02T09:00:00+07:00");
        await pipeline.DropAtAsync("2025-07-02T09:01:00+07:00", "P34-08/2025-Q3/bao-cao.csv", "T-2,70", "T-4,100");
        await pipeline.SettleAsync();
        var expected = await StoreDump.OfAsync(pipeline.Account, sameBlobs: true);
        Assert.Equal(["P34-08 T-2 overdue 70  [2025-Q3=70]", "P34-08 T-4 done 100 2025-06-03 [2025-Q3=100]"], await pipeline.TaskRowsAsync("P34-08"));

        await pipeline.DeleteTablesAsync();
        await pipeline.Get<Rebuild>().RunAsync(CancellationToken.None);
        var rebuilt = (await StoreDump.OfAsync(pipeline.Account, sameBlobs: true)).Where(IsOfTasks).ToList();
        await pipeline.SettleAsync();

        StoreDump.AssertSame([.. expected.Where(IsOfTasks)], rebuilt);
        StoreDump.AssertSame(expected, await StoreDump.OfAsync(pipeline.Account, sameBlobs: true));
    }

    private static bool IsOfTasks(string line) => line.StartsWith("Tasks ", StringComparison.Ordinal);
}
