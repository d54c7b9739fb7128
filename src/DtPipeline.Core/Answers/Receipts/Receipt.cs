using System.Globalization;
using DtPipeline.Amending;
using DtPipeline.Faults;
using DtPipeline.Ledger;
using DtPipeline.Texts;
using DtPipeline.Time;

namespace DtPipeline.Answers.Receipts;

/// <summary>What the sender of a file is told beside it. All times in UTC.</summary>
/// <param name="Status"><c>accepted</c>, <c>accepted_with_faults</c>, <c>rejected</c>, <c>duplicate</c> or <c>evidence</c>.</param>
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
    /// <summary>Number and day that the file gives itself; null where it gives none.</summary>
    public ReceiptDocument? Document { get; init; }

    private static readonly string[] OfOtherFiles = [FaultKinds.FileSameMoment.Code, FaultKinds.EvidenceAwaited.Code, FaultKinds.FormIncomplete.Code, FaultKinds.FormAfterClosing.Code];

    /// <summary>Of a report: the signed papers that belong to it, as far as they are known; null where there are none.</summary>
    public IReadOnlyList<PaperLink>? Evidence { get; init; }

    /// <summary>Of a signed paper: the reports that it belongs to; null where there are none.</summary>
    public IReadOnlyList<PaperLink>? EvidenceOf { get; init; }

    /// <summary>Where the codes of its faults are explained, each at the anchor of its name; null on receipts from before there was such a place.</summary>
    public ReceiptHelp? Help { get; init; }

    /// <summary>Errors that are counted and that the list of faults has no room for; null where it has them all, and on receipts from before they were counted.</summary>
    public int? UnlistedErrors { get; init; }

    /// <summary>How the report's forms were judged anew since it was answered; null where they were not.</summary>
    public IReadOnlyList<ReceiptCorrection>? Corrections { get; init; }

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
            [.. filing.Report.Faults.Select(ReceiptFault.Of), .. OfOthers(step)])
        {
            UnlistedErrors = filing.Report.Errors - filing.Report.Faults.Count(f => f.Severity == Severity.Error) is > 0 and var unlisted ? unlisted : null,
        }.WithPapers(step);
    }

    /// <summary>The same file after another has come in before it: what its cells are compared with may have changed, its faults have not.</summary>
    public Receipt Amended(LedgerStep step) => WithPapers(step) with
    {
        Status = NameOf(step.Status),
        DuplicateOf = step.DuplicateOf,
        Counts = step.Counts,
        Message = Summary(step),
        Faults = [.. Faults.Where(f => !OfOtherFiles.Contains(f.Code)), .. OfOthers(step)],
    };

    /// <param name="confirmed">Catalogues by which the past was judged anew: all of them.</param>
    public Receipt Corrected(IReadOnlyList<ConfirmedCatalogue> confirmed) =>
        Organisation is { } organisation && Period is { } period && ReceiptCorrection.Of(confirmed, organisation, period, UploadedAt) is { Count: > 0 } corrections
            ? this with { Corrections = corrections }
            : this;

    private Receipt WithPapers(LedgerStep step)
    {
        var paper = step.Filing.Report.Paper;
        var links = step.Papers.Count > 0 ? step.Papers : null;
        return this with
        {
            Document = paper.IsEmpty ? null : new ReceiptDocument(paper.Number, paper.Date),
            Evidence = PaperLinks.IsPaper(step) ? null : links,
            EvidenceOf = PaperLinks.IsPaper(step) ? links : null,
        };
    }

    /// <summary>What is told because of other files, or for want of them.</summary>
    private static IEnumerable<ReceiptFault> OfOthers(LedgerStep step)
    {
        if (step.TiedWith is { } other)
        {
            yield return ReceiptFault.Of(FaultKinds.FileSameMoment.At(Place.WholeFile, other.Path));
        }

        foreach (var lacking in step.Lacking)
        {
            yield return ReceiptFault.Of(FaultKinds.FormIncomplete.At(Place.WholeFile, lacking.Form, LackingWords.Of(lacking)) with { Expected = LackingWords.Expected(lacking) });
        }

        foreach (var awaited in step.Awaited)
        {
            var due = new Bilingual($"{awaited.Due.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture)}", $"{awaited.Due:O}");
            yield return ReceiptFault.Of(FaultKinds.EvidenceAwaited.At(Place.WholeFile, awaited.Form, due));
        }

        foreach (var closing in step.AfterClosing)
        {
            yield return ReceiptFault.Of(FaultKinds.FormAfterClosing.At(Place.WholeFile, closing.Form, VietnamTime.Said(closing.At)));
        }
    }

    public static string NameOf(FilingStatus status) => status switch
    {
        FilingStatus.Accepted => "accepted",
        FilingStatus.AcceptedWithFaults => "accepted_with_faults",
        FilingStatus.Duplicate => "duplicate",
        FilingStatus.Evidence => "evidence",
        _ => "rejected",
    };

    private static Bilingual Summary(LedgerStep step) => step.Status switch
    {
        FilingStatus.Accepted => new("Đã nhận báo cáo, không có lỗi.", "The report is accepted without errors."),
        FilingStatus.AcceptedWithFaults => new(
            "Đã lưu các dòng đúng. Hãy sửa các dòng có lỗi dưới đây và gửi lại tệp.",
            "The good rows are stored. Correct the faults below and send the file again."),
        FilingStatus.Evidence => EvidenceWords.Of(step.Papers),
        FilingStatus.Duplicate when PaperLinks.IsPaper(step) => EvidenceWords.Again,
        FilingStatus.Duplicate => new(
            "Tệp giống hệt tệp gửi ngay trước đó; không có gì thay đổi.",
            "The file is the same, byte for byte, as the one sent just before; nothing has changed."),
        _ => new("Không lưu được số liệu nào. Hãy sửa các lỗi dưới đây và gửi lại tệp.", "Nothing could be stored. Correct the faults below and send the file again."),
    };
}

/// <summary>The page of all faults in each language.</summary>
public sealed record ReceiptHelp(Uri Vi, Uri En)
{
    public static ReceiptHelp Of(HelpAddress help) => new(help.OfFaults("vi"), help.OfFaults("en"));
}

/// <param name="Number">Number and symbol, such as <c>123/BC-UBND</c>.</param>
public sealed record ReceiptDocument(string? Number, DateOnly? Date);

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
