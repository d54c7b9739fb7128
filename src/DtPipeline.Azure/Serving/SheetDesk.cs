using System.Globalization;
using System.Text.Json.Serialization;
using Azure;
using DtPipeline.Answers.Lists;
using DtPipeline.Answers.Excerpts;
using DtPipeline.Azure.Intake;

namespace DtPipeline.Azure.Serving;

/// <summary>The rows of a report around its faults.</summary>
/// <param name="Path">Of the report, without the container.</param>
/// <param name="FileId">Of the file that the receipt answers.</param>
/// <param name="Next">As in a list; null at the end.</param>
internal sealed record SheetPage(string Path, string FileId, IReadOnlyList<ExcerptRow> Items, [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? Next);

/// <summary>Shows a sender's table beside its faults, from the archived bytes through the reader that read them.</summary>
public sealed class SheetDesk(ReceiptShelf receipts, Archive archive)
{
    public async Task<Served> ReadAsync(string path, PageRequest page, CancellationToken cancellationToken)
    {
        if (await receipts.FindAsync(path, cancellationToken) is not { } receipt)
        {
            return ReceiptShelf.UnknownAt(path);
        }

        if (await ContentAsync(receipt.FileId, receipt.Path, receipt.Sha256, receipt.UploadedAt, cancellationToken) is not { } content)
        {
            return Served.Unknown(
                "sheet.gone", "Nội dung tệp này không được giữ: tệp quá lớn hoặc đã bị xóa. Biên nhận vẫn còn.", "The content of this file is not kept: it was too large, or it was erased. Its receipt is there.");
        }

        var rows = Page.Of(SheetExcerpt.Of(content, receipt.Faults).Index(), r => r.Index.ToString("D9", CultureInfo.InvariantCulture), page);
        return Served.Of(new SheetPage(receipt.Path, receipt.FileId, [.. rows.Items.Select(r => r.Item)], rows.Next));
    }

    private async Task<ReadOnlyMemory<byte>?> ContentAsync(string fileId, string path, string sha256, DateTimeOffset uploadedAt, CancellationToken cancellationToken)
    {
        try
        {
            return (await archive.OpenAsync(fileId, path, sha256, uploadedAt, cancellationToken)).Content;
        }
        catch (RequestFailedException e) when (e.Status == 404)
        {
            return null;
        }
    }
}
