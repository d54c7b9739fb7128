using Azure.Data.Tables;
using DtPipeline.Answers.Briefs.Figures;
using DtPipeline.Azure.Ledger;
using DtPipeline.Azure.Storage;
using DtPipeline.Catalogue;

namespace DtPipeline.Azure.Briefing;

/// <summary>Which files have come for a period, without what they say.</summary>
public sealed class BriefFiles(StorageAccount account)
{
    /// <summary>Of all organisations, as one key range.</summary>
    public async Task<IReadOnlyList<BriefFile>> ReadAsync(Period period, CancellationToken cancellationToken)
    {
        var from = $"{period}~";
        var to = $"{period}{(char)('~' + 1)}";
        var files = new List<BriefFile>();
        await foreach (var row in account.Ledger.QueryAsync<TableEntity>(
            TableClient.CreateQueryFilter($"PartitionKey ge {from} and PartitionKey lt {to} and RowKey ge {LedgerRows.FilePrefix} and RowKey lt {LedgerRows.Head}"),
            null,
            ["PartitionKey", "RowKey", "Path", "UploadedAt", "Status"],
            cancellationToken))
        {
            files.Add(new BriefFile(FileRows.IdOf(row), row.GetString("Path"), row.PartitionKey[from.Length..], period, row.GetDateTimeOffset("UploadedAt")!.Value, row.GetString("Status")));
        }

        return files;
    }
}
