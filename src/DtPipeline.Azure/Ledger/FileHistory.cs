using DtPipeline.Answers.Receipts;
using DtPipeline.Azure.Storage;
using DtPipeline.Catalogue;
using DtPipeline.Ledger;

namespace DtPipeline.Azure.Ledger;

/// <summary>Every file that an organisation has sent for a period, as the ledger knows it now: what came after a receipt was written is told here too.</summary>
public sealed class FileHistory(LedgerStore ledger, CatalogueStore catalogues)
{
    /// <returns>JSON, oldest first; null for an organisation or a period that is none.</returns>
    public async Task<BinaryData?> ReadAsync(string organisation, string period, CancellationToken cancellationToken)
    {
        var catalogue = await catalogues.GetAsync(cancellationToken);
        if (catalogue.FindOrganisation(organisation) is not { } known || !Period.TryParse(period, out var parsed))
        {
            return null;
        }

        var rows = await ledger.ReadFileRowsAsync(LedgerKey.Of(parsed, known.Code), cancellationToken);
        var files = rows
            .OrderBy(r => r.GetDateTimeOffset("UploadedAt"))
            .ThenBy(r => FileRows.IsSuperseded(r) ? 0 : 1)
            .ThenBy(FileRows.IdOf, StringComparer.Ordinal)
            .Select(FileRows.EntryOf);
        return BinaryData.FromObjectAsJson(new PeriodFiles(known.Code, parsed.ToString(), [.. files]), Json.Indented);
    }
}

/// <summary>The answer of <c>/api/v1/files/{organisation}/{period}</c>.</summary>
internal sealed record PeriodFiles(string Organisation, string Period, IReadOnlyList<FileEntry> Files);

/// <summary>A file as its receipt tells it, without the faults.</summary>
/// <param name="Awaited">Forms that want a signed paper and have none.</param>
internal sealed record FileEntry(
    string FileId,
    string Path,
    DateTimeOffset UploadedAt,
    string Status,
    string? DuplicateOf,
    FilingCounts Counts,
    ReceiptDocument? Document,
    IReadOnlyList<PaperLink>? Evidence,
    IReadOnlyList<PaperLink>? EvidenceOf,
    IReadOnlyList<AwaitedPaper>? Awaited);
