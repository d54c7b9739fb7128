using System.Text.Json.Nodes;
using Azure.Data.Tables;
using Azure.Storage.Blobs.Models;
using DtPipeline.Answers.Briefs;
using DtPipeline.Azure.Ledger;
using DtPipeline.Azure.Publishing;
using DtPipeline.Azure.Storage;
using DtPipeline.Ledger;
using DtPipeline.Texts;

namespace DtPipeline.Azure.Erasing;

/// <summary>
/// Takes what was quoted of a file out of alerts, digests and mails, in the archive, in the inbox and in the list of what is open. They quote its first error, and the reasons
/// by which its notes answer questions about figures; the mail to its sender quotes more, and goes whole.
/// </summary>
public sealed class QuotedErasure(StorageAccount account, PublishedBlobs published, PendingStore pending)
{
    private static readonly string[] Kept = ["alerts/", "digests/", "mails/"];

    /// <param name="error">The message of the first error.</param>
    /// <param name="answers">The reasons in its notes.</param>
    internal async Task RunAsync(ReceivedFile file, string partition, Bilingual? error, IEnumerable<string> answers, CancellationToken cancellationToken)
    {
        var quoted = QuotedIn(error, answers);
        foreach (var prefix in Kept)
        {
            await foreach (var blob in account.Archive.GetBlobsAsync(BlobTraits.Metadata, BlobStates.None, prefix, cancellationToken))
            {
                if (prefix == "mails/" && blob.Name.Contains(file.FileId, StringComparison.Ordinal))
                {
                    await account.Archive.GetBlobClient(blob.Name).DeleteIfExistsAsync(cancellationToken: cancellationToken);
                }
                else if (quoted.Count > 0)
                {
                    await RewriteAsync(blob, quoted, cancellationToken);
                }
            }
        }

        if (quoted.Count > 0)
        {
            await RewriteInboxAsync($"{AlertType.ReportFaulty}~{partition}~{file.FileId}", quoted, cancellationToken);
            await RewriteInboxAsync($"{AlertType.ValueAnomaly}~{partition}", quoted, cancellationToken);
            await published.FoldAsync<JsonNode>(ReadModels.Alerts, list => Rewritten(list, quoted), cancellationToken);
        }
    }

    private async Task RewriteAsync(BlobItem blob, IReadOnlyList<(string Said, string Left)> quoted, CancellationToken cancellationToken)
    {
        var client = account.Archive.GetBlobClient(blob.Name);
        var content = JsonNode.Parse((await client.DownloadContentAsync(cancellationToken)).Value.Content)!;
        var rewritten = Rewritten(content, quoted);
        if (!JsonNode.DeepEquals(content, rewritten))
        {
            await client.UploadAsync(
                BinaryData.FromString(rewritten!.ToJsonString(Json.Options)), new BlobUploadOptions { Metadata = blob.Metadata, Conditions = new BlobRequestConditions { IfMatch = blob.Properties.ETag } }, cancellationToken);
        }
    }

    private async Task RewriteInboxAsync(string key, IReadOnlyList<(string Said, string Left)> quoted, CancellationToken cancellationToken)
    {
        var rows = await account.Alerts.ReadAllAsync(TableClient.CreateQueryFilter($"RowKey eq {key}"), cancellationToken);
        foreach (var row in rows)
        {
            (row["MessageVi"], row["MessageEn"]) = (Without(row.GetString("MessageVi"), quoted), Without(row.GetString("MessageEn"), quoted));
            await account.Alerts.UpdateEntityAsync(row, row.ETag, TableUpdateMode.Replace, cancellationToken);
            await pending.MarkAlertAsync(row.PartitionKey, row.RowKey, cancellationToken);
        }
    }

    private static JsonNode? Rewritten(JsonNode? node, IReadOnlyList<(string Said, string Left)> quoted) => node switch
    {
        JsonObject fields => new JsonObject(fields.Select(f => KeyValuePair.Create(f.Key, Rewritten(f.Value, quoted)))),
        JsonArray items => new JsonArray([.. items.Select(i => Rewritten(i, quoted))]),
        JsonValue value when value.TryGetValue<string>(out var text) => Without(text, quoted),
        _ => node?.DeepClone(),
    };

    private static string Without(string text, IReadOnlyList<(string Said, string Left)> quoted) => quoted.Aggregate(text, (t, q) => t.Replace(q.Said, q.Left, StringComparison.Ordinal));

    private static List<(string Said, string Left)> QuotedIn(Bilingual? error, IEnumerable<string> answers)
    {
        IEnumerable<(string Said, string Left)> said = answers.OrderByDescending(a => a.Length).Select(a => (a, BriefErasure.Left));
        said = error is null ? said : said.Prepend((error.Vi, ErasedText.Message.Vi)).Prepend((error.En, ErasedText.Message.En));
        return [.. said.SelectMany(q => Written(q.Said).Select(w => (w, q.Left)))];
    }

    /// <summary>As alerts, the text of a mail and its HTML have it.</summary>
    private static IEnumerable<string> Written(string message) =>
        new[] { message, OneLine.Of(message, message.Length) }.SelectMany(m => new[] { m, HtmlText.Encoded(m) }).Distinct();
}
