using System.Globalization;
using Azure;
using Azure.Storage.Blobs.Models;
using DtPipeline.Amending;
using DtPipeline.Answers.Annotated;
using DtPipeline.Answers.Receipts;
using DtPipeline.Answers.Workbooks;
using DtPipeline.Azure.Storage;
using DtPipeline.Faults;
using DtPipeline.Ledger;

namespace DtPipeline.Azure.Intake;

/// <summary>The container <c>receipts</c>: under every report's path what became of its latest version, as JSON for programs, as HTML for people, and of a workbook a copy that shows its faults.</summary>
public sealed class ReceiptWriter(StorageAccount account, Archive archive, CatalogueStore catalogues, PendingStore pending, PipelineSettings settings, TimeProvider clock)
{
    private const string Suffix = ".receipt.json";
    private const string PageSuffix = ".receipt.html";
    private const string AnnotatedSuffix = ".annotated.xlsx";
    private const int LongestBlobName = 1024;

    /// <summary>Metadata of a receipt: the file that it answers, and when that was uploaded.</summary>
    internal const string FileIdKey = "fileid";
    private const string UploadedAtKey = "uploadedat";

    /// <summary>Metadata of a receipt: the ETag of the report blob that it answers, by which the sweeper sees that nothing is left to do.</summary>
    public const string ReportTagKey = "reportetag";

    /// <summary>Answers a file that has just come.</summary>
    /// <param name="isFirst">Nothing was known of its organisation and period before, so that nothing lies beside its path.</param>
    /// <returns>As it was written.</returns>
    internal Task<Receipt> WriteAsync(LedgerStep step, ReceivedReport received, bool isFirst, CancellationToken cancellationToken) =>
        WriteAsync(step, received.ReportTag, [], received.File, isFirst, cancellationToken);

    /// <param name="confirmed">Catalogues by which the past was judged anew, as far as that can be after the file came.</param>
    /// <returns>As it was written.</returns>
    public Task<Receipt> WriteAsync(LedgerStep step, ETag? reportTag, IReadOnlyList<ConfirmedCatalogue> confirmed, CancellationToken cancellationToken) =>
        WriteAsync(step, reportTag, confirmed, file: null, isFirst: false, cancellationToken);

    private async Task<Receipt> WriteAsync(
        LedgerStep step, ETag? reportTag, IReadOnlyList<ConfirmedCatalogue> confirmed, ReceivedFile? file, bool isFirst, CancellationToken cancellationToken)
    {
        var metadata = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [FileIdKey] = step.Filing.FileId,
            [UploadedAtKey] = step.Filing.UploadedAt.ToString("O", CultureInfo.InvariantCulture),
        };
        if (reportTag is { } tag)
        {
            metadata[ReportTagKey] = Plain(tag);
        }

        if (step.Filing.IsWorkbook)
        {
            await AnnotateAsync(step.Filing, file, isFirst, metadata, cancellationToken);
        }

        var receipt = Receipt.Of(step, clock.GetUtcNow()).Corrected(confirmed) with { Help = ReceiptHelp.Of(settings.Help) };
        await WriteAsync(receipt, metadata, cancellationToken);
        return receipt;
    }

    /// <summary>Says on a receipt how its forms were judged anew since.</summary>
    public async Task CorrectAsync(string path, IReadOnlyList<ConfirmedCatalogue> confirmed, CancellationToken cancellationToken)
    {
        if (await ReadAsync(path, cancellationToken) is ({ } receipt, { } metadata))
        {
            if (await WriteChangedAsync(receipt, receipt.Corrected(confirmed), metadata, cancellationToken) is { } corrected)
            {
                await pending.MarkArrivalsAsync(ArrivalMark.Of([corrected]), cancellationToken);
            }
        }
    }

    /// <summary>Says of a file that was answered before what has become of it since other files came in before it.</summary>
    /// <returns>The receipt, null where the path has none of that file, and whether it says something else than before: it is for the caller to mark it.</returns>
    public async Task<(Receipt? Receipt, bool IsChanged)> AmendAsync(LedgerStep step, CancellationToken cancellationToken)
    {
        if (await ReadAsync(step.Filing.Path, cancellationToken) is not ({ } receipt, { } metadata) || receipt.FileId != step.Filing.FileId)
        {
            return (null, false);
        }

        var changed = await WriteChangedAsync(receipt, receipt.Amended(step), metadata, cancellationToken);
        return (changed ?? receipt, changed is not null);
    }

    /// <returns>What answers a path; null where nothing does.</returns>
    public async Task<Receipt?> ReadReceiptAsync(string path, CancellationToken cancellationToken) => (await ReadAsync(path, cancellationToken)).Receipt;

    /// <returns>Null without a receipt, and where two writers at once have left a page that answers another file than the JSON does.</returns>
    public async Task<AnsweredFile?> FindAsync(string path, CancellationToken cancellationToken)
    {
        var answered = await AnsweredByAsync(NameOf(path), cancellationToken);
        return answered is not null && answered == await AnsweredByAsync(PageOf(path), cancellationToken) ? answered : null;
    }

    /// <summary>Of the receipt that programs read: the one that marks a report as answered.</summary>
    public static string NameOf(string path) => Beside(path, Suffix);

    /// <summary>Everything that answers a report.</summary>
    public static IEnumerable<string> NamesOf(string path) => [NameOf(path), PageOf(path)];

    /// <summary>And the copy of a workbook beside it.</summary>
    internal static IEnumerable<string> AllNamesOf(string path) => [.. NamesOf(path), AnnotatedOf(path)];

    /// <summary>Whether a blob is the one that programs read and not another beside it.</summary>
    public static bool IsReceipt(string name) => name.EndsWith(Suffix, StringComparison.Ordinal);

    /// <summary>The path of the report that a receipt is beside; asked for the receipt of that path, <see cref="NameOf"/> gives the same blob.</summary>
    public static string PathIn(string name) => name[..^Suffix.Length];

    /// <summary>When the file that a receipt answers was uploaded, by the receipt's metadata.</summary>
    public static DateTimeOffset UploadedAtIn(IDictionary<string, string> metadata) => DateTimeOffset.ParseExact(metadata[UploadedAtKey], "O", CultureInfo.InvariantCulture);

    public static string Plain(ETag tag) => tag.ToString("G").Trim('"');

    /// <summary>Of the receipt that people read.</summary>
    public static string PageOf(string path) => Beside(path, PageSuffix);

    /// <summary>Of the copy of a workbook that shows its faults.</summary>
    public static string AnnotatedOf(string path) => Beside(path, AnnotatedSuffix);

    /// <summary>
    /// The report's own name and a suffix; where that would be too long for a blob, a part of it and its hash. Dots that stand for a folder
    /// are spelled, for no client asks for them as they are.
    /// </summary>
    private static string Beside(string report, string suffix)
    {
        var path = string.Join('/', report.Split('/').Select(part => part is "." or ".." ? part.Replace(".", "%2E", StringComparison.Ordinal) : part));
        if (path.Length + suffix.Length <= LongestBlobName)
        {
            return path + suffix;
        }

        var hash = $"~{LedgerKey.HashOf(path)}{suffix}";
        var kept = LongestBlobName - hash.Length;
        return string.Concat(path.AsSpan(0, char.IsHighSurrogate(path[kept - 1]) ? kept - 1 : kept), hash);
    }

    /// <summary>A workbook without anything to look at needs no copy, and that of an earlier version goes.</summary>
    /// <param name="known">Null to read it again.</param>
    private async Task AnnotateAsync(Filing filing, ReceivedFile? known, bool isFirst, Dictionary<string, string> metadata, CancellationToken cancellationToken)
    {
        var name = AnnotatedOf(filing.Path);
        if (filing.Report.Faults.Any(f => f.Severity != Severity.Info))
        {
            var file = known ?? await archive.OpenAsync(filing.FileId, filing.Path, filing.Sha256, filing.UploadedAt, cancellationToken);
            if (file.Content is { } content && AnnotatedWorkbook.Of(content, filing.Report.Faults, settings.Help) is { } annotated)
            {
                await WriteAsync(name, BinaryData.FromBytes(annotated), WorkbookContent.Type, metadata, cancellationToken);
                return;
            }
        }

        if (!isFirst)
        {
            await account.Receipts.GetBlobClient(name).DeleteIfExistsAsync(cancellationToken: cancellationToken);
        }
    }

    /// <summary>The JSON last: it marks the report as answered, so nothing may be left to write after it.</summary>
    private async Task WriteAsync(Receipt receipt, Dictionary<string, string> metadata, CancellationToken cancellationToken)
    {
        var page = ReceiptPage.Of(receipt, await catalogues.GetAsync(cancellationToken), settings.Help);
        await WriteAsync(PageOf(receipt.Path), BinaryData.FromString(page), "text/html; charset=utf-8", metadata, cancellationToken);
        await WriteAsync(NameOf(receipt.Path), JsonOf(receipt), "application/json; charset=utf-8", metadata, cancellationToken);
    }

    /// <returns>Null where nothing has changed.</returns>
    private async Task<Receipt?> WriteChangedAsync(Receipt before, Receipt after, Dictionary<string, string> metadata, CancellationToken cancellationToken)
    {
        if (JsonOf(after).ToString() == JsonOf(before).ToString())
        {
            return null;
        }

        await WriteAsync(after, metadata, cancellationToken);
        return after;
    }

    /// <returns>Nothing where the path has no receipt.</returns>
    private async Task<(Receipt? Receipt, Dictionary<string, string>? Metadata)> ReadAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            BlobDownloadResult written = await account.Receipts.GetBlobClient(NameOf(path)).DownloadContentAsync(cancellationToken);
            return (written.Content.ToObjectFromJson<Receipt>(Json.Options), new Dictionary<string, string>(written.Details.Metadata, StringComparer.Ordinal));
        }
        catch (RequestFailedException e) when (e.Status == 404)
        {
            return (null, null);
        }
    }

    private static BinaryData JsonOf(Receipt receipt) => BinaryData.FromObjectAsJson(receipt, Json.Indented);

    private async Task<AnsweredFile?> AnsweredByAsync(string name, CancellationToken cancellationToken)
    {
        try
        {
            var properties = await account.Receipts.GetBlobClient(name).GetPropertiesAsync(cancellationToken: cancellationToken);
            var metadata = properties.Value.Metadata;
            return new AnsweredFile(metadata[FileIdKey], UploadedAtIn(metadata), metadata.TryGetValue(ReportTagKey, out var tag) ? tag : null);
        }
        catch (RequestFailedException e) when (e.Status == 404)
        {
            return null;
        }
    }

    private async Task WriteAsync(string name, BinaryData content, string contentType, Dictionary<string, string> metadata, CancellationToken cancellationToken)
    {
        var options = new BlobUploadOptions { Metadata = metadata, HttpHeaders = new BlobHttpHeaders { ContentType = contentType } };
        await account.Receipts.GetBlobClient(name).UploadAsync(content, options, cancellationToken);
    }
}

/// <summary>The file that a receipt answers.</summary>
/// <param name="ReportTag">ETag of the report blob; null where the receipt was made anew without looking at it.</param>
public sealed record AnsweredFile(string FileId, DateTimeOffset UploadedAt, string? ReportTag);
