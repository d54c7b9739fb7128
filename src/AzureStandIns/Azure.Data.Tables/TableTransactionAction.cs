#nullable disable annotations
namespace Azure.Data.Tables;

/// <remarks>
/// Without an ETag, Delete is unconditional, and so are UpdateMerge and UpdateReplace: they then also create a missing entity,
/// as with the published package.
/// </remarks>
public class TableTransactionAction
{
    public TableTransactionAction(TableTransactionActionType actionType, ITableEntity entity)
        : this(actionType, entity, default)
    {
    }

    public TableTransactionAction(TableTransactionActionType actionType, ITableEntity entity, ETag etag = default)
    {
        ActionType = actionType;
        Entity = entity;
        ETag = etag;
    }

    public TableTransactionActionType ActionType { get; }

    public ITableEntity Entity { get; }

    public ETag ETag { get; }
}
