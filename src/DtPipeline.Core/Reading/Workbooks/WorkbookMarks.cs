using DtPipeline.Reading.Grids;

namespace DtPipeline.Reading.Workbooks;

/// <summary>Cells that the workbook reader gives as blank though they are not: error values and formulas that were never calculated, by sheet and address.</summary>
internal sealed class WorkbookMarks
{
    private static readonly Dictionary<string, GridCell> None = new(StringComparer.Ordinal);

    private readonly Dictionary<string, Dictionary<string, GridCell>> sheets = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, GridCell> Of(string sheet) => sheets.GetValueOrDefault(sheet, None);

    public void Add(string sheet, string address, GridCell cell)
    {
        if (!sheets.TryGetValue(sheet, out var cells))
        {
            sheets[sheet] = cells = new Dictionary<string, GridCell>(StringComparer.Ordinal);
        }

        cells[address] = cell;
    }
}
