using Azure.Data.Tables;
using DtPipeline.Azure.Storage;
using DtPipeline.Azure.Telemetry;
using DtPipeline.Catalogue;
using DtPipeline.Deadlines;
using DtPipeline.Ledger;

namespace DtPipeline.Azure.Ledger;

/// <param name="Standings">How far the owners of today are with every task that has a due day.</param>
/// <param name="Unreadable">Codes of owners of whom that is not known.</param>
/// <param name="Changed">How many rows have changed.</param>
public sealed record RefreshedTasks(IReadOnlyList<TaskStanding> Standings, IReadOnlySet<string> Unreadable, int Changed);

/// <summary>
/// The table <c>Tasks</c>: what was reported of every task and how far its owner is, worked out from the ledger and the day, and never the
/// other way round.
/// </summary>
public sealed class TaskStore(StorageAccount account, LedgerStore ledger, PipelineSettings settings)
{
    /// <summary>Writes what a partition of the ledger says of tasks now.</summary>
    /// <remarks>
    /// The rows are read before the ledger and always written, changed or not: of two writers that meet, the one that knows the older ledger
    /// finds another ETag and reads again.
    /// </remarks>
    /// <returns>How far the organisation is with each of them.</returns>
    public async Task<IReadOnlyList<TaskStanding>> WriteAsync(Owner owner, DateOnly today, ReportingCatalogue catalogue, CancellationToken cancellationToken)
    {
        var partition = LedgerKey.Of(owner.Period, owner.Organisation.Code);
        for (var attempt = 0; attempt < LedgerStore.MostAttempts; attempt++)
        {
            var book = new TaskBook();
            await ReadAsync(book, owner.Organisation, catalogue, cancellationToken);
            var snapshot = await ledger.ReadAsync(partition, cancellationToken);
            if (snapshot.Applying is not null)
            {
                // Whoever writes it comes here afterwards, or the sweeper in its place.
                return [];
            }

            var standings = new List<TaskStanding>();
            var rows = new List<TableTransactionAction>();
            foreach (var task in catalogue.Tasks.Where(t => Speaks(snapshot.State, book, owner, t)))
            {
                book.Put(owner.Organisation.Code, task.Code, ReportsOf(snapshot.State, book, owner, task));
                var standing = Decide(task, owner.Organisation, book, today, catalogue);
                standings.Add(standing);
                rows.Add(ActionOf(standing, book, today, catalogue));
            }

            if (await SubmitAsync(rows, cancellationToken))
            {
                return standings;
            }
        }

        throw LedgerStore.Contended(partition);
    }

    /// <summary>Brings every row to what the day makes of it, and adds those of owners who have not reported yet.</summary>
    /// <param name="each">Told of owners whose rows cannot be read or written.</param>
    public async Task<RefreshedTasks> RefreshAsync(DateOnly today, ReportingCatalogue catalogue, EachItem each, CancellationToken cancellationToken)
    {
        var (book, unreadable) = await ReadAllAsync(catalogue, each, cancellationToken);
        var standings = new List<TaskStanding>();
        var changed = 0;
        foreach (var owner in catalogue.Organisations.Where(o => !unreadable.Contains(o.Code)))
        {
            await each.TryAsync(owner.Code, async () => changed += await RefreshAsync(owner, book, today, catalogue, cancellationToken));
            standings.AddRange(Owned(owner, book, today, catalogue).Where(s => s.Task.LastDay is not null));
        }

        return new RefreshedTasks(standings, unreadable, changed);
    }

    /// <summary>How far the owners of a day are with every task, also with those that have no due day.</summary>
    /// <param name="each">Told of owners whose rows cannot be read: of them nothing is said.</param>
    public async Task<IReadOnlyList<TaskStanding>> StandingsAsync(DateOnly day, ReportingCatalogue catalogue, EachItem each, CancellationToken cancellationToken)
    {
        var (book, unreadable) = await ReadAllAsync(catalogue, each, cancellationToken);
        return [.. catalogue.Organisations.Where(o => !unreadable.Contains(o.Code)).SelectMany(o => Owned(o, book, day, catalogue))];
    }

    /// <summary>How far an organisation is with each of the tasks that it owns on a day.</summary>
    public async Task<IReadOnlyList<TaskStanding>> ReadAsync(Organisation owner, DateOnly day, ReportingCatalogue catalogue, CancellationToken cancellationToken)
    {
        var book = new TaskBook();
        await ReadAsync(book, owner, catalogue, cancellationToken);
        return [.. Owned(owner, book, day, catalogue)];
    }

    /// <summary>The periods in whose reports anybody has said how far a task is.</summary>
    public async Task<IReadOnlyCollection<Period>> ReportedPeriodsAsync(ReportingCatalogue catalogue, CancellationToken cancellationToken)
    {
        var book = new TaskBook().Take(await account.Tasks.ReadAllAsync(string.Empty, cancellationToken));
        return catalogue.Tasks.SelectMany(t => book.Reports(t.Code).Values).SelectMany(r => r).Select(r => r.Period).ToHashSet();
    }

    private async Task<(TaskBook Book, HashSet<string> Unreadable)> ReadAllAsync(ReportingCatalogue catalogue, EachItem each, CancellationToken cancellationToken)
    {
        var book = new TaskBook();
        var unreadable = new HashSet<string>(StringComparer.Ordinal);
        foreach (var rows in (await account.Tasks.ReadAllAsync(string.Empty, cancellationToken)).GroupBy(row => row.PartitionKey))
        {
            if (each.TryRead(rows.Key, () => book.Take(rows)) is null)
            {
                unreadable.Add(rows.Key);
            }
        }

        // Whose predecessors' reports cannot be read may have finished with them.
        unreadable.UnionWith(catalogue.Organisations.Where(o => TaskOwners.AncestorsOf(o, catalogue).Any(a => unreadable.Contains(a.Code))).Select(o => o.Code).ToList());
        return (book, unreadable);
    }

    private async Task<int> RefreshAsync(Organisation owner, TaskBook book, DateOnly today, ReportingCatalogue catalogue, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < LedgerStore.MostAttempts; attempt++)
        {
            var rows = catalogue.Tasks
                .Where(t => book.Find(owner.Code, t.Code) is not null || (t.LastDay is not null && TaskOwners.HasOwned(t, owner, today, catalogue)))
                .Select(t => ActionOf(Decide(t, owner, book, today, catalogue), book, today, catalogue))
                .Where(a => book.Find(owner.Code, a.Entity.RowKey) is not { } stored || ((TableEntity)a.Entity).DiffersFrom(stored))
                .ToList();
            if (await SubmitAsync(rows, cancellationToken))
            {
                return rows.Count;
            }

            await ReadAsync(book, owner, catalogue, cancellationToken);
        }

        throw LedgerStore.Contended(owner.Code);
    }

    private IEnumerable<TaskStanding> Owned(Organisation owner, TaskBook book, DateOnly day, ReportingCatalogue catalogue) =>
        TaskOwners.TasksOf(owner, day, catalogue).Select(t => Decide(t, owner, book, day, catalogue));

    private TaskStanding Decide(AssignedTask task, Organisation owner, TaskBook book, DateOnly today, ReportingCatalogue catalogue) =>
        TaskRule.Decide(task, owner, book.Reports(task.Code), today, settings.Timing, catalogue);

    /// <summary>The ledger holds something of it, or did when the row was written.</summary>
    private static bool Speaks(LedgerState state, TaskBook book, Owner owner, AssignedTask task) =>
        state.Observations.ContainsKey(task.Code) || book.Reports(owner.Organisation.Code, task.Code).Any(r => r.Period == owner.Period);

    private static List<TaskReport> ReportsOf(LedgerState state, TaskBook book, Owner owner, AssignedTask task)
    {
        var told = book.Reports(owner.Organisation.Code, task.Code).Where(r => r.Period != owner.Period).ToList();
        if (state.Observations.GetValueOrDefault(task.Code) is { Value: { } value } observation && owner.Period.LastDay >= task.AssignedOn)
        {
            told.Add(new TaskReport(owner.Period, value, observation.UploadedAt));
        }

        return told;
    }

    private static TableTransactionAction ActionOf(TaskStanding standing, TaskBook book, DateOnly today, ReportingCatalogue catalogue)
    {
        var row = book.RowOf(standing, TaskOwners.HasOwned(standing.Task, standing.Owner, today, catalogue));
        return book.Find(row.PartitionKey, row.RowKey) is { } stored
            ? new TableTransactionAction(TableTransactionActionType.UpdateReplace, row, stored.ETag)
            : new TableTransactionAction(TableTransactionActionType.Add, row);
    }

    private async Task ReadAsync(TaskBook book, Organisation owner, ReportingCatalogue catalogue, CancellationToken cancellationToken)
    {
        foreach (var code in TaskOwners.AncestorsOf(owner, catalogue).Append(owner).Select(o => o.Code))
        {
            book.Take(await account.Tasks.ReadAllAsync(TableClient.CreateQueryFilter($"PartitionKey eq {code}"), cancellationToken));
        }
    }

    /// <returns>False when somebody else has changed one of the rows since it was read.</returns>
    private async Task<bool> SubmitAsync(List<TableTransactionAction> rows, CancellationToken cancellationToken)
    {
        try
        {
            foreach (var chunk in rows.Chunk(TransactionLimits.Operations))
            {
                await account.Tasks.SubmitTransactionAsync(chunk, cancellationToken);
            }

            return true;
        }
        catch (TableTransactionFailedException e) when (e.Status is 404 or 409 or 412)
        {
            return false;
        }
    }
}
