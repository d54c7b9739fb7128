namespace DtPipeline.Grids.Workbooks;

/// <summary>
/// What the workbook reader does not see, by sheet: cells that it gives as blank though they hold an error value or a formula that was never
/// calculated, and rows and columns that are hidden with <c>hidden="true"</c>, as LibreOffice writes it, and not with <c>"1"</c>.
/// </summary>
internal sealed class WorkbookMarks
{
    private static readonly Dictionary<string, GridCell> None = new(StringComparer.Ordinal);

    private readonly Dictionary<string, Dictionary<string, GridCell>> sheets = new(StringComparer.Ordinal);

    private readonly HashSet<(string Sheet, int Row)> hiddenRows = [];
    private readonly List<(string Sheet, int First, int Last)> hiddenColumns = [];

    public IReadOnlyDictionary<string, GridCell> Of(string sheet) => sheets.GetValueOrDefault(sheet, None);

    public void Add(string sheet, string address, GridCell cell)
    {
        if (!sheets.TryGetValue(sheet, out var cells))
        {
            sheets[sheet] = cells = new Dictionary<string, GridCell>(StringComparer.Ordinal);
        }

        cells[address] = cell;
    }

    /// <param name="row">From 1.</param>
    public bool IsRowHidden(string sheet, int row) => hiddenRows.Contains((sheet, row));

    /// <param name="column">From 0.</param>
    public bool IsColumnHidden(string sheet, int column) => hiddenColumns.Exists(c => c.Sheet == sheet && c.First <= column && column <= c.Last);

    public void HideRow(string sheet, int row) => hiddenRows.Add((sheet, row));

    public void HideColumns(string sheet, int first, int last) => hiddenColumns.Add((sheet, first, last));
}
