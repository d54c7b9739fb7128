using System.Globalization;
using System.Xml;

namespace DtPipeline.Grids.XmlSpreadsheet;

/// <summary>The rows of one worksheet of an XML Spreadsheet. Hidden rows and columns are told and left out.</summary>
/// <param name="sheet">As places name it.</param>
internal sealed class XmlSpreadsheetSheet(XmlSpreadsheetBook book, string sheet, GridSource source)
{
    private const int MostColumns = 16_384;
    private readonly SheetRemarks remarks = new(sheet, source);
    private readonly HiddenColumns hidden = new();
    private readonly List<GridCell> cells = [];

    public IEnumerable<GridRow> Rows(XmlReader xml)
    {
        var (row, column) = (0, 0);
        foreach (var element in xml.ElementsInside())
        {
            if (element == "Column")
            {
                column = Number(xml, "Index") ?? column + 1;
                var last = column + (Number(xml, "Span") ?? 0);
                if (IsHidden(xml, "Width"))
                {
                    hidden.Add(column - 1L, last - 1L);
                }

                column = last;
            }
            else if (element == "Row")
            {
                var before = row;
                row = Number(xml, "Index") ?? row + 1;
                var further = Number(xml, "Span") ?? 0;
                var isHidden = IsHidden(xml, "Height");
                ReadRow(xml, row, isHidden);
                if (row > before + 1)
                {
                    yield return new GridRow(row - 1, []);
                }

                if (!isHidden)
                {
                    yield return new GridRow(row, [.. cells]);
                }

                row += further;
            }
        }

        remarks.TellCounted();
    }

    private void ReadRow(XmlReader xml, int row, bool isHidden)
    {
        cells.Clear();
        var column = -1;
        foreach (var element in xml.ElementsInside())
        {
            if (element != "Cell")
            {
                continue;
            }

            column = Number(xml, "Index") - 1 ?? column + 1;
            var across = Number(xml, "MergeAcross") ?? 0;
            var cell = Cell(xml, row, column, isHidden);
            if (!cell.IsEmpty && column is >= 0 and < MostColumns)
            {
                if (!isHidden && hidden.Has(column))
                {
                    remarks.HideColumn(column);
                }
                else
                {
                    var missing = Math.Max(0, column + 1 - cells.Count);
                    source.Budget.SpendCells(missing);
                    cells.AddRange(Enumerable.Repeat(GridCell.Empty, missing));
                    cells[column] = cell;
                }
            }

            column += across;
        }

        if (isHidden && cells.Count > 0)
        {
            remarks.HideRow(row);
        }
    }

    private GridCell Cell(XmlReader xml, int row, int column, bool isHidden)
    {
        var style = book.Style(xml.Attribute("StyleID"));
        var formula = xml.Attribute("Formula");
        GridCell? found = null;
        foreach (var element in xml.ElementsInside())
        {
            if (element != "Data" || found is not null)
            {
                continue;
            }

            var type = xml.Attribute("Type") ?? "String";
            var text = Text(xml, style.Font);
            var written = text.ToString();
            if (text.HasStruck && !isHidden)
            {
                remarks.Strike(row, column);
            }

            found = type switch
            {
                "Number" when double.TryParse(written, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) => Of(number, style),
                "DateTime" => new GridCell(written.Replace("T00:00:00.000", string.Empty, StringComparison.Ordinal), CellKind.Date),
                "Boolean" => new GridCell(written is "1" or "true" ? "true" : written.Length == 0 ? string.Empty : "false"),
                "Error" => new GridCell(written.Length == 0 ? "#ERROR" : written, CellKind.Error),
                _ => new GridCell(remarks.Unicode(written)),
            };
        }

        return found ?? (formula is { Length: > 0 } ? new GridCell($"={formula.TrimStart('=')}", CellKind.Formula) : GridCell.Empty);
    }

    private GridCell Of(double number, XmlSpreadsheetStyle style)
    {
        var look = book.LookOf(style.Format ?? string.Empty, number);
        return look.IsDate && number is >= 0 and < 2_958_466 ? GridCell.Of(DateTime.FromOADate(number)) : GridCell.Of(number, look with { IsDate = false });
    }

    /// <summary>Text in several looks is written as HTML: <c>412&lt;Sup&gt;1&lt;/Sup&gt;</c>.</summary>
    private static RichText Text(XmlReader xml, TextLook own)
    {
        var text = new RichText();
        if (xml.IsEmptyElement)
        {
            return text;
        }

        var depth = xml.Depth;
        var looks = new Stack<TextLook>([own]);
        while (xml.Read() && xml.Depth > depth)
        {
            if (xml.NodeType == XmlNodeType.Element && !xml.IsEmptyElement)
            {
                looks.Push(looks.Peek() + new TextLook(xml.LocalName is "S" or "Del", xml.LocalName switch { "Sup" => 1, "Sub" => -1, _ => 0 }));
            }
            else if (xml.NodeType == XmlNodeType.EndElement && looks.Count > 1)
            {
                looks.Pop();
            }
            else if (xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace)
            {
                text.Append(xml.Value, looks.Peek());
            }
        }

        return text;
    }

    private static bool IsHidden(XmlReader xml, string size) =>
        XmlText.IsOn(xml.Attribute("Hidden")) || (double.TryParse(xml.Attribute(size), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number == 0);

    private static int? Number(XmlReader xml, string attribute) =>
        int.TryParse(xml.Attribute(attribute), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number < CellAddress.LastRow ? number : null;
}
