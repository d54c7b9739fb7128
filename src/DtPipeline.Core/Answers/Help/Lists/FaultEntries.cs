using DtPipeline.Answers.Briefs.Documents;
using DtPipeline.Answers.Receipts;
using DtPipeline.Answers.Views;
using DtPipeline.Faults;
using DtPipeline.Texts;

namespace DtPipeline.Answers.Help.Lists;

/// <summary>Every kind of fault under its code: what it means, how it looks and what to do.</summary>
internal static class FaultEntries
{
    /// <summary>What codes begin with, in the order in which a file is read.</summary>
    public static readonly IReadOnlyList<(string Prefix, Bilingual Title)> Groups =
    [
        ("path", new("Tệp nằm sai chỗ", "The file is in the wrong place")),
        ("organisation", new("Cơ quan", "The organisation")),
        ("period", new("Kỳ báo cáo", "The period")),
        ("file", new("Cả tệp", "The file as a whole")),
        ("title", new("Tiêu đề báo cáo", "The title of the report")),
        ("sheet", new("Trang tính", "The sheet")),
        ("header", new("Dòng tiêu đề bảng", "The header row")),
        ("column", new("Cột", "The column")),
        ("row", new("Dòng", "The row")),
        ("indicator", new("Chỉ tiêu", "The indicator")),
        ("task", new("Nhiệm vụ được giao", "The assigned task")),
        ("unit", new("Đơn vị tính", "The unit")),
        ("value", new("Giá trị", "The value")),
        ("cell", new("Ô ghi hai lần", "A cell that stands twice")),
        ("status", new("Trạng thái của giá trị", "The status of a value")),
        ("text", new("Chữ", "Text")),
        ("form", new("Biểu mẫu", "The form")),
        ("evidence", new("Bản ký", "The signed paper")),
        ("faults", new("Quá nhiều lỗi", "Too many faults")),
    ];

    public static Html Of(BriefLanguage language) => Html.Join(Groups.Select(g => Html.Of($"""
        <h2 id="{g.Prefix}">{language.Of(g.Title)}</h2>
        {Html.Join(FaultKinds.All.Where(k => k.Code.StartsWith($"{g.Prefix}.", StringComparison.Ordinal)).OrderBy(k => k.Severity).ThenBy(k => k.Code, StringComparer.Ordinal).Select(k => Entry(k, language)))}

        """)));

    private static Html Entry(FaultKind kind, BriefLanguage language)
    {
        var severity = ViewClass.Named(ReceiptFault.NameOf(kind.Severity))!;
        var other = BriefLanguage.All.First(l => l != language);
        var wrote = kind.Example!.Wrote is { } text ? Html.Of($"<dt>{language.Of("Đã ghi", "Written")}</dt><dd><code><bdi>{text}</bdi></code></dd>\n") : Html.Nothing;
        return Html.Of($"""
            <article id="{kind.Code}" class="fault">
            <h3>{language.Of(kind.Meaning!)}</h3>
            <p class="kind"><span class="badge {severity.Name}"><span aria-hidden="true">{severity.Mark}</span> {language.Of(severity.Label)}</span> <code>{kind.Code}</code> <a href="/help/{other.Code}/{HelpAddress.Faults}#{kind.Code}" lang="{other.Code}" hreflang="{other.Code}">{other.Of("Tiếng Việt", "English")}</a></p>
            <dl>
            {wrote}<dt>{language.Of("Biên nhận nói", "The receipt says")}</dt><dd>{language.Of(kind.Example.Fault.Message)}</dd>
            <dt>{language.Of("Việc cần làm", "What to do")}</dt><dd class="remedy">{language.Of(kind.Remedy!)}</dd>
            </dl>
            </article>

            """);
    }
}
