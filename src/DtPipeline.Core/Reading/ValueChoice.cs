using DtPipeline.Catalogue;
using DtPipeline.Texts;

namespace DtPipeline.Reading;

/// <summary>
/// Which of several columns of values holds an indicator's. In turn: luỹ kế or not, the file's own period, what the indicator measures, words of
/// its own name, the whole of it. What is still more than one column then is nobody's to choose.
/// </summary>
internal static class ValueChoice
{
    private static readonly char[] Breaks = [' ', ',', '.', '/', '(', ')', '-', ';', ':'];

    /// <param name="columns">Of the file's period or of none.</param>
    /// <param name="holdsNumber">Whether a column of luỹ kế holds a number in this row.</param>
    /// <param name="saysPercent">The row's own unit is percent.</param>
    /// <returns>None where no column is this indicator's; several where the headers do not tell.</returns>
    public static IReadOnlyList<ValueColumn> Of(IReadOnlyList<ValueColumn> columns, Indicator indicator, Func<ValueColumn, bool> holdsNumber, bool saysPercent)
    {
        IReadOnlyList<ValueColumn> left = columns;
        left = indicator.Cumulative && left.Any(c => c.IsCumulative && holdsNumber(c)) ? [.. left.Where(c => c.IsCumulative)] : Preferred(left, c => !c.IsCumulative);
        left = Preferred(left, c => c.IsOwn);
        left = Preferred(left, c => c.Day is { } day && left.All(o => o.Day is null || o.Day <= day) && IsLast(day));
        left = OfMeasure(left, indicator, saysPercent);
        left = OfUnit(left, indicator);
        left = left.Any(c => IsNamed(c, indicator)) ? [.. left.Where(c => IsNamed(c, indicator))] : Preferred([.. left.Where(c => !c.IsPart)], c => c.IsTotal);
        return left;

        static bool IsLast(DateOnly day) => day.AddDays(1).Day == 1;
    }

    private static IReadOnlyList<ValueColumn> Preferred(IReadOnlyList<ValueColumn> columns, Func<ValueColumn, bool> isPreferred) =>
        columns.Count > 1 && columns.Any(isPreferred) ? [.. columns.Where(isPreferred)] : columns;

    /// <summary>Percentages stand in columns of rates and nothing else does.</summary>
    private static IReadOnlyList<ValueColumn> OfMeasure(IReadOnlyList<ValueColumn> columns, Indicator indicator, bool saysPercent)
    {
        if (indicator.Unit != "percent")
        {
            return indicator.Task is null ? Preferred([.. columns.Where(c => c.Measure != LabelMeasure.Rate || columns.All(o => o.Measure == LabelMeasure.None))], c => c.Measure == LabelMeasure.Number) : columns;
        }

        return Preferred([.. columns.Where(c => c.Measure != LabelMeasure.Number || saysPercent)], c => c.Measure == LabelMeasure.Rate);
    }

    private static IReadOnlyList<ValueColumn> OfUnit(IReadOnlyList<ValueColumn> columns, Indicator indicator) =>
        Preferred(columns, c => c.Unit.Length > 0 && UnitText.Of(c.Unit).FactorTo(indicator) is not null);

    /// <summary>What the header says stands in the indicator's own name, word for word.</summary>
    private static bool IsNamed(ValueColumn column, Indicator indicator) =>
        column.Breakdown.Any(b => !ColumnWords.IsTotal(Fold.Of(b)) && IsNamed(b, indicator));

    /// <summary>Whether the indicator's own name says a part of the whole, word for word.</summary>
    public static bool IsNamed(string part, Indicator indicator) => Has(indicator.NameVi, part) || Has(indicator.NameEn, part);

    private static bool Has(string name, string label)
    {
        var (words, sought) = (WordsOf(name), WordsOf(label));
        for (var i = 0; sought.Length > 0 && i + sought.Length <= words.Length; i++)
        {
            if (sought.Select((w, n) => IsSame(words[i + n], w)).All(same => same))
            {
                return true;
            }
        }

        return false;
    }

    private static string[] WordsOf(string text) => text.ToLowerInvariant().Split(Breaks, StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Without marks "nam" may be a man or a year; other words are told without them.</summary>
    private static bool IsSame(string word, string sought) => word == sought || (sought.Length > 1 && sought != "nam" && Fold.Of(sought) == sought && Fold.Of(word) == sought);
}
