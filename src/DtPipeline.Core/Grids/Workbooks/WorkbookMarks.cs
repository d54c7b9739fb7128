namespace DtPipeline.Grids.Workbooks;

/// <summary>
/// What the workbook reader does not see, by sheet: cells that it gives as blank though they hold an error value, text of which a part is
/// small or struck out, and cells that are struck out as a whole.
/// </summary>
internal sealed class WorkbookMarks
{
    private static readonly Dictionary<string, GridCell> None = new(StringComparer.Ordinal);

    private readonly Dictionary<string, Dictionary<string, GridCell>> sheets = new(StringComparer.Ordinal);
    private readonly HashSet<(string Sheet, string Address)> struck = [];

    public IReadOnlyDictionary<string, GridCell> Of(string sheet) => sheets.GetValueOrDefault(sheet, None);

    public bool IsStruck(string sheet, string address) => struck.Contains((sheet, address));

    public void Add(string sheet, string address, GridCell cell)
    {
        if (!sheets.TryGetValue(sheet, out var cells))
        {
            sheets[sheet] = cells = new Dictionary<string, GridCell>(StringComparer.Ordinal);
        }

        cells[address] = cell;
    }

    /// <summary>Something in the cell is struck out.</summary>
    public void Strike(string sheet, string address) => struck.Add((sheet, address));
}
