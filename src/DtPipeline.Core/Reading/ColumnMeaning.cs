using DtPipeline.Catalogue;
using DtPipeline.Texts;

namespace DtPipeline.Reading;

/// <summary>What one header says.</summary>
/// <param name="Period">The period that the column's values belong to, where the header names one.</param>
/// <param name="IsPassedOver">Known, and nothing is taken from it.</param>
/// <param name="Unit">A unit in brackets behind the name: "Thực hiện (triệu đồng)".</param>
/// <param name="IsEstimate">Says that its values are estimates.</param>
internal sealed record ColumnMeaning(ReportColumn? Column, Period? Period, bool IsPassedOver, string Unit, bool IsEstimate)
{
    /// <param name="year">The year of a period that is written without one.</param>
    /// <returns>Null where the header says nothing that is known.</returns>
    public static ColumnMeaning? Of(string name, int year)
    {
        var (words, unit) = WithoutUnit(name);
        var folded = Fold.Of(WithoutLabel(words));
        if (folded.Length == 0)
        {
            return null;
        }

        if (PeriodText.Whole(words, year) is { } period)
        {
            return new ColumnMeaning(ReportColumn.Value, period, false, unit, false);
        }

        if (Named(folded, null, unit) is { } plain)
        {
            return plain;
        }

        return PeriodText.Trailing(folded, year) is { } trailing ? Named(trailing.Words, trailing.Period, unit) : null;
    }

    private static ColumnMeaning? Named(string folded, Period? period, string unit)
    {
        if (ColumnNames.Find(folded) is { } column)
        {
            var isValue = column is ReportColumn.Value or ReportColumn.Cumulative;
            return new ColumnMeaning(column, isValue ? period : null, false, unit, isValue && ColumnNames.IsEstimate(folded));
        }

        return ColumnNames.IsPassedOver(folded) ? new ColumnMeaning(null, null, true, unit, false) : null;
    }

    /// <summary>SDMX-CSV may write a column as "OBS_VALUE: Observation value".</summary>
    private static string WithoutLabel(string name) => name.IndexOf(": ", StringComparison.Ordinal) is > 0 and var colon ? name[..colon] : name;

    private static (string Words, string Unit) WithoutUnit(string name)
    {
        if (name.EndsWith(')') && name.LastIndexOf('(') is > 0 and var open)
        {
            var unit = name[(open + 1)..^1];
            return (name[..open].TrimEnd(), UnitText.Of(unit).IsKnown ? unit : string.Empty);
        }

        return (name, string.Empty);
    }
}
