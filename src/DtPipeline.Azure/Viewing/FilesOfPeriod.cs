using Azure.Data.Tables;
using DtPipeline.Answers.Views.Filing;
using DtPipeline.Azure.Ledger;
using DtPipeline.Catalogue;
using DtPipeline.Ledger;

namespace DtPipeline.Azure.Viewing;

/// <summary>The files of an organisation's period, from the rows of the ledger.</summary>
internal static class FilesOfPeriod
{
    /// <returns>The newest first.</returns>
    public static IReadOnlyList<ListedFile> Of(IEnumerable<TableEntity> rows, Owner owner, ReportingCatalogue catalogue) =>
    [
        .. rows
            .Select(row => (Entry: FileRows.EntryOf(row), FileRows.FilingOf(row, owner, catalogue).Report.Errors))
            .OrderByDescending(f => f.Entry.UploadedAt)
            .ThenBy(f => f.Entry.FileId, StringComparer.Ordinal)
            .Select(f => new ListedFile(f.Entry.FileId, f.Entry.Path, owner.Organisation.Code, owner.Period.ToString(), f.Entry.UploadedAt, f.Entry.Status, f.Errors, null)),
    ];
}
