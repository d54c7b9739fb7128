using System.Globalization;
using ExcelDataReader;

namespace DtPipeline.Grids.Workbooks;

/// <summary>The sheet at which a workbook's reader stands, as rows of cells. Hidden rows and columns are told and left out.</summary>
/// <param name="sheet">As places name it.</param>
internal sealed class SheetGrid(IExcelDataReader reader, string sheet, WorkbookMarks marks, GridSource source)
{
    private readonly string name = reader.Name ?? string.Empty;
    private readonly IReadOnlyDictionary<string, GridCell> cellMarks = marks.Of(reader.Name ?? string.Empty);
    private readonly HashSet<int> markedRows = [.. marks.Of(reader.Name ?? string.Empty).Keys.Select(k => CellAddress.Parse(k)?.Row ?? 0)];
    private readonly SheetRemarks remarks = new(sheet, source);
    private readonly NumberLooks looks = new();

    public IEnumerable<GridRow> Rows()
    {
        for (var number = 1; reader.Read(); number++)
        {
            if (reader.RowHeight != 0 || IsBlank())
            {
                yield return new GridRow(number, Cells(number));
            }
            else
            {
                remarks.HideRow(number);
            }
        }

        remarks.TellCounted();
    }

    private GridCell[] Cells(int row)
    {
        var cells = new GridCell[LastFilled() + 1];
        source.Budget.SpendCells(cells.Length);
        for (var i = 0; i < cells.Length; i++)
        {
            cells[i] = IsHidden(i) ? GridCell.Empty : Cell(i);
        }

        return markedRows.Contains(row) ? WithMarks(row, cells) : cells;
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
            var address = CellAddress.Of(row, i);
            if (cellMarks.TryGetValue(address, out var mark) && !IsHidden(i))
            {
                if (i >= cells.Length)
                {
                    cells = [.. cells, .. Enumerable.Repeat(GridCell.Empty, i + 1 - cells.Length)];
                }

                if (marks.IsStruck(name, address) && !(mark.IsEmpty && cells[i].IsEmpty))
                {
                    remarks.Strike(row, i);
                }

                cells[i] = mark.Kind == CellKind.Text ? mark with { Text = remarks.Unicode(mark.Text) } : mark;
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
        if (reader.GetColumnWidth(column) != 0)
        {
            return false;
        }

        if (reader.GetValue(column) is not null)
        {
            remarks.HideColumn(column);
        }

        return true;
    }

    private GridCell Cell(int column) => reader.GetValue(column) switch
    {
        null => GridCell.Empty,
        string text => new GridCell(RichText.Plain(remarks.Unicode(text))),
        double number => Number(number, column),
        int number => Number(number, column),
        bool flag => new GridCell(flag ? "true" : "false"),
        DateTime date => GridCell.Of(date),
        TimeSpan time => new GridCell(time.ToString("c", CultureInfo.InvariantCulture), CellKind.Date),
        var other => new GridCell(Convert.ToString(other, CultureInfo.InvariantCulture) ?? string.Empty),
    };

    private GridCell Number(double number, int column) => GridCell.Of(number, looks.Of(reader.GetNumberFormatString(column), number) with { IsDate = false });
}
