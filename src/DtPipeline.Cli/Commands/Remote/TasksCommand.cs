using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using DtPipeline.Answers.Models;
using DtPipeline.Azure.Storage;
using DtPipeline.Cli.Showing;
using DtPipeline.Texts;

namespace DtPipeline.Cli.Commands.Remote;

/// <summary><c>dtp tasks</c></summary>
internal static class TasksCommand
{
    private static readonly Bilingual[] Columns =
    [
        new("Hạn", "Due"), new("Nhiệm vụ", "Task"), new("Tên", "Title"), new("Cơ quan", "Organisation"), new("Trạng thái", "State"), new("Tiến độ", "Progress"),
    ];

    public static Command Of(RemoteCommand remote)
    {
        var organisation = KnownCodes.OrganisationOption("Only what this one owns.");
        var state = new Option<string?>("--state") { Description = "assigned, in_progress, due_soon, overdue, done or done_late." };
        state.CompletionSources.Add("assigned", "in_progress", "due_soon", "overdue", "done", "done_late");
        var command = new ExampledCommand("tasks", "Lists the assigned tasks, by their last day, and how far each owner is.", "dtp tasks --state overdue") { organisation, state };
        return remote.With(command, async (arguments, api, cancellationToken) =>
        {
            var (of, stands) = (arguments.GetValue(organisation), arguments.GetValue(state));
            var rows = (
                from task in (await api.GetAsync("tasks", cancellationToken)).Deserialize<TaskList>(Json.Options)!.Tasks
                from owner in task.Owners
                where (of is null || owner.Organisation == of) && (stands is null || owner.State == stands)
                select (Task: task, Owner: owner)).ToList();
            remote.Screen.Answer(rows.Select(r => new { r.Task.Task, r.Task.TitleVi, r.Task.TitleEn, r.Task.LastDay, r.Owner.Organisation, r.Owner.State, r.Owner.Progress, r.Owner.DoneAt, r.Owner.DaysOverdue }));
            remote.Screen.Table(
                [.. Columns.Select(c => c.In(api.Language))],
                rows.Select(r => new[]
                {
                    Day.In(r.Task.LastDay, api.Language), r.Task.Task, new Bilingual(r.Task.TitleVi, r.Task.TitleEn).In(api.Language), r.Owner.Organisation,
                    StateOf(r.Owner).In(api.Language), r.Owner.Progress is { } percent ? string.Create(CultureInfo.InvariantCulture, $"{percent:0.#} %") : string.Empty,
                }),
                new Bilingual("Không có nhiệm vụ nào như vậy.", "There is no such task.").In(api.Language));
            return Outcome.Done;
        });
    }

    private static Bilingual StateOf(TaskOwner owner) => owner.State switch
    {
        "in_progress" => new("đang làm", "in progress"),
        "due_soon" => new("sắp đến hạn", "due soon"),
        "overdue" => new($"quá hạn {owner.DaysOverdue} ngày", $"overdue by {owner.DaysOverdue} {(owner.DaysOverdue == 1 ? "day" : "days")}"),
        "done" => new("đã xong", "done"),
        "done_late" => new("xong muộn", "done late"),
        _ => new("đã giao", "assigned"),
    };
}
