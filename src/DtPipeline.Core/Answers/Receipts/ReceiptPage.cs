using DtPipeline.Catalogue;
using DtPipeline.Ledger;
using DtPipeline.Texts;
using DtPipeline.Time;

namespace DtPipeline.Answers.Receipts;

/// <summary>A receipt for people: one HTML file that needs nothing else, runs nothing, prints on A4 and reads on a phone.</summary>
public static class ReceiptPage
{
    private static readonly Html Style = Html.Own(ReadStyle());

    /// <param name="help">Where each fault is explained.</param>
    public static string Of(Receipt receipt, ReportingCatalogue catalogue, HelpAddress help)
    {
        var organisation = OrganisationOf(receipt, catalogue);
        var period = PeriodOf(receipt);
        return HtmlPage.Of("vi", $"Biên nhận: {organisation.Vi}, {period.Vi}", Style, Html.Of($"""
            <main>
            {Banner(receipt)}
            {Submission(receipt, organisation, period)}
            {ReceiptCorrections.Of(receipt.Corrections)}
            {ReceiptCounts.Of(receipt.Counts)}
            {ReceiptAdvice.Of(receipt, help)}
            {ReceiptFaults.Of(receipt.Faults, help)}
            </main>
            {Footer(receipt, help)}
            """));
    }

    private static Html Banner(Receipt receipt)
    {
        var (mark, title) = receipt.Status switch
        {
            "accepted" => ("✓", new Bilingual("Đã nhận, không có lỗi", "Accepted without errors")),
            "accepted_with_faults" => ("!", new Bilingual("Đã nhận một phần, có lỗi cần sửa", "Accepted in part, there are errors to correct")),
            "evidence" => ("✎", new Bilingual("Đã lưu bản ký", "Kept as evidence")),
            "duplicate" => ("=", new Bilingual("Tệp trùng, không có gì thay đổi", "The same file again, nothing has changed")),
            _ => ("✕", new Bilingual("Không nhận được số liệu", "Rejected, nothing is stored")),
        };
        return Html.Of($"""
            <header class="banner {receipt.Status}">
            <p class="mark" aria-hidden="true">{mark}</p>
            <div>
            <p class="kind">Biên nhận báo cáo <span lang="en">· Report receipt</span></p>
            <h1>{Html.Both(title)}</h1>
            <p class="message">{Html.Both(receipt.Message)}</p>
            </div>
            </header>
            """);
    }

    private static Html Submission(Receipt receipt, Bilingual organisation, Bilingual period) => Html.Of($"""
        <section aria-labelledby="sent">
        <h2 id="sent">{Html.Both(new("Báo cáo đã gửi", "The report"))}</h2>
        <dl>
        {Term(new("Cơ quan", "Organisation"), Named(organisation, receipt.Organisation))}
        {Term(new("Kỳ báo cáo", "Period"), Named(period, receipt.Period))}
        {Term(new("Tệp", "File"), Html.Of($"""<bdi>{receipt.Path[(receipt.Path.LastIndexOf('/') + 1)..]}</bdi><span class="en"><bdi>{receipt.Path}</bdi></span>"""))}
        {(receipt.Document is { } document ? Term(new("Văn bản", "Document"), Html.Both(EvidenceWords.Said(document))) : Html.Nothing)}
        {(receipt.Evidence is { } papers ? Term(new("Bản ký kèm theo", "Signed paper"), Linked(papers)) : Html.Nothing)}
        {(receipt.EvidenceOf is { } reports ? Term(new("Thuộc báo cáo", "Belongs to"), Linked(reports)) : Html.Nothing)}
        {Term(new("Gửi lúc", "Sent"), Html.Both(VietnamTime.Said(receipt.UploadedAt)))}
        {Term(new("Xử lý lúc", "Processed"), Html.Both(VietnamTime.Said(receipt.ProcessedAt)))}
        </dl>
        </section>
        """);

    private static Html Footer(Receipt receipt, HelpAddress help)
    {
        var original = receipt.DuplicateOf is { } id ? Html.Of($"<p>Trùng với tệp <span lang=\"en\">· Same as file</span> <code>{id}</code></p>") : Html.Nothing;
        return Html.Of($"""
            <footer>
            <p><a href="{help.OfReceipts("vi").AbsoluteUri}">Cách đọc biên nhận, sửa và gửi lại</a> <span lang="en">· <a href="{help.OfReceipts("en").AbsoluteUri}">How a receipt is read</a></span></p>
            <p>{Html.Both(new(
                "Biên nhận này do hệ thống lập tự động, giờ Việt Nam. Tệp .receipt.json ở cùng chỗ có đủ nội dung cho phần mềm đọc.",
                "Made by the system, in Vietnam's time. The .receipt.json beside it has everything for programs to read."))}</p>
            <p>Mã tệp <span lang="en">· File id</span> <code>{receipt.FileId}</code></p>
            {original}
            <p>SHA-256 <code>{receipt.Sha256}</code></p>
            </footer>
            """);
    }

    private static Html Term(Bilingual term, Html meaning) => Html.Of($"<div><dt>{Html.Both(term)}</dt><dd>{meaning}</dd></div>");

    private static Html Linked(IReadOnlyList<PaperLink> files) => Html.Join(files.Select(f => Html.Of($"<bdi>{f.Path[(f.Path.LastIndexOf('/') + 1)..]}</bdi> <code>{f.FileId}</code><br />")));

    private static Html Named(Bilingual name, string? code) => code is null
        ? Html.Both(name)
        : Html.Of($"""{name.Vi} <code>{code}</code><span class="en" lang="en">{name.En}</span>""");

    private static Bilingual OrganisationOf(Receipt receipt, ReportingCatalogue catalogue) => receipt.Organisation switch
    {
        null => new("Không xác định được", "Not known"),
        var code when catalogue.FindOrganisation(code) is { } organisation => new(organisation.NameVi, organisation.NameEn),
        var code => new(code, code),
    };

    private static Bilingual PeriodOf(Receipt receipt) => receipt.Period switch
    {
        null => new("Không xác định được", "Not known"),
        var text when Period.TryParse(text, out var period) => PeriodName.Of(period),
        var text => new(text, text),
    };

    private static string ReadStyle()
    {
        using var stream = typeof(ReceiptPage).Assembly.GetManifestResourceStream("receipt.css")!;
        return new StreamReader(stream).ReadToEnd();
    }
}
