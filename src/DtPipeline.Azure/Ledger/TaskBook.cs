using System.Globalization;
using System.Text.Json;
using Azure.Data.Tables;
using DtPipeline.Azure.Storage;
using DtPipeline.Catalogue;
using DtPipeline.Deadlines;

namespace DtPipeline.Azure.Ledger;

/// <summary>Rows of the table <c>Tasks</c> as they were read, with the reports in them.</summary>
internal sealed class TaskBook
{
    private static readonly Dictionary<string, IReadOnlyList<TaskReport>> Nothing = [];

    private readonly Dictionary<(string Owner, string Task), TableEntity> rows = [];
    private readonly Dictionary<string, Dictionary<string, IReadOnlyList<TaskReport>>> reports = new(StringComparer.Ordinal);

    /// <summary>Takes rows in, in place of what was read of them before.</summary>
    /// <returns>The book.</returns>
    public TaskBook Take(IEnumerable<TableEntity> read)
    {
        foreach (var row in read)
        {
            rows[(row.PartitionKey, row.RowKey)] = row;
            Put(row.PartitionKey, row.RowKey, ReportsOf(row));
        }

        return this;
    }

    public TableEntity? Find(string owner, string task) => rows.GetValueOrDefault((owner, task));

    /// <summary>What was reported of a task, by owner.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<TaskReport>> Reports(string task) => reports.GetValueOrDefault(task) ?? Nothing;

    public IReadOnlyList<TaskReport> Reports(string owner, string task) => Reports(task).GetValueOrDefault(owner) ?? [];

    public void Put(string owner, string task, IReadOnlyList<TaskReport> told)
    {
        if (!reports.TryGetValue(task, out var byOwner))
        {
            reports[task] = byOwner = new Dictionary<string, IReadOnlyList<TaskReport>>(StringComparer.Ordinal);
        }

        byOwner[owner] = told;
    }

    /// <param name="isOwned">What an organisation reports of a task that is not its own is kept, but has no state.</param>
    public TableEntity RowOf(TaskStanding standing, bool isOwned)
    {
        var (owner, task) = (standing.Owner.Code, standing.Task.Code);
        var told = Reports(owner, task).ToDictionary(r => r.Period.ToString(), r => new Entry(r.Value, r.UploadedAt), StringComparer.Ordinal);
        var row = new TableEntity(owner, task)
        {
            ["Reports"] = JsonSerializer.Serialize(new SortedDictionary<string, Entry>(told, StringComparer.Ordinal), Json.Options),
        };
        row.Put("State", isOwned ? TaskStanding.NameOf(standing.State) : null);
        row.Put("DueDay", standing.Task.LastDay?.ToString("O", CultureInfo.InvariantCulture));
        row.Put("Progress", standing.Progress);
        row.Put("DoneAt", standing.DoneAt);
        return row;
    }

    private static List<TaskReport> ReportsOf(TableEntity row)
    {
        var told = JsonSerializer.Deserialize<Dictionary<string, Entry>>(row.GetString("Reports"), Json.Options)!;
        var reports = new List<TaskReport>();
        foreach (var (name, entry) in told)
        {
            if (Period.TryParse(name, out var period))
            {
                reports.Add(new TaskReport(period, entry.Value, entry.UploadedAt));
            }
        }

        return reports;
    }

    private sealed record Entry(double Value, DateTimeOffset UploadedAt);
}
