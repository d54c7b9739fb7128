using DtPipeline.Alerts;
using DtPipeline.Azure.Alerting;
using DtPipeline.Azure.Ledger;
using DtPipeline.Azure.Storage;
using DtPipeline.Azure.Telemetry;
using DtPipeline.Catalogue;
using DtPipeline.Deadlines;
using DtPipeline.Ledger;
using DtPipeline.Time;
using Microsoft.Extensions.Logging;

namespace DtPipeline.Azure.Oversight;

/// <summary>
/// Says what the day makes of every task that has a due day, for each of its owners. Like the check of reports it looks at states, so a run
/// that was missed is made up by the next one, and one more changes nothing.
/// </summary>
public sealed class TaskCheck(
    CatalogueStore catalogues,
    LedgerStore ledger,
    TaskStore tasks,
    LevelAlertWriter alerts,
    PendingStore pending,
    PipelineSettings settings,
    TimeProvider clock,
    ILogger<TaskCheck> logger)
{
    /// <summary>From so many owners of a group on, a task of which nobody has said anything is one alert and not one for each.</summary>
    private const int Many = 3;

    public Task RunAsync(CancellationToken cancellationToken) => Spans.RunAsync("overdue.tasks", _ => CheckAsync(cancellationToken));

    private async Task CheckAsync(CancellationToken cancellationToken)
    {
        var catalogue = await catalogues.GetAsync(cancellationToken);
        var today = VietnamTime.DayOf(clock.GetUtcNow());
        var each = new EachItem("owners and tasks", cancellationToken);
        var partitions = await ledger.ReadTaskAlertsAsync(each, cancellationToken);
        var refreshed = await tasks.RefreshAsync(today, catalogue, each, cancellationToken);
        if (refreshed.Changed > 0)
        {
            await pending.MarkTasksAsync(cancellationToken);
        }

        var ofGroups = refreshed.Standings
            .Where(s => s.Task.Group is not null)
            .GroupBy(s => s.Task)
            .ToDictionary(g => $"@{g.Key.Code}", g => new GroupTask(g.Key, g.Count(), IsUnheard(g)));
        var unheard = ofGroups.Values.Where(g => g.IsUnheard).Select(g => g.Task.Code).ToHashSet(StringComparer.Ordinal);
        var ofOwners = refreshed.Standings.ToLookup(s => s.Owner.Code, StringComparer.Ordinal);

        // Of whom nothing is known, nothing is told, and nothing is settled.
        var raised = 0;
        foreach (var name in ofGroups.Keys.Concat(ofOwners.Select(o => o.Key)).Union(partitions.Found.Keys, StringComparer.Ordinal).Except(partitions.Unreadable).Except(refreshed.Unreadable))
        {
            var partition = LedgerKey.OfTasks(name);
            var snapshot = partitions.Found.GetValueOrDefault(name) ?? LedgerSnapshot.Empty;
            await each.TryAsync(partition, async () => raised += name.StartsWith('@')
                ? await alerts.WriteAsync(partition, snapshot, s => WithGone(s, Conditions(ofGroups.GetValueOrDefault(name), today, catalogue), catalogue), cancellationToken)
                : await alerts.WriteAsync(partition, snapshot, s => ConditionsAsync(s, name, [.. ofOwners[name]], unheard, today, catalogue, cancellationToken), cancellationToken));
        }

        logger.TasksChecked(today, refreshed.Standings.Count, refreshed.Changed, raised);
        each.End();
    }

    private static bool IsUnheard(IEnumerable<TaskStanding> owners) => owners.Count() >= Many && owners.All(s => !s.IsReported);

    private IReadOnlyList<AlertCondition> Conditions(GroupTask? group, DateOnly today, ReportingCatalogue catalogue) => group is null
        ? []
        : TaskAlert.OfGroup(group.Task, group.Task.Group!, group.Owners, group.IsUnheard, today, settings.Timing, catalogue.Calendar);

    /// <summary>Where something is to be told, the owner's rows are read once more: a file may have come since all of them were read.</summary>
    private async ValueTask<IEnumerable<AlertCondition>> ConditionsAsync(
        LedgerSnapshot snapshot,
        string owner,
        IReadOnlyList<TaskStanding> standings,
        HashSet<string> unheard,
        DateOnly today,
        ReportingCatalogue catalogue,
        CancellationToken cancellationToken)
    {
        IReadOnlyList<AlertCondition> Of(IEnumerable<TaskStanding> all) => WithGone(
            snapshot, [.. all.SelectMany(s => TaskAlert.Of(s, unheard.Contains(s.Task.Code), today, settings.Timing, catalogue.Calendar))], catalogue);

        var conditions = Of(standings);
        var isQuiet = AlertCondition.Settle(snapshot.State.Alerts, conditions, clock.GetUtcNow()).Transitions.Count == 0;
        return isQuiet || catalogue.FindOrganisation(owner) is not { } organisation
            ? conditions
            : Of(await tasks.ReadAsync(organisation, today, catalogue, cancellationToken));
    }

    /// <summary>Alerts that are open and that nothing is said of any more belong to owners or tasks that are no longer there.</summary>
    private static IReadOnlyList<AlertCondition> WithGone(LedgerSnapshot snapshot, IReadOnlyList<AlertCondition> conditions, ReportingCatalogue catalogue)
    {
        var said = conditions.Select(c => c.Subject.Key).ToHashSet(StringComparer.Ordinal);
        return [.. conditions, .. snapshot.State.Alerts.Where(a => a.Value.IsOpen && !said.Contains(a.Key)).Select(a => TaskAlert.OfNobody(a.Key, catalogue))];
    }

    private sealed record GroupTask(AssignedTask Task, int Owners, bool IsUnheard);
}
