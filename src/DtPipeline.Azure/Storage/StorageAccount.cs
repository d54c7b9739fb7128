using Azure.Data.Tables;
using Azure.Storage.Blobs;

namespace DtPipeline.Azure.Storage;

/// <summary>The containers and tables of the pipeline.</summary>
public sealed class StorageAccount(BlobServiceClient blobs, TableServiceClient tables)
{
    public BlobContainerClient Reports { get; } = blobs.GetBlobContainerClient(StorageNames.Reports);

    public BlobContainerClient Archive { get; } = blobs.GetBlobContainerClient(StorageNames.Archive);

    public BlobContainerClient Receipts { get; } = blobs.GetBlobContainerClient(StorageNames.Receipts);

    public BlobContainerClient Published { get; } = blobs.GetBlobContainerClient(StorageNames.Published);

    public BlobContainerClient Catalogue { get; } = blobs.GetBlobContainerClient(StorageNames.Catalogue);

    public TableClient Ledger { get; } = tables.GetTableClient(StorageNames.LedgerTable);

    public TableClient Obligations { get; } = tables.GetTableClient(StorageNames.ObligationsTable);

    public TableClient Tasks { get; } = tables.GetTableClient(StorageNames.TasksTable);

    public TableClient Alerts { get; } = tables.GetTableClient(StorageNames.AlertsTable);

    public TableClient Pending { get; } = tables.GetTableClient(StorageNames.PendingTable);

    public IEnumerable<BlobContainerClient> Containers => StorageNames.Containers.Select(blobs.GetBlobContainerClient);

    public IEnumerable<TableClient> Tables => StorageNames.Tables.Select(tables.GetTableClient);

    /// <summary>Makes what is missing. In Azure the deployment does this and the app has no right to.</summary>
    public async Task CreateIfNotExistsAsync(CancellationToken cancellationToken)
    {
        foreach (var container in Containers)
        {
            await container.CreateIfNotExistsAsync(cancellationToken: cancellationToken);
        }

        foreach (var table in Tables)
        {
            await table.CreateIfNotExistsAsync(cancellationToken);
        }
    }
}
