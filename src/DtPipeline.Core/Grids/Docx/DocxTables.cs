using System.Globalization;
using System.Xml;
using DtPipeline.Grids.Documents;

namespace DtPipeline.Grids.Docx;

/// <summary>Goes through the text of a Word document for its tables and for the lines between them.</summary>
/// <remarks>What tracked changes deleted or moved away is not read, nor what is hidden; what they put in is.</remarks>
internal sealed class DocxTables(XmlReader xml, DocxStyles styles, DocumentTables tables, GridSource source)
{
    private const int Deepest = 32;

    /// <summary>Elements whose text is not there: deleted, moved away, and what only programs read.</summary>
    private static readonly HashSet<string> Skipped = new(StringComparer.Ordinal)
    {
        "del", "moveFrom", "delText", "instrText", "delInstrText", "pict", "drawing", "object", "Fallback", "sectPr", "tblPrChange", "rPrChange", "pPrChange", "trPrChange", "tcPrChange",
        "footnoteReference", "endnoteReference", "commentReference", "annotationRef", "rt",
    };

    private int depth;

    public void Read()
    {
        xml.MoveToContent();
        Inside(name => name switch
        {
            "p" => Paragraph(null),
            "tbl" => Table(),
            _ => false,
        });
    }

    /// <summary>Goes through what stands inside the element at which the reader stands, to behind its end.</summary>
    /// <param name="take">Takes an element by its name, to behind its end; false where what stands inside it is to be looked at.</param>
    private bool Inside(Func<string, bool> take)
    {
        if (!xml.IsEmptyElement)
        {
            var inside = xml.Depth;
            xml.Read();
            while (xml.Depth > inside)
            {
                if (xml.NodeType == XmlNodeType.Element && Skipped.Contains(xml.LocalName))
                {
                    xml.Skip();
                }
                else if (xml.NodeType != XmlNodeType.Element || !take(xml.LocalName))
                {
                    xml.Read();
                }
            }
        }

        xml.Read();
        return true;
    }

    /// <param name="cell">The text of the cell that it stands in; null in the document itself.</param>
    private bool Paragraph(RichText? cell)
    {
        var line = cell ?? new RichText();
        line.Append(cell is null ? string.Empty : "\n", default);
        var look = default(DocxLook);
        Inside(name =>
        {
            switch (name)
            {
                case "pPr":
                    foreach (var property in xml.ElementsInside())
                    {
                        look = property == "pStyle" ? styles.Of(xml.Attribute("val")) : look;
                    }

                    xml.Read();
                    return true;
                case "r":
                    return Run(line, look);
                case "tbl":
                    return Table();
                case "oMath":
                    // A formula of mathematics is no figure that could be read without its raised and lowered parts.
                    line.Append("^", default);
                    xml.Skip();
                    return true;
                default:
                    return false;
            }
        });
        if (cell is null)
        {
            tables.AddText(line.ToString());
        }

        return true;
    }

    private bool Run(RichText line, DocxLook paragraph)
    {
        var look = paragraph;
        return Inside(name =>
        {
            look = name == "rStyle" ? styles.Of(xml.Attribute("val")) : look.With(xml);
            var text = name switch
            {
                "t" => xml.TextInside(),
                "tab" => "\t",
                "br" or "cr" => "\n",
                "noBreakHyphen" => "-",
                _ => string.Empty,
            };
            line.Append(look.IsHidden ? string.Empty : text, look.Text);
            return false;
        });
    }

    private bool Table()
    {
        if (++depth > Deepest)
        {
            throw new XmlException("too many tables in each other");
        }

        var remarks = new SheetRemarks(source.SheetName(tables.NextName), source, isWorkbook: false);
        var table = new SpannedTable(tables.Cells);
        Inside(name => name == "tr" && Row(table, remarks));
        depth--;
        tables.Add(table, remarks);
        return true;
    }

    private bool Row(SpannedTable table, SheetRemarks remarks)
    {
        var cells = new List<(GridCell? Cell, int Columns, bool HasStruck)>();
        var (isGone, isHidden, before) = (false, false, 0);
        Inside(name =>
        {
            switch (name)
            {
                case "tc":
                    cells.Add(Cell(remarks));
                    return true;
                case "trPr":
                    // A row that a tracked change deleted says so in its properties, as does one that is hidden.
                    foreach (var property in xml.ElementsInside())
                    {
                        isGone |= property == "del";
                        isHidden |= property == "hidden" && xml.Attribute("val") is null or "1" or "true" or "on";
                        before = property == "gridBefore" ? Number("val") : before;
                    }

                    xml.Read();
                    return true;
                default:
                    return false;
            }
        });
        if (isHidden && cells.Exists(c => c.Cell is { IsEmpty: false }))
        {
            remarks.HideRow(table.Row + 1);
        }

        if (!isGone && !isHidden)
        {
            Add(cells, before, table, remarks);
        }

        return true;
    }

    private static void Add(List<(GridCell? Cell, int Columns, bool HasStruck)> cells, int before, SpannedTable table, SheetRemarks remarks)
    {
        table.BeginRow();
        if (before > 0)
        {
            table.Add(GridCell.Empty, before, 1);
        }

        foreach (var (cell, columns, hasStruck) in cells)
        {
            if (hasStruck)
            {
                remarks.Strike(table.Row, table.Column);
            }

            if (cell is { } own)
            {
                table.Add(own, columns, 1);
            }
            else
            {
                table.GoOn(columns);
            }
        }
    }

    /// <summary>A cell; null where the one above goes on in it.</summary>
    private (GridCell? Cell, int Columns, bool HasStruck) Cell(SheetRemarks remarks)
    {
        var (columns, isCovered) = (1, false);
        var text = new RichText();
        Inside(name =>
        {
            switch (name)
            {
                case "tcPr":
                    foreach (var property in xml.ElementsInside())
                    {
                        columns = property == "gridSpan" ? Number("val") : columns;
                        isCovered |= property == "vMerge" && xml.Attribute("val") is null or "continue";
                    }

                    xml.Read();
                    return true;
                case "p":
                    return Paragraph(text);
                case "tbl":
                    return Table();
                default:
                    return false;
            }
        });
        return (isCovered ? null : new GridCell(remarks.Unicode(text.ToString())), columns, text.HasStruck && !isCovered);
    }

    private int Number(string attribute) =>
        int.TryParse(xml.Attribute(attribute), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? Math.Clamp(number, 1, 1_000) : 1;
}
