namespace DtPipeline.Catalogue;

/// <summary>
/// Whose a task is on a day: of the organisations that exist on it. A group's members are those of the day; one that is named and dissolved
/// is followed to its successor. Before it is assigned a task is nobody's.
/// </summary>
public static class TaskOwners
{
    public static IReadOnlyList<Organisation> On(AssignedTask task, DateOnly day, ReportingCatalogue catalogue) =>
        [.. catalogue.Organisations.Where(o => Owns(task, o, day, catalogue))];

    public static IEnumerable<AssignedTask> TasksOf(Organisation organisation, DateOnly day, ReportingCatalogue catalogue) =>
        catalogue.Tasks.Where(t => Owns(t, organisation, day, catalogue));

    public static bool Owns(AssignedTask task, Organisation organisation, DateOnly day, ReportingCatalogue catalogue) =>
        day >= task.AssignedOn && organisation.IsValidOn(day) && task.Owners.Any(owner => organisation.IsIn(Heir.CodeOf(owner, day, catalogue)));

    /// <summary>Owns it, or owned it when it was dissolved.</summary>
    public static bool HasOwned(AssignedTask task, Organisation organisation, DateOnly today, ReportingCatalogue catalogue) =>
        Owns(task, organisation, LastDayOf(organisation, today), catalogue);

    /// <summary>
    /// From whom an organisation has the task: those dissolved into it while they owned it. None for one that owned it beside them, which
    /// has to do it itself as before.
    /// </summary>
    public static IEnumerable<Organisation> Before(AssignedTask task, Organisation owner, ReportingCatalogue catalogue) =>
        catalogue.Organisations.Where(o => o.SuccessorCode == owner.Code
            && o.ValidTo is { } end
            && (owner.ValidTo is null || end < owner.ValidTo)
            && Owns(task, o, end, catalogue)
            && !Owns(task, owner, end, catalogue));

    /// <summary>Everybody from whom an organisation has any of its tasks, and from whom these had them.</summary>
    public static IReadOnlyList<Organisation> AncestorsOf(Organisation owner, ReportingCatalogue catalogue)
    {
        var parents = catalogue.Tasks.SelectMany(t => Before(t, owner, catalogue)).Distinct().ToList();
        return [.. parents.Concat(parents.SelectMany(p => AncestorsOf(p, catalogue))).Distinct()];
    }

    /// <summary>The day, or the organisation's last one where that has passed.</summary>
    public static DateOnly LastDayOf(Organisation organisation, DateOnly today) => organisation.ValidTo is { } end && end < today ? end : today;
}
