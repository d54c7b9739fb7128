using System.Net;
using System.Text.Json;
using Azure;
using Azure.Storage;
using Azure.Storage.Blobs.Models;
using DtPipeline.Azure.Access;
using DtPipeline.Azure.Storage;
using DtPipeline.Reading;
using DtPipeline.Texts;
using DtPipeline.Time;

namespace DtPipeline.Azure.Uploading;

/// <summary>A report that somebody wants to send, as JSON: <c>{ "organisation": "P34-01", "period": "2025-Q3", "fileName": "bao-cao.xlsx", "bytes": 20480 }</c>.</summary>
public sealed record UploadRequest(string? Organisation, string? Period, string? FileName, long? Bytes);

/// <summary>How a report is sent.</summary>
/// <param name="Path">The report's own, <c>{organisation}/{period}/{file}</c>; its name may be another than was asked for, where that is taken.</param>
/// <param name="Url">Whoever has it writes this one blob: nobody else is to see it.</param>
/// <param name="Headers">To be sent with it. By <c>If-None-Match: *</c> of two who were given the same name at once the second is answered 409 or 412, and asks anew.</param>
/// <param name="Receipt">Where the receipt will be, below the address of the app.</param>
public sealed record UploadGrant(string Path, string Method, Uri Url, IReadOnlyDictionary<string, string> Headers, DateTimeOffset ExpiresAt, string Receipt);

/// <summary>Where reports come in over HTTP. It knows no callers: who may report for an organisation is asked before.</summary>
public sealed class UploadDesk(StorageAccount account, CatalogueStore catalogues, UploadAddress addresses, PipelineSettings settings, TimeProvider clock)
{
    public static readonly TimeSpan Lasts = TimeSpan.FromMinutes(15);

    private const string Routes = "/api/v1/";

    private static readonly StorageTransferOptions InParts = new() { InitialTransferSize = 4 * 1_048_576, MaximumTransferSize = 4 * 1_048_576, MaximumConcurrency = 1 };

    /// <summary>In bytes.</summary>
    public long MostBytes => settings.MostReportBytes;

    public static Bilingual Expected { get; } = new(
        "Nội dung phải là JSON như { \"organisation\": \"P34-01\", \"period\": \"2025-Q3\", \"fileName\": \"bao-cao.xlsx\", \"bytes\": 20480 }.",
        "The body must be JSON like { \"organisation\": \"P34-01\", \"period\": \"2025-Q3\", \"fileName\": \"bao-cao.xlsx\", \"bytes\": 20480 }.");

    /// <param name="from">Of the caller, where it is known and public.</param>
    public async Task<(UploadGrant? Grant, Refusal? Refusal)> GrantAsync(UploadRequest request, IPAddress? from, CancellationToken cancellationToken)
    {
        if (request is not { Organisation: { } organisation, Period: { } period, FileName: { } fileName, Bytes: { } bytes } || bytes < 0)
        {
            return (null, new Refusal(400, "body.malformed", Expected));
        }

        if (WhyNotOf(bytes) is { } size)
        {
            return (null, size);
        }

        var (path, why) = await FreePathAsync(organisation, period, fileName, cancellationToken);
        return path is null ? (null, new Refusal(400, "upload.refused", why!))
            : settings.Uploads == PipelineSettings.UploadsToApi ? (ByApi(path), null)
            : (await SignedAsync(path, Lasts, from, cancellationToken), null);
    }

    /// <summary>The right to write a report of this name for so long, from anywhere, whatever its size.</summary>
    public async Task<(UploadGrant? Grant, Bilingual? Why)> SignAsync(string organisation, string period, string fileName, TimeSpan lasts, CancellationToken cancellationToken)
    {
        var (path, why) = await FreePathAsync(organisation, period, fileName, cancellationToken);
        return path is null ? (null, why) : (await SignedAsync(path, lasts, from: null, cancellationToken), null);
    }

    /// <summary>Takes the bytes themselves, for who cannot reach storage.</summary>
    /// <param name="length">In bytes, where the sender says so.</param>
    /// <returns>The report's path, or why it was not taken: nothing of it is stored then.</returns>
    public async Task<(UploadedReport? Report, Refusal? Refusal)> TakeAsync(string path, Stream content, long? length, CancellationToken cancellationToken)
    {
        if (length is { } bytes && WhyNotOf(bytes) is { } size)
        {
            return (null, size);
        }

        var parts = path.Split('/');
        var (checkedPath, why) = parts.Length == 3
            ? UploadPath.Of(parts[0], parts[1], parts[2], await catalogues.GetAsync(cancellationToken), VietnamTime.DayOf(clock.GetUtcNow()))
            : (null, new Bilingual("Đường dẫn phải là {cơ quan}/{kỳ}/{tệp}.", "The path must be {organisation}/{period}/{file}."));
        if (checkedPath is null)
        {
            return (null, new Refusal(400, "upload.refused", why!));
        }

        try
        {
            var options = new BlobUploadOptions { Conditions = new BlobRequestConditions { IfNoneMatch = ETag.All }, TransferOptions = InParts };
            await account.Reports.GetBlobClient(checkedPath).UploadAsync(content, options, cancellationToken);
            return (new UploadedReport(checkedPath, ReceiptOf(checkedPath)), null);
        }
        catch (RequestFailedException e) when (e.Status is 409 or 412)
        {
            return (null, new Refusal(409, "upload.taken", new Bilingual(
                $"Đã có tệp '{checkedPath}'. POST /api/v1/uploads cho một tên còn trống.", $"There is a file '{checkedPath}' already. POST /api/v1/uploads answers with a name that is free.")));
        }
    }

    /// <summary>A grant or a taken report, as it is answered.</summary>
    public static BinaryData JsonOf<T>(T answer) => BinaryData.FromString(JsonSerializer.Serialize(answer, Json.Indented));

    private Refusal? WhyNotOf(long bytes) =>
        bytes == 0 ? new Refusal(400, "upload.empty", new Bilingual("Tệp rỗng: không có gì để gửi.", "The file is empty: there is nothing to send."))
        : bytes > MostBytes ? TooLarge
        : null;

    public Refusal TooLarge => new(413, "upload.too_large", new Bilingual(
        $"Tệp lớn hơn mức cho phép là {MostBytes:N0} byte. Hãy bỏ ảnh và trang tính không cần, hoặc chia thành nhiều tệp.",
        $"The file is larger than the {MostBytes:N0} bytes that are read. Remove pictures and sheets that are not needed, or divide it into several files."));

    private async Task<(string? Path, Bilingual? Why)> FreePathAsync(string organisation, string period, string fileName, CancellationToken cancellationToken)
    {
        var (path, why) = UploadPath.Of(organisation, period, fileName, await catalogues.GetAsync(cancellationToken), VietnamTime.DayOf(clock.GetUtcNow()));
        if (path is null)
        {
            return (null, why);
        }

        var folder = path[..(path.LastIndexOf('/') + 1)];
        var taken = new List<string>();
        await foreach (var blob in account.Reports.GetBlobsAsync(BlobTraits.None, BlobStates.None, folder, cancellationToken))
        {
            taken.Add(blob.Name[folder.Length..]);
        }

        return (folder + UploadPath.FreeName(path[folder.Length..], taken), null);
    }

    private UploadGrant ByApi(string path) => new(
        path, "PUT", new Uri($"{settings.PublicUrl.TrimEnd('/')}{Routes}uploads/{Escaped(path)}"), new Dictionary<string, string>(), UploadAddress.Now + Lasts, ReceiptOf(path));

    private async Task<UploadGrant> SignedAsync(string path, TimeSpan lasts, IPAddress? from, CancellationToken cancellationToken)
    {
        var until = UploadAddress.Now + lasts;
        return new UploadGrant(path, "PUT", await addresses.OfAsync(account.Reports.GetBlobClient(path), until, from, cancellationToken), OfABlob, until, ReceiptOf(path));
    }

    private static Dictionary<string, string> OfABlob => new(StringComparer.Ordinal) { ["x-ms-blob-type"] = "BlockBlob", ["If-None-Match"] = "*" };

    private static string ReceiptOf(string path) => $"{Routes}receipts/{Escaped(path)}";

    private static string Escaped(string path) => string.Join('/', path.Split('/').Select(Uri.EscapeDataString));
}

/// <summary>A report that was taken.</summary>
/// <inheritdoc cref="UploadGrant"/>
public sealed record UploadedReport(string Path, string Receipt);
