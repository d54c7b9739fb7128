using DtPipeline.Faults;
using DtPipeline.Grids;

namespace DtPipeline.Answers.Annotated;

/// <summary>The faults of one sheet by the places that they mark.</summary>
internal sealed class SheetMarks
{
    private readonly SortedDictionary<int, RowMarks> rows = [];

    public static readonly SheetMarks None = new([]);

    public SheetMarks(IEnumerable<Fault> faults)
    {
        foreach (var fault in faults)
        {
            if (CellAddress.Parse(fault.Place.Cell) is { } cell)
            {
                Row(cell.Row).Add(cell.Column, fault);
            }
            else if (fault.Place is { Cell: null, Row: >= 1 and <= CellAddress.LastRow })
            {
                Row(fault.Place.Row.Value).Add(null, fault);
            }
        }
    }

    public bool Any => rows.Count > 0;

    /// <summary>In the order of the rows.</summary>
    public IEnumerable<KeyValuePair<int, RowMarks>> Rows => rows;

    public IEnumerable<CellAddress> Cells => rows.SelectMany(r => r.Value.Columns.Select(c => new CellAddress(r.Key, c)));

    private RowMarks Row(int number)
    {
        if (!rows.TryGetValue(number, out var row))
        {
            rows[number] = row = new RowMarks();
        }

        return row;
    }
}

internal sealed class RowMarks
{
    private readonly SortedDictionary<int, List<Fault>> cells = [];
    private readonly List<Fault> wholeRow = [];

    /// <summary>The columns that are known before the row is: a fault of the whole row stands at column A unless something else does.</summary>
    public IEnumerable<int> Columns => wholeRow.Count > 0 ? cells.Keys.Append(1) : cells.Keys;

    public void Add(int? column, Fault fault)
    {
        if (column is not { } known)
        {
            wholeRow.Add(fault);
            return;
        }

        if (!cells.TryGetValue(known, out var faults))
        {
            cells[known] = faults = [];
        }

        faults.Add(fault);
    }

    /// <param name="firstColumn">Where the row's first content stands.</param>
    public IEnumerable<KeyValuePair<int, List<Fault>>> Placed(int firstColumn)
    {
        if (wholeRow.Count == 0)
        {
            return cells;
        }

        var placed = new SortedDictionary<int, List<Fault>>(cells);
        placed[firstColumn] = [.. wholeRow, .. cells.GetValueOrDefault(firstColumn) ?? []];
        return placed;
    }
}
