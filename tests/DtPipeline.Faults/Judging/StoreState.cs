using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Azure.Storage.Blobs.Models;
using DtPipeline.Azure.Publishing;
using DtPipeline.Azure.Storage;
using DtPipeline.FaultInjection.Staging;
using DtPipeline.Pipeline.Tests.Support;

namespace DtPipeline.FaultInjection.Judging;

/// <summary>
/// Everything that a case has left: all rows of all tables, receipts, delivered alerts, digests, mails and what became of them, read models, and
/// the mail that arrived. <see cref="StoreDump"/> leaves out times, ETags and trace contexts, which say when and by which run a thing was
/// written, and names a file by its path, as its id is made of its time. Left out here beside them is what differs for the same reason.
/// </summary>
internal sealed partial record StoreState(IReadOnlyList<string> Lines, IReadOnlyList<string> Marks, IReadOnlyList<ArrivedMail> Mails)
{
    public static async Task<StoreState> OfAsync(Stage stage)
    {
        var account = stage.Account;
        var names = await StoreDump.FileNamesAsync(account);
        var lines = new List<string>(await StoreDump.OfAsync(account, sameBlobs: false));
        foreach (var (container, prefix) in new[] { (account.Archive, "digests/"), (account.Archive, "mails/"), (account.Archive, "mailed/"), (account.Published, string.Empty) })
        {
            await foreach (var blob in container.GetBlobsAsync(BlobTraits.None, BlobStates.None, prefix, CancellationToken.None))
            {
                var content = await StoreDump.JsonAsync(container.GetBlobClient(blob.Name));
                lines.Add(StoreDump.Rename($"{container.Name} {blob.Name} {(blob.Name == ReadModels.Arrivals ? InTheOrderOfPaths(content) : content)}", names));
            }
        }

        // The archived file itself, by its path: its content is in its name.
        await foreach (var blob in account.Archive.GetBlobsAsync(BlobTraits.None, BlobStates.None, null, CancellationToken.None))
        {
            if (names.TryGetValue(blob.Name[(blob.Name.IndexOf('/', StringComparison.Ordinal) + 1)..], out var path))
            {
                lines.Add($"archived {path}");
            }
        }

        var mails = new[] { stage.First, stage.Second, stage.Reporter }.SelectMany(a => stage.Ground.Mail.TakenBy(a))
            .Select(m => new ArrivedMail(
                m.To.Mailboxes.Single().LocalPart.Split('.')[0], StoreDump.Rename(m.MessageId ?? string.Empty, names), $"{m.Subject}\n{Neutral(m.TextBody)}\n{Neutral(m.HtmlBody)}"));
        return new StoreState([.. lines.Select(Neutral).Order(StringComparer.Ordinal)], await MarksAsync(account), [.. mails]);
    }

    /// <summary>Every report has both receipts, and they answer the very blob that lies there.</summary>
    public static async Task<IReadOnlyList<string>> UnansweredAsync(StorageAccount account)
    {
        var answered = new HashSet<(string, string?)>();
        await foreach (var receipt in account.Receipts.GetBlobsAsync(BlobTraits.Metadata, BlobStates.None, null, CancellationToken.None))
        {
            answered.Add((receipt.Name, receipt.Metadata.TryGetValue(Azure.Intake.ReceiptWriter.ReportTagKey, out var tag) ? tag : null));
        }

        var open = new List<string>();
        await foreach (var report in account.Reports.GetBlobsAsync(BlobTraits.None, BlobStates.None, null, CancellationToken.None))
        {
            open.AddRange(Azure.Intake.ReceiptWriter.NamesOf(report.Name)
                .Where(n => !answered.Contains((n, Azure.Intake.ReceiptWriter.Plain(report.Properties.ETag!.Value))))
                .Select(n => $"no receipt: {n}"));
        }

        return open;
    }

    /// <summary>The newest file stands first; which of two of one second that is says their time, which is left out.</summary>
    private static string InTheOrderOfPaths(string arrivals) =>
        string.Join('\n', JsonNode.Parse(arrivals)!["files"]!.AsArray().OrderBy(f => (string)f!["path"]!, StringComparer.Ordinal).Select(f => f!.ToJsonString()));

    private static async Task<IReadOnlyList<string>> MarksAsync(StorageAccount account)
    {
        var marks = new List<string>();
        await foreach (var row in account.Pending.QueryAsync<global::Azure.Data.Tables.TableEntity>("PartitionKey eq 'pending' or PartitionKey eq 'mail'"))
        {
            marks.Add($"mark left: {row.PartitionKey} {row.RowKey}");
        }

        return marks;
    }

    /// <summary>A link leads to the account and the proxy of its case, and a time inside JSON is that of its run.</summary>
    private static string Neutral(string? text) => Moment().Replace(Link().Replace(text ?? string.Empty, "http://<storage>/"), "\"<time>\"");

    [GeneratedRegex(@"http://127\.0\.0\.1:\d+/account\d+/")]
    private static partial Regex Link();

    [GeneratedRegex(@"""\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[^""]*""")]
    private static partial Regex Moment();
}

/// <param name="Content">Subject and both bodies.</param>
internal sealed record ArrivedMail(string To, string MessageId, string Content);
