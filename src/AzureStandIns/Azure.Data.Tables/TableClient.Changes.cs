#nullable disable annotations
using Azure.Core;
using Azure.Data.Tables.Rest;

namespace Azure.Data.Tables;

public partial class TableClient
{
    public virtual Task<Response> AddEntityAsync<T>(T entity, CancellationToken cancellationToken = default)
        where T : ITableEntity
        => SendAsync(EntityOperation.Insert(Name, Keyed(entity)), cancellationToken);

    public virtual Task<Response> UpsertEntityAsync<T>(
        T entity,
        TableUpdateMode mode = TableUpdateMode.Merge,
        CancellationToken cancellationToken = default)
        where T : ITableEntity
        => SendAsync(EntityOperation.Update(Name, Keyed(entity), mode), cancellationToken);

    public virtual Task<Response> UpdateEntityAsync<T>(
        T entity,
        ETag ifMatch,
        TableUpdateMode mode = TableUpdateMode.Merge,
        CancellationToken cancellationToken = default)
        where T : ITableEntity
        => ifMatch == default
            ? throw new ArgumentException("Give the entity's ETag, or ETag.All to update unconditionally.", nameof(ifMatch))
            : SendAsync(EntityOperation.Update(Name, Keyed(entity), mode, ifMatch), cancellationToken);

    /// <returns>Also for an entity that does not exist, with status 404.</returns>
    public virtual Task<Response> DeleteEntityAsync(
        string partitionKey,
        string rowKey,
        ETag ifMatch = default,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(partitionKey);
        ArgumentNullException.ThrowIfNull(rowKey);
        return SendAsync(EntityOperation.Delete(Name, partitionKey, rowKey, ifMatch), cancellationToken, 404);
    }

    /// <remarks>Unconditional unless <paramref name="ifMatch"/> is given: the entity's own ETag is not used.</remarks>
    /// <returns>Also for an entity that does not exist, with status 404.</returns>
    public virtual Task<Response> DeleteEntityAsync(
        ITableEntity entity,
        ETag ifMatch = default,
        CancellationToken cancellationToken = default)
        => DeleteEntityAsync(Keyed(entity).PartitionKey, entity.RowKey, ifMatch, cancellationToken);

    /// <exception cref="TableTransactionFailedException">One action failed, so none was applied.</exception>
    public virtual async Task<Response<IReadOnlyList<Response>>> SubmitTransactionAsync(
        IEnumerable<TableTransactionAction> transactionActions,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(transactionActions);
        List<EntityOperation> operations = [.. transactionActions.Select(action => EntityOperation.Of(Name, Keyed(action)))];
        if (operations.Count == 0)
        {
            throw new InvalidOperationException("A transaction needs at least one action.");
        }

        var (contentType, body) = ChangesetRequest.Write(_rest, operations);
        using var message = _rest.Message(RequestMethod.Post, "$batch");
        message.Request.Headers.SetValue(HttpHeader.Names.ContentType, contentType);
        message.Request.Content = RequestContent.Create(body);
        var response = await _rest.SendAsync(message, cancellationToken).ConfigureAwait(false);

        var answers = ChangesetResponse.ReadAll(response);
        return answers.FirstOrDefault(answer => answer.Status >= 400) is { } failed
            ? throw new TableTransactionFailedException(new RequestFailedException(failed, null, ODataErrorParser.Shared))
            : Response.FromValue(answers, response);
    }

    private static ITableEntity Keyed(ITableEntity entity)
    {
        ArgumentNullException.ThrowIfNull(entity);
        ArgumentNullException.ThrowIfNull(entity.PartitionKey);
        ArgumentNullException.ThrowIfNull(entity.RowKey);
        return entity;
    }

    private static TableTransactionAction Keyed(TableTransactionAction action)
    {
        Keyed(action.Entity);
        return action;
    }

    private async Task<Response> SendAsync(EntityOperation operation, CancellationToken cancellationToken, params int[] accepted)
    {
        using var message = _rest.Message(operation);
        return await _rest.SendAsync(message, cancellationToken, accepted).ConfigureAwait(false);
    }
}
