using System.Globalization;
using DtPipeline.Faults;

namespace DtPipeline.Grids;

/// <summary>What a cell holds besides its text.</summary>
internal enum CellKind
{
    /// <summary>Written text: numbers in it have yet to be read.</summary>
    Text,

    /// <summary>A number that its format leaves no doubt about.</summary>
    Number,

    /// <summary>A number that its workbook shows as percent: 0.87 for 87 %.</summary>
    Percent,

    /// <summary>A number of which its workbook shows a thousandth or less, so that only a unit tells which of the two is meant.</summary>
    Scaled,

    Date,

    /// <summary>An error value such as <c>#REF!</c>.</summary>
    Error,

    /// <summary>A formula that was never calculated.</summary>
    Formula,
}

/// <param name="Text">Clean and trimmed; of a number its shortest invariant form.</param>
/// <param name="Number">As it is stored; only of <see cref="CellKind.Number"/>, <see cref="CellKind.Percent"/> and <see cref="CellKind.Scaled"/>.</param>
/// <param name="Look">What the format of a number shows beside its digits; null where that is nothing.</param>
internal readonly record struct GridCell(string Text, CellKind Kind = CellKind.Text, double Number = 0, NumberLook? Look = null)
{
    public static readonly GridCell Empty = new(string.Empty);

    public bool IsEmpty => Text.Length == 0;

    public static GridCell Of(DateTime date) => new(
        date.ToString(date.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "s", CultureInfo.InvariantCulture), CellKind.Date);

    /// <summary>A stored number as its format shows it.</summary>
    public static GridCell Of(double number, NumberLook look)
    {
        var kind = look.Thousands > 0 ? CellKind.Scaled : look.Percents > 0 ? CellKind.Percent : CellKind.Number;
        return new GridCell(number.ToString("R", CultureInfo.InvariantCulture), kind, number, look == NumberLook.Plain ? null : look);
    }
}

/// <summary>A row of a text file or sheet before anybody knows what its columns mean.</summary>
/// <param name="Number">Counted from 1 as an editor or spreadsheet shows it.</param>
/// <param name="Damage">What kept the row from being read as cells: a fault in place of them.</param>
internal sealed record GridRow(int Number, GridCell[] Cells, Fault? Damage = null)
{
    public bool IsBlank => Damage is null && Array.TrueForAll(Cells, c => c.IsEmpty);

    /// <summary>Empty before the first cell and behind the last.</summary>
    public ref readonly GridCell this[int column]
    {
        get
        {
            if ((uint)column < (uint)Cells.Length)
            {
                return ref Cells[column];
            }

            return ref GridCell.Empty;
        }
    }
}
