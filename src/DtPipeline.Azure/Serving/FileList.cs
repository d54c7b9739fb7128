using System.Globalization;
using Azure.Storage.Blobs.Models;
using DtPipeline.Answers.Lists;
using DtPipeline.Answers.Models;
using DtPipeline.Answers.Receipts;
using DtPipeline.Azure.Intake;
using DtPipeline.Azure.Storage;
using DtPipeline.Ledger;
using DtPipeline.Texts;

namespace DtPipeline.Azure.Serving;

/// <param name="Organisations">Whose files; null for everybody's, and those that are nobody's.</param>
/// <param name="Period">Null for all.</param>
/// <param name="Status">Null for all.</param>
public sealed record FileQuestion(IReadOnlyList<string>? Organisations, string? Period, string? Status);

/// <summary>Reports that were answered, the newest first: the latest file of each path. Which there are says one listing of the receipts; only those of the page are read.</summary>
public sealed class FileList(StorageAccount account, ReceiptShelf receipts)
{
    /// <summary>More are not put in order at once.</summary>
    private const int Most = 20_000;

    /// <summary>Of one page, where a status is asked for that few have: the page is shorter then, and has a next one.</summary>
    private const int MostRead = 400;

    private const int AtOnce = 16;

    private static readonly IReadOnlyList<string> Statuses = [.. Enum.GetValues<FilingStatus>().Select(Receipt.NameOf)];

    public async Task<Served> ListAsync(FileQuestion question, PageRequest page, CancellationToken cancellationToken)
    {
        if (question.Status is { } status && !Statuses.Contains(status))
        {
            return Served.Malformed(new Bilingual(
                $"status là '{OneLine.Of(status, 50)}'; cần một trong: {string.Join(", ", Statuses)}.", $"status is '{OneLine.Of(status, 50)}'; expected one of: {string.Join(", ", Statuses)}."));
        }

        var found = new List<AnsweredPath>();
        foreach (var prefix in question.Organisations?.Select(o => $"{o}/") ?? [string.Empty])
        {
            await foreach (var blob in account.Receipts.GetBlobsAsync(BlobTraits.Metadata, BlobStates.None, prefix, cancellationToken))
            {
                if (ReceiptWriter.IsReceipt(blob.Name) && AnsweredPath.Of(blob) is var answered && answered.IsOf(question.Period))
                {
                    found.Add(answered);
                }
            }

            if (found.Count > Most)
            {
                return Served.TooLarge(
                    "files.too_many",
                    $"Có hơn {Most} tệp; hãy chọn một cơ quan (organisation) hoặc một kỳ (period).",
                    $"There are more than {Most} files; ask for those of one organisation or one period.");
            }
        }

        return Served.Of(await PageAsync([.. found.Where(f => page.After is not { } after || string.CompareOrdinal(f.Place, after) > 0).OrderBy(f => f.Place, StringComparer.Ordinal)], question.Status, page.Limit, cancellationToken));
    }

    private async Task<Page<Arrival>> PageAsync(IReadOnlyList<AnsweredPath> behind, string? status, int limit, CancellationToken cancellationToken)
    {
        var (items, read) = (new List<Arrival>(), 0);
        while (read < Math.Min(behind.Count, MostRead))
        {
            var some = behind.Skip(read).Take(Math.Min(AtOnce, limit - items.Count)).ToList();
            var answered = await Task.WhenAll(some.Select(a => receipts.FindAsync(a.Path, cancellationToken)));
            items.AddRange(answered.OfType<Receipt>().Where(r => status is null || r.Status == status).Select(ArrivalOf));
            read += some.Count;
            if (items.Count == limit)
            {
                break;
            }
        }

        return new Page<Arrival>(items, read < behind.Count ? PageRequest.Written(behind[read - 1].Place) : null);
    }

    private static Arrival ArrivalOf(Receipt receipt) => new(
        receipt.FileId, receipt.Path, receipt.UploadedAt, receipt.Status, receipt.Counts, receipt.Faults.Count(f => f.Severity == "error"), receipt.Faults.Count(f => f.Severity == "warning"))
    {
        Organisation = receipt.Organisation,
        Period = receipt.Period,
    };

    /// <param name="Path">The report's, as the receipt's name has it.</param>
    /// <param name="Place">The later uploaded, the earlier.</param>
    private sealed record AnsweredPath(string Path, string Place)
    {
        public static AnsweredPath Of(BlobItem receipt)
        {
            var path = ReceiptWriter.PathIn(receipt.Name);
            return new AnsweredPath(path, string.Create(CultureInfo.InvariantCulture, $"{DateTimeOffset.MaxValue.UtcTicks - ReceiptWriter.UploadedAtIn(receipt.Metadata).UtcTicks:D19}~{path}"));
        }

        public bool IsOf(string? period) => period is null || (Path.Split('/') is [_, var named, _] && named == period);
    }
}
