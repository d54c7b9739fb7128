using DtPipeline.Alerts;
using DtPipeline.Answers.Models;
using DtPipeline.Catalogue;
using DtPipeline.Deadlines;
using DtPipeline.Ledger;

namespace DtPipeline.Core.Tests.Answers.Models;

/// <summary>What is open, what has come, what is to be done.</summary>
public sealed class ListTests
{
    private static readonly DateTimeOffset Now = new(2024, 7, 20, 3, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly Today = new(2024, 7, 20);

    [Fact]
    public void AlertsAreListedTheWorstFirstAndLeaveWhenTheyAreSettled()
    {
        var list = new AlertList(Today, []).With([Alert("a", AlertSeverity.Green), Alert("b", AlertSeverity.Red), Alert("c", AlertSeverity.Yellow)]);

        var now = list.With([Alert("c", AlertSeverity.Yellow, AlertState.Resolved), Alert("d", AlertSeverity.Red), ("P63-01", "gone", null)]);

        Assert.Equal(["b", "c", "a"], list.Alerts.Select(a => a.Key));
        Assert.Equal(["b", "d", "a"], now.Alerts.Select(a => a.Key));
        Assert.Equal(2, now.Alerts[0].AgeDays);
    }

    [Fact]
    public void AListIsOutdatedWithTheDayAndWithTheEndOfASnooze()
    {
        var until = Now.AddHours(3);
        var (organisation, key, alert) = Alert("a", AlertSeverity.Red, AlertState.Snoozed);
        var list = new AlertList(Today, []).With([(organisation, key, alert! with { Handling = new Handling(key, organisation, HandlingAction.Snooze, "Lan", Now, 1, until, null) })]);

        Assert.False(list.IsOutdated(until.AddSeconds(-1)));
        Assert.True(list.IsOutdated(until));
        Assert.True(list.IsOutdated(Now.AddDays(1)));
    }

    [Fact]
    public void FilesAreListedTheNewestFirstEachOnceAndNoMoreThanAreShown()
    {
        var files = Enumerable.Range(0, ArrivalList.Most + 5).Select(n => File($"f{n:000}", Now.AddMinutes(-n))).ToList();

        var list = new ArrivalList([]).With(files).With([File("f001", Now.AddMinutes(-1)) with { Status = "duplicate" }, File("old", Now.AddDays(-8))]);

        Assert.Equal((ArrivalList.Most, "f000", "duplicate"), (list.Files.Count, list.Files[0].FileId, list.Files[1].Status));
        Assert.DoesNotContain(list.Files, f => f.FileId == "old");
    }

    [Fact]
    public void TasksAreListedByDueDayWithHowFarEachOwnerIs()
    {
        var task = TheCatalogue.Default.Tasks.First(t => t.LastDay < Today);
        var owner = TheCatalogue.Organisation("P63-01");

        var list = TaskList.Of([new TaskStanding(task, owner, TaskState.Overdue, 40, null, true)], Today, TheCatalogue.Default);

        Assert.Equal(TheCatalogue.Default.Tasks.Count, list.Tasks.Count);
        Assert.Equal(list.Tasks.Select(t => t.LastDay ?? DateOnly.MaxValue).Order(), list.Tasks.Select(t => t.LastDay ?? DateOnly.MaxValue));
        var of = Assert.Single(list.Tasks.Single(t => t.Task == task.Code).Owners);
        Assert.Equal(("P63-01", "overdue", 40, Today.DayNumber - task.LastDay!.Value.DayNumber), (of.Organisation, of.State, of.Progress, of.DaysOverdue));
    }

    private static (string Organisation, string Key, ListedAlert? Alert) Alert(string key, AlertSeverity severity, AlertState state = AlertState.Open)
    {
        var alert = new InboxAlert(new AlertSubject(key, AlertType.ReportOverdue, "P63-01", "2024-Q2", "PROV-Q", null), 1, state, severity, 0, null, new("Việt", "English"), Now.AddDays(-2), null);
        return ("P63-01", key, ListedAlert.Of(alert, Today));
    }

    private static Arrival File(string id, DateTimeOffset at) => new(id, $"P63-01/2024-Q2/{id}.csv", at, "accepted", new FilingCounts(1, 1, 0, 0, 0, 0, 0), 0, 0);
}
