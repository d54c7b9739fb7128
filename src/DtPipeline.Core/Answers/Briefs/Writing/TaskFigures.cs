using DtPipeline.Answers.Briefs.Documents;
using DtPipeline.Answers.Briefs.Figures;
using DtPipeline.Deadlines;

namespace DtPipeline.Answers.Briefs.Writing;

/// <summary>The figures of tasks, wherever the brief states them.</summary>
internal sealed class TaskFigures(FigureWriter write)
{
    private string Period => write.Facts.Input.Period.ToString();

    public Run Given(IReadOnlyList<TaskFacts> tasks) => write.Count($"task~@all~{Period}~given", tasks.Count, "tasks", []);

    public Run Done(IReadOnlyList<TaskFacts> tasks) => write.Count($"task~@all~{Period}~done", tasks.Count, "tasks", []);

    public Run Overdue(IReadOnlyList<TaskFacts> tasks) => write.Count($"task~@all~{Period}~overdue", tasks.Count, "tasks", []);

    public Run Owners(TaskFacts task) => write.Count($"task~{task.Task.Code}~owners", task.Owners, "bodies", Sources(task, task.Standings));

    public Run Done(TaskFacts task) => write.Count($"task~{task.Task.Code}~done", task.Done, "bodies", Sources(task, task.Standings.Where(s => s.IsDone)));

    public Run Overdue(TaskFacts task) => write.Count($"task~{task.Task.Code}~overdue", task.Overdue.Count, "bodies", Sources(task, task.Overdue));

    public Run DaysOverdue(TaskFacts task) => write.Count($"task~{task.Task.Code}~days", task.DaysOverdue(write.Facts.Today), "days", []);

    /// <summary>The reports in which the owners have said how far they are.</summary>
    private List<FigureSource> Sources(TaskFacts task, IEnumerable<TaskStanding> standings)
    {
        var owners = standings.Select(s => s.Owner.Code).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. write.Facts.Summaries.Ledgers
                .SelectMany(l => l.ByOrganisation.Where(o => owners.Contains(o.Key)).Select(o => (l.Period, Organisation: o.Key, Observation: o.Value.Observations.GetValueOrDefault(task.Task.Code))))
                .Where(x => x.Observation is { IsAnswer: true })
                .OrderBy(x => x.Organisation, StringComparer.Ordinal)
                .ThenBy(x => x.Period.FirstDay)
                .Select(x => write.Facts.Sources.Of(x.Organisation, x.Period, x.Observation!)),
        ];
    }
}
