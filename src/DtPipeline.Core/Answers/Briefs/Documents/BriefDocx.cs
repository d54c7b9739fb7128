using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using DtPipeline.Answers.Workbooks;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace DtPipeline.Answers.Briefs.Documents;

/// <summary>A document as DOCX, for whoever puts it into a paper of their own: real headings, tables whose header is repeated, figures as links.</summary>
internal sealed class BriefDocx
{
    /// <summary>Media type of DOCX.</summary>
    public const string Type = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    // A4 and its margins, in twentieths of a point.
    private const int PageWidth = 11906;
    private const int PageHeight = 16838;
    private const int Margin = 720;
    private const int TextWidth = PageWidth - (2 * Margin);

    private readonly MainDocumentPart main;
    private readonly Uri address;
    private readonly Dictionary<string, string> links = new(StringComparer.Ordinal);

    private BriefDocx(MainDocumentPart main, Uri address)
    {
        this.main = main;
        this.address = address;
    }

    /// <param name="address">Of the folder in which the document is served, with a slash at its end.</param>
    public static byte[] Of(Document document, Uri address)
    {
        using var package = new MemoryStream();
        using (var file = WordprocessingDocument.Create(package, WordprocessingDocumentType.Document, autoSave: false))
        {
            var main = file.AddMainDocumentPart();
            file.ChangeIdOfPart(main, "rId1");
            BriefStyles.AddTo(main, document.Language);
            main.Document = new W.Document(new BriefDocx(main, address).Body(document));
            main.Document.Save();
        }

        return FixedTimes.In(package);
    }

    private Body Body(Document document)
    {
        var body = new Body();
        foreach (var block in document.Blocks)
        {
            body.Append(Of(block));
        }

        body.Append(new SectionProperties(
            new FooterReference { Type = HeaderFooterValues.Default, Id = Footer(document.Title) },
            new PageSize { Width = PageWidth, Height = PageHeight },
            new PageMargin { Top = Margin, Bottom = Margin, Left = Margin, Right = Margin, Header = 400, Footer = 400, Gutter = 0 }));
        return body;
    }

    private IEnumerable<OpenXmlElement> Of(Block block) => block switch
    {
        Heading h => [Paragraph(h.Text, h.Level == 1 ? "Title" : h.Level == 2 ? "Heading1" : "Heading2")],
        Documents.Paragraph p => [Paragraph(p.Text, p.IsNote ? "Note" : null)],
        Bullets b => b.Items.Select(i => Paragraph(i, "ListBullet")),
        Table t => Of(t),

        // What a picture shows stands in a table beside it.
        _ => [],
    };

    private IEnumerable<OpenXmlElement> Of(Table table)
    {
        if (!table.Caption.IsEmpty)
        {
            yield return Paragraph(table.Caption, "Caption");
        }

        var whole = table.Columns.Sum(c => c.Weight);
        var widths = table.Columns.Select(c => (int)(TextWidth * c.Weight / whole)).ToList();
        var made = new W.Table(
            new TableProperties(
                new TableStyle { Val = "Figures" },
                new TableWidth { Width = Text(TextWidth), Type = TableWidthUnitValues.Dxa },
                new TableLayout { Type = TableLayoutValues.Fixed },
                new TableLook { Val = "0620" }),
            new TableGrid(widths.Select(w => new GridColumn { Width = Text(w) })));
        made.Append(new TableRow([new TableRowProperties(new CantSplit(), new TableHeader()), .. Cells(table.Columns.Select(c => c.Header), table.Columns, widths)]));
        foreach (var (i, row) in table.Rows.Index())
        {
            made.Append(row.Cells.Count == 1 && table.Columns.Count > 1
                ? new TableRow(new TableRowProperties(new CantSplit()), Over(row.Cells[0], table.Columns.Count))
                : new TableRow([new TableRowProperties(new CantSplit()), .. Cells(row.Cells, table.Columns, widths, table.SpanOf(i))]));
        }

        yield return made;
        yield return Paragraph(Line.Empty, "Gap");
    }

    /// <param name="span">As of <see cref="Table.SpanOf"/>.</param>
    private IEnumerable<TableCell> Cells(IEnumerable<Line> lines, IReadOnlyList<Column> columns, List<int> widths, int span = 1) => lines.Select((line, i) => new TableCell(
        Properties(widths[i], i == 0 ? span : 1),
        Paragraph(line, columns[i].IsNumber ? "CellNumber" : "Cell")));

    private static TableCellProperties Properties(int width, int span)
    {
        var properties = new TableCellProperties(new TableCellWidth { Width = Text(width), Type = TableWidthUnitValues.Dxa });
        if (span != 1)
        {
            properties.Append(new VerticalMerge { Val = span == 0 ? MergedCellValues.Continue : MergedCellValues.Restart });
        }

        return properties;
    }

    private TableCell Over(Line line, int columns) => new(
        new TableCellProperties(new TableCellWidth { Width = Text(TextWidth), Type = TableWidthUnitValues.Dxa }, new GridSpan { Val = columns }),
        Paragraph(line, "CellOver"));

    private W.Paragraph Paragraph(Line line, string? style)
    {
        var paragraph = new W.Paragraph();
        if (style is not null)
        {
            paragraph.Append(new ParagraphProperties(new ParagraphStyleId { Val = style }));
        }

        paragraph.Append(line.Runs.Select(Of));
        return paragraph;
    }

    private OpenXmlElement Of(Run run)
    {
        // A period is not broken at its hyphen.
        var text = new W.Text(run.Kind == RunKind.Time ? run.Text.Replace('-', '\u2011') : run.Text) { Space = SpaceProcessingModeValues.Preserve };
        return run.Kind switch
        {
            RunKind.Figure => new Hyperlink(new W.Run(text)) { Id = LinkTo(run.Figure!), Tooltip = run.Figure },
            RunKind.Strong => new W.Run(new RunProperties(new Bold()), text),
            RunKind.Code => new W.Run(new RunProperties(new RunStyle { Val = "Code" }), text),
            RunKind.Good => Coloured("0A6238", text),
            RunKind.Warning => Coloured("854D00", text),
            RunKind.Bad => Coloured("A3151B", text),
            _ => new W.Run(text),
        };
    }

    private static W.Run Coloured(string colour, W.Text text) => new(new RunProperties(new Bold(), new Color { Val = colour }), text);

    private string LinkTo(string figure)
    {
        if (!links.TryGetValue(figure, out var id))
        {
            links[figure] = id = string.Create(CultureInfo.InvariantCulture, $"f{links.Count + 1}");
            main.AddHyperlinkRelationship(new Uri(address, FigureLink.Of(figure)), isExternal: true, id);
        }

        return id;
    }

    private string Footer(string title)
    {
        const string id = "footer";
        var part = main.AddNewPart<FooterPart>(id);
        part.Footer = new Footer(new W.Paragraph(
            new ParagraphProperties(new ParagraphStyleId { Val = "Footer" }),
            new W.Run(new W.Text($"{title}   ") { Space = SpaceProcessingModeValues.Preserve }),
            new SimpleField(new W.Run(new W.Text("1"))) { Instruction = "PAGE" },
            new W.Run(new W.Text("/")),
            new SimpleField(new W.Run(new W.Text("1"))) { Instruction = "NUMPAGES" }));
        part.Footer.Save();
        return id;
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
