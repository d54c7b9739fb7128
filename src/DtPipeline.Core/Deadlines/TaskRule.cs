using DtPipeline.Catalogue;
using DtPipeline.Time;

namespace DtPipeline.Deadlines;

/// <summary>Decides the one state of a task of an owner from what was reported of it and the day. The order of the reports makes no difference.</summary>
public static class TaskRule
{
    private const double Whole = 100;

    /// <param name="reports">By organisation: those of the owner and of those from whom it has the task; one for each period at most.</param>
    /// <param name="today">Of an owner that is dissolved, its last day counts.</param>
    public static TaskStanding Decide(
        AssignedTask task,
        Organisation owner,
        IReadOnlyDictionary<string, IReadOnlyList<TaskReport>> reports,
        DateOnly today,
        AlertTiming timing,
        ReportingCatalogue catalogue)
    {
        var known = ProgressOf(task, owner, reports, catalogue);
        var state = StateOf(task, known, TaskOwners.LastDayOf(owner, today), timing, catalogue.Calendar);
        return new TaskStanding(task, owner, state, known.Progress, known.DoneAt, known.IsReported);
    }

    private static TaskState StateOf(AssignedTask task, KnownProgress known, DateOnly day, AlertTiming timing, WorkingCalendar calendar)
    {
        if (known.DoneAt is { } at)
        {
            return VietnamTime.DayOf(at) > task.LastDay ? TaskState.DoneLate : TaskState.Done;
        }

        return task.LastDay is { } last && day > last ? TaskState.Overdue
            : task.LastDay is { } due && timing.IsDueSoon(due, day, calendar) ? TaskState.DueSoon
            : known.Progress > 0 ? TaskState.InProgress
            : TaskState.Assigned;
    }

    /// <summary>
    /// What the owner says; and, of one that was made of others, what these have said: with all of them done it is done, and until it says
    /// something itself it is as far as the last of them.
    /// </summary>
    private static KnownProgress ProgressOf(
        AssignedTask task, Organisation owner, IReadOnlyDictionary<string, IReadOnlyList<TaskReport>> reports, ReportingCatalogue catalogue)
    {
        var own = Own(reports.GetValueOrDefault(owner.Code) ?? []);
        var before = TaskOwners.Before(task, owner, catalogue).Select(o => ProgressOf(task, o, reports, catalogue)).ToList();
        if (before.Count == 0)
        {
            return own;
        }

        var inherited = before.TrueForAll(b => b.DoneAt is not null) ? before.Max(b => b.DoneAt) : null;
        var progress = before.TrueForAll(b => b.Progress is not null) ? before.Min(b => b.Progress) : null;
        return new KnownProgress(
            own.Progress ?? progress,
            own.DoneAt is { } at && inherited is { } earlier ? (at < earlier ? at : earlier) : own.DoneAt ?? inherited,
            own.IsReported || before.Exists(b => b.IsReported));
    }

    private static KnownProgress Own(IEnumerable<TaskReport> reports)
    {
        var latestFirst = reports
            .OrderByDescending(r => r.Period.LastDay)
            .ThenByDescending(r => r.UploadedAt)
            .ThenByDescending(r => r.Period.ToString(), StringComparer.Ordinal)
            .ToList();
        var done = latestFirst.TakeWhile(r => r.Value >= Whole).ToList();
        return new KnownProgress(
            latestFirst.FirstOrDefault()?.Value,
            done.Count > 0 ? done.Min(r => r.UploadedAt) : null,
            latestFirst.Count > 0);
    }

    private sealed record KnownProgress(double? Progress, DateTimeOffset? DoneAt, bool IsReported);
}
