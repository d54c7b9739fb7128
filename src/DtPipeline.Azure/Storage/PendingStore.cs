using Azure;
using Azure.Data.Tables;
using DtPipeline.Ledger;

namespace DtPipeline.Azure.Storage;

/// <summary>
/// Work begun and not finished. Who works on a ledger partition marks it with what the work is for, so that no end of one piece of work takes
/// away the mark of another; whatever a crash leaves behind is found here. An outbox and a changed period are marked after the change that
/// fills them: an empty one whose mark has not been renewed is done.
/// </summary>
public sealed class PendingStore(StorageAccount account, TimeProvider clock)
{
    private const string Partition = "pending";
    private const string Work = "work~";
    private const string Period = "period~";

    // All that the roll-up has to bring into read models sorts side by side, so that one query gives it.
    private const string FirstOfChanges = "periodA";
    private const string PeriodAlert = "periodAlert~";
    private const string PeriodArrival = "periodArrival~";
    private const string PeriodBy = "periodBy~";
    private const string PeriodTasks = "periodTasks~";
    private const string Outbox = "outbox~";
    private const string File = "File";
    private const string Content = "Content";

    // Stands in the mark of the work where a file's id would.
    private const string Receipts = "receipts";

    // So many pieces of work, each with so many files, fit into one transaction.
    private const int MostTogether = 10;
    private const int MostArrivals = 4;

    private readonly Together<Piece, ETag?> together = new(MostTogether, p => p.Own.Entity.RowKey);

    /// <summary>Marks a ledger partition as being worked on.</summary>
    /// <param name="by">What the work is for, such as a file's id; the same work done again renews its mark.</param>
    /// <param name="file">Name in the archive of the file that is taken in; null for other work.</param>
    /// <returns>The mark, for <see cref="FinishAsync(PendingMark, string?, bool, CancellationToken)"/>.</returns>
    public async Task<PendingMark> BeginAsync(string partition, string by, string? file, CancellationToken cancellationToken)
    {
        var row = Mark($"{Work}{partition}~{by}");
        row.Put(File, file);
        var tag = await together.DoAsync(Partition, new Piece(new TableTransactionAction(TableTransactionActionType.UpsertReplace, row), []), SubmitAsync, cancellationToken);
        return new PendingMark(partition, row.RowKey, clock.GetUtcNow(), tag!.Value) { File = file };
    }

    /// <summary>In one transaction: the work is done, and what follows from it is to be done.</summary>
    public Task FinishAsync(PendingMark begun, string? dirtyPeriod, bool hasOutbox, CancellationToken cancellationToken) =>
        FinishAsync(begun, dirtyPeriod, hasOutbox, new Dictionary<string, string>(), areReceiptsToBeSeen: false, cancellationToken);

    /// <inheritdoc cref="FinishAsync(PendingMark, string?, bool, CancellationToken)"/>
    /// <param name="arrivals">By ids of files that were answered, what is to be listed of them: once of each, whoever has answered it too.</param>
    /// <param name="areReceiptsToBeSeen">Whether to leave a mark of work on the partition by which the sweeper looks at all its receipts.</param>
    public async Task FinishAsync(
        PendingMark begun, string? dirtyPeriod, bool hasOutbox, IReadOnlyDictionary<string, string> arrivals, bool areReceiptsToBeSeen, CancellationToken cancellationToken)
    {
        if (arrivals.Count > MostArrivals)
        {
            await MarkArrivalsAsync(arrivals, cancellationToken);
            arrivals = new Dictionary<string, string>();
        }

        List<TableEntity> next = [.. arrivals.Select(MarkOf)];
        if (dirtyPeriod is not null)
        {
            next.AddRange([Mark(Period + dirtyPeriod), Mark($"{PeriodBy}{dirtyPeriod}~{LedgerKey.WhoseOf(begun.Name)}")]);
        }

        if (hasOutbox)
        {
            next.Add(Mark(Outbox + begun.Name));
        }

        if (areReceiptsToBeSeen)
        {
            next.Add(ReceiptsMark(begun.Name));
        }

        var finished = new TableTransactionAction(TableTransactionActionType.Delete, new TableEntity(Partition, begun.RowKey), begun.ETag);
        await together.DoAsync(
            Partition, new Piece(finished, [.. next.Select(row => new TableTransactionAction(TableTransactionActionType.UpsertReplace, row))]), SubmitAsync, cancellationToken);
    }

    /// <summary>After an outbox was filled.</summary>
    public Task MarkOutboxAsync(string partition, CancellationToken cancellationToken) =>
        account.Pending.UpsertEntityAsync(Mark(Outbox + partition), TableUpdateMode.Replace, cancellationToken);

    /// <summary>Ledger partitions whose work was begun at least <paramref name="age"/> ago.</summary>
    public async Task<IReadOnlyList<PendingMark>> WorkAsync(TimeSpan age, CancellationToken cancellationToken) =>
    [
        .. (await ListAsync(Work, cancellationToken))
            .Where(m => m.Since <= clock.GetUtcNow() - age)
            .Select(m => m with { Name = m.Name[..m.Name.LastIndexOf('~')] }),
    ];

    /// <summary>Marks a period as changed by nobody knows whom.</summary>
    public Task MarkPeriodAsync(string period, CancellationToken cancellationToken) =>
        account.Pending.UpsertEntityAsync(Mark(Period + period), TableUpdateMode.Replace, cancellationToken);

    /// <summary>Marks an alert as changed in the inbox.</summary>
    public Task MarkAlertAsync(string organisation, string key, CancellationToken cancellationToken) =>
        account.Pending.UpsertEntityAsync(Mark($"{PeriodAlert}{organisation}~{key}"), TableUpdateMode.Replace, cancellationToken);

    /// <summary>Marks all alerts: the day has made another sentence of them, or they were restored.</summary>
    public Task MarkAlertsAsync(CancellationToken cancellationToken) => account.Pending.UpsertEntityAsync(Mark(PeriodAlert), TableUpdateMode.Replace, cancellationToken);

    /// <summary>Marks that all receipts of a partition are to be looked at.</summary>
    public Task MarkReceiptsAsync(string partition, CancellationToken cancellationToken) =>
        account.Pending.UpsertEntityAsync(ReceiptsMark(partition), TableUpdateMode.Replace, cancellationToken);

    /// <summary>Marks files as answered otherwise than before.</summary>
    /// <param name="arrivals">By their ids, what is to be listed of them.</param>
    public async Task MarkArrivalsAsync(IReadOnlyDictionary<string, string> arrivals, CancellationToken cancellationToken)
    {
        foreach (var chunk in arrivals.Chunk(TransactionLimits.Operations))
        {
            await account.Pending.SubmitTransactionAsync(chunk.Select(a => new TableTransactionAction(TableTransactionActionType.UpsertReplace, MarkOf(a))), cancellationToken);
        }
    }

    /// <summary>Marks the tasks: their rows, or what the day makes of them, have changed.</summary>
    public Task MarkTasksAsync(CancellationToken cancellationToken) => account.Pending.UpsertEntityAsync(Mark(PeriodTasks), TableUpdateMode.Replace, cancellationToken);

    /// <summary>Marks periods.</summary>
    /// <param name="by">As in <see cref="ChangedPeriod"/>.</param>
    public async Task MarkPeriodsAsync(IEnumerable<string> periods, string by, CancellationToken cancellationToken)
    {
        foreach (var chunk in periods.Chunk(TransactionLimits.Operations))
        {
            await account.Pending.SubmitTransactionAsync(
                chunk.Select(p => new TableTransactionAction(TableTransactionActionType.UpsertReplace, Mark($"{PeriodBy}{p}~{by}"))), cancellationToken);
        }
    }

    /// <summary>Periods that changed, each with all its marks.</summary>
    public async Task<IReadOnlyList<ChangedPeriod>> PeriodsAsync(CancellationToken cancellationToken) => (await ChangesAsync(cancellationToken)).Periods;

    /// <summary>All that is to be brought into read models.</summary>
    public async Task<Changes> ChangesAsync(CancellationToken cancellationToken)
    {
        var marks = (await ListAsync(FirstOfChanges, Period, cancellationToken)).ToLookup(m => m.RowKey[..(m.RowKey.IndexOf('~') + 1)], StringComparer.Ordinal);
        return new Changes(
            [.. marks[PeriodBy].Concat(marks[Period]).GroupBy(m => m.Name.Split('~')[0]).Select(g => new ChangedPeriod(
                g.Key, [.. g], [.. g.Where(m => m.RowKey.StartsWith(PeriodBy, StringComparison.Ordinal)).Select(m => m.Name[(g.Key.Length + 1)..])]))],
            [.. marks[PeriodAlert]],
            [.. marks[PeriodArrival]],
            [.. marks[PeriodTasks]]);
    }

    public Task<IReadOnlyList<PendingMark>> OutboxesAsync(CancellationToken cancellationToken) => ListAsync(Outbox, cancellationToken);

    /// <summary>Takes marks away, each unless it was renewed since it was read.</summary>
    public async Task ClearAsync(IReadOnlyList<PendingMark> marks, CancellationToken cancellationToken)
    {
        foreach (var chunk in marks.Chunk(TransactionLimits.Operations))
        {
            try
            {
                await account.Pending.SubmitTransactionAsync(
                    chunk.Select(m => new TableTransactionAction(TableTransactionActionType.Delete, new TableEntity(Partition, m.RowKey), m.ETag)), cancellationToken);
            }
            catch (TableTransactionFailedException e) when (e.Status is 404 or 412)
            {
                foreach (var mark in chunk)
                {
                    await ClearAsync(mark, cancellationToken);
                }
            }
        }
    }

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

    private Task<IReadOnlyList<PendingMark>> ListAsync(string kind, CancellationToken cancellationToken) => ListAsync(kind, kind, cancellationToken);

    private async Task<IReadOnlyList<PendingMark>> ListAsync(string first, string last, CancellationToken cancellationToken)
    {
        var end = last[..^1] + (char)(last[^1] + 1);
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {Partition} and RowKey ge {first} and RowKey lt {end}");
        return (await account.Pending.ReadAllAsync(filter, cancellationToken))
            .ConvertAll(row => new PendingMark(row.RowKey[(row.RowKey.IndexOf('~') + 1)..], row.RowKey, row.GetDateTimeOffset("Since")!.Value, row.ETag) { File = row.GetString(File), Content = row.GetString(Content) });
    }

    /// <summary>Pieces that come at once in one transaction.</summary>
    private async Task<IReadOnlyList<ETag?>> SubmitAsync(string partition, IReadOnlyList<Piece> pieces)
    {
        if (pieces is [var alone])
        {
            return [await SubmitAsync(alone)];
        }

        // What is marked by one and cleared by another is marked.
        List<TableTransactionAction> actions =
        [
            .. pieces
                .SelectMany(p => p.Next.Prepend(p.Own))
                .GroupBy(a => a.Entity.RowKey, StringComparer.Ordinal)
                .Select(g => g.LastOrDefault(a => a.ActionType == TableTransactionActionType.UpsertReplace) ?? g.Last()),
        ];
        var answers = (await account.Pending.SubmitTransactionAsync(actions)).Value;
        var tags = actions.Zip(answers).ToDictionary(a => a.First.Entity.RowKey, a => a.Second.Headers.ETag, StringComparer.Ordinal);
        return [.. pieces.Select(p => tags[p.Own.Entity.RowKey])];
    }

    private async Task<ETag?> SubmitAsync(Piece piece)
    {
        if (piece.Own.ActionType == TableTransactionActionType.UpsertReplace)
        {
            return (await account.Pending.UpsertEntityAsync((TableEntity)piece.Own.Entity, TableUpdateMode.Replace)).Headers.ETag;
        }

        try
        {
            await account.Pending.SubmitTransactionAsync([.. piece.Next, piece.Own]);
        }
        catch (TableTransactionFailedException e) when (e.Status is 404 or 412)
        {
            // The same work was begun again by another run, which will finish it, or is finished already: only what follows is left to say.
            if (piece.Next.Count > 0)
            {
                await account.Pending.SubmitTransactionAsync(piece.Next);
            }
        }

        return null;
    }

    private TableEntity MarkOf(KeyValuePair<string, string> arrival)
    {
        var row = Mark(PeriodArrival + arrival.Key);
        row[Content] = arrival.Value;
        return row;
    }

    private TableEntity ReceiptsMark(string partition) => Mark($"{Work}{partition}~{Receipts}");

    private TableEntity Mark(string rowKey) => new(Partition, rowKey) { ["Since"] = clock.GetUtcNow() };

    /// <param name="Own">A mark of work: written where it is begun, deleted where it is done.</param>
    /// <param name="Next">What is written with it.</param>
    private sealed record Piece(TableTransactionAction Own, IReadOnlyList<TableTransactionAction> Next);
}

/// <param name="Name">The ledger partition or the period.</param>
public sealed record PendingMark(string Name, string RowKey, DateTimeOffset Since, ETag ETag)
{
    /// <summary>Name in the archive of the file that the work is for.</summary>
    public string? File { get; init; }

    /// <summary>Of a file that has come what is to be listed of it.</summary>
    public string? Content { get; init; }
}

/// <summary>What has changed since it was published last.</summary>
/// <param name="Alerts">By organisation and key; one without a name stands for all.</param>
/// <param name="Arrivals">Files that were answered.</param>
/// <param name="Tasks">None, or one for all.</param>
public sealed record Changes(
    IReadOnlyList<ChangedPeriod> Periods, IReadOnlyList<PendingMark> Alerts, IReadOnlyList<PendingMark> Arrivals, IReadOnlyList<PendingMark> Tasks)
{
    public int Count => Periods.Count + Alerts.Count + Arrivals.Count + Tasks.Count;
}

/// <param name="By">Who has changed it: organisations, and by <c>@</c> a form of which something else changed, or other work; empty where that is not known, as of marks of an older app.</param>
public sealed record ChangedPeriod(string Name, IReadOnlyList<PendingMark> Marks, IReadOnlyList<string> By);
