using System.Globalization;
using System.Text;
using DtPipeline.Grids;

namespace DtPipeline.Reading;

/// <summary>What a cell says as a number: one its workbook stores, or written text with perhaps a unit behind it.</summary>
/// <param name="Unit">A unit written in the cell; null where none is.</param>
/// <param name="IsPercent">The cell itself says that it is a percentage.</param>
internal readonly record struct CellNumber(NumberText Number, UnitText? Unit, bool IsPercent)
{
    public NumberStyle Style => Number.Style;

    /// <returns>Null where the cell is no number.</returns>
    public static CellNumber? Of(in GridCell cell)
    {
        if (cell.Kind is CellKind.Number or CellKind.Percent or CellKind.Scaled)
        {
            return Stored(cell);
        }

        if (cell.Kind != CellKind.Text)
        {
            return null;
        }

        var (text, unit) = NumberText.IsCompact(cell.Text) ? (cell.Text, null) : Split(cell.Text);
        var number = NumberText.Of(text);
        return number.Style == NumberStyle.NotNumber || unit is { IsKnown: false } ? null : new CellNumber(number, unit, unit?.Dimension == Dimension.Percent);
    }

    /// <summary>The number that is stored, at the scale at which its format shows it. What the format writes beside it may be a unit.</summary>
    private static CellNumber Stored(in GridCell cell)
    {
        var unit = cell.Look is { Literal: { Length: > 0 } literal } && UnitText.Of(literal) is { IsKnown: true } known && (known.Dimension == Dimension.Percent || known.Factor > 1) ? known : (UnitText?)null;
        var isPercent = cell.Kind == CellKind.Percent || unit?.Dimension == Dimension.Percent;
        return new CellNumber(NumberText.Stored(cell.Look?.Shown(cell.Number) ?? (cell.Kind == CellKind.Percent ? Times(cell.Number, 100) : cell.Number)), unit, isPercent);
    }

    /// <summary>The same number, said by its row to be a percentage.</summary>
    public CellNumber AsPercent() => this with { IsPercent = true };

    /// <param name="style">The style to read a doubtful number in.</param>
    public double Value(NumberStyle style) => Number.Value(style);

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
