namespace DtPipeline.Answers.Models;

/// <summary>All assigned tasks and how far their owners are: the content of <c>published/tasks.json</c>.</summary>
/// <param name="Day">In Vietnam: states are as on it.</param>
/// <param name="Tasks">By due day, those without one last.</param>
public sealed record TaskList(DateOnly Day, IReadOnlyList<ListedTask> Tasks);

/// <param name="Owners">By code; none where nobody is named.</param>
public sealed record ListedTask(string Task, string TitleVi, string TitleEn, DateOnly AssignedOn, string Recurrence, string Source, IReadOnlyList<TaskOwner> Owners)
{
    /// <summary>The last day on which it is done in time; null where no day is given.</summary>
    public DateOnly? LastDay { get; init; }

    /// <summary>The group that owns it; null where owners are named one by one.</summary>
    public string? Group { get; init; }
}

/// <param name="State"><c>assigned</c>, <c>in_progress</c>, <c>due_soon</c>, <c>overdue</c>, <c>done</c> or <c>done_late</c>.</param>
/// <param name="IsReported">Somebody has said something of it.</param>
public sealed record TaskOwner(string Organisation, string NameVi, string NameEn, string State, bool IsReported)
{
    /// <summary>In percent; null where nobody has said anything.</summary>
    public double? Progress { get; init; }

    public DateTimeOffset? DoneAt { get; init; }

    /// <summary>Days since its last day; null where it is not overdue.</summary>
    public int? DaysOverdue { get; init; }
}
