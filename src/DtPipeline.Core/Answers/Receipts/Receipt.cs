using DtPipeline.Faults;
using DtPipeline.Ledger;
using DtPipeline.Texts;

namespace DtPipeline.Answers.Receipts;

/// <summary>What the sender of a file is told beside it. All times in UTC.</summary>
/// <param name="Status"><c>accepted</c>, <c>accepted_with_faults</c>, <c>rejected</c> or <c>duplicate</c>.</param>
public sealed record Receipt(
    string FileId,
    string Path,
    string Sha256,
    string? Organisation,
    string? Period,
    DateTimeOffset UploadedAt,
    DateTimeOffset ProcessedAt,
    string Status,
    string? DuplicateOf,
    FilingCounts Counts,
    Bilingual Message,
    IReadOnlyList<ReceiptFault> Faults)
{
    public static Receipt Of(LedgerStep step, DateTimeOffset processedAt)
    {
        var filing = step.Filing;
        return new Receipt(
            filing.FileId,
            filing.Path,
            filing.Sha256,
            filing.Whose?.Organisation.Code,
            filing.Whose?.Period.ToString(),
            filing.UploadedAt,
            processedAt,
            NameOf(step.Status),
            step.DuplicateOf,
            step.Counts,
            Summary(step),
            [.. filing.Report.Faults.Select(ReceiptFault.Of), .. Tied(step)]);
    }

    /// <summary>The same file after another has come in before it: what its cells are compared with may have changed, its faults have not.</summary>
    public Receipt Amended(LedgerStep step) => this with
    {
        Status = NameOf(step.Status),
        DuplicateOf = step.DuplicateOf,
        Counts = step.Counts,
        Message = Summary(step),
        Faults = [.. Faults.Where(f => f.Code != FaultKinds.FileSameMoment.Code), .. Tied(step)],
    };

    private static IEnumerable<ReceiptFault> Tied(LedgerStep step) =>
        step.TiedWith is { } other ? [ReceiptFault.Of(FaultKinds.FileSameMoment.At(Place.WholeFile, other.Path))] : [];

    public static string NameOf(FilingStatus status) => status switch
    {
        FilingStatus.Accepted => "accepted",
        FilingStatus.AcceptedWithFaults => "accepted_with_faults",
        FilingStatus.Duplicate => "duplicate",
        _ => "rejected",
    };

    private static Bilingual Summary(LedgerStep step) => step.Status switch
    {
        FilingStatus.Accepted => new("Đã nhận báo cáo, không có lỗi.", "The report is accepted without errors."),
        FilingStatus.AcceptedWithFaults => new(
            "Đã lưu các dòng đúng. Hãy sửa các dòng có lỗi dưới đây và gửi lại tệp.",
            "The good rows are stored. Correct the faults below and send the file again."),
        FilingStatus.Duplicate => new(
            "Tệp giống hệt tệp gửi ngay trước đó; không có gì thay đổi.",
            "The file is the same, byte for byte, as the one sent just before; nothing has changed."),
        _ => new("Không lưu được số liệu nào. Hãy sửa các lỗi dưới đây và gửi lại tệp.", "Nothing could be stored. Correct the faults below and send the file again."),
    };
}

/// <param name="Severity"><c>error</c> (not stored), <c>warning</c> (stored, look at it) or <c>info</c>.</param>
public sealed record ReceiptFault(string? Sheet, int? Row, string? Column, string? Cell, string Code, string Severity, string? Found, string? Expected, Bilingual Message)
{
    public static ReceiptFault Of(Fault fault) => new(
        fault.Place.Sheet, fault.Place.Row, fault.Place.Column, fault.Place.Cell, fault.Code, NameOf(fault.Severity), fault.Found, fault.Expected, fault.Message);

    public static string NameOf(Severity severity) => severity switch
    {
        DtPipeline.Faults.Severity.Error => "error",
        DtPipeline.Faults.Severity.Warning => "warning",
        _ => "info",
    };
}
