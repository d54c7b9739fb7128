using System.Globalization;

namespace DtPipeline.Grids;

/// <summary>A cell's place as a spreadsheet counts it: row and column from 1, written <c>E7</c>.</summary>
internal readonly record struct CellAddress(int Row, int Column)
{
    public const int LastRow = 1_048_576;
    public const int LastColumn = 16_384;

    public static CellAddress? Parse(string? text)
    {
        var letters = text?.TakeWhile(char.IsAsciiLetter).Count() ?? 0;
        if (letters is 0 or > 3 || !int.TryParse(text.AsSpan(letters), NumberStyles.None, CultureInfo.InvariantCulture, out var row))
        {
            return null;
        }

        var column = text!.Take(letters).Aggregate(0, (sum, letter) => (sum * 26) + (char.ToUpperInvariant(letter) - 'A' + 1));
        return row is >= 1 and <= LastRow && column <= LastColumn ? new CellAddress(row, column) : null;
    }

    /// <param name="column">From 0, as readers count.</param>
    public static string Of(int row, int column) => new CellAddress(row, column + 1).ToString();

    public static string Letters(int column) =>
        (column > 26 ? Letters((column - 1) / 26) : string.Empty) + (char)('A' + ((column - 1) % 26));

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Letters(Column)}{Row}");
}
