using System.Globalization;
using DtPipeline.Catalogue;
using DtPipeline.Faults;
using DtPipeline.Reading;

namespace DtPipeline.Checking;

/// <summary>In which unit a row gives its value, wherever that is said: in the row, its name, the header, above the table.</summary>
internal sealed class UnitCheck(ReadContext context)
{
    /// <summary>Different units that are remembered; a report has a dozen.</summary>
    private const int MostUnits = 1_000;

    private readonly Dictionary<string, UnitText> units = new(StringComparer.Ordinal);

    /// <param name="unit">Of the row; null where it has none.</param>
    /// <returns>What a value without a unit of its own is multiplied by.</returns>
    public decimal Check(ReportRow row, string? unit, Indicator indicator)
    {
        var factor = Multiplier(row);
        var inName = UnitInName(row) is { IsKnown: true } behind && behind.FactorTo(indicator) is not null ? behind : null;
        if (unit is not null && UnitOf(unit).FactorTo(indicator) is null)
        {
            context.Faults.Add(FaultKinds.UnitOther.At(row.At(ReportColumn.Unit), unit, indicator.Unit));
            return factor;
        }

        if ((unit is null ? inName : UnitOf(unit)) is { } own)
        {
            CheckAgree(row, unit, own, inName, indicator);
            return own.FactorTo(indicator)!.Value * factor;
        }

        // What is said for a whole table holds for the indicators that it can measure.
        var shared = row.Header.Unit.Length > 0 ? UnitOf(row.Header.Unit) : null;
        return shared is { IsKnown: true } && shared.FactorTo(indicator) is { } common ? common * factor : factor;
    }

    private void CheckAgree(ReportRow row, string? unit, UnitText own, UnitText? inName, Indicator indicator)
    {
        var place = row.At(unit is not null ? ReportColumn.Unit : row.Header.Has(ReportColumn.Name) ? ReportColumn.Name : ReportColumn.Indicator);
        var factor = own.FactorTo(indicator);
        if (inName is not null && inName.FactorTo(indicator) != factor)
        {
            context.Faults.Add(FaultKinds.UnitConflict.At(place, unit!, NameOf(row)));
        }
        else if (MultipleOfAll(row, own, indicator) is (var multiple, var where) && multiple != factor)
        {
            context.Faults.Add(FaultKinds.UnitConflict.At(place, unit ?? NameOf(row), where));
        }
    }

    /// <summary>
    /// A multiple said for a whole column ("Thực hiện (nghìn)") beside another unit in the row: either may be meant. What stands above the table
    /// gives way to a row that says a multiple of its own.
    /// </summary>
    /// <returns>Null where no multiple is said for all, or none that this indicator could have.</returns>
    private (decimal Factor, string Where)? MultipleOfAll(ReportRow row, UnitText own, Indicator indicator)
    {
        var (said, where) = row.Header.Values[0] is { Unit.Length: > 0 } header ? (header.Unit, header.FullName) : (own.Factor == 1 ? row.Header.Unit : string.Empty, row.Header.Unit);
        return said.Length > 0 && UnitOf(said) is { IsKnown: true, Factor: not 1 } all && all.FactorTo(indicator) is { } factor ? (factor, where) : null;
    }

    /// <summary>"Số thẻ đã cấp (nghìn thẻ)".</summary>
    private UnitText? UnitInName(ReportRow row) => UnitText.Behind(NameOf(row)) is { } unit ? UnitOf(unit) : null;

    private static string NameOf(ReportRow row) => row.Text(ReportColumn.Name) is { Length: > 0 } name ? name : row.Text(ReportColumn.Indicator);

    private UnitText UnitOf(string text)
    {
        if (!units.TryGetValue(text, out var unit))
        {
            unit = UnitText.Of(SdmxLabel.Without(text));
            if (units.Count < MostUnits)
            {
                units[text] = unit;
            }
        }

        return unit;
    }

    private decimal Multiplier(ReportRow row)
    {
        var text = row.Text(ReportColumn.UnitMultiplier);
        if (text.Length == 0)
        {
            return 1;
        }

        if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var power) && power is >= -9 and <= 12)
        {
            return (decimal)Math.Pow(10, power);
        }

        context.Faults.Add(FaultKinds.UnitOther.At(row.At(ReportColumn.UnitMultiplier), text, "UNIT_MULT -9 – 12"));
        return 1;
    }

    /// <summary>45 beside a total of 150 is how many, and no percentage, unless something says percent.</summary>
    /// <param name="unit">Of the row; null where it has none.</param>
    public bool IsOutOfTotal(ReportRow row, string? unit, Indicator indicator)
    {
        if (indicator.Unit != "percent" || row.Header.Total is not { } total || row.Header.Values is not [{ Measure: not LabelMeasure.Rate } value])
        {
            return false;
        }

        var cell = CellNumber.Of(row.Grid[value.Place]);
        return cell is { IsPercent: false }
            && CellNumber.Of(row.Grid[total.Place]) is { IsPercent: false }
            && UnitOf(unit ?? string.Empty).Dimension != Dimension.Percent
            && UnitInName(row)?.Dimension != Dimension.Percent
            && UnitOf(row.Header.Unit).Dimension != Dimension.Percent;
    }
}
