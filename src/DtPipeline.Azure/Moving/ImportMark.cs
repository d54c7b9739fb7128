using Azure.Data.Tables;
using DtPipeline.Azure.Storage;

namespace DtPipeline.Azure.Moving;

/// <summary>Stands in the table <c>Pending</c> from the beginning of an import to its end, and says which export is being imported.</summary>
internal sealed class ImportMark(StorageAccount account)
{
    public const string Partition = "import";

    /// <returns>The checksum of the export that is being imported; null where none is.</returns>
    public async Task<string?> FindAsync(CancellationToken cancellationToken)
    {
        await foreach (var row in account.Pending.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey eq {Partition}"), cancellationToken: cancellationToken))
        {
            return row.RowKey;
        }

        return null;
    }

    public Task SetAsync(ExportManifest manifest, CancellationToken cancellationToken) =>
        account.Pending.UpsertEntityAsync(new TableEntity(Partition, manifest.Checksums), TableUpdateMode.Replace, cancellationToken);

    public Task ClearAsync(ExportManifest manifest, CancellationToken cancellationToken) =>
        account.Pending.DeleteEntityAsync(Partition, manifest.Checksums, cancellationToken: cancellationToken);
}
