using System.Text;
using DtPipeline.Answers.Models;
using DtPipeline.Answers.Views;
using DtPipeline.Answers.Views.Oversight;

namespace DtPipeline.Core.Tests.Answers.Views;

public sealed class TaskPageTests
{
    // 20 tasks of 63 bodies each, the first of which all have done, and one more of many more bodies than a page has rows.
    private static readonly TaskList Tasks = new(
        new DateOnly(2025, 9, 22), [.. Enumerable.Range(1, 20).Select(i => Task(i, 63, i == 1 ? "done" : "assigned")), Task(21, TasksView.PageSize + 1, "overdue")]);

    [Fact]
    public void ThePagesHaveEveryRowOnceAndEveryTaskWhole()
    {
        var pages = Pages();

        Assert.Equal([7 * 63, 7 * 63, 5 * 63, TasksView.PageSize + 1, 63], pages.Select(p => p.Tables[0].Rows.Count));
        Assert.Equal(
            Tasks.Tasks.SelectMany(t => t.Owners.Select(o => $"{t.Task}/{o.Organisation}")).Order(StringComparer.Ordinal), pages.SelectMany(p => p.Tables[0].Rows.Select(r => r.Key)).Order(StringComparer.Ordinal));
        Assert.All(pages.SelectMany(p => p.Tables[0].Groups), g => Assert.Equal(Tasks.Tasks.First(t => t.Task == g.Key).Owners.Count, g.Count));
        Assert.Equal("T01", pages[^1].Tables[0].Groups[^1].Key);
    }

    [Fact]
    public void EachPageSaysWhichPartItIsAndItsTextIsThatPart()
    {
        var second = Pages()[1];

        Assert.Equal("Tasks 8 to 14 of 21 (441/1,761 rows)", second.Subtitle);
        Assert.Equal("/tasks?after=T08", second.Address);
        Assert.Equal("/tasks.csv?after=T08&lang=en", second.Links[0].Href);
        Assert.Equal(441, ShownText.Records(Encoding.UTF8.GetString(ViewCsv.Of(second))).Count(r => r.Count == 8 && r[0].StartsWith('T')));
    }

    [Fact]
    public void OneTaskIsShownByItself()
    {
        var model = TasksView.Of(DrawnStore.Ask("vi", ("task", "T02")), Tasks);

        Assert.Equal(63, model.Tables[0].Rows.Count);
        Assert.Null(model.Subtitle);
        Assert.Null(model.Tables[0].Next);
    }

    private static List<ViewModel> Pages()
    {
        var pages = new List<ViewModel>();
        for (string? after = string.Empty; after is not null; after = pages[^1].Tables[0].Next?.Split("after=")[1])
        {
            pages.Add(TasksView.Of(DrawnStore.Ask("en", ("after", after)), Tasks));
        }

        return pages;
    }

    private static ListedTask Task(int number, int owners, string state) => new(
        $"T{number:00}", "Việc", "Work", new DateOnly(2025, 1, 2), "once", "QĐ 1", [.. Enumerable.Range(1, owners).Select(o => new TaskOwner($"P34-{o:000}", $"Tỉnh {o}", $"Province {o}", state, IsReported: false))]);
}
