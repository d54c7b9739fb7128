using DtPipeline.Catalogue;

namespace DtPipeline.Deadlines;

public enum TaskState
{
    /// <summary>Nothing done yet, as far as anybody has said.</summary>
    Assigned,
    InProgress,
    DueSoon,
    Overdue,
    Done,

    /// <summary>Done after its due day.</summary>
    DoneLate,
}

/// <summary>The progress of a task as a report gives it.</summary>
/// <param name="Value">In percent.</param>
/// <param name="UploadedAt">When the file came that says so.</param>
public sealed record TaskReport(Period Period, double Value, DateTimeOffset UploadedAt);

/// <summary>How far an owner is with a task on a day.</summary>
/// <param name="Progress">In percent; null where nobody has said anything.</param>
/// <param name="DoneAt">When the file came from which on it is done; null while it is not.</param>
/// <param name="IsReported">The owner, or somebody from whom it has the task, has said something of it.</param>
public sealed record TaskStanding(AssignedTask Task, Organisation Owner, TaskState State, double? Progress, DateTimeOffset? DoneAt, bool IsReported)
{
    public bool IsDone => State is TaskState.Done or TaskState.DoneLate;

    public static string NameOf(TaskState state) => state switch
    {
        TaskState.Assigned => "assigned",
        TaskState.InProgress => "in_progress",
        TaskState.DueSoon => "due_soon",
        TaskState.Overdue => "overdue",
        TaskState.Done => "done",
        _ => "done_late",
    };
}
