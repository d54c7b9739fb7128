using System.Globalization;
using DtPipeline.Catalogue;
using DtPipeline.Reading;

namespace DtPipeline.Checking;

/// <summary>The value of one cell in its indicator's unit, or the fault that keeps it from having one.</summary>
internal static class CellValue
{
    private static readonly HashSet<string> YesWords = new(StringComparer.OrdinalIgnoreCase) { "1", "yes", "true", "có", "đạt", "x", "✓" };

    private static readonly HashSet<string> NoWords = new(StringComparer.OrdinalIgnoreCase) { "0", "no", "false", "không", "chưa" };

    public static double? Read(ReportRow row, ReportColumn column, Indicator indicator, NumberStyle style, List<Fault> faults)
    {
        var text = row.Text(column);
        if (indicator.Kind == IndicatorKind.Flag)
        {
            return ReadFlag(row.At(column), text, faults);
        }

        if (text.EndsWith('%') && indicator.Unit != "percent")
        {
            faults.Add(FaultKinds.UnitOther.At(row.At(column), text, indicator.Unit));
            return null;
        }

        var value = ReadNumber(row.At(column), text, style, faults);
        return value is { } number && IsPossible(row.At(column), text, number, indicator, faults) ? value : null;
    }

    /// <summary>A cross in a flag's cell is a yes, though in any other cell it says that there is no value.</summary>
    public static bool IsMark(string text, Indicator indicator) => indicator.Kind == IndicatorKind.Flag && YesWords.Contains(text);

    public static double? ReadPart(ReportRow row, ReportColumn column, NumberStyle style, List<Fault> faults) =>
        row.Text(column) is { Length: > 0 } text && !NothingWords.IsMissing(text) ? ReadNumber(row.At(column), text, style, faults) : null;

    /// <summary>Warns when a percentage is more than half a point away from its own numerator over denominator.</summary>
    public static void CompareWithParts(ReportRow row, Indicator indicator, double? value, double? numerator, double? denominator, List<Fault> faults)
    {
        if (indicator.Unit == "percent" && value is { } percent && numerator is { } part && denominator is { } whole && whole != 0
            && Math.Abs(percent - (100 * part / whole)) > 0.5)
        {
            var ratio = (100 * part / whole).ToString("0.##", CultureInfo.InvariantCulture);
            faults.Add(FaultKinds.ValueRatioMismatch.At(row.At(ReportColumn.Value), row.Text(ReportColumn.Value), ratio));
        }
    }

    private static double? ReadFlag(Place place, string text, List<Fault> faults)
    {
        if (YesWords.Contains(text))
        {
            return 1;
        }

        if (NoWords.Contains(text))
        {
            return 0;
        }

        faults.Add(FaultKinds.ValueNotFlag.At(place, text, "1/0, có/không, yes/no"));
        return null;
    }

    private static double? ReadNumber(Place place, string text, NumberStyle style, List<Fault> faults)
    {
        var number = NumberText.Of(text);
        if (number.Style == NumberStyle.NotNumber)
        {
            faults.Add(FaultKinds.ValueNotNumber.At(place, text, "a number"));
            return null;
        }

        if (number.Style == NumberStyle.Doubtful && style == NumberStyle.Doubtful)
        {
            var readings = string.Create(CultureInfo.InvariantCulture, $"{number.Value(NumberStyle.Comma)} / {number.Value(NumberStyle.Point)}");
            faults.Add(FaultKinds.ValueAmbiguous.At(place, text, readings));
            return null;
        }

        var value = number.Value(style);
        if (!double.IsFinite(value))
        {
            faults.Add(FaultKinds.ValueOutOfRange.At(place, text, "… – …"));
            return null;
        }

        return value;
    }

    private static bool IsPossible(Place place, string text, double value, Indicator indicator, List<Fault> faults)
    {
        if (value < indicator.Minimum || value > indicator.Maximum)
        {
            var low = indicator.Minimum?.ToString(CultureInfo.InvariantCulture) ?? "…";
            var high = indicator.Maximum?.ToString(CultureInfo.InvariantCulture) ?? "…";
            faults.Add(FaultKinds.ValueOutOfRange.At(place, text, $"{low} – {high}"));
            return false;
        }

        if (indicator.Unit is "count" or "rank" && value != Math.Floor(value))
        {
            faults.Add(FaultKinds.ValueNotWhole.At(place, text, "a whole number"));
            return false;
        }

        return true;
    }
}
