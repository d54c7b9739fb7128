using System.Text.Json.Nodes;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using DtPipeline.Pipeline.Tests.Support;

namespace DtPipeline.Pipeline.Tests.Intake;

/// <summary>What the intake has left in the storage.</summary>
internal static class Stored
{
    public static async Task<JsonNode> ReceiptOfAsync(this TestPipeline pipeline, string path) =>
        JsonNode.Parse((await pipeline.Account.Receipts.GetBlobClient(path + ".receipt.json").DownloadContentAsync()).Value.Content.ToString())!;

    /// <summary>What stands in the container of receipts for reports, in its order.</summary>
    public static IReadOnlyList<string> ReceiptsOf(params IEnumerable<string> paths) => [.. paths.SelectMany(p => new[] { $"{p}.receipt.html", $"{p}.receipt.json" })];

    /// <summary>What a form lacks besides is told by the tests of completeness: most others send a few rows.</summary>
    public static bool IsOfForm(JsonNode fault) => fault["code"]!.GetValue<string>() == "form.incomplete";

    /// <summary>Status, then each fault of its own as its place, code and sentence in English.</summary>
    public static async Task<string> AnswerAsync(this TestPipeline pipeline, string path)
    {
        var receipt = await pipeline.ReceiptOfAsync(path);
        return string.Join('\n', [receipt["status"], .. receipt["faults"]!.AsArray().Where(f => !IsOfForm(f!)).Select(f => $"{f!["row"]} {f["code"]}: {f["message"]!["en"]}".TrimStart())]);
    }

    /// <summary>Rows of the ledger whose keys begin so, in order.</summary>
    public static async Task<IReadOnlyList<TableEntity>> RowsAsync(this TestPipeline pipeline, string partition, string kind)
    {
        var rows = new List<TableEntity>();
        await foreach (var row in pipeline.Account.Ledger.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey eq {partition}")))
        {
            if (row.RowKey.StartsWith(kind, StringComparison.Ordinal))
            {
                rows.Add(row);
            }
        }

        return rows;
    }

    public static async Task<IReadOnlyList<string>> NamesAsync(this BlobContainerClient container)
    {
        var names = new List<string>();
        await foreach (var blob in container.GetBlobsAsync(BlobTraits.None, BlobStates.None, null, CancellationToken.None))
        {
            names.Add(blob.Name);
        }

        return names;
    }

    /// <summary>How many rows a table has.</summary>
    public static async Task<int> CountAsync(this TableClient table)
    {
        var count = 0;
        await foreach (var row in table.QueryAsync<TableEntity>(string.Empty))
        {
            count++;
        }

        return count;
    }
}
