#nullable disable annotations
using System.Text.Json;
using Azure.Core;
using Azure.Data.Tables.Accounts;
using Azure.Data.Tables.Models;
using Azure.Data.Tables.Rest;

namespace Azure.Data.Tables;

public class TableServiceClient
{
    private readonly TableRest _rest;

    public TableServiceClient(string connectionString)
        : this(connectionString, null)
    {
    }

    public TableServiceClient(string connectionString, TableClientOptions options = null)
        => _rest = new(TableAccount.FromConnectionString(connectionString), options);

    public TableServiceClient(Uri endpoint, AzureSasCredential credential)
        : this(endpoint, credential, null)
    {
    }

    public TableServiceClient(Uri endpoint, AzureSasCredential credential, TableClientOptions options = null)
        => _rest = new(TableAccount.FromSas(endpoint, credential), options);

    public TableServiceClient(Uri endpoint, TokenCredential tokenCredential, TableClientOptions options = null)
        => _rest = new(TableAccount.FromToken(endpoint, tokenCredential), options);

    public virtual Uri Uri => _rest.Endpoint;

    public virtual TableClient GetTableClient(string tableName) => new(_rest, tableName);

    /// <returns>The table, whether it was created now (status 201 or 204) or there already (status 409).</returns>
    public virtual Task<Response<TableItem>> CreateTableIfNotExistsAsync(string tableName, CancellationToken cancellationToken = default)
        => TableResource.CreateIfNotExistsAsync(_rest, tableName, cancellationToken);

    /// <returns>Also for a table that does not exist, with status 404.</returns>
    public virtual Task<Response> DeleteTableAsync(string tableName, CancellationToken cancellationToken = default)
        => TableResource.DeleteAsync(_rest, tableName, cancellationToken);

    public virtual AsyncPageable<TableItem> QueryAsync(
        string filter = null,
        int? maxPerPage = null,
        CancellationToken cancellationToken = default)
        => new PagedQuery<TableItem>(
            _rest,
            "Tables",
            filter,
            select: null,
            maxPerPage,
            static (JsonElement json) => new TableItem(json.GetProperty("TableName").GetString()),
            cancellationToken);
}
