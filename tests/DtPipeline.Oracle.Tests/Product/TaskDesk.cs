using DtPipeline.Alerts;
using DtPipeline.Catalogue;
using DtPipeline.Deadlines;
using DtPipeline.Ledger;

namespace DtPipeline.Oracle.Tests.Product;

/// <summary>What the product keeps of tasks: who has reported what, and the marks of their alerts.</summary>
internal sealed class TaskDesk(AlertTiming timing)
{
    /// <summary>As the check of tasks has it.</summary>
    private const int Many = 3;

    private readonly Dictionary<string, Dictionary<string, IReadOnlyList<TaskReport>>> reports = new(StringComparer.Ordinal);

    private IReadOnlyDictionary<string, AlertMark> marks = new Dictionary<string, AlertMark>();

    /// <summary>What a period's ledger says of tasks now.</summary>
    public void Take(Owner owner, LedgerState state, ReportingCatalogue catalogue)
    {
        foreach (var task in catalogue.Tasks)
        {
            var told = (Of(task).GetValueOrDefault(owner.Organisation.Code) ?? []).Where(r => r.Period != owner.Period).ToList();
            if (state.Observations.GetValueOrDefault(task.Code) is { Value: { } value } observation && owner.Period.LastDay >= task.AssignedOn)
            {
                told.Add(new TaskReport(owner.Period, value, observation.UploadedAt));
            }

            Of(task)[owner.Organisation.Code] = told;
        }
    }

    public void Check(DateOnly today, DateTimeOffset now, AlertBook alerts, ReportingCatalogue catalogue)
    {
        var standings = catalogue.Organisations
            .SelectMany(o => TaskOwners.TasksOf(o, today, catalogue).Select(t => TaskRule.Decide(t, o, Of(t), today, timing, catalogue)))
            .Where(s => s.Task.LastDay is not null)
            .ToList();
        var conditions = new List<AlertCondition>();
        foreach (var of in standings.GroupBy(s => s.Task))
        {
            var isUnheard = of.Key.Group is not null && of.Count() >= Many && of.All(s => !s.IsReported);
            if (of.Key.Group is { } group)
            {
                conditions.AddRange(TaskAlert.OfGroup(of.Key, group, of.Count(), isUnheard, today, timing, catalogue.Calendar));
            }

            conditions.AddRange(of.SelectMany(s => TaskAlert.Of(s, isUnheard, today, timing, catalogue.Calendar)));
        }

        var said = conditions.Select(c => c.Subject.Key).ToHashSet(StringComparer.Ordinal);
        conditions.AddRange(marks.Where(m => m.Value.IsOpen && !said.Contains(m.Key)).Select(m => TaskAlert.OfNobody(m.Key, catalogue)));
        marks = alerts.Settle(marks, conditions, now);
    }

    private Dictionary<string, IReadOnlyList<TaskReport>> Of(AssignedTask task) =>
        reports.TryGetValue(task.Code, out var told) ? told : reports[task.Code] = new Dictionary<string, IReadOnlyList<TaskReport>>(StringComparer.Ordinal);
}
