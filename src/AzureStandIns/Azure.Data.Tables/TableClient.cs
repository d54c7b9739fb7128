#nullable disable annotations
using Azure.Core;
using Azure.Data.Tables.Accounts;
using Azure.Data.Tables.Edm;
using Azure.Data.Tables.Models;
using Azure.Data.Tables.Rest;

namespace Azure.Data.Tables;

public partial class TableClient
{
    private readonly TableRest _rest;

    public TableClient(string connectionString, string tableName)
        : this(connectionString, tableName, null)
    {
    }

    public TableClient(string connectionString, string tableName, TableClientOptions options = null)
        : this(new TableRest(TableAccount.FromConnectionString(connectionString), options), tableName)
    {
    }

    public TableClient(Uri endpoint, string tableName, TokenCredential tokenCredential, TableClientOptions options = null)
        : this(new TableRest(TableAccount.FromToken(endpoint, tokenCredential), options), tableName)
    {
    }

    internal TableClient(TableRest rest, string tableName)
    {
        ArgumentException.ThrowIfNullOrEmpty(tableName);
        _rest = rest;
        Name = tableName;
    }

    public virtual string Name { get; }

    public virtual Uri Uri => _rest.Address(Name);

    /// <summary>Fills an interpolated filter, each value quoted and escaped as its type asks: <c>$"RowKey ge {from}"</c>.</summary>
    public static string CreateQueryFilter(FormattableString filter) => filter is null ? null : FilterLiteral.Fill(filter);

    /// <returns>The table, whether it was created now (status 201 or 204) or there already (status 409).</returns>
    public virtual Task<Response<TableItem>> CreateIfNotExistsAsync(CancellationToken cancellationToken = default)
        => TableResource.CreateIfNotExistsAsync(_rest, Name, cancellationToken);

    /// <returns>Also for a table that does not exist, with status 404.</returns>
    public virtual Task<Response> DeleteAsync(CancellationToken cancellationToken = default)
        => TableResource.DeleteAsync(_rest, Name, cancellationToken);
}
