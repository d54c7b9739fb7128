using DtPipeline.Oracle.Catalogue;

namespace DtPipeline.Oracle.Alerts;

/// <summary>How far somebody is with a task, as a report of a period says.</summary>
internal sealed record ProgressReport(Period Period, double Percent, DateTimeOffset UploadedAt);

/// <summary>What is told of assigned tasks that are not done.</summary>
/// <param name="reports">By task and organisation.</param>
internal sealed class TaskAlerts(ReportingCatalogue catalogue, ILookup<(string Task, string Organisation), ProgressReport> reports)
{
    private const double Whole = 100;

    public IEnumerable<Alert> On(DateOnly today)
    {
        foreach (var task in catalogue.Tasks)
        {
            if (task.LastDay is not { } due)
            {
                continue;
            }

            var owners = catalogue.Organisations.Where(o => Owns(task, o, today)).ToList();
            if (task.Group is { } group && owners.Count >= Owing.Many && !owners.Any(o => IsReported(task, o)))
            {
                foreach (var alert in Owing.On(today, due, "task", $"{task.Code}~{group}", group, catalogue.WorkingDays))
                {
                    yield return alert;
                }

                continue;
            }

            foreach (var alert in owners.Where(o => !IsDone(task, o))
                .SelectMany(o => Owing.On(today, due, "task", $"{task.Code}~{o.Code}", o.Code, catalogue.WorkingDays)))
            {
                yield return alert;
            }
        }
    }

    /// <summary>Of those who exist on the day: a member of the group, the one who is named, or the heir of one that is named and gone.</summary>
    private bool Owns(AssignedTask task, Organisation organisation, DateOnly day) =>
        day >= task.AssignedOn && organisation.ExistsOn(day) && task.Owners.Any(o => organisation.IsOf(HeirOf(o, day)));

    private string HeirOf(string owner, DateOnly day)
    {
        while (catalogue.FindOrganisation(owner) is { To: { } end, Successor: { } successor } && end < day)
        {
            owner = successor;
        }

        return owner;
    }

    /// <summary>Those from whom it has the task: dissolved into it while they owned it and it did not.</summary>
    private List<Organisation> Before(AssignedTask task, Organisation owner) =>
    [
        .. catalogue.Organisations.Where(o => o.Successor == owner.Code && o.To is { } end && (owner.To is null || end < owner.To) && Owns(task, o, end) && !Owns(task, owner, end)),
    ];

    private bool IsReported(AssignedTask task, Organisation owner) => reports[(task.Code, owner.Code)].Any() || Before(task, owner).Exists(o => IsReported(task, o));

    /// <summary>It says so itself in the report of the latest period, or all from whom it has the task have.</summary>
    private bool IsDone(AssignedTask task, Organisation owner) =>
        reports[(task.Code, owner.Code)].OrderByDescending(r => r.Period.Last).ThenByDescending(r => r.UploadedAt).FirstOrDefault()?.Percent >= Whole
        || (Before(task, owner) is { Count: > 0 } before && before.TrueForAll(o => IsDone(task, o)));
}
