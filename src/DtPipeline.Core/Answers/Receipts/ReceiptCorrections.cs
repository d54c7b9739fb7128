using System.Globalization;
using DtPipeline.Texts;
using DtPipeline.Time;

namespace DtPipeline.Answers.Receipts;

/// <summary>The part of the page that says what was judged anew since the report was answered.</summary>
internal static class ReceiptCorrections
{
    public static Html Of(IReadOnlyList<ReceiptCorrection>? corrections) => corrections is null ? Html.Nothing : Html.Of($"""
        <section aria-labelledby="corrected">
        <h2 id="corrected">{Html.Both(new("Đính chính", "Corrected"))}</h2>
        <p>{Html.Both(new(
            "Ủy ban đã thay đổi danh mục báo cáo và xét lại kỳ này. Không cần gửi lại tệp.",
            "The committee has changed what is owed, and judged this period again. Nothing needs to be sent again."))}</p>
        <ul>
        {Html.Join(corrections.Select(c => Html.Of($"<li>{Html.Both(Line(c))}</li>")))}
        </ul>
        </section>
        """);

    private static Bilingual Line(ReceiptCorrection correction)
    {
        var at = VietnamTime.At(correction.At);
        return new(
            string.Create(CultureInfo.InvariantCulture, $"{correction.Message.Vi} {correction.By} xác nhận ngày {at:dd/MM/yyyy}."),
            string.Create(CultureInfo.InvariantCulture, $"{correction.Message.En} Confirmed by {correction.By} on {at:d MMMM yyyy}."));
    }
}
