using DtPipeline.Answers.Receipts;
using DtPipeline.Texts;

namespace DtPipeline.Answers.Briefs.Documents;

/// <summary>A document as one HTML file that needs nothing else, runs nothing and prints on A4.</summary>
internal static class BriefHtml
{
    public static readonly string Css = ReadStyle();

    public static string Of(Document document) => HtmlPage.Of(document.Language, document.Title, Html.Own(Css), Html.Of($"""
        <main>
        {Html.Join(Sections(document.Blocks))}
        </main>
        """));

    /// <summary>What belongs under one heading is kept in one section.</summary>
    private static IEnumerable<Html> Sections(IReadOnlyList<Block> blocks)
    {
        var isOpen = false;
        foreach (var block in blocks)
        {
            if (block is Heading { Level: 2 })
            {
                yield return Html.Own(isOpen ? "</section>\n<section>\n" : "<section>\n");
                isOpen = true;
            }

            yield return Of(block);
        }

        yield return Html.Own(isOpen ? "</section>" : string.Empty);
    }

    private static Html Of(Block block) => block switch
    {
        Heading { Level: 1 } h => Html.Of($"<h1>{Of(h.Text)}</h1>\n"),
        Heading { Level: 2 } h => Html.Of($"<h2>{Of(h.Text)}</h2>\n"),
        Heading h => Html.Of($"<h3>{Of(h.Text)}</h3>\n"),
        Paragraph { IsNote: true } p => Html.Of($"<p class=\"note\">{Of(p.Text)}</p>\n"),
        Paragraph p => Html.Of($"<p>{Of(p.Text)}</p>\n"),
        Bullets b => Html.Of($"<ul>\n{Html.Join(b.Items.Select(i => Html.Of($"<li>{Of(i)}</li>\n")))}</ul>\n"),
        Table t => Of(t),
        Picture p => Of(p),
        Gallery g => Html.Of($"<div class=\"gallery\">\n{Html.Join(g.Pictures.Select(Of))}</div>\n"),
        _ => Html.Nothing,
    };

    private static Html Of(Table table)
    {
        var whole = table.Columns.Sum(c => c.Weight);
        return Html.Of($"""
            <table>
            {(table.Caption.IsEmpty ? Html.Nothing : Html.Of($"<caption>{Of(table.Caption)}</caption>\n"))}<colgroup>{Html.Join(table.Columns.Select(c => Html.Of($"<col style=\"width: {(int)Math.Round(100 * c.Weight / whole)}%\" />")))}</colgroup>
            <thead><tr>{Html.Join(table.Columns.Select(c => Html.Of($"<th scope=\"col\"{ClassOf(c)}>{Of(c.Header)}</th>")))}</tr></thead>
            <tbody>
            {Html.Join(table.Rows.Select((r, i) => Of(r, table.Columns, table.SpanOf(i))))}</tbody>
            </table>

            """);
    }

    private static Html Of(Row row, IReadOnlyList<Column> columns, int span) => row.Cells is [var only] && columns.Count > 1
        ? Html.Of($"<tr class=\"over\"><th colspan=\"{columns.Count}\" scope=\"colgroup\">{Of(only)}</th></tr>\n")
        : Html.Of($"<tr>{(span == 0 ? Html.Nothing : span == 1 ? Html.Of($"<th scope=\"row\">{Of(row.Cells[0])}</th>") : Html.Of($"<th scope=\"rowgroup\" rowspan=\"{span}\">{Of(row.Cells[0])}</th>"))}{Html.Join(row.Cells.Skip(1).Select((c, i) => Html.Of($"<td{ClassOf(columns[i + 1])}>{Of(c)}</td>")))}</tr>\n");

    private static Html Of(Picture picture) => Html.Of($"""
        <figure style="max-width: {picture.Width}mm">
        {Html.Own(picture.Svg.Written(picture.Caption.ToString()))}
        <figcaption>{Of(picture.Caption)}</figcaption>
        </figure>

        """);

    private static Html ClassOf(Column column) => Html.Own(column.IsNumber ? " class=\"n\"" : string.Empty);

    internal static Html Of(Line line) => Html.Join(line.Runs.Select(Of));

    private static Html Of(Run run) => run.Kind switch
    {
        RunKind.Figure => Html.Of($"<a href=\"{FigureLink.Of(run.Figure!)}\" data-figure=\"{run.Figure}\">{run.Text}</a>"),
        RunKind.Strong => Html.Of($"<strong>{run.Text}</strong>"),
        RunKind.Name => Html.Of($"<cite>{run.Text}</cite>"),
        RunKind.Time => Html.Of($"<time>{run.Text}</time>"),
        RunKind.Code => Html.Of($"<code>{run.Text}</code>"),
        RunKind.Good => Html.Of($"<b class=\"good\">{run.Text}</b>"),
        RunKind.Warning => Html.Of($"<b class=\"warning\">{run.Text}</b>"),
        RunKind.Bad => Html.Of($"<b class=\"bad\">{run.Text}</b>"),
        _ => Html.Own(HtmlText.Encoded(run.Text)),
    };

    private static string ReadStyle()
    {
        using var stream = typeof(BriefHtml).Assembly.GetManifestResourceStream("brief.css")!;
        return new StreamReader(stream).ReadToEnd();
    }
}
