using System.Globalization;
using System.Xml;
using DtPipeline.Faults;

namespace DtPipeline.Grids.Xlsx;

/// <summary>What all sheets of a workbook share.</summary>
/// <param name="IsFrom1904">Days are counted from 1904, as on old Macintoshes.</param>
internal sealed record XlsxBook(XlsxStrings Strings, XlsxStyles Styles, bool IsFrom1904);

/// <summary>The rows of one sheet of an XLSX, read while they are asked for. Hidden rows and columns are told and left out.</summary>
/// <param name="sheet">As places name it.</param>
internal sealed class XlsxSheet(XlsxBook book, string sheet, GridSource source)
{
    private const long MostCells = 50_000_000;

    private readonly SheetRemarks remarks = new(sheet, source);
    private readonly HiddenColumns hidden = new();
    private readonly List<GridCell> cells = [];

    public IEnumerable<GridRow> Rows(XmlReader xml)
    {
        using (xml)
        {
            var (row, width) = (0, 0);
            while (xml.Read())
            {
                if (xml.NodeType != XmlNodeType.Element || xml.LocalName is not ("col" or "row"))
                {
                    continue;
                }

                if (xml.LocalName == "col")
                {
                    HideColumns(xml);
                    continue;
                }

                var before = row;
                row = Number(xml, "r") is { } said and <= CellAddress.LastRow ? said : row + 1;
                var isHidden = XmlText.IsOn(xml.GetAttribute("hidden")) || IsZero(xml.GetAttribute("ht"));
                ReadRow(xml, row, isHidden);
                width = Math.Max(width, cells.Count);
                if ((long)row * width > MostCells)
                {
                    var area = string.Create(CultureInfo.InvariantCulture, $"{row:N0} × {width:N0}");
                    source.Faults.AddForMember(sheet, FaultKinds.FileDeclaredSize.At(new Place(sheet, null, null), area, $"{MostCells:N0}"));
                    yield break;
                }

                if (isHidden)
                {
                    continue;
                }

                if (row > before + 1)
                {
                    yield return new GridRow(row - 1, []);
                }

                yield return new GridRow(row, [.. cells]);
            }
        }

        remarks.TellCounted();
    }

    private void HideColumns(XmlReader xml)
    {
        if ((XmlText.IsOn(xml.GetAttribute("hidden")) || IsZero(xml.GetAttribute("width"))) && Number(xml, "min") is { } first)
        {
            hidden.Add(first - 1L, (Number(xml, "max") ?? first) - 1L);
        }
    }

    private void ReadRow(XmlReader xml, int row, bool isHidden)
    {
        cells.Clear();
        var column = -1;
        foreach (var element in xml.ElementsInside())
        {
            if (element != "c")
            {
                continue;
            }

            column = CellAddress.Parse(xml.GetAttribute("r"))?.Column - 1 ?? column + 1;
            var cell = XlsxCell.Read(xml, book, out var hasStruck);
            if (column >= CellAddress.LastColumn || (cell.IsEmpty && !hasStruck))
            {
                continue;
            }

            if (!isHidden && hidden.Has(column))
            {
                remarks.HideColumn(column);
                continue;
            }

            Put(column, cell.Kind == CellKind.Text ? cell with { Text = remarks.Unicode(cell.Text) } : cell);
            if (hasStruck && !isHidden)
            {
                remarks.Strike(row, column);
            }
        }

        if (isHidden && cells.Exists(c => !c.IsEmpty))
        {
            remarks.HideRow(row);
        }
    }

    private void Put(int column, GridCell cell)
    {
        if (cells.Count <= column)
        {
            source.Budget.SpendCells(column + 1 - cells.Count);
            cells.AddRange(Enumerable.Repeat(GridCell.Empty, column + 1 - cells.Count));
        }

        cells[column] = cell;
    }

    private static bool IsZero(string? size) => double.TryParse(size, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number == 0;

    private static int? Number(XmlReader xml, string attribute) =>
        int.TryParse(xml.GetAttribute(attribute), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
