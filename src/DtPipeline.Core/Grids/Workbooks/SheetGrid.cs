using System.Globalization;
using DtPipeline.Faults;
using DtPipeline.Texts;
using ExcelDataReader;

namespace DtPipeline.Grids.Workbooks;

/// <summary>The sheet at which a workbook's reader stands, as rows of cells. Hidden rows and columns are told and left out.</summary>
/// <param name="sheet">As places name it.</param>
internal sealed class SheetGrid(IExcelDataReader reader, string sheet, WorkbookMarks marks, FaultList faults)
{
    private readonly IReadOnlyDictionary<string, GridCell> cellMarks = marks.Of(reader.Name ?? string.Empty);
    private readonly HashSet<int> toldColumns = [];
    private readonly HashSet<string> toldEncodings = new(StringComparer.Ordinal);

    public IEnumerable<GridRow> Rows()
    {
        var hidden = 0;
        var firstHidden = 0;
        var number = 0;
        while (reader.Read())
        {
            number++;
            if ((reader.RowHeight == 0 || marks.IsRowHidden(reader.Name ?? string.Empty, number)) && !IsBlank())
            {
                hidden++;
                firstHidden = firstHidden == 0 ? number : firstHidden;
                continue;
            }

            yield return new GridRow(number, Cells(number));
        }

        if (hidden > 0)
        {
            faults.Add(FaultKinds.RowsHidden.At(new Place(sheet, firstHidden, null), hidden.ToString(CultureInfo.InvariantCulture)));
        }
    }

    private GridCell[] Cells(int row)
    {
        var cells = new GridCell[LastFilled() + 1];
        for (var i = 0; i < cells.Length; i++)
        {
            cells[i] = IsHidden(i) ? GridCell.Empty : Cell(i);
        }

        return cellMarks.Count > 0 ? WithMarks(row, cells) : cells;
    }

    private int LastFilled()
    {
        var last = reader.FieldCount - 1;
        while (last >= 0 && reader.GetValue(last) is null)
        {
            last--;
        }

        return last;
    }

    private GridCell[] WithMarks(int row, GridCell[] cells)
    {
        for (var i = 0; i < reader.FieldCount; i++)
        {
            if (cellMarks.TryGetValue(CellAddress.Of(row, i), out var mark) && !IsHidden(i))
            {
                if (i >= cells.Length)
                {
                    cells = [.. cells, .. Enumerable.Repeat(GridCell.Empty, i + 1 - cells.Length)];
                }

                cells[i] = mark;
            }
        }

        return cells;
    }

    private bool IsBlank()
    {
        for (var i = 0; i < reader.FieldCount; i++)
        {
            if (reader.GetValue(i) is not null)
            {
                return false;
            }
        }

        return true;
    }

    private bool IsHidden(int column)
    {
        if (reader.GetColumnWidth(column) != 0 && !marks.IsColumnHidden(reader.Name ?? string.Empty, column))
        {
            return false;
        }

        if (reader.GetValue(column) is not null && toldColumns.Add(column))
        {
            faults.Add(FaultKinds.ColumnHidden.At(new Place(sheet, null, null), CellAddress.Letters(column + 1)));
        }

        return true;
    }

    private GridCell Cell(int column)
    {
        return reader.GetValue(column) switch
        {
            null => GridCell.Empty,
            string text => new GridCell(CellText.Clean(Unicode(text))),
            double number => Number(number, column),
            int number => Number(number, column),
            bool flag => new GridCell(flag ? "true" : "false"),
            DateTime date => new GridCell(date.TimeOfDay == TimeSpan.Zero ? date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : date.ToString("s", CultureInfo.InvariantCulture), CellKind.Date),
            TimeSpan time => new GridCell(time.ToString("c", CultureInfo.InvariantCulture), CellKind.Date),
            var other => new GridCell(Convert.ToString(other, CultureInfo.InvariantCulture) ?? string.Empty),
        };
    }

    /// <summary>Text typed with an old font is text in an old encoding; every cell is looked at by itself.</summary>
    private string Unicode(string text)
    {
        if (!OldFontText.TryRepair(text, out var repaired, out var encoding))
        {
            return text;
        }

        if (toldEncodings.Add(encoding))
        {
            faults.Add(FaultKinds.FileTextEncoding.At(new Place(sheet, null, null), encoding));
        }

        return repaired;
    }

    private GridCell Number(double number, int column)
    {
        var isPercent = reader.GetNumberFormatString(column) is { } format && format.Contains('%', StringComparison.Ordinal);
        return new GridCell(number.ToString("R", CultureInfo.InvariantCulture), isPercent ? CellKind.Percent : CellKind.Number, number);
    }
}
