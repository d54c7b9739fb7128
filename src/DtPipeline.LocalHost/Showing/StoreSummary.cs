using System.Text.Json;
using Azure.Data.Tables;
using Azure.Storage.Blobs.Models;
using DtPipeline.Answers.Receipts;
using DtPipeline.Azure.Intake;
using DtPipeline.Azure.Storage;

namespace DtPipeline.LocalHost.Showing;

/// <summary>What the stores hold: the facts behind the summary, read from the tables and receipts themselves.</summary>
internal sealed record StoreSummary(
    IReadOnlyDictionary<string, int> Receipts,
    int Observations,
    IReadOnlyDictionary<string, int> Faults,
    IReadOnlyList<(string Organisation, string Period, string Form)> Overdue,
    IReadOnlyDictionary<string, int> Alerts)
{
    public static async Task<StoreSummary> ReadAsync(StorageAccount account, CancellationToken cancellationToken)
    {
        var receipts = new Dictionary<string, int>(StringComparer.Ordinal);
        var faults = new Dictionary<string, int>(StringComparer.Ordinal);
        await foreach (var blob in account.Receipts.GetBlobsAsync(BlobTraits.None, BlobStates.None, null, cancellationToken))
        {
            if (!ReceiptWriter.IsReceipt(blob.Name))
            {
                continue;
            }

            var content = await account.Receipts.GetBlobClient(blob.Name).DownloadContentAsync(cancellationToken);
            var receipt = content.Value.Content.ToObjectFromJson<Receipt>(new JsonSerializerOptions(JsonSerializerDefaults.Web))!;
            Count(receipts, receipt.Status);
            foreach (var fault in receipt.Faults)
            {
                Count(faults, fault.Code);
            }
        }

        var observations = 0;
        await foreach (var page in account.Ledger.QueryAsync<TableEntity>("RowKey ge 'obs~' and RowKey lt 'obs~~'", null, ["RowKey"], cancellationToken).AsPages())
        {
            observations += page.Values.Count;
        }

        var overdue = new List<(string Organisation, string Period, string Form)>();
        var alerts = new Dictionary<string, int>(StringComparer.Ordinal);
        await foreach (var row in account.Alerts.QueryAsync<TableEntity>(string.Empty, cancellationToken: cancellationToken))
        {
            var type = row.GetString("Type")["dtpipeline.".Length..];
            Count(alerts, $"{type} {row.GetString("State")}");
            if (type == "report.overdue" && row.GetString("State") == "open")
            {
                overdue.Add((row.PartitionKey, row.GetString("Period"), row.GetString("Form")));
            }
        }

        return new StoreSummary(receipts, observations, faults, overdue, alerts);
    }

    private static void Count(Dictionary<string, int> counts, string key) => counts[key] = counts.GetValueOrDefault(key) + 1;
}
