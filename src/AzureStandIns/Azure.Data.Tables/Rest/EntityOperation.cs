using Azure.Core;
using Azure.Data.Tables.Edm;

namespace Azure.Data.Tables.Rest;

/// <summary>One change to an entity: sent by itself, or as a part of a transaction.</summary>
internal sealed record EntityOperation(RequestMethod Method, string Path, IReadOnlyDictionary<string, string> Headers, byte[]? Body)
{
    private const string IfMatch = "If-Match";

    public static EntityOperation Insert(string table, ITableEntity entity)
        => new(RequestMethod.Post, table, BodyHeaders("Prefer", "return-no-content"), EntityWriter.Write(entity));

    /// <summary>Merges or replaces; without an ETag the service inserts when there is no such entity.</summary>
    public static EntityOperation Update(string table, ITableEntity entity, TableUpdateMode mode, ETag ifMatch = default)
        => new(
            mode == TableUpdateMode.Merge ? RequestMethod.Patch : RequestMethod.Put,
            EntityPath.Of(table, entity.PartitionKey, entity.RowKey),
            ifMatch == default ? BodyHeaders() : BodyHeaders(IfMatch, ifMatch.ToString()),
            EntityWriter.Write(entity));

    public static EntityOperation Delete(string table, string partitionKey, string rowKey, ETag ifMatch)
        => new(
            RequestMethod.Delete,
            EntityPath.Of(table, partitionKey, rowKey),
            new Dictionary<string, string> { [IfMatch] = (ifMatch == default ? ETag.All : ifMatch).ToString() },
            null);

    public static EntityOperation Of(string table, TableTransactionAction action) => action.ActionType switch
    {
        TableTransactionActionType.Add => Insert(table, action.Entity),
        TableTransactionActionType.UpdateMerge => Update(table, action.Entity, TableUpdateMode.Merge, action.ETag),
        TableTransactionActionType.UpdateReplace => Update(table, action.Entity, TableUpdateMode.Replace, action.ETag),
        TableTransactionActionType.UpsertMerge => Update(table, action.Entity, TableUpdateMode.Merge),
        TableTransactionActionType.UpsertReplace => Update(table, action.Entity, TableUpdateMode.Replace),
        TableTransactionActionType.Delete => Delete(table, action.Entity.PartitionKey, action.Entity.RowKey, action.ETag),
        _ => throw new InvalidOperationException($"Unknown transaction action {action.ActionType}."),
    };

    private static Dictionary<string, string> BodyHeaders() => new() { ["Content-Type"] = TableRest.Json };

    private static Dictionary<string, string> BodyHeaders(string name, string value) => new(BodyHeaders()) { [name] = value };
}
