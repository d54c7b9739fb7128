using System.Text.Json.Nodes;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using DtPipeline.Azure.Storage;
using DtPipeline.LocalHost.Services;
using DtPipeline.Pipeline.Tests.Support;

namespace DtPipeline.Pipeline.Tests.Host;

/// <summary>What a local host that has ended has left: Azurite on its data, and nothing else.</summary>
internal sealed class OpenStore : IAsyncDisposable
{
    private readonly PortBlock ports;
    private readonly LocalAzure azure;

    private OpenStore(PortBlock ports, LocalAzure azure)
    {
        this.ports = ports;
        this.azure = azure;
        Account = Connect(azure.Storage);
    }

    public StorageAccount Account { get; }

    public string Connection => azure.Storage;

    public static async Task<OpenStore> OpenAsync(string dataFolder)
    {
        var ports = PortBlock.Take();
        return new OpenStore(ports, await LocalAzure.StartAsync(
            SharedAzurite.Tools, Ports.Beside(ports.Http), dataFolder, null, "none", _ => { }, CancellationToken.None));
    }

    public static StorageAccount Connect(string connection) => new(
        new BlobServiceClient(connection, new BlobClientOptions(BlobClientOptions.ServiceVersion.V2023_01_03)),
        new TableServiceClient(connection));

    public static async Task<IReadOnlyList<string>> NamesAsync(BlobContainerClient container, string? prefix = null)
    {
        var names = new List<string>();
        await foreach (var blob in container.GetBlobsAsync(BlobTraits.None, BlobStates.None, prefix, CancellationToken.None))
        {
            names.Add(blob.Name);
        }

        return names;
    }

    public static async Task<JsonNode> JsonAsync(BlobContainerClient container, string name) =>
        JsonNode.Parse((await container.GetBlobClient(name).DownloadContentAsync()).Value.Content)!;

    public static async Task<IReadOnlyList<TableEntity>> RowsAsync(TableClient table, string filter = "")
    {
        var rows = new List<TableEntity>();
        await foreach (var row in table.QueryAsync<TableEntity>(filter))
        {
            rows.Add(row);
        }

        return rows;
    }

    /// <summary>Every row and blob with the stamp that the storage gave its last write: whatever is written, even the same, or removed makes a difference.</summary>
    /// <returns>For example <c>receipts P34-48/2025-Q3/a.csv.receipt.json 0x8DE…</c>.</returns>
    public static async Task<IReadOnlyList<string>> StampsAsync(StorageAccount account)
    {
        var stamps = new List<string>();
        foreach (var table in account.Tables)
        {
            stamps.AddRange((await RowsAsync(table)).Select(r => $"{table.Name} {r.PartitionKey}/{r.RowKey} {r.ETag}"));
        }

        foreach (var container in account.Containers)
        {
            await foreach (var blob in container.GetBlobsAsync(BlobTraits.None, BlobStates.None, null, CancellationToken.None))
            {
                stamps.Add($"{container.Name} {blob.Name} {blob.Properties.ETag}");
            }
        }

        return stamps;
    }

    public async ValueTask DisposeAsync()
    {
        await azure.DisposeAsync();
        ports.Dispose();
    }
}
