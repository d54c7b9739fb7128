using System.Globalization;
using DtPipeline.Catalogue;
using DtPipeline.Reading;
using DtPipeline.Reading.Grids;

namespace DtPipeline.Checking;

/// <summary>A cell whose row is in order and whose number may have to wait until its whole column is known.</summary>
internal sealed record OpenCell(ReportRow Row, RowSubject Subject, CellNumber Number, CellNumber? Numerator, CellNumber? Denominator);

/// <summary>The value of one cell in its indicator's unit, or the fault that keeps it from having one.</summary>
internal sealed class CellValue(FaultList faults)
{
    private static readonly HashSet<string> YesWords = new(StringComparer.OrdinalIgnoreCase) { "1", "yes", "true", "có", "đạt", "x", "✓", "✔" };

    private static readonly HashSet<string> NoWords = new(StringComparer.OrdinalIgnoreCase) { "0", "no", "false", "không", "chưa" };

    private readonly HashSet<(string?, string?)> toldFractions = [];

    /// <summary>A cross in the cell of a flag or a task is a yes, though in any other cell it says that there is no value.</summary>
    public static bool IsMark(string text, Indicator indicator) => indicator switch
    {
        { Kind: IndicatorKind.Flag } => YesWords.Contains(text),
        { Task: not null } => ProgressWords.Find(text) is not null,
        _ => false,
    };

    public double? Flag(ReportRow row, ReportColumn column)
    {
        var text = row.Text(column);
        if (row.Cell(column).Kind is CellKind.Text or CellKind.Number or CellKind.Percent)
        {
            if (YesWords.Contains(text))
            {
                return 1;
            }

            if (NoWords.Contains(text))
            {
                return 0;
            }
        }

        faults.Add(NotText(row, column) ?? FaultKinds.ValueNotFlag.At(row.At(column), text, "1/0, có/không, yes/no"));
        return null;
    }

    /// <param name="otherwise">What is wrong with a text that is no number.</param>
    /// <returns>The number of a cell as far as it can be told alone; null with a fault.</returns>
    public CellNumber? Number(ReportRow row, ReportColumn column, FaultKind otherwise)
    {
        if (row.NumberOf(column) is { } number)
        {
            return number;
        }

        faults.Add(NotText(row, column) ?? otherwise.At(row.At(column), row.Text(column), "a number"));
        return null;
    }

    /// <summary>Whether a cell can be settled without the rest of its column.</summary>
    public static bool IsUndoubted(OpenCell open) =>
        open.Number.Style != NumberStyle.Doubtful
        && open.Numerator?.Style != NumberStyle.Doubtful
        && open.Denominator?.Style != NumberStyle.Doubtful
        && !(IsUnmarkedPercent(open) && Math.Abs(open.Number.Value(NumberStyle.Plain)) <= 1);

    /// <summary>Settles a cell by what its column says.</summary>
    /// <param name="facts">By column.</param>
    public CheckedCell? Settle(OpenCell open, ColumnFacts[] facts)
    {
        var (row, subject) = (open.Row, open.Subject);
        var errors = faults.Errors;
        var value = Reading(row, subject.Column, open.Number, facts) is { } read ? Measured(open, read, facts[(int)subject.Column]) : null;
        var numerator = open.Numerator is { } above ? Reading(row, ReportColumn.Numerator, above, facts) : null;
        var denominator = open.Denominator is { } below ? Reading(row, ReportColumn.Denominator, below, facts) : null;
        if (value is not { } number || faults.Errors > errors)
        {
            return null;
        }

        CompareWithParts(row, subject, number, numerator, denominator);
        return new CheckedCell(subject.Indicator, number, subject.Status, numerator, denominator, subject.Note, row.At(subject.Column));
    }

    private static bool IsUnmarkedPercent(OpenCell open) => open.Subject.Indicator.Unit == "percent" && !open.Number.IsPercent;

    /// <summary>What else than text or a number the cell holds.</summary>
    private static Fault? NotText(ReportRow row, ReportColumn column)
    {
        var cell = row.Cell(column);
        return cell.Kind switch
        {
            CellKind.Error => FaultKinds.ValueCellError.At(row.At(column), cell.Text, "a number"),
            CellKind.Formula => FaultKinds.ValueFormula.At(row.At(column), cell.Text, "a number"),
            CellKind.Date => FaultKinds.ValueDate.At(row.At(column), cell.Text, "a number"),
            CellKind.Text when cell.Text.StartsWith('=') => FaultKinds.ValueFormula.At(row.At(column), cell.Text, "a number"),
            _ => null,
        };
    }

    private double? Reading(ReportRow row, ReportColumn column, CellNumber number, ColumnFacts[] facts)
    {
        var style = facts[(int)column].Style;
        if (number.Style == NumberStyle.Doubtful && style == NumberStyle.Doubtful)
        {
            var readings = string.Create(CultureInfo.InvariantCulture, $"{number.Value(NumberStyle.Comma)} / {number.Value(NumberStyle.Point)}");
            faults.Add(FaultKinds.ValueAmbiguous.At(row.At(column), row.Text(column), readings));
            return null;
        }

        var value = number.Value(style);
        if (!double.IsFinite(value))
        {
            faults.Add(FaultKinds.ValueOutOfRange.At(row.At(column), row.Text(column), "… – …"));
            return null;
        }

        return value;
    }

    /// <summary>The value in the indicator's unit, whole and in range.</summary>
    private double? Measured(OpenCell open, double value, ColumnFacts facts)
    {
        var (row, subject) = (open.Row, open.Subject);
        var indicator = subject.Indicator;
        if (open.Number.IsPercent && indicator.Unit != "percent")
        {
            faults.Add(FaultKinds.UnitOther.At(row.At(subject.Column), row.Text(subject.Column), indicator.Unit));
            return null;
        }

        if (open.Number.Unit is { } unit && unit.FactorTo(indicator) is null)
        {
            faults.Add(FaultKinds.UnitOther.At(row.At(subject.Column), row.Text(subject.Column), indicator.Unit));
            return null;
        }

        var factor = open.Number.Unit?.FactorTo(indicator) ?? subject.Factor;
        var mayBeFraction = IsUnmarkedPercent(open) && Math.Abs(value) <= 1;
        var measured = CellNumber.Times(value, !mayBeFraction ? factor : facts.IsFractions ? 100 : 1);
        if (!mayBeFraction && factor != 1)
        {
            faults.Add(FaultKinds.UnitConverted.At(row.At(subject.Column), WithUnit(row, open.Number), $"{CellNumber.Shown(measured)} {indicator.Unit}"));
        }

        if (!IsPossible(row, subject.Column, measured, indicator))
        {
            return null;
        }

        if (mayBeFraction)
        {
            TellFraction(row, subject.Column, value, facts);
        }

        return measured;
    }

    /// <summary>What is converted: the number and the unit that holds for it, wherever that is written.</summary>
    private static string WithUnit(ReportRow row, CellNumber number)
    {
        string[] parts = number.Unit is null
            ? [number.Cell.Text, Power(row.Text(ReportColumn.UnitMultiplier)), row.Text(ReportColumn.Unit) is { Length: > 0 } unit ? unit : row.Header.Unit]
            : [number.Cell.Text];
        return string.Join(' ', parts.Where(p => p.Length > 0));
    }

    private static string Power(string multiplier) => multiplier is "" or "0" ? string.Empty : $"× 10^{multiplier}";

    private void TellFraction(ReportRow row, ReportColumn column, double value, ColumnFacts facts)
    {
        if (!facts.IsFractions)
        {
            if (value is not 0 and not 1 and not -1)
            {
                faults.Add(FaultKinds.ValueUnitSlip.At(row.At(column), row.Text(column), CellNumber.Shown(value)));
            }
        }
        else if (toldFractions.Add((row.Header.Sheet, row.Header.NameOf(column))))
        {
            faults.Add(FaultKinds.ValueFractions.At(row.At(column), row.Header.NameOf(column)));
        }
    }

    /// <summary>Warns when a percentage is more than half a point away from its own numerator over denominator.</summary>
    private void CompareWithParts(ReportRow row, RowSubject subject, double percent, double? numerator, double? denominator)
    {
        if (subject.Indicator.Unit == "percent" && numerator is { } part && denominator is { } whole && whole != 0 && Math.Abs(percent - (100 * part / whole)) > 0.5)
        {
            var ratio = (100 * part / whole).ToString("0.##", CultureInfo.InvariantCulture);
            faults.Add(FaultKinds.ValueRatioMismatch.At(row.At(subject.Column), row.Text(subject.Column), ratio));
        }
    }

    private bool IsPossible(ReportRow row, ReportColumn column, double value, Indicator indicator)
    {
        if (value < indicator.Minimum || value > indicator.Maximum)
        {
            var low = indicator.Minimum?.ToString(CultureInfo.InvariantCulture) ?? "…";
            var high = indicator.Maximum?.ToString(CultureInfo.InvariantCulture) ?? "…";
            faults.Add(FaultKinds.ValueOutOfRange.At(row.At(column), row.Text(column), $"{low} – {high}"));
            return false;
        }

        if (indicator.Unit is "count" or "rank" && value != Math.Floor(value))
        {
            faults.Add(FaultKinds.ValueNotWhole.At(row.At(column), row.Text(column), "a whole number"));
            return false;
        }

        return true;
    }
}
