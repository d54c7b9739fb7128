using Azure.Data.Tables;
using DtPipeline.Alerts;
using DtPipeline.Azure.Ledger;
using DtPipeline.Azure.Storage;

namespace DtPipeline.Azure.Alerting;

/// <summary>Writes what became of alert conditions into a partition: the alerts' marks and their messages in one transaction.</summary>
public sealed class LevelAlertWriter(LedgerStore ledger, PendingStore pending, PipelineSettings settings, TimeProvider clock)
{
    // Stands in the mark of the work where a file's id would.
    private const string WorkName = "alerts";

    /// <param name="conditions">Given the partition's state; asked again when somebody else changed the partition meanwhile.</param>
    /// <returns>How many transitions were written.</returns>
    public Task<int> WriteAsync(
        string partition, LedgerSnapshot snapshot, Func<LedgerSnapshot, IEnumerable<AlertCondition>> conditions, CancellationToken cancellationToken) =>
        WriteAsync(partition, snapshot, s => ValueTask.FromResult(conditions(s)), cancellationToken);

    /// <inheritdoc cref="WriteAsync(string, LedgerSnapshot, Func{LedgerSnapshot, IEnumerable{AlertCondition}}, CancellationToken)"/>
    public async Task<int> WriteAsync(
        string partition, LedgerSnapshot snapshot, Func<LedgerSnapshot, ValueTask<IEnumerable<AlertCondition>>> conditions, CancellationToken cancellationToken)
    {
        PendingMark? begun = null;
        for (var attempt = 0; attempt < LedgerStore.MostAttempts; attempt++)
        {
            var (marks, transitions) = AlertCondition.Settle(snapshot.State.Alerts, await conditions(snapshot), clock.GetUtcNow());
            if (transitions.Count == 0 || snapshot.Applying is not null)
            {
                // Said by another run, or by this one: its own commit looks like another's where the answer was lost.
                if (begun is not null)
                {
                    await pending.FinishAsync(begun, dirtyPeriod: null, hasOutbox: true, cancellationToken);
                }

                return 0;
            }

            begun ??= await pending.BeginAsync(partition, WorkName, file: null, cancellationToken);
            var rows = transitions
                .Select(t => new TableTransactionAction(TableTransactionActionType.UpsertReplace, AlertMessage.RowOf(partition, t, ofFile: false, settings)))
                .ToList();
            if (await ledger.CommitAsync(partition, snapshot, snapshot.State with { Alerts = marks }, rows, string.Empty, cancellationToken))
            {
                await pending.FinishAsync(begun, dirtyPeriod: null, hasOutbox: true, cancellationToken);
                return transitions.Count;
            }

            await LedgerStore.BackOffAsync(attempt, cancellationToken);

            snapshot = await ledger.ReadAsync(partition, cancellationToken);
        }

        throw LedgerStore.Contended(partition);
    }
}
