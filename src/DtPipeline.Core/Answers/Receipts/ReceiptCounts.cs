using System.Globalization;
using DtPipeline.Ledger;
using DtPipeline.Texts;

namespace DtPipeline.Answers.Receipts;

/// <summary>What became of the rows of a file, in words. What there is none of is left out.</summary>
internal static class ReceiptCounts
{
    private static readonly NumberFormatInfo Points = new() { NumberGroupSeparator = "." };

    public static Html Of(FilingCounts counts) => counts.Rows == 0 ? Html.Nothing : Html.Of($"""
        <section aria-labelledby="counts">
        <h2 id="counts">{Html.Both(new("Kết quả đọc tệp", "What was read"))}</h2>
        <ul class="counts">
        {Html.Join(Lines(counts).Where(l => l.Count > 0).Select(Line))}
        </ul>
        </section>
        """);

    /// <summary>With points between thousands, as Vietnamese writes them.</summary>
    public static string Number(int count) => count.ToString("N0", Points);

    private static (int Count, string Class, Bilingual Words)[] Lines(FilingCounts counts) =>
    [
        (counts.Rows, "all", new("dòng số liệu trong tệp", "rows of data in the file")),
        (counts.Accepted, "good", new("giá trị mới, đã lưu", "new values, stored")),
        (counts.Revised, "good", new("giá trị thay cho số đã báo cáo, đã lưu", "values in place of earlier ones, stored")),
        (counts.Unchanged, "good", new("giá trị đã có từ trước, không đổi", "values that were there before, unchanged")),
        (counts.Nil, "good", new("chỉ tiêu không phát sinh, đã ghi nhận", "answers of nothing to report, noted")),
        (counts.Missing, "none", new("dòng để trống giá trị, không lưu gì", "rows without a value, nothing to store")),
        (counts.Faulty, "bad", new("dòng có lỗi, không được lưu", "rows with an error, not stored")),
        (counts.PassedOver, "none", new("dòng khác không phải số liệu: đề mục, dòng tổng, chữ ký", "other rows that are no data: headings, totals, signatures")),
    ];

    private static Html Line((int Count, string Class, Bilingual Words) line) =>
        Html.Of($"""<li class="{line.Class}"><strong>{Number(line.Count)}</strong> <span>{Html.Both(line.Words)}</span></li>""");
}
