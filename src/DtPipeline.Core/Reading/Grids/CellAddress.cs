using System.Globalization;

namespace DtPipeline.Reading.Grids;

/// <summary>Addresses of cells as spreadsheets write them.</summary>
internal static class CellAddress
{
    /// <param name="row">From 1.</param>
    /// <param name="column">From 0.</param>
    public static string Of(int row, int column) => string.Create(CultureInfo.InvariantCulture, $"{ColumnName(column)}{row}");

    public static string ColumnName(int column) =>
        column < 26 ? ((char)('A' + column)).ToString() : ColumnName((column / 26) - 1) + (char)('A' + (column % 26));
}
