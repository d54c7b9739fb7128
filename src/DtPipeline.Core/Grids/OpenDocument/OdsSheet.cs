using System.Globalization;
using System.Xml;
using DtPipeline.Faults;

namespace DtPipeline.Grids.OpenDocument;

/// <summary>The rows of the table at which the reader stands. Rows and cells that are there several times are written once, with how often.</summary>
/// <param name="sheet">As places name it.</param>
internal sealed class OdsSheet(XmlReader xml, OdsStyles styles, string sheet, GridSource source)
{
    private const int MostColumns = 16_384;
    private const long MostCells = 50_000_000;

    /// <summary>A cell that says the same more often than this side by side is filled to the edge of the sheet, and none of a table.</summary>
    private const int MostAlike = 256;

    private readonly SheetRemarks remarks = new(sheet, source);
    private readonly HiddenColumns hidden = new();
    private readonly List<GridCell> cells = [];

    public IEnumerable<GridRow> Rows()
    {
        var (row, column, filled) = (0, 0L, 0L);
        foreach (var element in xml.ElementsInside())
        {
            if (element == "table-column")
            {
                var last = column + Times(xml);
                if (IsHidden(xml))
                {
                    hidden.Add(column, last - 1);
                }

                column = last;
            }
            else if (element == "table-row")
            {
                var times = Times(xml);
                var isHidden = IsHidden(xml);
                ReadRow(row + 1, isHidden);

                // Of the empty rows down to the end of the sheet one is enough.
                var given = isHidden ? 0 : cells.Count == 0 ? 1 : times;
                GridCell[] shared = [.. cells];
                source.Budget.SpendText(Math.Max(0, given - 1L) * shared.Sum(c => (long)c.Text.Length));
                for (var i = 0; i < given && filled <= MostCells; i++)
                {
                    filled += cells.Count;
                    source.Budget.SpendCells(cells.Count);
                    yield return new GridRow(row + 1 + i, shared);
                }

                row += times;
                if (row > CellAddress.LastRow || filled > MostCells)
                {
                    break;
                }
            }
        }

        if (filled > MostCells)
        {
            source.Faults.Add(FaultKinds.FileDeclaredSize.At(new Place(sheet, row, null), $"{filled:N0}", $"{MostCells:N0}"));
        }

        remarks.TellCounted();
    }

    private void ReadRow(int row, bool isHidden)
    {
        cells.Clear();
        var column = 0;
        var hasHidden = false;
        foreach (var element in xml.ElementsInside())
        {
            if (element is not ("table-cell" or "covered-table-cell"))
            {
                continue;
            }

            var times = Times(xml);
            var cell = OdsCell.Read(xml, styles, out var hasStruck);
            if (element == "table-cell" && hasStruck && !isHidden)
            {
                remarks.Strike(row, column);
            }

            if (element == "table-cell" && !cell.IsEmpty)
            {
                hasHidden |= isHidden;
                Put(column, Math.Min(Math.Min(times, MostAlike), MostColumns - column), cell.Kind == CellKind.Text ? cell with { Text = remarks.Unicode(cell.Text) } : cell, isHidden);
            }

            column = Math.Min(column + times, MostColumns);
        }

        if (hasHidden)
        {
            remarks.HideRow(row);
        }
    }

    private void Put(int column, int times, GridCell cell, bool isRowHidden)
    {
        for (var at = column; at < column + times && !isRowHidden; at++)
        {
            if (hidden.Has(at))
            {
                remarks.HideColumn(at);
                continue;
            }

            while (cells.Count < at)
            {
                cells.Add(GridCell.Empty);
            }

            cells.Add(cell);
        }
    }

    private static bool IsHidden(XmlReader xml) => xml.Attribute("visibility") is "collapse" or "filter";

    private static int Times(XmlReader xml)
    {
        var text = xml.Attribute("number-columns-repeated") ?? xml.Attribute("number-rows-repeated");
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var times) ? Math.Clamp(times, 1, CellAddress.LastRow) : 1;
    }
}
