using System.Text.Json.Nodes;
using Azure.Data.Tables;
using DtPipeline.Azure.Oversight;
using DtPipeline.Pipeline.Tests.Intake;
using DtPipeline.Pipeline.Tests.Support;

namespace DtPipeline.Pipeline.Tests.Tasks;

/// <summary>An owner of more tasks than one property of a table can tell of: it takes 32 Ki characters.</summary>
public sealed class ManyTasksTests
{
    private const int Count = 400;
    private const string Partition = "tasks~MIC";

    [Fact]
    public async Task FourHundredDatedTasksOfOneOwnerAreToldAndThoseThatAreClosedLeaveTheHead()
    {
        await using var pipeline = await OnlyTasks.StartAsync("2024-07-26T09:00:00+07:00", [.. Codes.Select(code => $"{code},MIC,2024-07-31")]);

        await CheckAsync(pipeline, "2024-07-26T09:00:00+07:00");
        Assert.Equal(Count, OpenIn(await HeadAsync(pipeline)).Count);
        Assert.Empty(await pipeline.RowsAsync(Partition, "head~closed"));

        await CheckAsync(pipeline, "2024-08-02T09:00:00+07:00");
        Assert.Equal(Count, OpenIn(await HeadAsync(pipeline)).Count);
        Assert.Equal(3 * Count, (await pipeline.RowsAsync(Partition, "out~")).Count);

        await pipeline.DropAtAsync("2024-08-02T10:00:00+07:00", "MIC/2024-08/bao-cao.csv", [.. Codes.Select(code => $"{code},100")]);
        await CheckAsync(pipeline, "2024-08-02T10:01:00+07:00");
        Assert.Empty(OpenIn(await HeadAsync(pipeline)));
        Assert.Single(await pipeline.RowsAsync(Partition, "head~closed"));

        await pipeline.DropAtAsync("2024-08-02T11:00:00+07:00", "MIC/2024-08/bao-cao.csv", "T-007,50");
        await CheckAsync(pipeline, "2024-08-02T11:01:00+07:00");
        Assert.Equal(["task.overdue~T-007~MIC 3"], OpenIn(await HeadAsync(pipeline)));
        Assert.Contains("out~task.overdue~T-007~MIC~3~raised", (await pipeline.RowsAsync(Partition, "out~")).Select(r => r.RowKey));
    }

    private static IEnumerable<string> Codes => Enumerable.Range(1, Count).Select(n => $"T-{n:000}");

    private static async Task CheckAsync(TestPipeline pipeline, string now)
    {
        pipeline.Clock.Set(now);
        await pipeline.Get<TaskCheck>().RunAsync(CancellationToken.None);
    }

    private static async Task<TableEntity> HeadAsync(TestPipeline pipeline) => (await pipeline.Account.Ledger.GetEntityAsync<TableEntity>(Partition, "head")).Value;

    /// <summary>Key and sequence number of every mark in a head; none of them is closed.</summary>
    private static IReadOnlyList<string> OpenIn(TableEntity head)
    {
        var marks = JsonNode.Parse(string.Concat(head.Keys.Where(k => k.StartsWith("Alerts", StringComparison.Ordinal)).Order(StringComparer.Ordinal).Select(head.GetString)))!.AsObject();
        Assert.All(marks, mark => Assert.True(mark.Value!["isOpen"]!.GetValue<bool>()));
        return [.. marks.Select(mark => $"{mark.Key} {mark.Value!["sequence"]}")];
    }
}
