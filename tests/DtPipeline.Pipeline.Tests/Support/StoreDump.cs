using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Azure.Data.Tables;
using Azure.Storage.Blobs.Models;
using DtPipeline.Azure.Intake;
using DtPipeline.Azure.Ledger;
using DtPipeline.Azure.Storage;

namespace DtPipeline.Pipeline.Tests.Support;

/// <summary>Every field of every table and receipt, and every delivered alert, as lines that two stores can be compared by. Times are left out.</summary>
internal static partial class StoreDump
{
    private static readonly HashSet<string> Times = new(StringComparer.Ordinal)
    {
        "odata.etag", "Timestamp", "UploadedAt", "LastUploadedAt", "FirstReceived", "Received", "FirstAccepted", "Until", "RaisedAt", "ChangedAt", "DeliveredAt", "Since", "TraceParent",
        "uploadedAt", "processedAt", "time",

        // The day of the last digest that had something to say: that depends on when a host was started.
        "Kept",
    };

    /// <param name="sameBlobs">Both stores were made from the same blobs: then upload times and file ids must be the same too.</param>
    public static async Task<IReadOnlyList<string>> OfAsync(StorageAccount account, bool sameBlobs)
    {
        var names = sameBlobs ? [] : await FileNamesAsync(account);
        var lines = new List<string>();
        foreach (var table in account.Tables)
        {
            var rows = new List<TableEntity>();
            await foreach (var row in table.QueryAsync<TableEntity>(string.Empty))
            {
                rows.Add(row);
            }

            var heads = HeadsThatSayWhatRowsSay(rows);
            foreach (var row in rows)
            {
                var fields = row.Keys
                    .Where(k => !(heads.Contains(row) && LongText.IsPart(k, HeadObservations.Property)))
                    .Where(k => sameBlobs && k is "UploadedAt" or "LastUploadedAt" or "FirstReceived" or "Until" || !Times.Contains(k))
                    .Order(StringComparer.Ordinal)
                    .Select(k => $"{k}={Convert.ToString(row[k], CultureInfo.InvariantCulture)}");
                var line = Rename($"{table.Name} {string.Join(" | ", fields)}", names);
                lines.Add(sameBlobs ? line : TimeInKey().Replace(line, "~<time>~"));
            }
        }

        await foreach (var blob in account.Receipts.GetBlobsAsync(BlobTraits.None, BlobStates.None, null, CancellationToken.None))
        {
            if (ReceiptWriter.IsReceipt(blob.Name))
            {
                lines.Add(Rename($"receipt {blob.Name} {await JsonAsync(account.Receipts.GetBlobClient(blob.Name))}", names));
            }
        }

        await foreach (var blob in account.Archive.GetBlobsAsync(BlobTraits.None, BlobStates.None, "alerts/", CancellationToken.None))
        {
            lines.Add(Rename($"alert {blob.Name} {await JsonAsync(account.Archive.GetBlobClient(blob.Name))}", names));
        }

        lines.Sort(StringComparer.Ordinal);
        return lines;
    }

    /// <summary>Fails with every line that only one of the two stores has.</summary>
    public static void AssertSame(IReadOnlyList<string> expected, IReadOnlyList<string> actual)
    {
        var differences = Differences(expected, actual);
        Assert.True(differences.Count == 0, string.Join(Environment.NewLine, differences));
    }

    /// <summary>Every line that only one of the two stores has.</summary>
    public static IReadOnlyList<string> Differences(IReadOnlyList<string> expected, IReadOnlyList<string> actual)
    {
        var (due, there) = (expected.CountBy(l => l).ToDictionary(), actual.CountBy(l => l).ToDictionary());
        var missing = due.Where(l => there.GetValueOrDefault(l.Key) < l.Value).Select(l => $"missing: {l.Key}");
        var surplus = there.Where(l => due.GetValueOrDefault(l.Key) < l.Value).Select(l => $"surplus: {l.Key}");
        return [.. missing.Concat(surplus)];
    }

    /// <summary>Without times.</summary>
    public static async Task<string> JsonAsync(global::Azure.Storage.Blobs.BlobClient blob)
    {
        var json = JsonNode.Parse((await blob.DownloadContentAsync()).Value.Content.ToString())!;
        Strip(json);
        return json.ToJsonString();
    }

    /// <summary>
    /// Of these the values that they hold are left out, as they stand in the rows. A head that says something else is dumped with it, so that it is like no other; one
    /// without any is as an older app leaves it.
    /// </summary>
    private static HashSet<TableEntity> HeadsThatSayWhatRowsSay(List<TableEntity> rows)
    {
        var observations = rows.Where(LedgerRows.IsObservation).ToLookup(r => r.PartitionKey, r => LedgerRows.ObservationOf(r, SharedValues.Nowhere), StringComparer.Ordinal);
        return [.. rows.Where(r => HeadObservations.In([r]) is { } held && held.SequenceEqual(observations[r.PartitionKey].OrderBy(o => o.Indicator, StringComparer.Ordinal)))];
    }

    private static void Strip(JsonNode? node)
    {
        if (node is JsonObject fields)
        {
            foreach (var key in fields.Select(f => f.Key).ToList())
            {
                if (Times.Contains(key))
                {
                    fields.Remove(key);
                }
                else
                {
                    Strip(fields[key]);
                }
            }
        }
        else if (node is JsonArray items)
        {
            foreach (var item in items)
            {
                Strip(item);
            }
        }
    }

    [GeneratedRegex(@"~\d{8}T\d{13}Z~")]
    private static partial Regex TimeInKey();

    /// <summary>A file's id depends on when it was uploaded; its path does not.</summary>
    public static async Task<Dictionary<string, string>> FileNamesAsync(StorageAccount account)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        await foreach (var row in account.Ledger.QueryAsync<TableEntity>("RowKey ge 'file~' and RowKey lt 'file~~'"))
        {
            names[row.RowKey["file~".Length..]] = $"<{row.GetString("Path")}>";
        }

        return names;
    }

    public static string Rename(string line, Dictionary<string, string> names) =>
        names.Aggregate(line, (text, name) => text.Replace(name.Key, name.Value, StringComparison.Ordinal));
}
