using System.Globalization;
using System.Text;
using DtPipeline.Reading.Grids;

namespace DtPipeline.Checking;

/// <summary>What a cell says as a number: one its workbook stores, or written text with perhaps a unit behind it.</summary>
/// <param name="Stored">A number of a workbook or of JSON, which needs no reading.</param>
/// <param name="Unit">A unit written in the cell; null where none is.</param>
internal sealed record CellNumber(GridCell Cell, double? Stored, NumberText? Written, UnitText? Unit)
{
    /// <summary>The cell itself says that it is a percentage.</summary>
    public bool IsPercent => Cell.Kind == CellKind.Percent || Unit?.Dimension == Dimension.Percent;

    public NumberStyle Style => Stored is null ? Written!.Style : NumberStyle.Plain;

    /// <returns>Null where the cell is no number.</returns>
    public static CellNumber? Of(GridCell cell)
    {
        if (cell.Kind is CellKind.Number or CellKind.Percent)
        {
            // In decimal, so that 0.07 shown as percent is 7 and not 7.000000000000001.
            var stored = cell.Kind == CellKind.Percent ? Times(cell.Number, 100) : cell.Number;
            return new CellNumber(cell, stored, null, null);
        }

        if (cell.Kind != CellKind.Text)
        {
            return null;
        }

        var (text, unit) = Split(cell.Text);
        var number = NumberText.Of(text);
        return number.Style == NumberStyle.NotNumber || unit is { IsKnown: false } ? null : new CellNumber(cell, null, number, unit);
    }

    /// <param name="style">The style to read a doubtful number in.</param>
    public double Value(NumberStyle style) => Stored ?? Written!.Value(style);

    /// <summary>Multiplies exactly where decimal can.</summary>
    public static double Times(double value, decimal factor) =>
        factor == 1 ? value : Math.Abs(value) < 1e12 && Math.Abs(factor) is < 1e12m and > 1e-12m ? (double)((decimal)value * factor) : value * (double)factor;

    private static (string Number, UnitText? Unit) Split(string text)
    {
        var letter = 0;
        while (letter < text.Length && !char.IsLetter(text[letter]) && text[letter] is not ('%' or '\uFF05'))
        {
            letter++;
        }

        if (letter == text.Length || letter == 0)
        {
            return (text, null);
        }

        var unit = text[letter..];
        return text[..letter].Contains('(', StringComparison.Ordinal) ? (text, InBrackets(unit))
            : unit.Any(char.IsDigit) ? (text, null)
            : (text[..letter].TrimEnd(), UnitText.Of(unit.Normalize(NormalizationForm.FormKC)));
    }

    private static UnitText? InBrackets(string unit) => unit is "%)" ? UnitText.Of("%") : null;

    public static string Shown(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
