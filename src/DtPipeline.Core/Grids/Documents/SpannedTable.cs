namespace DtPipeline.Grids.Documents;

/// <summary>A table of a document on its way to rows of equal columns: a cell may cover several columns and rows, and stands in the first of them.</summary>
/// <param name="cells">How many cells the document has in all of its tables; one for the document.</param>
internal sealed class SpannedTable(CellCount cells)
{
    private const int MostColumns = 1_024;
    private const int MostRows = 65_536;

    /// <summary>More than the tables of a document need together; cells that cover many others cost little in the file.</summary>
    private const long MostCells = 2_000_000;

    private readonly List<List<GridCell>> rows = [];
    private readonly List<int> covered = [];
    private readonly List<MergedArea> merged = [];

    /// <summary>By column the area that began there last.</summary>
    private readonly Dictionary<int, int> lastMerged = [];

    private int column;

    public IReadOnlyList<List<GridCell>> Rows => rows;

    public int Width { get; private set; }

    /// <summary>Rows or cells beyond the bounds were left out.</summary>
    public bool IsCut { get; private set; }

    /// <summary>The row that was begun last, from 1.</summary>
    public int Row => rows.Count;

    /// <summary>Where the next cell will stand, from 0.</summary>
    public int Column
    {
        get
        {
            while (column < covered.Count && covered[column] > 0)
            {
                column++;
            }

            return column;
        }
    }

    /// <summary>Cells that cover others, told by rows that begin behind as many others.</summary>
    public IEnumerable<MergedArea> Merged(int rowsBefore) => merged.Where(m => m.LastRow > m.FirstRow || m.LastColumn > m.FirstColumn).Select(m => m with { FirstRow = m.FirstRow + rowsBefore, LastRow = Math.Min(m.LastRow, rows.Count) + rowsBefore });

    /// <summary>The cell that covers this column goes on downwards into the row that was begun last.</summary>
    public void GoOn(int columns)
    {
        var at = Column;
        if (lastMerged.TryGetValue(at, out var above) && merged[above].LastRow == rows.Count - 1)
        {
            merged[above] = merged[above] with { LastRow = rows.Count };
        }

        Place(GridCell.Empty, columns, 1);
    }

    public void BeginRow()
    {
        EndRow();
        IsCut |= rows.Count == MostRows;
        rows.Add([]);
        column = 0;
    }

    public void Add(GridCell cell, int columns, int down)
    {
        var at = Column;
        if (Place(cell, columns, down) && merged.Count < MostRows)
        {
            lastMerged[at] = merged.Count;
            merged.Add(new MergedArea(rows.Count, rows.Count + Math.Clamp(down, 1, MostRows) - 1, at, at + Math.Clamp(columns, 1, MostColumns) - 1));
        }
    }

    private bool Place(GridCell cell, int columns, int down)
    {
        var at = Column;
        var width = Math.Clamp(columns, 1, MostColumns);
        if (at + width > MostColumns || cells.Filled + at + width - rows[^1].Count > MostCells || IsCut)
        {
            IsCut = true;
            return false;
        }

        var row = rows[^1];
        var before = row.Count;
        while (row.Count < at)
        {
            row.Add(GridCell.Empty);
        }

        for (var i = 0; i < width; i++)
        {
            row.Add(i == 0 ? cell : GridCell.Empty);
            while (covered.Count <= at + i)
            {
                covered.Add(0);
            }

            covered[at + i] = Math.Clamp(down, 1, MostRows);
        }

        cells.Filled += row.Count - before;
        column = at + width;
        Width = Math.Max(Width, column);
        return true;
    }

    private void EndRow()
    {
        for (var i = 0; i < covered.Count && rows.Count > 0; i++)
        {
            covered[i] = Math.Max(0, covered[i] - 1);
        }
    }
}

/// <summary>A running number of cells.</summary>
internal sealed class CellCount
{
    public long Filled { get; set; }
}
