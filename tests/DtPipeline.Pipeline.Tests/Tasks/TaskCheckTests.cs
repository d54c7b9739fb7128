using Azure.Data.Tables;
using DtPipeline.Azure.Alerting;
using DtPipeline.Azure.Oversight;
using DtPipeline.Pipeline.Tests.Intake;
using DtPipeline.Pipeline.Tests.Support;

namespace DtPipeline.Pipeline.Tests.Tasks;

/// <summary>Tasks whose due day comes nearer and passes.</summary>
public sealed class TaskCheckTests
{
    [Fact]
    public async Task ATaskIsRemindedOfThenOverdueThenRedThenDone()
    {
        await using var pipeline = await OnlyTasks.StartAsync("2024-07-25T09:00:00+07:00", "T-1,MIC,2024-07-31");

        await pipeline.SettleAtAsync("2024-07-25T09:00:00+07:00");
        Assert.Equal(["MIC T-1 assigned   []"], await pipeline.TaskRowsAsync());
        Assert.Empty(await pipeline.InboxAsync());

        await pipeline.SettleAtAsync("2024-07-26T09:00:00+07:00");
        Assert.Equal(["MIC T-1 due_soon   []"], await pipeline.TaskRowsAsync());
        Assert.Equal(["task.due_soon~T-1~MIC 1 open green"], await pipeline.InboxAsync());

        await pipeline.SettleAtAsync("2024-08-01T00:30:00+07:00");
        Assert.Equal(["MIC T-1 overdue   []"], await pipeline.TaskRowsAsync());
        Assert.Equal(["task.due_soon~T-1~MIC 2 resolved green", "task.overdue~T-1~MIC 1 open yellow"], await pipeline.InboxAsync());

        await pipeline.SettleAtAsync("2024-08-11T09:00:00+07:00");
        Assert.Equal("task.overdue~T-1~MIC 2 open red", (await pipeline.InboxAsync())[1]);

        await pipeline.SettleAtAsync("2024-08-21T09:00:00+07:00");
        Assert.Equal("task.overdue~T-1~MIC 3 open red", (await pipeline.InboxAsync())[1]);

        await pipeline.DropAtAsync("2024-08-22T09:00:00+07:00", "MIC/2024-08/bao-cao.csv", "T-1,xong");
        await pipeline.SettleAsync();
        Assert.Equal(["MIC T-1 done_late 100 2024-08-22 [2024-08=100]"], await pipeline.TaskRowsAsync());
        Assert.Equal("task.overdue~T-1~MIC 4 resolved red", (await pipeline.InboxAsync())[1]);
    }

    [Fact]
    public async Task TheFileThatSaysDoneResolvesTheAlertAtOnceAndOneThatSaysLessDoesNot()
    {
        await using var pipeline = await OnlyTasks.StartAsync("2024-08-02T09:00:00+07:00", "T-1,MIC,2024-07-31");
        await pipeline.SettleAsync();

        await pipeline.DropAtAsync("2024-08-02T09:01:00+07:00", "MIC/2024-08/bao-cao.csv", "T-1,90");
        Assert.Empty(await pipeline.RowsAsync("tasks~MIC", "out~"));
        await pipeline.DropAtAsync("2024-08-02T09:02:00+07:00", "MIC/2024-08/bao-cao.csv", "T-1,100");

        var told = Assert.Single(await pipeline.RowsAsync("tasks~MIC", "out~"));
        Assert.Equal("out~task.overdue~T-1~MIC~2~resolved", told.RowKey);
    }

    [Fact]
    public async Task AnAlertNamesItsTaskWhereverItIsKept()
    {
        await using var pipeline = await OnlyTasks.StartAsync("2024-08-02T09:00:00+07:00", "T-1,MIC,2024-07-31");

        await pipeline.SettleAsync();

        var row = (await pipeline.Account.Alerts.GetEntityAsync<TableEntity>("MIC", "task.overdue~T-1~MIC")).Value;
        Assert.Equal(("T-1", string.Empty, "dtpipeline.task.overdue"), (row.GetString("Task"), row.GetString("Period"), row.GetString("Type")));
        var alert = (await pipeline.Get<AlertInbox>().FindAsync("MIC", "task.overdue~T-1~MIC", CancellationToken.None))!;
        Assert.Equal("Bộ Thông tin và Truyền thông chưa hoàn thành nhiệm vụ T-1 «Tên T-1»: quá hạn 2 ngày (hạn 31/07/2024).", alert.Message.Vi);
        Assert.Equal("Ministry of Information and Communications has not finished task T-1 'Title T-1': 2 days overdue (due 2024-07-31).", alert.Message.En);
    }

    [Fact]
    public async Task ATaskOfAGroupOfWhichNobodySpeaksIsOneAlertUntilSomebodyDoes()
    {
        await using var pipeline = await OnlyTasks.StartAsync("2024-08-02T09:00:00+07:00", "T-1,@ministries,2024-07-31");

        await pipeline.SettleAsync();
        Assert.Equal(["task.overdue~T-1~@ministries 1 open yellow"], await pipeline.InboxAsync());

        await pipeline.DropAtAsync("2024-08-02T09:01:00+07:00", "MIC/2024-08/bao-cao.csv", "T-1,100");
        await pipeline.SettleAsync();

        var inbox = await pipeline.InboxAsync();
        Assert.Contains("task.overdue~T-1~@ministries 2 resolved yellow", inbox);
        Assert.Equal(29, inbox.Count(a => a.EndsWith(" 1 open yellow", StringComparison.Ordinal)));
        Assert.DoesNotContain(inbox, a => a.StartsWith("task.overdue~T-1~MIC", StringComparison.Ordinal));
    }

    [Fact]
    public async Task OwnersNamedOneByOneAreToldOfOneByOne()
    {
        await using var pipeline = await OnlyTasks.StartAsync("2024-08-02T09:00:00+07:00", "T-1,MIC;MPS;MND,2024-07-31", "T-2,@unnamed,2024-07-31");

        await pipeline.SettleAsync();

        Assert.Equal(["task.overdue~T-1~MIC 1 open yellow", "task.overdue~T-1~MND 1 open yellow", "task.overdue~T-1~MPS 1 open yellow"], await pipeline.InboxAsync());
    }

    [Fact]
    public async Task AMergerHandsTheTaskAndItsAlertOn()
    {
        await using var pipeline = await OnlyTasks.StartAsync("2025-02-28T09:00:00+07:00", "T-1,MONRE,2025-02-27", "T-2,MONRE,2025-02-27");
        await pipeline.DropAtAsync("2025-02-28T09:00:00+07:00", "MONRE/2025-02/bao-cao.csv", "T-2,xong");
        await pipeline.SettleAsync();
        Assert.Equal(["task.overdue~T-1~MONRE 1 open yellow"], await pipeline.InboxAsync());

        await pipeline.SettleAtAsync("2025-03-01T09:00:00+07:00");

        Assert.Equal(["task.overdue~T-1~MAE 1 open yellow", "task.overdue~T-1~MONRE 2 resolved yellow"], await pipeline.InboxAsync());
        Assert.Equal(
            ["MAE T-1 overdue   []", "MAE T-2 done_late 100 2025-02-28 []", "MONRE T-1 overdue   []", "MONRE T-2 done_late 100 2025-02-28 [2025-02=100]"],
            await pipeline.TaskRowsAsync());
    }

    [Fact]
    public async Task ATaskTakenOutOfTheCatalogueResolvesItsAlerts()
    {
        await using var pipeline = await OnlyTasks.StartAsync("2024-08-02T09:00:00+07:00", "T-1,MIC,2024-07-31", "T-2,@ministries,2024-07-31");
        await pipeline.SettleAsync();
        await pipeline.Account.Catalogue.DeleteBlobAsync("tasks.csv");
        await pipeline.Account.Catalogue.GetBlobClient("tasks.csv").UploadAsync(BinaryData.FromString("code,title_en,title_vi,owner_code,assigned_on,due_date,recurrence,source\n"));

        await using var restarted = await TestPipeline.StartAsync(storage: pipeline.Storage, clock: pipeline.Clock);
        await restarted.SettleAsync();

        Assert.Equal(["task.overdue~T-1~MIC 2 resolved yellow", "task.overdue~T-2~@ministries 2 resolved yellow"], await restarted.InboxAsync());
    }

    [Fact]
    public async Task ChecksThatAreRepeatedOrOverlapTellNothingTwice()
    {
        await using var pipeline = await OnlyTasks.StartAsync("2024-08-02T09:00:00+07:00", "T-1,@ministries,2024-07-31", "T-2,MIC,2024-07-31");
        await pipeline.DropAtAsync("2024-08-02T09:00:00+07:00", "MPS/2024-08/bao-cao.csv", "T-1,100");

        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => pipeline.Get<TaskCheck>().RunAsync(CancellationToken.None))));
        await pipeline.SettleAsync();
        var once = await StoreDump.OfAsync(pipeline.Account, sameBlobs: true);
        await pipeline.Get<TaskCheck>().RunAsync(CancellationToken.None);
        await pipeline.SettleAsync();

        Assert.Equal(30, (await pipeline.InboxAsync()).Count(a => a.EndsWith(" 1 open yellow", StringComparison.Ordinal)));
        StoreDump.AssertSame(once, await StoreDump.OfAsync(pipeline.Account, sameBlobs: true));
    }

    [Fact]
    public async Task ACheckWithNothingToTellReadsOnceAndWritesNothing()
    {
        await using var pipeline = await OnlyTasks.StartAsync("2024-08-02T09:00:00+07:00", "T-1,MIC;MPS,2024-07-31", "T-2,@ministries,2024-12-31");
        await pipeline.SettleAsync();
        await using var watched = new WatchedStorage(pipeline);
        await watched.CheckTasksAsync();
        watched.Forget();

        await watched.CheckTasksAsync();

        Assert.Equal(["GET Ledger()", "GET Tasks()"], watched.Calls.Select(c => c.ToString()));
    }
}
