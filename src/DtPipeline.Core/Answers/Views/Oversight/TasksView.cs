using DtPipeline.Answers.Models;

namespace DtPipeline.Answers.Views.Oversight;

/// <summary>What was assigned to whom, and how far they are: each owner of each task in a row, under its task; what is done by all comes last.</summary>
public static class TasksView
{
    private static readonly ViewClass[] States = [ViewClass.Overdue, ViewClass.DueSoon, ViewClass.InProgress, ViewClass.Assigned, ViewClass.DoneLate, ViewClass.Done];

    /// <summary>Rows of a page, which ends with a whole task: behind them is another one.</summary>
    public const int PageSize = 500;

    public static ViewModel Of(ViewQuestion ask, TaskList tasks)
    {
        var write = new ViewWriter(ask);
        var (task, state, organisation) = (ask.Of("task"), ask.Of("state"), ask.Of("organisation"));
        var seen = tasks.Tasks.Select(t => new OwnedTask(t, [.. t.Owners.Where(o => ask.MaySee(o.Organisation))])).Where(t => t.Owners.Count > 0).ToList();
        var owners = seen.SelectMany(t => t.Owners).ToList();
        var shown = seen
            .Where(t => task is null || t.Task.Task == task)
            .Select(t => t with { Owners = [.. t.Owners.Where(o => (state is null || o.State == state) && (organisation is null || o.Organisation == organisation))] })
            .Where(t => t.Owners.Count > 0)
            .OrderBy(t => t.IsDone ? 1 : 0)
            .ToList();
        var start = ask.Of("after") is { } after ? shown.FindIndex(t => t.Task.Task == after) + 1 : 0;
        var page = Page(shown.Skip(start));
        var isWhole = task is null && state is null && organisation is null && ask.Own is null;
        var nobody = isWhole ? tasks.Tasks.Where(t => t.Owners.Count == 0).ToList() : [];
        string AddressOf(string? from) => ViewAddress.Of("tasks", ("task", task), ("state", state), ("organisation", organisation), ("after", from));
        return write.Whole(new ViewModel("tasks", ask.Said.Code, write.Of("Nhiệm vụ", "Tasks"), AddressOf(ask.Of("after")))
        {
            AsOf = write.AsOf(tasks.Day),
            Numbers = [.. States.Take(3).Select(s => new ViewNumber(write.Of(s.Label), write.Count(owners.Count(o => o.State == s.Name)), null, s.Name, s.Mark, ViewAddress.Of("tasks", ("state", s.Name))))],
            Subtitle = page.Count == shown.Count ? null : Part(write, shown, start, page),
            Filters =
            [
                ViewWriter.Choice("task", write.Of("Nhiệm vụ", "Task"), task, write.Of("tất cả", "all"), seen.Select(t => new FilterOption(t.Task.Task, TitleOf(write, t.Task)))),
                ViewWriter.Choice("state", write.Of("Tình trạng", "State"), state, write.Of("tất cả", "all"), States.Select(s => new FilterOption(s.Name, write.Of(s.Label)))),
                ViewWriter.Choice("organisation", write.Of("Cơ quan", "Body"), organisation, write.Of("tất cả", "all"), owners.DistinctBy(o => o.Organisation).OrderBy(o => o.Organisation, StringComparer.Ordinal).Select(o => new FilterOption(o.Organisation, write.Of(o.NameVi, o.NameEn)))),
            ],
            Tables = [Table(write, page, seen.Count == 0) with { Next = start + page.Count < shown.Count ? AddressOf(page[^1].Task.Task) : null }],
            Notes = nobody.Count == 0 ? [] : [$"{write.Of("Chưa rõ ai thực hiện", "Nobody is named for")}: {string.Join("; ", nobody.Select(t => TitleOf(write, t)))}."],
        });
    }

    /// <summary>As many tasks as fit, and always one.</summary>
    private static List<OwnedTask> Page(IEnumerable<OwnedTask> tasks)
    {
        var rows = 0;
        return [.. tasks.TakeWhile((t, i) => (rows += t.Owners.Count) <= PageSize || i == 0)];
    }

    private static string Part(ViewWriter write, List<OwnedTask> shown, int start, List<OwnedTask> page)
    {
        var (first, last, all) = (write.Count(start + 1), write.Count(start + page.Count), write.Count(shown.Count));
        var rows = $"{write.Count(page.Sum(t => t.Owners.Count))}/{write.Count(shown.Sum(t => t.Owners.Count))}";
        return write.Of($"Nhiệm vụ thứ {first} đến {last} trong {all} ({rows} dòng)", $"Tasks {first} to {last} of {all} ({rows} rows)");
    }

    private static ViewTable Table(ViewWriter write, List<OwnedTask> tasks, bool isNone) => new(
        "tasks",
        "list",
        write.Of("Nhiệm vụ theo cơ quan", "Tasks by body"),
        [
            new("organisation", write.Of("Cơ quan", "Body")),
            new("state", write.Of("Tình trạng", "State"), Sort: "number"),
            new("progress", write.Of("Tiến độ", "Progress"), Align: "end", Sort: "number"),
            new("due", write.Of("Hạn", "Due"), Sort: "number"),
            new("overdue", write.Of("Quá hạn", "Overdue"), write.Of("ngày", "days"), "end", "number"),
            new("done", write.Of("Xong lúc", "Done"), Sort: "number"),
            new("assigned", write.Of("Giao ngày", "Assigned"), Sort: "number"),
        ],
        [.. tasks.SelectMany(t => t.Owners.Select(o => Row(write, t.Task, o)))])
    {
        Groups = [.. tasks.Select(t => Group(write, t.Task, t.Owners.Count))],
        Empty = tasks.Count > 0 ? null
            : isNone ? write.Of("Chưa có nhiệm vụ nào được giao. Nhiệm vụ đến từ tasks.csv của danh mục.", "No task is assigned. Tasks come from tasks.csv of the catalogue.")
            : write.Of("Không có nhiệm vụ nào khớp với bộ lọc.", "No task fits the filters."),
    };

    private static ViewGroup Group(ViewWriter write, ListedTask task, int count) => new(
        task.Task, task.LastDay is { } last ? $"{TitleOf(write, task)} ({write.Of("hạn", "due")} {write.Day(last)})" : TitleOf(write, task), count);

    internal static string TitleOf(ViewWriter write, ListedTask task) => $"{task.Task} {write.Of(task.TitleVi, task.TitleEn)}";

    internal static bool IsDone(TaskOwner owner) => owner.State == ViewClass.Done.Name || owner.State == ViewClass.DoneLate.Name;

    private static ViewRow Row(ViewWriter write, ListedTask task, TaskOwner owner) => new(
        $"{task.Task}/{owner.Organisation}",
        [
            ViewWriter.Text(write.Of(owner.NameVi, owner.NameEn)),
            write.State(ViewClass.Named(owner.State) ?? ViewClass.Assigned),
            owner.Progress is { } done ? new ViewCell(write.Said.Percent(done, 0)) { Value = done } : ViewWriter.Text(write.Of("chưa báo cáo", "nothing said")),
            write.DayCell(task.LastDay),
            owner.DaysOverdue is { } days ? write.Number(days) : ViewWriter.Text(null),
            write.MomentCell(owner.DoneAt),
            write.DayCell(task.AssignedOn),
        ])
    {
        Group = task.Task,
    };

    /// <param name="Owners">Those of its owners that are shown.</param>
    private sealed record OwnedTask(ListedTask Task, IReadOnlyList<TaskOwner> Owners)
    {
        public bool IsDone => Owners.All(TasksView.IsDone);
    }
}
