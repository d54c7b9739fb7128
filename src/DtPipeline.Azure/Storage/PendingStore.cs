using Azure;
using Azure.Data.Tables;

namespace DtPipeline.Azure.Storage;

/// <summary>
/// Work begun and not finished. A mark is written before the work and taken away, unless somebody has marked it again since, after it:
/// whatever a crash leaves behind is found here.
/// </summary>
public sealed class PendingStore(StorageAccount account, TimeProvider clock)
{
    private const string Partition = "pending";
    private const string Work = "work~";
    private const string Period = "period~";
    private const string Outbox = "outbox~";

    /// <summary>Marks a ledger partition as being worked on.</summary>
    /// <returns>The mark's ETag, for <see cref="FinishAsync"/>.</returns>
    public async Task<ETag> BeginAsync(string partition, CancellationToken cancellationToken)
    {
        var response = await account.Pending.UpsertEntityAsync(Mark(Work + partition), TableUpdateMode.Replace, cancellationToken);
        return response.Headers.ETag!.Value;
    }

    /// <summary>In one transaction: the work is done, and what follows from it is to be done.</summary>
    public async Task FinishAsync(string partition, ETag begun, string? dirtyPeriod, bool hasOutbox, CancellationToken cancellationToken)
    {
        var next = new List<TableTransactionAction>();
        if (dirtyPeriod is not null)
        {
            next.Add(new TableTransactionAction(TableTransactionActionType.UpsertReplace, Mark(Period + dirtyPeriod)));
        }

        if (hasOutbox)
        {
            next.Add(new TableTransactionAction(TableTransactionActionType.UpsertReplace, Mark(Outbox + partition)));
        }

        var finished = new TableTransactionAction(TableTransactionActionType.Delete, new TableEntity(Partition, Work + partition), begun);
        try
        {
            await account.Pending.SubmitTransactionAsync([.. next, finished], cancellationToken);
        }
        catch (TableTransactionFailedException e) when (e.Status is 404 or 412)
        {
            // Marked again by another writer, who will finish it, or finished already: only what follows is left to say.
            if (next.Count > 0)
            {
                await account.Pending.SubmitTransactionAsync(next, cancellationToken);
            }
        }
    }

    public Task MarkPeriodAsync(string period, CancellationToken cancellationToken) =>
        account.Pending.UpsertEntityAsync(Mark(Period + period), TableUpdateMode.Replace, cancellationToken);

    public Task MarkOutboxAsync(string partition, CancellationToken cancellationToken) =>
        account.Pending.UpsertEntityAsync(Mark(Outbox + partition), TableUpdateMode.Replace, cancellationToken);

    /// <summary>Ledger partitions whose work was begun at least <paramref name="age"/> ago.</summary>
    public async Task<IReadOnlyList<PendingMark>> WorkAsync(TimeSpan age, CancellationToken cancellationToken) =>
        [.. (await ListAsync(Work, cancellationToken)).Where(m => m.Since <= clock.GetUtcNow() - age)];

    public Task<IReadOnlyList<PendingMark>> PeriodsAsync(CancellationToken cancellationToken) => ListAsync(Period, cancellationToken);

    public Task<IReadOnlyList<PendingMark>> OutboxesAsync(CancellationToken cancellationToken) => ListAsync(Outbox, cancellationToken);

    /// <summary>Takes the mark away unless it was renewed since it was read.</summary>
    public async Task ClearAsync(PendingMark mark, CancellationToken cancellationToken)
    {
        try
        {
            await account.Pending.DeleteEntityAsync(Partition, mark.RowKey, mark.ETag, cancellationToken);
        }
        catch (RequestFailedException e) when (e.Status is 404 or 412)
        {
            // Renewed: there is new work under the same mark.
        }
    }

    private async Task<IReadOnlyList<PendingMark>> ListAsync(string kind, CancellationToken cancellationToken)
    {
        var end = kind[..^1] + (char)(kind[^1] + 1);
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {Partition} and RowKey ge {kind} and RowKey lt {end}");
        var marks = new List<PendingMark>();
        await foreach (var row in account.Pending.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken))
        {
            marks.Add(new PendingMark(row.RowKey[kind.Length..], row.RowKey, row.GetDateTimeOffset("Since")!.Value, row.ETag));
        }

        return marks;
    }

    private TableEntity Mark(string rowKey) => new(Partition, rowKey) { ["Since"] = clock.GetUtcNow() };
}

/// <param name="Name">The ledger partition or the period.</param>
public sealed record PendingMark(string Name, string RowKey, DateTimeOffset Since, ETag ETag);
