using DtPipeline.Faults;
using DtPipeline.Texts;

namespace DtPipeline.Answers.Receipts;

/// <summary>What the sender can do, once for each kind of fault, errors first.</summary>
internal static class ReceiptAdvice
{
    public static Html Of(Receipt receipt, HelpAddress help)
    {
        if (receipt.Faults.Count == 0)
        {
            return Html.Of($"""
                <section aria-labelledby="advice">
                <h2 id="advice">{Html.Both(new("Việc cần làm", "What to do"))}</h2>
                <p>{Html.Both(new("Không cần làm gì thêm.", "Nothing more needs to be done."))}</p>
                </section>
                """);
        }

        var kinds = receipt.Faults
            .GroupBy(f => f.Code)
            .Select(g => (Kind: FaultKinds.Find(g.Key), Count: g.Count()))
            .Where(k => k.Kind is { Remedy: not null, Meaning: not null })
            .OrderBy(k => k.Kind!.Severity);
        return Html.Of($"""
            <section aria-labelledby="advice">
            <h2 id="advice">{Html.Both(new("Việc cần làm", "What to do"))}</h2>
            {(receipt.Faults.Any(f => f.Severity == "error") ? Again(receipt.Organisation is not null) : Html.Nothing)}
            <ol class="advice">
            {Html.Join(kinds.Select(k => Kind(k.Kind!, k.Count, help)))}
            </ol>
            </section>
            """);
    }

    /// <param name="isPlaced">False where the place is itself what is wrong.</param>
    private static Html Again(bool isPlaced) => Html.Of($"<p>{Html.Both(isPlaced
        ? new(
            "Sửa các lỗi dưới đây trong tệp gốc, rồi tải cả tệp lên lại đúng chỗ cũ. Biên nhận mới sẽ thay biên nhận này.",
            "Correct the errors below in the original and upload the whole file to the same place again. A new receipt will replace this one.")
        : new(
            "Tệp không nằm trong thư mục của cơ quan và kỳ nào. Tải tệp lên lại đúng chỗ; biên nhận mới sẽ nằm bên cạnh tệp đó.",
            "The file is in no organisation's and period's folder. Upload it again to the right place; a new receipt will lie beside it there."))}</p>");

    private static Html Kind(FaultKind kind, int count, HelpAddress help) => Html.Of($"""
        <li class="{ReceiptFault.NameOf(kind.Severity)}">
        <div class="kind">
        <p class="meaning">{Html.Both(kind.Meaning!)}</p>
        <p class="times">{Html.Both(new(
            $"{ReceiptFaults.NameOf(kind.Severity).Vi}, {ReceiptCounts.Number(count)} chỗ",
            $"{ReceiptFaults.NameOf(kind.Severity).En}, {Bilingual.Count(count, "place")}"))}</p>
        </div>
        <p class="remedy">{Html.Both(kind.Remedy!)}</p>
        <p class="further"><a href="{help.OfFault("vi", kind.Code).AbsoluteUri}">Giải thích và ví dụ</a> <span lang="en">· <a href="{help.OfFault("en", kind.Code).AbsoluteUri}">Explanation and example</a></span></p>
        </li>
        """);
}
