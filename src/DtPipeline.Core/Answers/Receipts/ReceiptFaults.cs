using DtPipeline.Faults;
using DtPipeline.Texts;

namespace DtPipeline.Answers.Receipts;

/// <summary>The faults of a file as tables, one for each severity. A page shows so many rows that a browser and a printer can still cope with it.</summary>
internal static class ReceiptFaults
{
    public const int MostRows = 500;

    private static readonly (Severity Severity, Bilingual Title)[] Groups =
    [
        (Severity.Error, new("Lỗi: không được lưu", "Errors: not stored")),
        (Severity.Warning, new("Cảnh báo: đã lưu, cần xem lại", "Warnings: stored, to be looked at")),
        (Severity.Info, new("Thông tin", "For information")),
    ];

    public static Html Of(IReadOnlyList<ReceiptFault> faults, HelpAddress help)
    {
        if (faults.Count == 0)
        {
            return Html.Nothing;
        }

        var shown = faults.OrderBy(f => Array.FindIndex(Groups, g => ReceiptFault.NameOf(g.Severity) == f.Severity)).Take(MostRows).ToList();
        var columns = new Columns(faults.Any(f => f.Sheet is not null), faults.Any(f => f.Cell is not null));
        return Html.Of($"""
            <section aria-labelledby="faults">
            <h2 id="faults">{Html.Both(new("Danh sách chi tiết", "The list"))}</h2>
            {(faults.Count > shown.Count ? More(faults.Count) : Html.Nothing)}
            {Html.Join(Groups.Select(g => Group(g.Severity, g.Title, faults, shown, columns, help)))}
            </section>
            """);
    }

    public static Bilingual NameOf(Severity severity) => severity switch
    {
        Severity.Error => new("Lỗi", "Error"),
        Severity.Warning => new("Cảnh báo", "Warning"),
        _ => new("Thông tin", "Information"),
    };

    private static Html More(int count) => Html.Of($"""
        <p class="more">{Html.Both(new(
            $"Trang này hiện {ReceiptCounts.Number(MostRows)} mục đầu trong {ReceiptCounts.Number(count)} mục; tệp .receipt.json ở cùng chỗ có đủ.",
            $"This page shows the first {MostRows} of {count}; the .receipt.json beside it has them all."))}</p>
        """);

    private static Html Group(Severity severity, Bilingual title, IReadOnlyList<ReceiptFault> faults, List<ReceiptFault> shown, Columns columns, HelpAddress help)
    {
        var name = ReceiptFault.NameOf(severity);
        var rows = shown.Where(f => f.Severity == name).ToList();
        return rows.Count == 0 ? Html.Nothing : Html.Of($"""
            <h3 id="{name}s" class="{name}">{title.Vi} ({ReceiptCounts.Number(faults.Count(f => f.Severity == name))})<span class="en" lang="en">{title.En}</span></h3>
            <table role="table" aria-labelledby="{name}s">
            <thead role="rowgroup"><tr role="row">
            {Header("row", new("Dòng", "Row"))}
            {(columns.HasSheet ? Header("sheet", new("Trang", "Sheet")) : Html.Nothing)}
            {Header("column", new("Cột", "Column"))}
            {(columns.HasCell ? Header("cell", new("Ô", "Cell")) : Html.Nothing)}
            {Header("found", new("Đã ghi", "Found"))}
            {Header("expected", new("Cần có", "Expected"))}
            {Header("says", new("Giải thích", "Explanation"))}
            </tr></thead>
            <tbody role="rowgroup">
            {Html.Join(rows.Select(f => Row(f, columns, help)))}
            </tbody>
            </table>
            """);
    }

    private static Html Header(string name, Bilingual title) => Html.Of($"""<th scope="col" role="columnheader" class="{name}">{Html.Both(title)}</th>""");

    private static Html Row(ReceiptFault fault, Columns columns, HelpAddress help) => Html.Of($"""
        <tr role="row">
        <th scope="row" role="rowheader" class="row" data-label="Dòng · Row"><span>{RowOf(fault)}</span></th>
        {(columns.HasSheet ? Cell("sheet", "Trang · Sheet", fault.Sheet) : Html.Nothing)}
        {Cell("column", "Cột · Column", fault.Column)}
        {(columns.HasCell ? Cell("cell", "Ô · Cell", fault.Cell) : Html.Nothing)}
        {Cell("found", "Đã ghi · Found", fault.Found)}
        {Cell("expected", "Cần có · Expected", fault.Expected)}
        <td role="cell" class="says">{Html.Both(fault.Message)}{Code(fault.Code, help)}</td>
        </tr>

        """);

    /// <summary>Leads to what the fault means; that of an older receipt, which no kind has any more, leads nowhere.</summary>
    private static Html Code(string code, HelpAddress help) => FaultKinds.Find(code) is null
        ? Html.Of($"""<code class="code">{code}</code>""")
        : Html.Of($"""<a class="code" href="{help.OfFault("vi", code).AbsoluteUri}"><code>{code}</code></a>""");

    private static Html RowOf(ReceiptFault fault) =>
        fault.Row is { } row ? Html.Of($"{row}")
        : fault.Sheet is null ? Html.Both(new("cả tệp", "whole file"))
        : Html.Both(new("cả trang", "whole sheet"));

    // Isolated, so that letters written from right to left, or marks that turn the line round, stay within their cell.
    private static Html Cell(string name, string label, string? text) => text is null
        ? Html.Of($"""<td role="cell" class="{name} none"></td>""")
        : Html.Of($"""<td role="cell" class="{name}" data-label="{label}"><bdi>{text}</bdi></td>""");

    private sealed record Columns(bool HasSheet, bool HasCell);
}
