using Azure.Data.Tables;
using DtPipeline.Azure.Storage;

namespace DtPipeline.Azure.Ledger;

/// <summary>Rows of one partition in as many transactions as they need, each with room for the head.</summary>
internal static class LedgerChunks
{
    public static List<List<TableTransactionAction>> Of(IReadOnlyList<TableTransactionAction> rows)
    {
        var chunks = new List<List<TableTransactionAction>> { new() };
        var characters = 0;
        foreach (var row in rows)
        {
            var entity = (TableEntity)row.Entity;
            var size = entity.Keys.Sum(key => entity[key] is string text ? text.Length : 40);
            if (chunks[^1].Count == TransactionLimits.Operations - 1 || (characters + size > TransactionLimits.Characters && chunks[^1].Count > 0))
            {
                chunks.Add([]);
                characters = 0;
            }

            chunks[^1].Add(row);
            characters += size;
        }

        return chunks;
    }
}
