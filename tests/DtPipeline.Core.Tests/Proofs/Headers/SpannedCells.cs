using DtPipeline.Core.Tests.Proofs.RoundTrip;

namespace DtPipeline.Core.Tests.Proofs.Headers;

/// <param name="Columns">How many it covers, itself among them.</param>
/// <param name="IsCovered">By a merged cell that begins to the left or above.</param>
internal readonly record struct SpannedCell(WrittenCell Cell, int Columns, int Rows, bool IsCovered, bool IsBelow);

/// <summary>A table as formats see it that write how far a cell goes into the cell itself.</summary>
internal static class SpannedCells
{
    public static IEnumerable<IEnumerable<SpannedCell>> Of(HeaderTable table) =>
        table.Rows.Select((cells, i) => cells.Select((cell, column) => Of(table, cell, i + 1, column)));

    private static SpannedCell Of(HeaderTable table, WrittenCell cell, int row, int column)
    {
        var area = table.Merged.FirstOrDefault(m => m.FirstRow <= row && row <= m.LastRow && m.FirstColumn <= column && column <= m.LastColumn);
        return area == default
            ? new SpannedCell(cell, 1, 1, IsCovered: false, IsBelow: false)
            : new SpannedCell(
                cell,
                area.LastColumn - area.FirstColumn + 1,
                area.LastRow - area.FirstRow + 1,
                IsCovered: area.FirstRow != row || area.FirstColumn != column,
                IsBelow: area.FirstRow != row);
    }
}
