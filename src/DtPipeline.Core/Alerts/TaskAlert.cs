using System.Globalization;
using DtPipeline.Catalogue;
using DtPipeline.Deadlines;
using DtPipeline.Ledger;
using DtPipeline.Texts;

namespace DtPipeline.Alerts;

/// <summary>An assigned task that is not done, before and after its due day. A task without one is never spoken of.</summary>
public static class TaskAlert
{
    /// <param name="heldBack">An alert for all who own the task stands in place of this one.</param>
    public static IReadOnlyList<AlertCondition> Of(TaskStanding standing, bool heldBack, DateOnly today, AlertTiming timing, WorkingCalendar calendar)
    {
        if (standing.Task.LastDay is not { } last)
        {
            return [];
        }

        var (task, owner) = (standing.Task, standing.Owner);
        var owed = Owed(new Bilingual(owner.NameVi, owner.NameEn), false, task, last) with
        {
            Known = standing.Progress is { } progress
                ? new Bilingual(
                    string.Create(CultureInfo.InvariantCulture, $"đã đạt {progress:0.##} %"),
                    string.Create(CultureInfo.InvariantCulture, $"{progress:0.##} % done"))
                : null,
        };
        var isOpen = !standing.IsDone && !heldBack;
        return DueAlert.Of(
            Subject(AlertType.TaskDueSoon, task.Code, owner.Code), Subject(AlertType.TaskOverdue, task.Code, owner.Code), owed, isOpen, today, timing, calendar);
    }

    /// <summary>One alert for all when nobody of the group has said anything of the task.</summary>
    public static IReadOnlyList<AlertCondition> OfGroup(
        AssignedTask task, string group, int owners, bool nobodyReported, DateOnly today, AlertTiming timing, WorkingCalendar calendar)
    {
        if (task.LastDay is not { } last)
        {
            return [];
        }

        var who = new Bilingual(string.Create(CultureInfo.InvariantCulture, $"Cả {owners} cơ quan"), string.Create(CultureInfo.InvariantCulture, $"All {owners} organisations"));
        return DueAlert.OfAll(
            ReminderOfAll(task, group),
            Subject(AlertType.TaskOverdue, task.Code, group),
            Owed(who, true, task, last),
            nobodyReported,
            today,
            timing,
            calendar);
    }

    /// <summary>For an alert that was raised before, of a task that is no longer there, or no longer the owner's: nothing holds of it.</summary>
    /// <param name="key">Of an alert that <see cref="Of(TaskStanding, bool, DateOnly, AlertTiming, WorkingCalendar)"/> or <see cref="OfGroup"/> gave.</param>
    public static AlertCondition OfNobody(string key, ReportingCatalogue catalogue)
    {
        var parts = key.Split('~');
        var (type, task, owner) = (parts[0], parts[1], parts[2]);
        var who = catalogue.FindOrganisation(owner) is { } known ? new Bilingual(known.NameVi, known.NameEn) : new Bilingual(owner, owner);
        var gone = new Bilingual($"{who.Vi} không còn phải hoàn thành nhiệm vụ {task}.", $"{who.En} no longer has to finish task {task}.");
        return new AlertCondition(Subject(type, task, owner), false, AlertSeverity.Green, [], gone, gone);
    }

    internal static AlertSubject ReminderOfAll(AssignedTask task, string group) => Subject(AlertType.TaskDueSoon, task.Code, group);

    private static OwedBy Owed(Bilingual who, bool isMany, AssignedTask task, DateOnly last) => new(
        who,
        isMany,
        new Bilingual("hoàn thành", "finished"),
        new Bilingual($"nhiệm vụ {task.Code} «{task.TitleVi}»", $"task {task.Code} '{task.TitleEn}'"),
        last);

    private static AlertSubject Subject(string type, string task, string owner) => new($"{type}~{task}~{owner}", type, owner, null, null, null) { Task = task };
}
