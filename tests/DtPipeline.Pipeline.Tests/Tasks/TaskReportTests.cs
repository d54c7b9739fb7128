using DtPipeline.Pipeline.Tests.Intake;

namespace DtPipeline.Pipeline.Tests.Tasks;

/// <summary>Progress of a task in the reports of its owner, and the row that it becomes.</summary>
public sealed class TaskReportTests
{
    private const string Path = "MIC/2024-Q3/bao-cao.csv";

    private static readonly string[] Rows = ["GOV-01,1", "T-1,60", "T-1,100"];

    [Fact]
    public async Task ProgressInAReportIsTheTasksRow()
    {
        await using var pipeline = await OnlyTasks.StartAsync("2024-09-10T09:00:00+07:00", "T-1,MIC,2024-12-31");

        await pipeline.DropAtAsync("2024-09-10T09:00:00+07:00", Path, "T-1,60");

        Assert.Equal(["MIC T-1 in_progress 60  [2024-Q3=60]"], await pipeline.TaskRowsAsync());
        Assert.Equal("accepted", await pipeline.AnswerAsync(Path));
    }

    [Fact]
    public async Task EveryPeriodIsKeptAndTheLatestOneTells()
    {
        await using var pipeline = await OnlyTasks.StartAsync("2024-10-10T09:00:00+07:00", "T-1,MIC,2024-12-31");

        await pipeline.DropAtAsync("2024-10-10T09:00:00+07:00", "MIC/2024-10/bao-cao.csv", "T-1,hoàn thành");
        await pipeline.DropAtAsync("2024-10-10T09:01:00+07:00", Path, "T-1,60");

        Assert.Equal(["MIC T-1 done 100 2024-10-10 [2024-10=100 2024-Q3=60]"], await pipeline.TaskRowsAsync());
    }

    [Fact]
    public async Task WhatIsTakenBackIsGoneFromTheRow()
    {
        await using var pipeline = await OnlyTasks.StartAsync("2024-09-10T09:00:00+07:00", "T-1,MIC,2024-12-31");

        await pipeline.DropAtAsync("2024-09-10T09:00:00+07:00", Path, "T-1,60");
        await pipeline.DropAtAsync("2024-09-10T09:01:00+07:00", Path, "T-1,,withdrawn");

        Assert.Equal(["MIC T-1 assigned   []"], await pipeline.TaskRowsAsync());
    }

    [Fact]
    public async Task WhatSomebodyElseReportsIsKeptWithoutAState()
    {
        await using var pipeline = await OnlyTasks.StartAsync("2024-09-10T09:00:00+07:00", "T-1,MIC,2024-12-31");

        await pipeline.DropAtAsync("2024-09-10T09:00:00+07:00", "MPS/2024-Q3/bao-cao.csv", "T-1,60");
        await pipeline.SettleAsync();

        Assert.Equal(["MIC T-1 assigned   []", "MPS T-1 - 60  [2024-Q3=60]"], await pipeline.TaskRowsAsync());
        Assert.Equal(
            "accepted\n2 task.not_assigned: The task 'T-1' is not assigned to this organisation; its progress is stored.",
            await pipeline.AnswerAsync("MPS/2024-Q3/bao-cao.csv"));
    }

    [Fact]
    public async Task AnOlderFileThatComesAfterAYoungerOneChangesNothingInTheRow()
    {
        await using var pipeline = await OnlyTasks.StartAsync("2024-09-10T09:00:00+07:00", "T-1,MIC,2024-12-31");
        pipeline.Clock.Set("2024-09-10T09:00:00+07:00");
        var older = await pipeline.UploadAsync("MIC/2024-Q3/a.csv", "indicator,value\nT-1,60\n");
        pipeline.Clock.Set("2024-09-10T09:05:00+07:00");
        await pipeline.DropAsync("MIC/2024-Q3/b.csv", "indicator,value\nT-1,80\n");

        pipeline.Clock.Set("2024-09-10T09:00:00+07:00");
        await pipeline.TakeAsync(older);

        Assert.Equal(["MIC T-1 in_progress 80  [2024-Q3=80]"], await pipeline.TaskRowsAsync());
    }

    [Fact]
    public async Task ACrashBeforeTheRowIsWrittenIsMendedByTheSweep()
    {
        await using var pipeline = await OnlyTasks.StartAsync("2024-09-10T09:00:00+07:00", "T-1,MIC,2024-12-31");
        await using var crashing = new WatchedStorage(pipeline);
        crashing.Before = call => call.Path.StartsWith("Tasks", StringComparison.Ordinal)
            ? throw new InvalidOperationException("The process has ended.")
            : Task.CompletedTask;
        await pipeline.UploadAsync(Path, "indicator,value\nT-1,60\n");
        await Assert.ThrowsAsync<InvalidOperationException>(() => crashing.TakeAsync(Path));
        Assert.Empty(await pipeline.TaskRowsAsync());

        await pipeline.SettleAsync();

        Assert.Equal(["MIC T-1 in_progress 60  [2024-Q3=60]"], await pipeline.TaskRowsAsync());
    }

    /// <summary>The older file is about to write its row when the younger one goes the whole way.</summary>
    [Theory]
    [InlineData("T-1,80,", "MIC T-1 in_progress 80  [2024-Q3=80]")]
    [InlineData("T-1,,withdrawn", "MIC T-1 assigned   []")]
    public async Task OfTwoFilesAtOnceTheYoungerOneStandsInTheRow(string younger, string row)
    {
        await using var pipeline = await OnlyTasks.StartAsync("2024-09-10T09:00:00+07:00", "T-1,MIC,2024-12-31");
        await using var slow = new WatchedStorage(pipeline);
        var hasReadRows = false;
        slow.Before = async call =>
        {
            hasReadRows |= call.Path == "Tasks()";
            if (hasReadRows && call.IsTransaction)
            {
                slow.Before = _ => Task.CompletedTask;
                await pipeline.DropAtAsync("2024-09-10T09:01:00+07:00", "MIC/2024-Q3/sua.csv", younger);
            }
        };
        await pipeline.UploadAsync(Path, "indicator,value\nT-1,60\n");

        await slow.TakeAsync(Path);

        Assert.Equal([row], await pipeline.TaskRowsAsync());
    }

    [Fact]
    public async Task AReportWithATaskTakesFourCallsMoreAndOneOfATaskDoneAFifth()
    {
        await using var pipeline = await OnlyTasks.StartAsync("2024-09-10T09:00:00+07:00", "T-1,MIC,2024-12-31");
        await using var watched = new WatchedStorage(pipeline);
        await pipeline.UploadAsync("MIC/2024-Q2/bao-cao.csv", "indicator,value\nGOV-01,1\n");
        await watched.TakeAsync("MIC/2024-Q2/bao-cao.csv");
        var calls = new List<int>();
        foreach (var (minute, row) in Rows.Index())
        {
            pipeline.Clock.Set($"2024-09-10T10:0{minute}:00+07:00");
            await pipeline.UploadAsync(Path, $"indicator,value\n{row}\n");
            watched.Forget();
            await watched.TakeAsync(Path);
            calls.Add(watched.Calls.Count);
        }

        Assert.Equal([calls[0], calls[0] + 4, calls[0] + 5], calls);
    }
}
