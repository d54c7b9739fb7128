#nullable disable annotations
using System.Text.Json;
using Azure.Core;
using Azure.Data.Tables.Edm;
using Azure.Data.Tables.Rest;

namespace Azure.Data.Tables;

public partial class TableClient
{
    public virtual async Task<Response<T>> GetEntityAsync<T>(
        string partitionKey,
        string rowKey,
        IEnumerable<string> select = null,
        CancellationToken cancellationToken = default)
        where T : class, ITableEntity
    {
        using var message = Get(partitionKey, rowKey, select);
        var response = await _rest.SendAsync(message, cancellationToken).ConfigureAwait(false);
        return Response.FromValue(Entity<T>(response), response);
    }

    public virtual async Task<NullableResponse<T>> GetEntityIfExistsAsync<T>(
        string partitionKey,
        string rowKey,
        IEnumerable<string> select = null,
        CancellationToken cancellationToken = default)
        where T : class, ITableEntity
    {
        using var message = Get(partitionKey, rowKey, select);
        var response = await _rest.SendAsync(message, cancellationToken, 404).ConfigureAwait(false);
        return response.Status == 404 ? new NoValueResponse<T>(response) : Response.FromValue(Entity<T>(response), response);
    }

    public virtual AsyncPageable<T> QueryAsync<T>(
        string filter = null,
        int? maxPerPage = null,
        IEnumerable<string> select = null,
        CancellationToken cancellationToken = default)
        where T : class, ITableEntity
        => new PagedQuery<T>(_rest, $"{Name}()", filter, Select(select), maxPerPage, EntityReader.Read<T>, cancellationToken);

    private static T Entity<T>(Response response)
        where T : class, ITableEntity
    {
        using var body = JsonDocument.Parse(response.Content.ToMemory());
        return EntityReader.Read<T>(body.RootElement);
    }

    private static string Select(IEnumerable<string> select) => select is null ? null : string.Join(',', select);

    private HttpMessage Get(string partitionKey, string rowKey, IEnumerable<string> select)
    {
        ArgumentNullException.ThrowIfNull(partitionKey);
        ArgumentNullException.ThrowIfNull(rowKey);
        var message = _rest.Message(RequestMethod.Get, EntityPath.Of(Name, partitionKey, rowKey));
        if (Select(select) is { } names)
        {
            message.Request.Uri.AppendQuery("$select", names);
        }

        return message;
    }
}
