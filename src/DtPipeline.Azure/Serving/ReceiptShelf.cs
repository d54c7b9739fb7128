using Azure;
using DtPipeline.Answers.Receipts;
using DtPipeline.Answers.Workbooks;
using DtPipeline.Azure.Intake;
using DtPipeline.Azure.Storage;

namespace DtPipeline.Azure.Serving;

/// <summary>What the senders of reports were answered, by the reports' own paths.</summary>
public sealed class ReceiptShelf(StorageAccount account)
{
    private const int LongestPath = 1024;
    private static readonly Form Json = new(".json", Served.Json, ReceiptWriter.NameOf);
    private static readonly Form Html = new(".html", "text/html; charset=utf-8", ReceiptWriter.PageOf);
    private static readonly Form Annotated = new(".annotated.xlsx", WorkbookContent.Type, ReceiptWriter.AnnotatedOf);

    /// <param name="path">A report's own, or with <c>.json</c>, <c>.html</c> or <c>.annotated.xlsx</c> behind it.</param>
    /// <param name="asJson">What is wanted where the path alone does not say it.</param>
    public async Task<Served> ServeAsync(string path, bool asJson, CancellationToken cancellationToken)
    {
        if (await ReadAsync(path, asJson ? Json : Html, cancellationToken) is { } own)
        {
            return own;
        }

        var form = Array.Find([Json, Html, Annotated], f => path.EndsWith(f.Ending, StringComparison.Ordinal));
        return form is not null && await ReadAsync(path[..^form.Ending.Length], form, cancellationToken) is { } said ? said : UnknownAt(path);
    }

    /// <returns>Null where the path has no receipt.</returns>
    public async Task<Receipt?> FindAsync(string path, CancellationToken cancellationToken) =>
        (await ReadAsync(path, Json, cancellationToken))?.Content?.ToObjectFromJson<Receipt>(Storage.Json.Options);

    internal static Served UnknownAt(string path) => Served.Unknown(
        "receipt.unknown",
        $"Không có biên nhận cho «{path}»; cần đường dẫn của một báo cáo đã gửi, như P34-01/2025-Q3/bao-cao.xlsx. Biên nhận có sau khi gửi ít giây.",
        $"There is no receipt for '{path}'; expected the path of a report that was sent, such as P34-01/2025-Q3/bao-cao.xlsx. A receipt is there seconds after sending.");

    private async Task<Served?> ReadAsync(string path, Form form, CancellationToken cancellationToken)
    {
        if (path.Length is 0 or > LongestPath)
        {
            return null;
        }

        try
        {
            var found = (await account.Receipts.GetBlobClient(form.NameOf(path)).DownloadContentAsync(cancellationToken)).Value;
            return new Served(found.Content, null) { Type = form.Type, Tag = found.Details.ETag.ToString("H") };
        }
        catch (RequestFailedException e) when (e.Status is 400 or 404)
        {
            // No blob, or no name that a blob can have.
            return null;
        }
    }

    private sealed record Form(string Ending, string Type, Func<string, string> NameOf);
}
