using DtPipeline.Azure.Ledger;
using DtPipeline.Catalogue;
using DtPipeline.Ledger;

namespace DtPipeline.Azure.Intake;

/// <summary>What stands in the archive in place of a file that was erased: which it was, who erased it and why, and the figures that it gave.</summary>
/// <param name="ConfirmedBy">Another person than <paramref name="By"/>.</param>
/// <param name="Reason">Told to whoever sends the same content again.</param>
internal sealed record Tombstone(
    string FileId, string Path, string Sha256, DateTimeOffset UploadedAt, string By, string ConfirmedBy, DateTimeOffset At, string Reason, ErasedFile Left)
{
    public ReceivedFile File => new(FileId, Path, Sha256, UploadedAt, null, 0);

    public Filing FilingOf(ReportingCatalogue catalogue) =>
        FileRows.FilingOf(FileRows.RowOf(Left, FileId, Path, Sha256, UploadedAt), FilingReader.OwnerOf(File, catalogue), catalogue);
}
