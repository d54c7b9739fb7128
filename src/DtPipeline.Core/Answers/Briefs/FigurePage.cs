using System.Globalization;
using DtPipeline.Answers.Briefs.Documents;
using DtPipeline.Answers.Briefs.Figures;
using DtPipeline.Answers.Receipts;
using DtPipeline.Catalogue;
using DtPipeline.Texts;

namespace DtPipeline.Answers.Briefs;

/// <summary>What a figure of a brief is made of: its observations, their files and cells, and the receipts of these.</summary>
public static class FigurePage
{
    // From briefs/{period}/{moment}/figures/ to where everything is served.
    private const string Api = "../../../../";

    /// <param name="all">Of the same brief.</param>
    public static string Of(BriefFigure figure, IReadOnlyList<BriefFigure> all, ReportingCatalogue catalogue)
    {
        var indicator = figure.Indicator is { } code ? catalogue.FindIndicator(code) : null;
        return HtmlPage.Of("vi", figure.Id, Html.Own(BriefHtml.Css), Html.Of($"""
            <main>
            <h1>{(indicator is null ? Html.Of($"{figure.Id}") : Html.Both(new Bilingual(indicator.NameVi, indicator.NameEn)))}</h1>
            <p><code>{figure.Id}</code></p>
            <table>
            <tbody>
            {Fact(new("Giá trị", "Value"), figure.Value is { } value ? Exact(value) : "–")}
            {Fact(new("Đơn vị", "Unit"), figure.Unit)}
            {Fact(new("Kỳ", "Period"), figure.Period ?? "–")}
            {Fact(new("Cách tính", "Method"), figure.Method)}
            {(figure is { Reported: { } reported, Owed: { } owed } ? Fact(new("Báo cáo, trên số phải báo cáo", "Reported, of those who owe it"), string.Create(CultureInfo.InvariantCulture, $"{reported} / {owed}")) : Html.Nothing)}
            </tbody>
            </table>
            {From(figure)}
            {Sources(figure, catalogue)}
            {Parts(figure, all, catalogue)}
            </main>
            """));
    }

    private static Html Fact(Bilingual name, string value) => Html.Of($"<tr><th scope=\"row\">{Html.Both(name)}</th><td>{value}</td></tr>\n");

    private static Html From(BriefFigure figure) => figure.From.Count == 0
        ? Html.Nothing
        : Html.Of($"<h2>{Html.Both(new("Tính từ", "Worked out from"))}</h2>\n<ul>\n{Html.Join(figure.From.Select(id => Html.Of($"<li><a href=\"{Uri.EscapeDataString(id)}\"><code>{id}</code></a></li>\n")))}</ul>\n");

    private static Html Parts(BriefFigure figure, IReadOnlyList<BriefFigure> all, ReportingCatalogue catalogue) => Html.Join(
        figure.From.Select(id => all.FirstOrDefault(f => f.Id == id)).OfType<BriefFigure>().Select(f => Sources(f, catalogue)));

    private static Html Sources(BriefFigure figure, ReportingCatalogue catalogue) => figure.Sources.Count == 0
        ? Html.Nothing
        : Html.Of($"""
            <h2>{Html.Both(new("Số liệu và tệp của", "Observations and files of"))} <code>{figure.Id}</code></h2>
            <table>
            <thead><tr><th>{Html.Both(new("Cơ quan", "Organisation"))}</th><th>{Html.Both(new("Kỳ", "Period"))}</th><th class="n">{Html.Both(new("Giá trị", "Value"))}</th><th>{Html.Both(new("Tệp", "File"))}</th><th>{Html.Both(new("Ô, dòng", "Cell, row"))}</th><th>{Html.Both(new("Biên nhận", "Receipt"))}</th></tr></thead>
            <tbody>
            {Html.Join(figure.Sources.Select(s => Source(s, catalogue)))}</tbody>
            </table>

            """);

    private static Html Source(FigureSource source, ReportingCatalogue catalogue)
    {
        var name = catalogue.FindOrganisation(source.Organisation)?.NameVi ?? source.Organisation;
        var file = source.Path is { } path ? Html.Of($"<bdi>{path[(path.LastIndexOf('/') + 1)..]}</bdi>") : Html.Of($"–");
        var receipt = source.Path is { } of ? Html.Of($"<a href=\"{Api}receipts/{Escaped(of)}\">{Html.Both(new("xem", "open"))}</a>") : Html.Of($"–");
        return Html.Of($"""
            <tr><th scope="row">{name} <code>{source.Organisation}</code></th><td>{source.Period}</td><td class="n">{(source.Value is { } value ? Exact(value) : "–")}</td><td><a href="{Api}files/{Uri.EscapeDataString(source.Organisation)}/{Uri.EscapeDataString(source.Period)}">{file}</a></td><td>{source.Cell ?? "–"}</td><td>{receipt}</td></tr>

            """);
    }

    private static string Escaped(string path) => string.Join('/', path.Split('/').Select(Uri.EscapeDataString));

    /// <summary>As it is stored, without the noise of binary fractions.</summary>
    private static string Exact(double value) => BriefLanguage.Vietnamese.Number(value, 6);
}
