using System.Globalization;
using System.Text.Json;
using Azure;
using Azure.Data.Tables;
using DtPipeline.Ledger;

namespace DtPipeline.Azure.Storage;

/// <summary>Of whom a mail speaks: an alert of the inbox, at one of its transitions.</summary>
/// <param name="MessageId">Of the transition.</param>
public sealed record MailedAlert(string Organisation, string Key, string MessageId);

/// <summary>A mail that nobody has taken yet.</summary>
/// <param name="Id">The same for every attempt; the mail's Message-ID is made of it.</param>
/// <param name="Recipient">Its code.</param>
/// <param name="Day">Of the digest that it is; null for a mail of alerts.</param>
/// <param name="Attempts">Made so far.</param>
public sealed record WaitingMail(string Id, string Recipient, DateOnly? Day, IReadOnlyList<MailedAlert> Alerts, DateTimeOffset Since, int Attempts, DateTimeOffset NextAt, ETag ETag = default);

/// <summary>An alert in the inbox that somebody is still to be mailed of.</summary>
public sealed record MailMark(string Organisation, string Key, DateTimeOffset Since, string RowKey, ETag ETag)
{
    /// <summary>Of a file with errors, which is a mail of its own.</summary>
    public bool IsOfFile => AlertSubject.TypeIn(Key) == AlertType.ReportFaulty;
}

/// <param name="Held">Until when another run works on it; null where none does.</param>
public sealed record MailWork(IReadOnlyList<MailMark> Marks, IReadOnlyList<WaitingMail> Mails, DateTimeOffset? Held, ETag HeldTag)
{
    // For so many times of quiet at most, should alerts keep coming.
    private const int Longest = 5;

    /// <summary>For so long no alert must have come before a mail is made of all that have: what comes due at once is delivered one by one.</summary>
    public TimeSpan Quiet { get; init; }

    /// <summary>Of which alerts mail is to be made now. One of a file waits for nothing.</summary>
    public IReadOnlyList<MailMark> Ready(DateTimeOffset now)
    {
        var gathered = Marks.Where(m => !m.IsOfFile).ToList();
        return gathered.TrueForAll(m => m.Since <= now - Quiet) || gathered.Exists(m => m.Since <= now - (Longest * Quiet)) ? Marks : [.. Marks.Where(m => m.IsOfFile)];
    }

    /// <summary>Something is to be done now, and not only later; if only to end a run that its process did not outlive.</summary>
    public bool IsDue(DateTimeOffset now) => Ready(now).Count > 0 || Held <= now || Mails.Any(m => m.NextAt <= now);
}

/// <summary>
/// Mail on its way, in the partition <c>mail</c> of the table <c>Pending</c>: <c>alert~…</c> marks an alert of which somebody is to be mailed (whom,
/// its own row says), <c>mail~…</c> is one mail to one recipient, <c>run</c> keeps a second run away from the first.
/// </summary>
public sealed class MailOutbox(StorageAccount account, PipelineSettings settings, TimeProvider clock)
{
    private const string Partition = "mail";
    private const string AlertPrefix = "alert~";
    private const string MailPrefix = "mail~";
    private const string Run = "run";

    // Longer than any run takes, so that what a crash leaves is taken up soon after.
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(3);

    public async Task<MailWork> ReadAsync(CancellationToken cancellationToken)
    {
        var rows = await account.Pending.ReadAllAsync(TableClient.CreateQueryFilter($"PartitionKey eq {Partition}"), cancellationToken);
        var run = rows.Find(r => r.RowKey == Run);
        return new MailWork(
            [.. rows.Where(r => r.RowKey.StartsWith(AlertPrefix, StringComparison.Ordinal)).Select(MarkOf)],
            [.. rows.Where(r => r.RowKey.StartsWith(MailPrefix, StringComparison.Ordinal)).Select(MailOf)],
            run?.GetDateTimeOffset("Until"),
            run?.ETag ?? default)
        {
            Quiet = settings.SweepAfter,
        };
    }

    /// <summary>After the alert's own row says whom: a mark taken away meanwhile is then set again.</summary>
    public Task MarkAsync(string organisation, string key, CancellationToken cancellationToken) => account.Pending.UpsertEntityAsync(
        new TableEntity(Partition, $"{AlertPrefix}{organisation}~{key}") { ["Organisation"] = organisation, ["Key"] = key, ["Since"] = clock.GetUtcNow() },
        TableUpdateMode.Replace,
        cancellationToken);

    /// <summary>Takes the mark away unless it was renewed since it was read.</summary>
    public Task ClearAsync(MailMark mark, CancellationToken cancellationToken) => DeleteAsync(mark.RowKey, mark.ETag, cancellationToken);

    /// <summary>Puts a mail there to be sent at once; one that is there already stays.</summary>
    public async Task<bool> QueueAsync(string id, string recipient, DateOnly? day, IReadOnlyList<MailedAlert> alerts, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var row = new TableEntity(Partition, MailPrefix + id)
        {
            ["Recipient"] = recipient,
            ["Alerts"] = JsonSerializer.Serialize(alerts, Json.Options),
            ["Since"] = now,
            ["Attempts"] = 0,
            ["NextAt"] = now,
        };
        row.Put("Day", day?.ToString("O", CultureInfo.InvariantCulture));
        try
        {
            await account.Pending.AddEntityAsync(row, cancellationToken);
            return true;
        }
        catch (RequestFailedException e) when (e.SaysItIsThere())
        {
            return false;
        }
    }

    /// <summary>Counts an attempt before it is made, so that one that the process does not outlive counts too.</summary>
    /// <returns>Null where another run has it.</returns>
    public async Task<WaitingMail?> AttemptAsync(WaitingMail mail, TimeSpan untilNext, CancellationToken cancellationToken)
    {
        var attempted = mail with { Attempts = mail.Attempts + 1, NextAt = clock.GetUtcNow() + untilNext };
        var change = new TableEntity(Partition, MailPrefix + mail.Id) { ["Attempts"] = attempted.Attempts, ["NextAt"] = attempted.NextAt };
        try
        {
            var response = await account.Pending.UpdateEntityAsync(change, mail.ETag, TableUpdateMode.Merge, cancellationToken);
            return attempted with { ETag = response.Headers.ETag!.Value };
        }
        catch (RequestFailedException e) when (e.Status is 404 or 412)
        {
            return null;
        }
    }

    public Task RemoveAsync(WaitingMail mail, CancellationToken cancellationToken) => DeleteAsync(MailPrefix + mail.Id, mail.ETag, cancellationToken);

    /// <returns>What <see cref="EndAsync"/> takes; null while another run is at work.</returns>
    public async Task<ETag?> BeginAsync(MailWork seen, CancellationToken cancellationToken)
    {
        if (seen.Held > clock.GetUtcNow())
        {
            return null;
        }

        var row = new TableEntity(Partition, Run) { ["Until"] = clock.GetUtcNow() + Longest };
        try
        {
            var response = await (seen.Held is null
                ? account.Pending.AddEntityAsync(row, cancellationToken)
                : account.Pending.UpdateEntityAsync(row, seen.HeldTag, TableUpdateMode.Replace, cancellationToken));
            return response.Headers.ETag;
        }
        catch (RequestFailedException e) when (e.Status is 404 or 409 or 412)
        {
            return null;
        }
    }

    public Task EndAsync(ETag begun, CancellationToken cancellationToken) => DeleteAsync(Run, begun, cancellationToken);

    private async Task DeleteAsync(string rowKey, ETag tag, CancellationToken cancellationToken)
    {
        try
        {
            await account.Pending.DeleteEntityAsync(Partition, rowKey, tag, cancellationToken);
        }
        catch (RequestFailedException e) when (e.Status is 404 or 412)
        {
            // Done by another run, or renewed: there is new work under the same key.
        }
    }

    private static MailMark MarkOf(TableEntity row) =>
        new(row.GetString("Organisation"), row.GetString("Key"), row.GetDateTimeOffset("Since")!.Value, row.RowKey, row.ETag);

    private static WaitingMail MailOf(TableEntity row) => new(
        row.RowKey[MailPrefix.Length..],
        row.GetString("Recipient"),
        row.GetString("Day") is { } day ? DateOnly.ParseExact(day, "O", CultureInfo.InvariantCulture) : null,
        JsonSerializer.Deserialize<List<MailedAlert>>(row.GetString("Alerts"), Json.Options)!,
        row.GetDateTimeOffset("Since")!.Value,
        row.GetInt32("Attempts")!.Value,
        row.GetDateTimeOffset("NextAt")!.Value,
        row.ETag);
}
