namespace DtPipeline.Grids;

/// <summary>Cells shown as one, of which only the first holds what is shown.</summary>
/// <param name="FirstRow">Counted from 1, as <see cref="GridRow.Number"/> is.</param>
/// <param name="FirstColumn">Counted from 0, as the cells of a row are.</param>
internal readonly record struct MergedArea(int FirstRow, int LastRow, int FirstColumn, int LastColumn)
{
    public bool Has(int row, int column) => row >= FirstRow && row <= LastRow && column >= FirstColumn && column <= LastColumn;
}
