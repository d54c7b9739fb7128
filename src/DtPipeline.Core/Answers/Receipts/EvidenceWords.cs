using System.Globalization;
using DtPipeline.Ledger;
using DtPipeline.Texts;

namespace DtPipeline.Answers.Receipts;

/// <summary>What is said of signed papers: to whoever sent one, and on the page of a report that has one.</summary>
internal static class EvidenceWords
{
    /// <summary>Paths in a sentence; the list beside it has all.</summary>
    private const int MostNamed = 3;

    public static Bilingual Again { get; } = new("Bản ký này đã được gửi trước đó; không có gì thay đổi.", "This paper was sent before, byte for byte; nothing has changed.");

    /// <param name="reports">That it belongs to.</param>
    public static Bilingual Of(IReadOnlyList<PaperLink> reports)
    {
        var names = string.Join(", ", reports.TakeLast(MostNamed).Select(r => r.Path[(r.Path.LastIndexOf('/') + 1)..]));
        return reports.Count > 0
            ? new(
                $"Đã lưu làm bản ký của báo cáo {names}. Không đọc số liệu từ tệp này; hãy gửi số liệu bằng bảng tính.",
                $"Kept as the signed paper of the report {names}. No figures are read from it: send the figures as a workbook.")
            : new(
                "Đã lưu làm bản ký bên cạnh báo cáo của kỳ; chưa có báo cáo nào cùng số hoặc cùng ngày. Không đọc số liệu từ tệp này; hãy gửi số liệu bằng bảng tính.",
                "Kept as evidence beside the reports of the period; none of them has its number or date yet. No figures are read from it: send the figures as a workbook.");
    }

    public static Bilingual Said(ReceiptDocument document) => new(
        string.Join(", ", Parts(document, "số", "ngày", "dd/MM/yyyy")),
        string.Join(", ", Parts(document, "no.", "of", "yyyy-MM-dd")));

    private static IEnumerable<string> Parts(ReceiptDocument document, string number, string day, string format)
    {
        if (document.Number is { } known)
        {
            yield return $"{number} {known}";
        }

        if (document.Date is { } date)
        {
            yield return $"{day} {date.ToString(format, CultureInfo.InvariantCulture)}";
        }
    }
}
