using DtPipeline.Catalogue;
using DtPipeline.Deadlines;
using DtPipeline.Progress;
using DtPipeline.Time;

namespace DtPipeline.Answers.Briefs.Figures;

/// <summary>How far the owners of a task are.</summary>
internal sealed record TaskFacts(AssignedTask Task, IReadOnlyList<TaskStanding> Standings)
{
    public int Owners => Standings.Count;

    public int Done => Standings.Count(s => s.IsDone);

    public bool IsDone => Owners > 0 && Done == Owners;

    public IReadOnlyList<TaskStanding> Overdue => [.. Standings.Where(s => s.State == TaskState.Overdue)];

    /// <summary>Nobody has said anything of it yet.</summary>
    public bool IsUnheard => Standings.All(s => !s.IsReported);

    public int DaysOverdue(DateOnly today) => today.DayNumber - Task.LastDay!.Value.DayNumber;

    /// <summary>Of every task that was given by a day, told by what the ledgers say of it.</summary>
    public static IReadOnlyList<TaskFacts> Of(IEnumerable<PeriodLedgers> ledgers, DateOnly today, AlertTiming timing, ReportingCatalogue catalogue)
    {
        var reports = catalogue.Tasks.ToDictionary(t => t.Code, _ => new Dictionary<string, List<TaskReport>>(StringComparer.Ordinal), StringComparer.Ordinal);
        foreach (var period in ledgers)
        {
            foreach (var (organisation, ledger) in period.ByOrganisation)
            {
                foreach (var observation in ledger.Observations.Values.Where(o => o.Value is not null && reports.ContainsKey(o.Indicator)))
                {
                    if (catalogue.FindIndicator(observation.Indicator)?.Task is { } task && period.Period.LastDay >= task.AssignedOn)
                    {
                        if (!reports[task.Code].TryGetValue(organisation, out var told))
                        {
                            reports[task.Code][organisation] = told = [];
                        }

                        told.Add(new TaskReport(period.Period, observation.Value!.Value, observation.UploadedAt));
                    }
                }
            }
        }

        return [.. catalogue.Tasks.Where(t => t.AssignedOn <= today).Select(t => Of(t, reports[t.Code], today, timing, catalogue))];
    }

    /// <summary>The tasks that were given on the newest day before the moment: what the last conference decided.</summary>
    public static IReadOnlyList<TaskFacts> LastDecided(IReadOnlyList<TaskFacts> all, DateOnly today)
    {
        var last = all.Where(t => t.Task.AssignedOn < today).Select(t => t.Task.AssignedOn).DefaultIfEmpty().Max();
        return [.. all.Where(t => t.Task.AssignedOn == last)];
    }

    private static TaskFacts Of(AssignedTask task, Dictionary<string, List<TaskReport>> reports, DateOnly today, AlertTiming timing, ReportingCatalogue catalogue)
    {
        var told = reports.ToDictionary(r => r.Key, r => (IReadOnlyList<TaskReport>)r.Value, StringComparer.Ordinal);
        return new TaskFacts(task, [.. TaskOwners.On(task, today, catalogue).Select(o => TaskRule.Decide(task, o, told, today, timing, catalogue))]);
    }

    /// <summary>The file that said something of it last has come by a day.</summary>
    public static bool IsDoneSince(TaskStanding standing, DateTimeOffset since) => standing.DoneAt is { } at && at > since && VietnamTime.DayOf(at) >= standing.Task.AssignedOn;
}
