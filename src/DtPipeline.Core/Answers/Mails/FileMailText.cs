using System.Globalization;
using DtPipeline.Answers.Receipts;
using DtPipeline.Catalogue;
using DtPipeline.Faults;
using DtPipeline.Ledger;
using DtPipeline.Texts;

namespace DtPipeline.Answers.Mails;

/// <summary>What became of a file, for whoever sends for its organisation: status, the first faults, and where its receipt lies.</summary>
public static class FileMailText
{
    private const int MostFaults = 10;
    private static readonly string Error = ReceiptFault.NameOf(Severity.Error);
    private static readonly string Warning = ReceiptFault.NameOf(Severity.Warning);

    /// <param name="links">To the receipt as a page.</param>
    public static MailContent Of(Receipt receipt, ReportingCatalogue catalogue, MailLinks links)
    {
        var who = catalogue.FindOrganisation(receipt.Organisation ?? string.Empty) is { } organisation
            ? new Bilingual(organisation.NameVi, organisation.NameEn)
            : new Bilingual(receipt.Organisation ?? "?", receipt.Organisation ?? "?");
        var name = receipt.Path[(receipt.Path.LastIndexOf('/') + 1)..];
        var status = receipt.Status == "rejected"
            ? new Bilingual("không nhận được số liệu", "rejected, nothing is stored")
            : new Bilingual("đã nhận một phần, có lỗi cần sửa", "accepted in part, there are errors to correct");
        var faults = receipt.Faults.OrderBy(f => f.Severity == Error ? 0 : f.Severity == Warning ? 1 : 2).ToList();
        return MailContent.Of(
            $"[DtPipeline] {who.Vi} {receipt.Period}, «{name}»: {status.Vi}",
            new MailPart(
                $"{who.Vi}, kỳ {receipt.Period}, tệp «{receipt.Path}»: {status.Vi}. {receipt.Message.Vi}",
                [List("Lỗi đầu tiên", faults, f => f.Message.Vi, PlaceVi, "và {0} mục nữa trong biên nhận")],
                Counts("dòng: {0} đã lưu, {1} có lỗi, {2} bỏ trống", receipt.Counts)),
            new MailPart(
                $"{who.En}, {receipt.Period}, the file '{receipt.Path}': {status.En}. {receipt.Message.En}",
                [List("The first faults", faults, f => f.Message.En, PlaceEn, "and {0} more in the receipt")],
                Counts("rows: {0} stored, {1} with errors, {2} empty", receipt.Counts)),
            links);
    }

    private static MailList List(string title, List<ReceiptFault> faults, Func<ReceiptFault, string> message, Func<ReceiptFault, string> place, string more) => new(
        title,
        [.. faults.Take(MostFaults).Select(f => new MailLine(place(f) + message(f)))],
        faults.Count > MostFaults ? string.Format(CultureInfo.InvariantCulture, more, faults.Count - MostFaults) : null);

    private static string Counts(string words, FilingCounts counts) =>
        string.Format(CultureInfo.InvariantCulture, words, counts.Accepted + counts.Unchanged + counts.Revised + counts.Nil, counts.Faulty, counts.Missing);

    private static string PlaceVi(ReceiptFault fault) => Place(fault.Sheet is { } s ? $"trang {s}" : null, fault.Row is { } r ? $"dòng {r}" : null, fault.Cell is { } c ? $"ô {c}" : null);

    private static string PlaceEn(ReceiptFault fault) => Place(fault.Sheet is { } s ? $"sheet {s}" : null, fault.Row is { } r ? $"row {r}" : null, fault.Cell is { } c ? $"cell {c}" : null);

    private static string Place(params string?[] parts) => string.Join(", ", parts.OfType<string>()) is { Length: > 0 } place ? $"{place}: " : string.Empty;
}
