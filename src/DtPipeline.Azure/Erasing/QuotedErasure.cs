using System.Text.Json.Nodes;
using Azure.Data.Tables;
using Azure.Storage.Blobs.Models;
using DtPipeline.Azure.Ledger;
using DtPipeline.Azure.Publishing;
using DtPipeline.Azure.Storage;
using DtPipeline.Ledger;
using DtPipeline.Texts;

namespace DtPipeline.Azure.Erasing;

/// <summary>
/// Takes what was quoted of a file out of alerts, digests and mails, in the archive, in the inbox and in the list of what is open. They quote its first error; the mail to
/// its sender quotes more, and goes whole.
/// </summary>
public sealed class QuotedErasure(StorageAccount account, PublishedBlobs published, PendingStore pending)
{
    private static readonly string[] Kept = ["alerts/", "digests/", "mails/"];

    /// <param name="quoted">The message of the first error.</param>
    internal async Task RunAsync(ReceivedFile file, string partition, Bilingual? quoted, CancellationToken cancellationToken)
    {
        foreach (var prefix in Kept)
        {
            await foreach (var blob in account.Archive.GetBlobsAsync(BlobTraits.Metadata, BlobStates.None, prefix, cancellationToken))
            {
                if (prefix == "mails/" && blob.Name.Contains(file.FileId, StringComparison.Ordinal))
                {
                    await account.Archive.GetBlobClient(blob.Name).DeleteIfExistsAsync(cancellationToken: cancellationToken);
                }
                else if (quoted is not null)
                {
                    await RewriteAsync(blob, quoted, cancellationToken);
                }
            }
        }

        if (quoted is not null)
        {
            await RewriteInboxAsync($"{AlertType.ReportFaulty}~{partition}~{file.FileId}", quoted, cancellationToken);
            await published.FoldAsync<JsonNode>(ReadModels.Alerts, list => Rewritten(list, quoted), cancellationToken);
        }
    }

    private async Task RewriteAsync(BlobItem blob, Bilingual quoted, CancellationToken cancellationToken)
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

    private async Task RewriteInboxAsync(string key, Bilingual quoted, CancellationToken cancellationToken)
    {
        var rows = await account.Alerts.ReadAllAsync(TableClient.CreateQueryFilter($"RowKey eq {key}"), cancellationToken);
        foreach (var row in rows)
        {
            (row["MessageVi"], row["MessageEn"]) = (Without(row.GetString("MessageVi"), quoted), Without(row.GetString("MessageEn"), quoted));
            await account.Alerts.UpdateEntityAsync(row, row.ETag, TableUpdateMode.Replace, cancellationToken);
            await pending.MarkAlertAsync(row.PartitionKey, row.RowKey, cancellationToken);
        }
    }

    private static JsonNode? Rewritten(JsonNode? node, Bilingual quoted) => node switch
    {
        JsonObject fields => new JsonObject(fields.Select(f => KeyValuePair.Create(f.Key, Rewritten(f.Value, quoted)))),
        JsonArray items => new JsonArray([.. items.Select(i => Rewritten(i, quoted))]),
        JsonValue value when value.TryGetValue<string>(out var text) => Without(text, quoted),
        _ => node?.DeepClone(),
    };

    private static string Without(string text, Bilingual quoted) => Written(quoted.Vi).Aggregate(
        Written(quoted.En).Aggregate(text, (t, en) => t.Replace(en, ErasedText.Message.En, StringComparison.Ordinal)),
        (t, vi) => t.Replace(vi, ErasedText.Message.Vi, StringComparison.Ordinal));

    /// <summary>As alerts, the text of a mail and its HTML have it.</summary>
    private static IEnumerable<string> Written(string message) =>
        new[] { message, OneLine.Of(message, message.Length) }.SelectMany(m => new[] { m, HtmlText.Encoded(m) }).Distinct();
}
