using System.Globalization;
using System.Xml.Linq;
using DtPipeline.Faults;
using DtPipeline.Grids;

namespace DtPipeline.Answers.Annotated;

/// <summary>Changes the styles of a row's cells and nothing else of them; a cell that is marked and not there is put in.</summary>
internal sealed class MarkedRow(MarkShades shades, Func<int, uint> columnStyle)
{
    /// <returns>The cells that were marked, with their faults.</returns>
    public IEnumerable<(CellAddress Cell, List<Fault> Faults)> Mark(XElement row, int number, RowMarks? marks)
    {
        Unmark(row);
        var cells = Positions(row);
        foreach (var cell in cells)
        {
            Unmark(cell.Element);
        }

        if (marks is null)
        {
            return [];
        }

        var firstContent = cells.Where(c => c.Element.HasElements).Select(c => c.Column).FirstOrDefault(1);
        var placed = marks.Placed(firstContent).ToList();
        foreach (var (column, faults) in placed)
        {
            var cell = cells.Find(c => c.Column == column).Element ?? Insert(row, cells, new CellAddress(number, column));
            var style = shades.Marked(StyleOf(cell), faults.Min(f => f.Severity));
            cell.SetAttributeValue("s", style.ToString(CultureInfo.InvariantCulture));
        }

        return placed.Select(p => (new CellAddress(number, p.Key), p.Value));
    }

    private static List<(int Column, XElement Element)> Positions(XElement row)
    {
        var cells = new List<(int, XElement)>();
        var last = 0;
        foreach (var cell in row.Elements(row.Name.Namespace + "c"))
        {
            last = CellAddress.Parse((string?)cell.Attribute("r"))?.Column ?? last + 1;
            cells.Add((last, cell));
        }

        return cells;
    }

    private XElement Insert(XElement row, List<(int Column, XElement Element)> cells, CellAddress address)
    {
        var cell = new XElement(row.Name.Namespace + "c", new XAttribute("r", address.ToString()));
        var style = row.Attribute("s") is null ? columnStyle(address.Column) : StyleOf(row);
        cell.SetAttributeValue("s", style.ToString(CultureInfo.InvariantCulture));

        var at = cells.FindLastIndex(c => c.Column < address.Column);
        if (at >= 0)
        {
            cells[at].Element.AddAfterSelf(cell);
        }
        else
        {
            row.AddFirst(cell);
        }

        cells.Insert(at + 1, (address.Column, cell));
        row.Attribute("spans")?.Remove();
        return cell;
    }

    private void Unmark(XElement element)
    {
        if (element.Attribute("s") is { } style)
        {
            var plain = shades.Plain(StyleOf(element));
            if (plain != StyleOf(element))
            {
                style.Value = plain.ToString(CultureInfo.InvariantCulture);
            }
        }
    }

    private static uint StyleOf(XElement element) =>
        uint.TryParse((string?)element.Attribute("s"), NumberStyles.None, CultureInfo.InvariantCulture, out var style) ? style : 0;
}
