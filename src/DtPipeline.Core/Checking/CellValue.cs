using System.Globalization;
using DtPipeline.Catalogue;
using DtPipeline.Faults;
using DtPipeline.Grids;
using DtPipeline.Reading;

namespace DtPipeline.Checking;

/// <summary>A cell whose row is in order and whose number may have to wait until its whole column is known.</summary>
internal readonly record struct OpenCell(ReportRow Row, RowSubject Subject, CellNumber Number, CellParts? Parts);

/// <summary>What a percentage is the quotient of, as far as the row says it.</summary>
internal sealed record CellParts(CellNumber? Numerator, CellNumber? Denominator);

/// <summary>What a cell says, in its indicator's unit.</summary>
internal readonly record struct StatedValue(double? Value, string Status, double? Numerator = null, double? Denominator = null);

/// <summary>The value of one cell in its indicator's unit, or the fault that keeps it from having one.</summary>
internal sealed class CellValue(FaultList faults)
{
    private readonly HashSet<(string?, string?)> toldFractions = [];

    private GridRow? latestRow;
    private int latestPlace;
    private CellNumber? latestNumber;

    /// <summary>Of a flag or a task: "x" is a yes and "chưa có" a no, though in any other cell they say that there is no value.</summary>
    public static bool IsAnswer(string text, Indicator indicator) => indicator switch
    {
        { Kind: IndicatorKind.Flag } => FlagWords.Find(text, indicator) is not null,
        { Task: not null } => ProgressWords.Find(text) is not null,
        _ => false,
    };

    public double? Flag(ReportRow row, ReportColumn column, Indicator indicator)
    {
        var text = row.Text(column);
        var flag = row.Cell(column).Kind switch
        {
            CellKind.Text or CellKind.Number or CellKind.Percent => FlagWords.Find(text, indicator) ?? Written(),
            _ => null,
        };
        if (flag is null)
        {
            faults.Add(NotText(row, column) ?? FaultKinds.ValueNotFlag.At(row.At(column), text, "1/0, có/không, yes/no"));
        }

        return flag;

        // 1.0 as programs write it; 100 % is no yes.
        double? Written()
        {
            var value = Find(row, column) is { IsPercent: false, Unit: null, Style: not NumberStyle.Doubtful } number ? number.Value(NumberStyle.Plain) : (double?)null;
            return value is 0 or 1 ? value : null;
        }
    }

    /// <summary>What a cell says as a number; null where it says none. A row is asked more than once for its value, which is read once.</summary>
    public CellNumber? Find(ReportRow row, ReportColumn column)
    {
        var place = row.Header.PlaceOf(column);
        if (!ReferenceEquals(latestRow, row.Grid) || latestPlace != place)
        {
            (latestRow, latestPlace, latestNumber) = (row.Grid, place, CellNumber.Of(row.Cell(column)));
        }

        return latestNumber;
    }

    /// <param name="otherwise">What is wrong with a text that is no number.</param>
    /// <returns>The number of a cell as far as it can be told alone; null with a fault.</returns>
    public CellNumber? Number(ReportRow row, ReportColumn column, FaultKind otherwise)
    {
        var number = Find(row, column);
        if (number is null)
        {
            faults.Add(NotText(row, column) ?? otherwise.At(row.At(column), row.Text(column), "a number"));
        }

        return number;
    }

    /// <returns>Null where the row says neither part; a part that is no number is told.</returns>
    public CellParts? Parts(ReportRow row)
    {
        var numerator = Part(row, ReportColumn.Numerator);
        var denominator = Part(row, ReportColumn.Denominator);
        return numerator is null && denominator is null ? null : new CellParts(numerator, denominator);
    }

    /// <summary>Whether a cell can be settled without the rest of its column.</summary>
    public static bool IsUndoubted(in OpenCell open) =>
        open.Number.Style != NumberStyle.Doubtful
        && open.Parts?.Numerator?.Style != NumberStyle.Doubtful
        && open.Parts?.Denominator?.Style != NumberStyle.Doubtful
        && !(IsUnmarkedPercent(open) && Math.Abs(open.Number.Value(NumberStyle.Plain)) <= 1);

    /// <summary>Settles a cell by what its column says.</summary>
    /// <param name="facts">By column.</param>
    /// <returns>False where the cell has no value, which is told.</returns>
    public bool Settle(in OpenCell open, ColumnFacts[] facts, out StatedValue said)
    {
        said = default;
        var (row, column) = (open.Row, open.Subject.Column);
        var errors = faults.Errors;
        var value = Reading(row, column, open.Number, facts, open.Subject.Indicator) is { } read ? Measured(open, read, facts[(int)column]) : null;
        var numerator = open.Parts?.Numerator is { } above ? Reading(row, ReportColumn.Numerator, above, facts, null) : null;
        var denominator = open.Parts?.Denominator is { } below ? Reading(row, ReportColumn.Denominator, below, facts, null) : null;
        if (value is not { } number || faults.Errors > errors)
        {
            return false;
        }

        said = new StatedValue(number, open.Subject.Status, numerator, denominator);
        CompareWithParts(row, open.Subject, number, numerator, denominator);
        return true;
    }

    private CellNumber? Part(ReportRow row, ReportColumn column) => NothingWords.IsMissing(row.Text(column)) ? null : Number(row, column, FaultKinds.ValueNotNumber);

    private static bool IsUnmarkedPercent(in OpenCell open) => open.Subject.Indicator.Unit == "percent" && !open.Number.IsPercent;

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

    /// <param name="indicator">Null for a numerator or denominator.</param>
    private double? Reading(ReportRow row, ReportColumn column, CellNumber number, ColumnFacts[] facts, Indicator? indicator)
    {
        var style = row.Header.IsSdmx ? NumberStyle.Point : facts[(int)column].Style;
        if (number.Style == NumberStyle.Doubtful && (style == NumberStyle.Doubtful || (!row.Header.IsSdmx && MayBeThousands(row.Text(column), number, style, indicator))))
        {
            var readings = string.Create(CultureInfo.InvariantCulture, $"{number.Value(NumberStyle.Comma)} / {number.Value(NumberStyle.Point)}");
            faults.Add(FaultKinds.ValueAmbiguous.At(row.At(column), row.Text(column), readings));
            return null;
        }

        var value = number.Value(style);
        if (row.Cell(column) is { Kind: CellKind.Scaled } scaled && !SaysThousands(row, number))
        {
            faults.Add(FaultKinds.ValueAmbiguous.At(row.At(column), row.Text(column), $"{CellNumber.Shown(value)} / {CellNumber.Shown(scaled.Number)}"));
            return null;
        }

        if (!double.IsFinite(value))
        {
            faults.Add(FaultKinds.ValueOutOfRange.At(row.At(column), row.Text(column), "… – …"));
            return null;
        }

        return value;
    }

    /// <summary>
    /// Percentages beside it say how decimals are written, and a count has none: 2.000 may be two thousand all the same. So may an amount of
    /// which nothing stands behind the mark.
    /// </summary>
    private static bool MayBeThousands(string text, CellNumber number, NumberStyle style, Indicator? indicator) =>
        Math.Abs(number.Value(style)) < 1_000
        && (indicator is null or { Unit: "count" or "rank" } || (indicator.Unit is "vnd_million" or "usd_million" && text.Contains("000", StringComparison.Ordinal)));

    /// <summary>A unit of thousands or more holds for the number that is shown, which its format has divided.</summary>
    private static bool SaysThousands(ReportRow row, CellNumber number) =>
        (number.Unit ?? UnitText.Of(row.Text(ReportColumn.Unit) is { Length: > 0 } unit ? unit : row.Header.Unit)).Factor >= 1_000;

    /// <summary>The value in the indicator's unit, whole and in range.</summary>
    private double? Measured(in OpenCell open, double value, ColumnFacts facts)
    {
        var (row, number, column, indicator) = (open.Row, open.Number, open.Subject.Column, open.Subject.Indicator);
        if (number.IsPercent && indicator.Unit != "percent")
        {
            faults.Add(FaultKinds.UnitOther.At(row.At(column), row.Text(column), indicator.Unit));
            return null;
        }

        if (number.Unit is { } unit && unit.FactorTo(indicator) is null)
        {
            faults.Add(FaultKinds.UnitOther.At(row.At(column), row.Text(column), indicator.Unit));
            return null;
        }

        var factor = number.Unit?.FactorTo(indicator) ?? open.Subject.Factor;
        var mayBeFraction = IsUnmarkedPercent(open) && Math.Abs(value) <= 1;
        var measured = CellNumber.Times(value, !mayBeFraction ? factor : facts.IsFractions ? 100 : 1);
        if (!mayBeFraction && factor != 1)
        {
            faults.Add(FaultKinds.UnitConverted.At(row.At(column), WithUnit(row, column, number), $"{CellNumber.Shown(measured)} {indicator.Unit}"));
        }

        if (!IsPossible(row, column, measured, indicator))
        {
            return null;
        }

        if (mayBeFraction)
        {
            TellFraction(row, column, value, facts);
        }

        return measured;
    }

    /// <summary>What is converted: the number and the unit that holds for it, wherever that is written.</summary>
    private static string WithUnit(ReportRow row, ReportColumn column, CellNumber number)
    {
        string[] parts = number.Unit is null
            ? [row.Cell(column).Kind == CellKind.Scaled ? CellNumber.Shown(number.Value(NumberStyle.Plain)) : row.Text(column), Power(row.Text(ReportColumn.UnitMultiplier)), row.Text(ReportColumn.Unit) is { Length: > 0 } unit ? unit : row.Header.Unit]
            : [row.Text(column), row.Cell(column).Look?.Literal ?? string.Empty];
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
    private void CompareWithParts(ReportRow row, in RowSubject subject, double percent, double? numerator, double? denominator)
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
