using DtPipeline.Answers.Models;

namespace DtPipeline.Answers.Views.Oversight;

/// <summary>What was assigned to whom, and how far they are: each owner of each task in a row, under its task.</summary>
public static class TasksView
{
    private static readonly ViewClass[] States = [ViewClass.Overdue, ViewClass.DueSoon, ViewClass.InProgress, ViewClass.Assigned, ViewClass.DoneLate, ViewClass.Done];

    public static ViewModel Of(ViewQuestion ask, TaskList tasks)
    {
        var write = new ViewWriter(ask);
        var (state, organisation) = (ask.Of("state"), ask.Of("organisation"));
        var seen = tasks.Tasks.SelectMany(t => t.Owners.Where(o => ask.MaySee(o.Organisation)).Select(o => (Task: t, Owner: o))).ToList();
        var shown = seen.Where(r => (state is null || r.Owner.State == state) && (organisation is null || r.Owner.Organisation == organisation)).ToList();
        var isWhole = state is null && organisation is null && ask.Own is null;
        var nobody = isWhole ? tasks.Tasks.Where(t => t.Owners.Count == 0).ToList() : [];
        return write.Whole(new ViewModel("tasks", ask.Said.Code, write.Of("Nhiệm vụ", "Tasks"), ViewAddress.Of("tasks", ("state", state), ("organisation", organisation)))
        {
            AsOf = write.AsOf(tasks.Day),
            Numbers = [.. States.Take(3).Select(s => new ViewNumber(write.Of(s.Label), write.Count(seen.Count(r => r.Owner.State == s.Name)), null, s.Name, s.Mark, ViewAddress.Of("tasks", ("state", s.Name))))],
            Filters =
            [
                ViewWriter.Choice("state", write.Of("Tình trạng", "State"), state, write.Of("tất cả", "all"), States.Select(s => new FilterOption(s.Name, write.Of(s.Label)))),
                ViewWriter.Choice("organisation", write.Of("Cơ quan", "Body"), organisation, write.Of("tất cả", "all"), seen.Select(r => r.Owner).DistinctBy(o => o.Organisation).OrderBy(o => o.Organisation, StringComparer.Ordinal).Select(o => new FilterOption(o.Organisation, write.Of(o.NameVi, o.NameEn)))),
            ],
            Tables = [Table(write, tasks, shown, seen.Count == 0)],
            Notes = nobody.Count == 0 ? [] : [$"{write.Of("Chưa rõ ai thực hiện", "Nobody is named for")}: {string.Join("; ", nobody.Select(t => $"{t.Task} {write.Of(t.TitleVi, t.TitleEn)}"))}."],
        });
    }

    private static ViewTable Table(ViewWriter write, TaskList tasks, List<(ListedTask Task, TaskOwner Owner)> rows, bool isNone)
    {
        var shown = rows.Select(r => r.Task.Task).ToHashSet(StringComparer.Ordinal);
        return new ViewTable(
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
            [.. rows.Select(r => Row(write, r.Task, r.Owner))])
        {
            Groups = [.. tasks.Tasks.Where(t => shown.Contains(t.Task)).Select(t => Group(write, t, rows.Count(r => r.Task == t)))],
            Empty = rows.Count > 0 ? null
                : isNone ? write.Of("Chưa có nhiệm vụ nào được giao. Nhiệm vụ đến từ tasks.csv của danh mục.", "No task is assigned. Tasks come from tasks.csv of the catalogue.")
                : write.Of("Không có nhiệm vụ nào khớp với bộ lọc.", "No task fits the filters."),
        };
    }

    private static ViewGroup Group(ViewWriter write, ListedTask task, int count)
    {
        var title = $"{task.Task} {write.Of(task.TitleVi, task.TitleEn)}";
        return new ViewGroup(task.Task, task.LastDay is { } last ? $"{title} ({write.Of("hạn", "due")} {write.Day(last)})" : title, count);
    }

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
}
