using System.Text.Json;
using Azure.Data.Tables;
using DtPipeline.Azure.Storage;
using DtPipeline.Oracle.Filings;
using DtPipeline.Oracle.Tests.Comparing;
using DtPipeline.Oracle.Tests.Simulating;
using DtPipeline.Progress;

namespace DtPipeline.Oracle.Tests.Product;

/// <summary>What the pipeline has stored and published, as rows.</summary>
internal sealed class StoredRows(StorageAccount account)
{
    private static readonly string[] Types = ["report.", "task.", "value.moved"];

    /// <returns>What a file says, under the id and with the second that its receipt gives.</returns>
    public async Task<Filing> AnsweredAsync(SentFile sent)
    {
        var receipt = (await account.Receipts.GetBlobClient($"{sent.Path}.receipt.json").DownloadContentAsync()).Value.Content;
        using var read = JsonDocument.Parse(receipt);
        return sent.Filing with { Id = read.RootElement.GetProperty("fileId").GetString()!, UploadedAt = read.RootElement.GetProperty("uploadedAt").GetDateTimeOffset() };
    }

    public async Task<Dictionary<string, string>> ObligationsAsync()
    {
        var rows = new Dictionary<string, string>(StringComparer.Ordinal);
        await foreach (var row in account.Obligations.QueryAsync<TableEntity>(string.Empty))
        {
            rows[$"{row.PartitionKey}~{row.RowKey}"] = Rows.Of(
                row.GetString("State"),
                row.GetString("DueDay"),
                row.GetString("EffectiveDueDay"),
                row.GetDateTimeOffset("FirstReceived"),
                row.GetDateTimeOffset("FirstAccepted"),
                row.GetInt32("Provided"),
                row.GetInt32("Required"));
        }

        return rows;
    }

    /// <summary>Without those of catalogue, calendar, sources and mail, and without questions about figures, which labelled series judge.</summary>
    public async Task<Dictionary<string, string>> AlertsAsync()
    {
        var rows = new Dictionary<string, string>(StringComparer.Ordinal);
        await foreach (var row in account.Alerts.QueryAsync<TableEntity>("State ne 'resolved'"))
        {
            if (Types.Any(t => row.RowKey.StartsWith(t, StringComparison.Ordinal)))
            {
                rows[ProductRows.KeyOf(row.RowKey)] = Rows.Of(row.PartitionKey, row.GetString("Severity"), row.GetInt32("Escalation") > 0);
            }
        }

        return rows;
    }

    public async Task<PeriodSummary> PublishedAsync(string period) =>
        (await account.Published.GetBlobClient($"{period}.json").DownloadContentAsync()).Value.Content.ToObjectFromJson<PeriodSummary>(JsonSerializerOptions.Web)!;
}
