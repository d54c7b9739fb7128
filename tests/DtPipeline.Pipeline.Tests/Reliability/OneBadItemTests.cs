using Azure.Data.Tables;
using DtPipeline.Azure.Oversight;
using DtPipeline.Azure.Storage;
using DtPipeline.Pipeline.Tests.Intake;
using DtPipeline.Pipeline.Tests.Support;
using DtPipeline.Pipeline.Tests.Tasks;

namespace DtPipeline.Pipeline.Tests.Reliability;

/// <summary>A row that nobody can read costs what it is about, and nothing else: the run goes on and ends as failed with a list.</summary>
public sealed class OneBadItemTests
{
    private const string Good = "indicator,value\nGOV-01,1\n";

    [Fact]
    public async Task AnOrganisationWhoseHeadCannotBeReadKeepsNoOtherFromBeingOverdue()
    {
        await using var pipeline = await TestPipeline.StartAsync("2023-06-27T08:00:00+07:00");
        await pipeline.DropAsync("P63-48/2023-Q2/bao-cao.csv", Good);
        await pipeline.DropAsync("P63-01/2023-Q2/bao-cao.csv", "indicator,value\nDE-08,many\n");
        await BreakAsync(pipeline.Account.Ledger, "2023-Q2~P63-01", "head", "Alerts");

        var failed = await Assert.ThrowsAsync<InvalidOperationException>(() => pipeline.Get<OverdueCheck>().RunAsync(CancellationToken.None));

        Assert.Matches("^1 of [0-9]+ forms and organisations failed, the others are done: 2023-Q2~P63-01 \\(JsonException\\)\\.$", failed.Message);
        Assert.Single(await pipeline.RowsAsync("2023-Q2~P63-79", "head"));
        Assert.Equal("missing", await StateAsync(pipeline, "2023-Q2~PROV-Q", "P63-79"));
        Assert.Equal("faulty", await StateAsync(pipeline, "2023-Q2~PROV-Q", "P63-01"));
        Assert.Equal("missing", await StateAsync(pipeline, "2023-Q2~CENT-Q", "MIC"));
    }

    [Fact]
    public async Task AFormWhoseObligationsCannotBeReadKeepsNoOtherFormFromBeingChecked()
    {
        await using var pipeline = await TestPipeline.StartAsync("2023-06-27T08:00:00+07:00");
        await pipeline.Account.Obligations.AddEntityAsync(new TableEntity("2023-Q2~PROV-Q", "P63-01") { ["State"] = 1 });

        var failed = await Assert.ThrowsAsync<InvalidOperationException>(() => pipeline.Get<OverdueCheck>().RunAsync(CancellationToken.None));

        Assert.Matches("^1 of [0-9]+ forms and organisations failed, the others are done: 2023-Q2~PROV-Q \\(InvalidOperationException\\)\\.$", failed.Message);
        Assert.Equal("missing", await StateAsync(pipeline, "2023-Q2~CENT-Q", "MIC"));
        Assert.Equal("expected", await StateAsync(pipeline, "2023-Q3~PROV-Q", "P63-01"));
    }

    [Fact]
    public async Task AnOwnerWhoseAlertsCannotBeReadKeepsNoOtherFromBeingTold()
    {
        await using var pipeline = await OnlyTasks.StartAsync("2024-08-02T09:00:00+07:00", "T-1,MIC;MPS,2024-07-31");
        await pipeline.Account.Ledger.AddEntityAsync(new TableEntity("tasks~MIC", "head") { ["FirstAccepted"] = "{}", ["Answers"] = "{}", ["Alerts"] = "{" });

        var failed = await Assert.ThrowsAsync<InvalidOperationException>(() => pipeline.Get<TaskCheck>().RunAsync(CancellationToken.None));

        Assert.Matches("^1 of [0-9]+ owners and tasks failed, the others are done: tasks~MIC \\(JsonException\\)\\.$", failed.Message);
        Assert.Equal("out~task.overdue~T-1~MPS~1~raised", Assert.Single(await pipeline.RowsAsync("tasks~MPS", "out~")).RowKey);
    }

    [Fact]
    public async Task AnOwnerWhoseReportsCannotBeReadHasItsAlertsLeftAsTheyAreAndKeepsNoOtherFromBeingTold()
    {
        await using var pipeline = await OnlyTasks.StartAsync("2024-08-02T09:00:00+07:00", "T-1,MIC,2024-07-31", "T-2,MPS,2024-08-01");
        await pipeline.SettleAsync();
        await BreakAsync(pipeline.Account.Tasks, "MIC", "T-1", "Reports");
        pipeline.Clock.Set("2024-08-12T09:00:00+07:00");

        var failed = await Assert.ThrowsAsync<InvalidOperationException>(() => pipeline.Get<TaskCheck>().RunAsync(CancellationToken.None));

        Assert.Matches("^1 of [0-9]+ owners and tasks failed, the others are done: MIC \\(JsonException\\)\\.$", failed.Message);
        Assert.Empty(await pipeline.RowsAsync("tasks~MIC", "out~"));
        Assert.Equal("out~task.overdue~T-2~MPS~2~escalated", Assert.Single(await pipeline.RowsAsync("tasks~MPS", "out~")).RowKey);
    }

    [Fact]
    public async Task APeriodThatCannotBePublishedKeepsNoOtherFromItAndIsPublishedLater()
    {
        await using var pipeline = await TestPipeline.StartAsync("2023-06-20T09:00:00+07:00");
        await pipeline.DropAsync("P63-01/2023-Q2/bao-cao.csv", Good);
        await pipeline.DropAsync("P63-01/2023-Q1/bao-cao.csv", Good);
        await pipeline.DropAsync("P63-01/2023-06/bao-cao.csv", Good);
        var head = await BreakAsync(pipeline.Account.Ledger, "2023-Q2~P63-01", "head", "Alerts");

        var failed = await Assert.ThrowsAsync<InvalidOperationException>(() => pipeline.Get<RollUp>().RunAsync(CancellationToken.None));

        Assert.Matches("^1 of [0-9]+ periods and organisations failed, the others are done: 2023-Q2 \\(InvalidOperationException\\)\\.$", failed.Message);
        Assert.Equal("The ledger partition 2023-Q2~P63-01 cannot be read.", failed.InnerException!.Message);
        Assert.Equal(["2023-06.json", "2023-Q1.json"], (await PublishedAsync(pipeline)).Where(n => n.StartsWith("2023-", StringComparison.Ordinal)));
        Assert.Equal(["2023-Q2"], (await pipeline.Get<PendingStore>().PeriodsAsync(CancellationToken.None)).Select(m => m.Name));

        await pipeline.Account.Ledger.UpdateEntityAsync(head, global::Azure.ETag.All, TableUpdateMode.Replace);
        await pipeline.Get<RollUp>().RunAsync(CancellationToken.None);

        Assert.Contains("2023-Q2.json", await PublishedAsync(pipeline));
        Assert.Empty(await pipeline.Get<PendingStore>().PeriodsAsync(CancellationToken.None));
    }

    [Fact]
    public async Task ACheckThatFailsKeepsNoOtherFromBeingMade()
    {
        await using var pipeline = await OnlyTasks.StartAsync("2024-08-02T09:00:00+07:00", "T-1,MIC,2024-07-31");
        await pipeline.Account.Ledger.AddEntityAsync(new TableEntity("catalogue", "head") { ["Alerts"] = "{" });

        var failed = await Assert.ThrowsAsync<InvalidOperationException>(() => pipeline.CallTimerAsync(nameof(Functions.Reports.FlagOverdue)));

        Assert.Equal("1 of 7 checks failed, the others are done: catalogue (ArgumentNullException).", failed.Message);
        Assert.Equal(["MIC T-1 overdue   []"], await pipeline.TaskRowsAsync());
    }

    [Fact]
    public async Task PartitionsAreFinishedThoughReportsCannotBeSwept()
    {
        await using var pipeline = await TestPipeline.StartAsync("2023-06-20T09:00:00+07:00");
        await pipeline.DropAsync("P63-01/2023-Q2/bao-cao.csv", Good);
        await pipeline.Get<PendingStore>().BeginAsync("2023-Q2~P63-01", "a crash", file: null, CancellationToken.None);
        await pipeline.Account.Reports.DeleteAsync();

        var failed = await Assert.ThrowsAsync<InvalidOperationException>(() => pipeline.CallTimerAsync(nameof(Functions.Reports.SweepReports)));

        Assert.Equal("1 of 3 sweeps failed, the others are done: reports (RequestFailedException).", failed.Message);
        Assert.Empty(await pipeline.Get<PendingStore>().WorkAsync(TimeSpan.Zero, CancellationToken.None));
    }

    /// <returns>The row as it was.</returns>
    private static async Task<TableEntity> BreakAsync(TableClient table, string partition, string key, string property)
    {
        var row = (await table.GetEntityAsync<TableEntity>(partition, key)).Value;
        await table.UpdateEntityAsync(new TableEntity(row) { [property] = "{" }, row.ETag, TableUpdateMode.Replace);
        return row;
    }

    private static async Task<string> StateAsync(TestPipeline pipeline, string partition, string organisation) =>
        (await pipeline.Account.Obligations.GetEntityAsync<TableEntity>(partition, organisation)).Value.GetString("State");

    private static Task<IReadOnlyList<string>> PublishedAsync(TestPipeline pipeline) => pipeline.Account.Published.NamesAsync();
}
