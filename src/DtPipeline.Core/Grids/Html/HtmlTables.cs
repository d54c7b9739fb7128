using System.Globalization;
using System.Text;
using AngleSharp.Dom;
using DtPipeline.Grids.Documents;

namespace DtPipeline.Grids.Html;

/// <summary>Goes through a parsed document for its tables and for the lines between them. What is hidden is told and left out.</summary>
internal sealed class HtmlTables(DocumentTables tables, HtmlStyles styles, GridSource source)
{
    private static readonly HashSet<string> Blocks = new(StringComparer.Ordinal)
    {
        "p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "li", "center", "section", "article", "header", "footer", "form", "br", "hr", "caption", "body",
    };

    private static readonly HashSet<string> NoText = new(StringComparer.Ordinal) { "script", "style", "template", "noscript", "head", "title", "textarea", "select", "svg", "math", "iframe", "object" };

    private readonly NumberLooks looks = new();
    private RichText line = new();

    public void Walk(INode? body)
    {
        if (body is not null)
        {
            Walk(body, default);
            EndLine();
        }
    }

    private void Walk(INode node, TextLook look)
    {
        foreach (var child in node.ChildNodes)
        {
            if (child is IText text)
            {
                line.Append(Collapsed(text.Data), look);
            }
            else if (child is IElement { LocalName: "table" } table)
            {
                EndLine();
                Table(table, look);
            }
            else if (child is IElement element && !NoText.Contains(element.LocalName) && !styles.IsHidden(element))
            {
                var isBlock = Blocks.Contains(element.LocalName);
                if (isBlock)
                {
                    EndLine();
                }

                Walk(element, look + styles.Look(element));
                if (isBlock)
                {
                    EndLine();
                }
            }
        }
    }

    private void EndLine()
    {
        tables.AddText(line.ToString());
        line = new RichText();
    }

    private void Table(IElement table, TextLook look)
    {
        if (styles.IsHidden(table))
        {
            return;
        }

        var remarks = new SheetRemarks(source.SheetName(tables.NextName), source, isWorkbook: false);
        var rows = new SpannedTable(tables.Cells);
        var hidden = HiddenColumns(table);
        var inner = new List<IElement>();
        foreach (var row in RowsOf(table))
        {
            if (styles.IsHidden(row) || styles.IsHidden(row.ParentElement!))
            {
                if (row.TextContent.Trim().Length > 0)
                {
                    remarks.HideRow(rows.Row + 1);
                }

                continue;
            }

            rows.BeginRow();
            foreach (var cell in row.Children.Where(c => c.LocalName is "td" or "th"))
            {
                var written = new RichText();
                Collect(cell, look + styles.Look(row) + styles.Look(cell), written, inner);
                var isHidden = styles.IsHidden(cell) || hidden.Contains(rows.Column);
                if (isHidden && written.ToString().Length > 0)
                {
                    remarks.HideColumn(rows.Column);
                }

                if (written.HasStruck && !isHidden)
                {
                    remarks.Strike(rows.Row, rows.Column);
                }

                rows.Add(isHidden ? GridCell.Empty : CellOf(cell, written, remarks), Span(cell, "colspan"), Span(cell, "rowspan"));
            }
        }

        tables.Add(rows, remarks);
        foreach (var nested in inner)
        {
            Table(nested, default);
        }
    }

    private static IEnumerable<IElement> RowsOf(IElement table) => table.Children.SelectMany(c => c.LocalName switch
    {
        "tr" => [c],
        "thead" or "tbody" or "tfoot" => c.Children.Where(r => r.LocalName == "tr"),
        _ => [],
    });

    private HashSet<int> HiddenColumns(IElement table)
    {
        var hidden = new HashSet<int>();
        var at = 0;
        foreach (var column in table.Children.SelectMany(c => c.LocalName == "colgroup" ? c.Children : c.LocalName == "col" ? [c] : (IEnumerable<IElement>)[]))
        {
            var span = Span(column, "span");
            if (styles.IsHidden(column))
            {
                hidden.UnionWith(Enumerable.Range(at, span));
            }

            at += span;
        }

        return hidden;
    }

    private void Collect(INode node, TextLook look, RichText written, List<IElement> inner)
    {
        foreach (var child in node.ChildNodes)
        {
            if (child is IText text)
            {
                written.Append(Collapsed(text.Data), look);
            }
            else if (child is IElement { LocalName: "table" } table)
            {
                inner.Add(table);
            }
            else if (child is IElement element && !NoText.Contains(element.LocalName) && !styles.IsHidden(element))
            {
                if (Blocks.Contains(element.LocalName))
                {
                    written.Append("\n", look);
                }

                Collect(element, look + styles.Look(element), written, inner);
            }
        }
    }

    /// <summary>Excel and LibreOffice keep the full number beside what is shown of it.</summary>
    private GridCell CellOf(IElement cell, RichText written, SheetRemarks remarks)
    {
        var text = remarks.Unicode(string.Join('\n', written.ToString().Split('\n').Select(l => l.Trim()).Where(l => l.Length > 0)));
        if (text.Length == 0 || !double.TryParse(cell.GetAttribute("x:num") ?? cell.GetAttribute("sdval"), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || !double.IsFinite(number))
        {
            return new GridCell(text);
        }

        var look = looks.Of(styles.NumberFormat(cell), number);
        return look.IsDate ? new GridCell(text, CellKind.Date) : GridCell.Of(number, look);
    }

    private static int Span(IElement cell, string attribute) =>
        int.TryParse(cell.GetAttribute(attribute), NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var span) ? Math.Clamp(span, 1, 1_000) : 1;

    /// <summary>Line ends and blanks in the source of HTML are one blank; those that do not break stand.</summary>
    private static string Collapsed(string text)
    {
        var collapsed = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (c is not (' ' or '\t' or '\n' or '\r' or '\f'))
            {
                collapsed.Append(c);
            }
            else if (collapsed.Length == 0 || collapsed[^1] != ' ')
            {
                collapsed.Append(' ');
            }
        }

        return collapsed.ToString();
    }
}
