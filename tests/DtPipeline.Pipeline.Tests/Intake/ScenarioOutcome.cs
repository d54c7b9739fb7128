using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using DtPipeline.Azure.Storage;

namespace DtPipeline.Pipeline.Tests.Intake;

/// <summary>What an account says of the reports dropped into it, without ids and times: the content of <c>expected.json</c>.</summary>
internal static class ScenarioOutcome
{
    private const string Suffix = ".receipt.json";

    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Text(JsonNode outcome) => outcome.ToJsonString(Readable) + "\n";

    public static async Task<JsonObject> OfAsync(StorageAccount account)
    {
        var outcome = new JsonObject
        {
            ["receipts"] = await ReceiptsAsync(account.Receipts),
            ["observations"] = await ObservationsAsync(account.Ledger),
        };
        if (await TasksAsync(account.Tasks) is { Count: > 0 } tasks)
        {
            outcome["tasks"] = tasks;
        }

        outcome["alerts"] = await AlertsAsync(account.Archive);
        return outcome;
    }

    private static async Task<JsonObject> ReceiptsAsync(BlobContainerClient container)
    {
        var receipts = await ReadAllAsync(container, string.Empty, Suffix);
        var paths = receipts.ToDictionary(r => r.Content["fileId"]!.GetValue<string>(), r => r.Name[..^Suffix.Length], StringComparer.Ordinal);
        var shown = new JsonObject();
        foreach (var (name, receipt) in receipts.OrderBy(r => r.Name, StringComparer.Ordinal))
        {
            var one = new JsonObject { ["status"] = receipt["status"]!.DeepClone() };
            if (receipt["duplicateOf"] is { } original)
            {
                one["duplicateOf"] = paths[original.GetValue<string>()];
            }

            if (receipt["status"]!.GetValue<string>() == "evidence")
            {
                one["message"] = receipt["message"]!.DeepClone();
            }

            if (receipt["document"] is { } document && (receipt["evidence"] is not null || one["message"] is not null))
            {
                one["document"] = document.DeepClone();
            }

            foreach (var link in new[] { "evidence", "evidenceOf" })
            {
                if (receipt[link] is JsonArray links)
                {
                    one[link] = new JsonObject(links.Select(l => KeyValuePair.Create(l!["path"]!.GetValue<string>(), (JsonNode?)l["by"]!.DeepClone())));
                }
            }

            one["counts"] = receipt["counts"]!.DeepClone();
            one["faults"] = new JsonArray([.. receipt["faults"]!.AsArray().Where(f => !Stored.IsOfForm(f!)).Select(f => f!.DeepClone())]);
            shown[name[..^Suffix.Length]] = one;
        }

        return shown;
    }

    private static async Task<JsonObject> ObservationsAsync(TableClient ledger)
    {
        var partitions = new JsonObject();
        await foreach (var row in ledger.QueryAsync<TableEntity>("RowKey ge 'obs~' and RowKey lt 'obs~~'"))
        {
            if (!partitions.ContainsKey(row.PartitionKey))
            {
                partitions[row.PartitionKey] = new JsonObject();
            }

            partitions[row.PartitionKey]![row.RowKey["obs~".Length..]] = new JsonObject { ["value"] = row.GetDouble("Value"), ["status"] = row.GetString("Status") };
        }

        return partitions;
    }

    /// <summary>Of which somebody has reported something.</summary>
    private static async Task<JsonObject> TasksAsync(TableClient tasks)
    {
        var owners = new JsonObject();
        await foreach (var row in tasks.QueryAsync<TableEntity>("Reports ne '{}'"))
        {
            if (!owners.ContainsKey(row.PartitionKey))
            {
                owners[row.PartitionKey] = new JsonObject();
            }

            var reports = JsonNode.Parse(row.GetString("Reports"))!.AsObject().Select(r => KeyValuePair.Create(r.Key, (JsonNode?)r.Value!["value"]!.DeepClone()));
            owners[row.PartitionKey]![row.RowKey] = new JsonObject { ["state"] = row.GetString("State"), ["progress"] = row.GetDouble("Progress"), ["reports"] = new JsonObject(reports) };
        }

        return owners;
    }

    private static async Task<JsonArray> AlertsAsync(BlobContainerClient archive)
    {
        var alerts = await ReadAllAsync(archive, "alerts/", string.Empty);
        var shown = alerts
            .OrderBy(a => a.Content["time"]!.GetValue<DateTimeOffset>())
            .ThenBy(a => $"{a.Content["type"]} {a.Content["data"]!["state"]}", StringComparer.Ordinal)
            .Select(a => Alert(a.Content["type"]!, a.Content["data"]!))
            .ToArray<JsonNode>();
        return new JsonArray(shown);
    }

    private static JsonObject Alert(JsonNode type, JsonNode data)
    {
        var shown = new JsonObject { ["type"] = type.DeepClone() };
        foreach (var name in new[] { "state", "severity", "organisation", "period" })
        {
            shown[name] = data[name]?.DeepClone();
        }

        if (data["task"] is { } task)
        {
            shown["task"] = task.DeepClone();
        }

        if (data["figures"] is JsonArray { Count: > 0 } figures)
        {
            shown["figures"] = figures.DeepClone();
        }

        return shown;
    }

    private static async Task<List<(string Name, JsonNode Content)>> ReadAllAsync(BlobContainerClient container, string prefix, string suffix)
    {
        var blobs = new List<(string Name, JsonNode Content)>();
        await foreach (var blob in container.GetBlobsAsync(BlobTraits.None, BlobStates.None, prefix, CancellationToken.None))
        {
            if (blob.Name.EndsWith(suffix, StringComparison.Ordinal))
            {
                var content = await container.GetBlobClient(blob.Name).DownloadContentAsync();
                blobs.Add((blob.Name, JsonNode.Parse(content.Value.Content.ToString())!));
            }
        }

        return blobs;
    }
}
