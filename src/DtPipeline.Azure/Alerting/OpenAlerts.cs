using Azure;
using Azure.Data.Tables;
using DtPipeline.Alerts;
using DtPipeline.Azure.Storage;
using DtPipeline.Ledger;

namespace DtPipeline.Azure.Alerting;

/// <param name="Organisation">The partition of the alert's row.</param>
/// <param name="At">When a notice was delivered; of others when the mark was set.</param>
public sealed record OpenAlertMark(string Organisation, string Key, DateTimeOffset At, string RowKey, ETag ETag)
{
    public bool IsOfNotice => AlertLife.IsNotice(AlertSubject.TypeIn(Key));
}

/// <summary>
/// Which alerts are open or were settled or told lately: marks in the partition <c>open</c> of the table <c>Pending</c>, so that listing them costs what is
/// open and not what ever was. A mark is there before the row that it stands for, and goes days after that is settled.
/// </summary>
public sealed class OpenAlerts(StorageAccount account)
{
    private const string Partition = "open";

    // Sorts before all marks. A store that a version without marks has written lacks it.
    private const string Complete = "!";

    /// <param name="deliveredAt">Null where it is not known; a notice is then forgotten days after its mark was set.</param>
    public Task MarkAsync(string organisation, string key, DateTimeOffset? deliveredAt, CancellationToken cancellationToken)
    {
        var row = new TableEntity(Partition, $"{organisation}~{key}") { ["Organisation"] = organisation, ["Key"] = key };
        row.Put("DeliveredAt", AlertLife.IsNotice(AlertSubject.TypeIn(key)) ? deliveredAt : null);
        return account.Pending.UpsertEntityAsync(row, TableUpdateMode.Replace, cancellationToken);
    }

    public async Task<IReadOnlyList<OpenAlertMark>> ListAsync(CancellationToken cancellationToken)
    {
        var rows = await ReadAsync(cancellationToken);
        if (!rows.Exists(r => r.RowKey == Complete))
        {
            await MarkAllAsync(cancellationToken);
            rows = await ReadAsync(cancellationToken);
        }

        return
        [
            .. rows.Where(r => r.RowKey != Complete).Select(r => new OpenAlertMark(
                r.GetString("Organisation"), r.GetString("Key"), r.GetDateTimeOffset("DeliveredAt") ?? r.Timestamp!.Value, r.RowKey, r.ETag)),
        ];
    }

    /// <summary>Takes the mark away unless it was renewed since it was read.</summary>
    public async Task ClearAsync(OpenAlertMark mark, CancellationToken cancellationToken)
    {
        try
        {
            await account.Pending.DeleteEntityAsync(Partition, mark.RowKey, mark.ETag, cancellationToken);
        }
        catch (RequestFailedException e) when (e.Status is 404 or 412)
        {
            // Renewed: the alert is open again.
        }
    }

    private Task<List<TableEntity>> ReadAsync(CancellationToken cancellationToken) =>
        account.Pending.ReadAllAsync(TableClient.CreateQueryFilter($"PartitionKey eq {Partition}"), cancellationToken);

    private async Task MarkAllAsync(CancellationToken cancellationToken)
    {
        await foreach (var row in account.Alerts.QueryAsync<TableEntity>(string.Empty, select: ["PartitionKey", "RowKey", "DeliveredAt"], cancellationToken: cancellationToken))
        {
            await MarkAsync(row.PartitionKey, row.RowKey, row.GetDateTimeOffset("DeliveredAt"), cancellationToken);
        }

        await account.Pending.UpsertEntityAsync(new TableEntity(Partition, Complete), TableUpdateMode.Replace, cancellationToken);
    }
}
