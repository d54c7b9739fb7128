using System.Diagnostics;
using Azure.Data.Tables;
using DtPipeline.Azure.Storage;
using DtPipeline.Azure.Telemetry;
using DtPipeline.Catalogue;
using DtPipeline.Ledger;

namespace DtPipeline.Azure.Ledger;

/// <summary>The table <c>Ledger</c>: one partition for each organisation's period, changed whole or not at all.</summary>
public sealed class LedgerStore(StorageAccount account, TimeProvider clock)
{
    /// <summary>How often a writer reads again before it leaves the partition to a later run.</summary>
    public const int MostAttempts = 20;

    /// <summary>State and outbox without history: one query however long the history is.</summary>
    public async Task<LedgerSnapshot> ReadAsync(string partition, CancellationToken cancellationToken)
    {
        return SnapshotOf(await QueryAsync(TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey ge {LedgerRows.Head} and RowKey lt {LedgerRows.OutboxEnd}"), cancellationToken));
    }

    public async Task<bool> HasFileAsync(string partition, string fileId, CancellationToken cancellationToken) =>
        (await account.Ledger.GetEntityIfExistsAsync<TableEntity>(partition, LedgerRows.FilePrefix + fileId, cancellationToken: cancellationToken)).HasValue;

    /// <summary>Id, path and hash of a partition's files.</summary>
    public async Task<IReadOnlyList<(string Id, string Path, string Sha256)>> ReadFilesAsync(string partition, CancellationToken cancellationToken)
    {
        var files = new List<(string, string, string)>();
        await foreach (var row in account.Ledger.QueryAsync<TableEntity>(FilesOf(partition), null, ["RowKey", "Path", "Sha256"], cancellationToken))
        {
            files.Add((FileRows.IdOf(row), row.GetString("Path"), row.GetString("Sha256")));
        }

        return files;
    }

    /// <summary>The whole rows of a partition's files.</summary>
    public Task<IReadOnlyList<TableEntity>> ReadFileRowsAsync(string partition, CancellationToken cancellationToken) => QueryAsync(FilesOf(partition), cancellationToken);

    /// <summary>Those of all partitions of a period, of files uploaded until a moment, that one included.</summary>
    public Task<IReadOnlyList<TableEntity>> ReadFileRowsAsync(Period period, DateTimeOffset until, CancellationToken cancellationToken)
    {
        var (from, to) = LedgerKey.EndsOf(period.ToString());
        return QueryAsync(
            TableClient.CreateQueryFilter($"PartitionKey ge {from} and PartitionKey lt {to} and RowKey ge {LedgerRows.FilePrefix} and RowKey lt {LedgerRows.Head} and UploadedAt le {until}"),
            cancellationToken);
    }

    /// <summary>Partitions in whose outbox something stands, found by going through the whole table.</summary>
    public async Task<IReadOnlyCollection<string>> OutboxPartitionsAsync(CancellationToken cancellationToken)
    {
        var partitions = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var row in account.Ledger.QueryAsync<TableEntity>(
            TableClient.CreateQueryFilter($"RowKey ge {LedgerRows.OutboxPrefix} and RowKey lt {LedgerRows.OutboxEnd}"), null, ["PartitionKey"], cancellationToken))
        {
            partitions.Add(row.PartitionKey);
        }

        return partitions;
    }

    public Task<IReadOnlyList<TableEntity>> ReadAllAsync(string partition, CancellationToken cancellationToken) =>
        QueryAsync(TableClient.CreateQueryFilter($"PartitionKey eq {partition}"), cancellationToken);

    public Task<IReadOnlyList<TableEntity>> ReadOutboxAsync(string partition, CancellationToken cancellationToken)
    {
        return QueryAsync(
            TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey ge {LedgerRows.OutboxPrefix} and RowKey lt {LedgerRows.OutboxEnd}"),
            cancellationToken);
    }

    /// <summary>All partitions with alerts of tasks as one key range: by owner, and by <c>@</c> and the task.</summary>
    /// <param name="each">Told of partitions that cannot be read.</param>
    public async Task<ReadPartitions<LedgerSnapshot>> ReadTaskAlertsAsync(EachItem each, CancellationToken cancellationToken) =>
        Read(await LedgerRange.ReadAsync(account.Ledger, LedgerRange.StatesOf(LedgerKey.Tasks), null, (_, rows) => rows, cancellationToken), LedgerKey.OfTasks, SnapshotOf, each);

    /// <summary>All partitions with alerts of targets as one key range: by whose they are.</summary>
    /// <param name="each">Told of partitions that cannot be read.</param>
    public async Task<ReadPartitions<LedgerSnapshot>> ReadTargetAlertsAsync(EachItem each, CancellationToken cancellationToken) =>
        Read(await LedgerRange.ReadAsync(account.Ledger, LedgerRange.StatesOf(LedgerKey.Targets), null, (_, rows) => rows, cancellationToken), LedgerKey.OfTargets, SnapshotOf, each);

    /// <summary>The heads of a period's partitions as one key range: by organisation, and by <c>@{form}</c> those of the alerts for all.</summary>
    /// <param name="each">Told of heads that cannot be read.</param>
    public async Task<ReadPartitions<LedgerHead>> ReadHeadsAsync(Period period, EachItem each, CancellationToken cancellationToken)
    {
        var rows = await QueryAsync(LedgerRange.HeadsOf(period.ToString()), cancellationToken);
        return Read(rows.Select(r => KeyValuePair.Create(LedgerKey.WhoseOf(r.PartitionKey), r)), name => LedgerKey.Of(period, name), LedgerRows.HeadOf, each);
    }

    /// <summary>What the heads of all periods say of what was filed, by organisation and period, found by going through the whole table.</summary>
    public async Task<IReadOnlyDictionary<(string Organisation, string Period), FilingFacts>> ReadAllFactsAsync(CancellationToken cancellationToken)
    {
        var facts = new Dictionary<(string, string), FilingFacts>();
        foreach (var row in await QueryAsync(TableClient.CreateQueryFilter($"RowKey eq {LedgerRows.Head}"), cancellationToken))
        {
            if (row.PartitionKey.Split('~') is [var period, var organisation] && Period.TryParse(period, out _))
            {
                facts[(organisation, period)] = LedgerRows.HeadOf(row).Facts;
            }
        }

        return facts;
    }

    /// <summary>Writers who met wait a moment, each another one, so that they do not meet again.</summary>
    public static Task BackOffAsync(int attempt, CancellationToken cancellationToken) =>
        Task.Delay(TimeSpan.FromMilliseconds(Random.Shared.Next(5, 20 << Math.Min(attempt, 6))), TimeProvider.System, cancellationToken);

    /// <summary>Thrown to the trigger, which tries again later.</summary>
    public static InvalidOperationException Contended(string partition) =>
        new($"The ledger partition {partition} was changed by others {MostAttempts} times in a row; the work is tried again later.");

    public static LedgerSnapshot SnapshotOf(IReadOnlyList<TableEntity> rows) => SnapshotOf(rows, rows.Where(LedgerRows.IsObservation).Select(LedgerRows.ObservationOf));

    /// <param name="rows">Those beside the values.</param>
    internal static LedgerSnapshot SnapshotOf(IReadOnlyList<TableEntity> rows, IEnumerable<Observation> observations)
    {
        var head = rows.FirstOrDefault(r => r.RowKey == LedgerRows.Head);
        var closed = LedgerRows.ClosedIn(rows);
        return new LedgerSnapshot(LedgerRows.StateOf(head, closed, observations), head?.ETag, head?.GetString(LedgerRows.Applying)) { Closed = closed, Outbox = [.. rows.Where(LedgerRows.IsOutbox)] };
    }

    /// <summary>
    /// Writes the head and the rows. What fits into one transaction is all or nothing; more goes in several, each fenced by the head's ETag,
    /// with the head naming <paramref name="applying"/> from the first to the last.
    /// </summary>
    /// <returns>False when somebody else has changed the partition since <paramref name="before"/> was read: read again. Else each row has its ETag.</returns>
    public async Task<bool> CommitAsync(
        string partition, LedgerSnapshot before, LedgerState after, IReadOnlyList<TableTransactionAction> rows, string applying, CancellationToken cancellationToken)
    {
        var alerts = Stamped(rows);

        // Closed marks go with the head that no longer tells of them: in the last transaction, as the last row.
        var closed = LedgerRows.ClosedIn(after);
        var chunks = LedgerChunks.Of(closed == before.Closed ? rows : [.. rows, LedgerRows.ClosedAs(partition, closed)]);
        var tag = before.HeadTag;
        for (var i = 0; i < chunks.Count; i++)
        {
            var isLast = i == chunks.Count - 1;
            var head = isLast
                ? LedgerRows.HeadOf(partition, after, null, HeadObservations.After(before.State.Observations, rows))
                : LedgerRows.HeadOf(partition, before.State, applying, null);
            var headAction = tag is { } known
                ? new TableTransactionAction(TableTransactionActionType.UpdateReplace, head, known)
                : new TableTransactionAction(TableTransactionActionType.Add, head);
            try
            {
                var responses = await account.Ledger.SubmitTransactionAsync([headAction, .. chunks[i]], cancellationToken);
                tag = responses.Value[0].Headers.ETag;
                foreach (var (row, response) in chunks[i].Zip(responses.Value.Skip(1)).Where(r => r.First.ActionType != TableTransactionActionType.Delete))
                {
                    row.Entity.ETag = response.Headers.ETag ?? default;
                }
            }
            catch (TableTransactionFailedException e) when (e.FailedTransactionActionIndex is 0 or null && e.Status is 404 or 409 or 412)
            {
                return false;
            }
        }

        foreach (var alert in alerts)
        {
            Activity.Current?.AddEvent(new ActivityEvent(Spans.AlertWritten, tags: new ActivityTagsCollection { ["alert"] = alert.RowKey[LedgerRows.OutboxPrefix.Length..] }));
        }

        return true;
    }

    /// <summary>Says of every alert that is written when and in which trace, so that its sending and delivery go on in it.</summary>
    private List<TableEntity> Stamped(IReadOnlyList<TableTransactionAction> rows)
    {
        var alerts = rows
            .Where(r => r.ActionType != TableTransactionActionType.Delete)
            .Select(r => (TableEntity)r.Entity)
            .Where(LedgerRows.IsOutbox)
            .ToList();
        foreach (var alert in alerts)
        {
            alert[LedgerRows.Since] = clock.GetUtcNow();
            if (!alert.ContainsKey(LedgerRows.TraceParent) && Activity.Current?.Id is { } trace)
            {
                alert[LedgerRows.TraceParent] = trace;
            }
        }

        return alerts;
    }

    private static ReadPartitions<T> Read<TRows, T>(IEnumerable<KeyValuePair<string, TRows>> stored, Func<string, string> partitionOf, Func<TRows, T> read, EachItem each)
        where T : class
    {
        var found = new Dictionary<string, T>(StringComparer.Ordinal);
        var unreadable = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (name, rows) in stored)
        {
            if (each.TryRead(partitionOf(name), () => read(rows)) is { } state)
            {
                found[name] = state;
            }
            else
            {
                unreadable.Add(name);
            }
        }

        return new ReadPartitions<T>(found, unreadable);
    }

    private static string FilesOf(string partition) =>
        TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey ge {LedgerRows.FilePrefix} and RowKey lt {LedgerRows.Head}");

    private async Task<IReadOnlyList<TableEntity>> QueryAsync(string filter, CancellationToken cancellationToken) =>
        await account.Ledger.ReadAllAsync(filter, cancellationToken);
}
