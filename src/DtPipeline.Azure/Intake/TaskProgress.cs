using DtPipeline.Alerts;
using DtPipeline.Azure.Alerting;
using DtPipeline.Azure.Ledger;
using DtPipeline.Azure.Storage;
using DtPipeline.Catalogue;
using DtPipeline.Ledger;
using DtPipeline.Time;

namespace DtPipeline.Azure.Intake;

/// <summary>What follows from a change of the ledger for the tasks that it speaks of: their rows, and the alerts that it answers.</summary>
/// <remarks>It comes after the change and may be repeated: what a crash leaves out the sweeper does, and the next check of all tasks.</remarks>
public sealed class TaskProgress(TaskStore tasks, LedgerStore ledger, LevelAlertWriter alerts, PendingStore pending, PipelineSettings settings, TimeProvider clock)
{
    public async Task WriteAsync(Owner owner, LedgerState state, ReportingCatalogue catalogue, CancellationToken cancellationToken)
    {
        if (!state.Observations.Keys.Any(code => catalogue.FindIndicator(code) is { Task: not null }))
        {
            return;
        }

        var today = VietnamTime.DayOf(clock.GetUtcNow());
        var all = await tasks.WriteAsync(owner, today, catalogue, cancellationToken);
        await pending.MarkTasksAsync(cancellationToken);
        var done = all.Where(s => s.IsDone && s.Task.LastDay is not null).ToList();
        if (done.Count > 0)
        {
            var partition = LedgerKey.OfTasks(owner.Organisation.Code);
            var answered = done.SelectMany(s => TaskAlert.Of(s, heldBack: false, today, settings.Timing, catalogue.Calendar)).ToList();
            await alerts.WriteAsync(partition, await ledger.ReadAsync(partition, cancellationToken), _ => answered, cancellationToken);
        }
    }
}
