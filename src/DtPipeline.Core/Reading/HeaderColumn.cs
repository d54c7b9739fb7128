using DtPipeline.Catalogue;
using DtPipeline.Texts;

namespace DtPipeline.Reading;

/// <summary>What one column is by all cells of its header, the upper ones first.</summary>
/// <param name="Column">Null where nothing is taken from it.</param>
/// <param name="Value">Which figures stand in it, where it holds values.</param>
/// <param name="IsOtherPeriod">Holds values, of another period.</param>
/// <param name="IsPassedOver">Known, and nothing is taken from it.</param>
internal sealed record HeaderColumn(ReportColumn? Column, ValueColumn? Value = null, bool IsOtherPeriod = false, bool IsPassedOver = false, bool IsPlan = false)
{
    /// <summary>A rate or number of which only the columns beside it say whether it is the value.</summary>
    public ValueColumn? Beside { get; private init; }

    /// <summary>"Tỷ lệ đạt (%)": how much of a plan was reached, or of a total, which only the columns beside it say.</summary>
    public ValueColumn? Reached { get; private init; }

    public bool IsKnown => Column is not null || IsOtherPeriod || IsPassedOver;

    /// <param name="labels">The upper ones first; none where the column has no header.</param>
    public static HeaderColumn Of(IReadOnlyList<HeaderLabel> labels, int place, Period own)
    {
        if (labels.Count == 0)
        {
            return new HeaderColumn(null, IsPassedOver: true);
        }

        if (labels.FirstOrDefault(l => l.IsPassedOver) is { } passed)
        {
            var isRate = !passed.IsPlan && labels.Count == 1 && (passed.Measure == LabelMeasure.Rate || Fold.Of(passed.Text).StartsWith("ty le", StringComparison.Ordinal));
            return new HeaderColumn(null, IsPassedOver: true, IsPlan: passed.IsPlan) { Reached = isRate ? ValueColumn.Of(labels, place, false, false, null) with { Measure = LabelMeasure.Rate } : null };
        }

        var column = RoleOf(labels);
        var holdsValues = column is ReportColumn.Value or ReportColumn.Cumulative || (column is null && labels.Any(l => l.Period is not null));
        if (holdsValues && labels.Any(l => l.Column == ReportColumn.Name))
        {
            // "Chỉ tiêu" over the periods of a plan is a target.
            return new HeaderColumn(null, IsPassedOver: true, IsPlan: true);
        }

        if (!holdsValues)
        {
            var beside = column is null && labels.All(l => l.Measure != LabelMeasure.None) ? ValueColumn.Of(labels, place, false, false, null) : null;
            return new HeaderColumn(column) { Beside = beside };
        }

        return Values(labels, place, own, column == ReportColumn.Cumulative);
    }

    private static HeaderColumn Values(IReadOnlyList<HeaderLabel> labels, int place, Period own, bool isToDate)
    {
        var (standing, day) = StandingOf(labels, own);
        if (standing is PeriodStanding.Other or PeriodStanding.Around)
        {
            return new HeaderColumn(null, IsOtherPeriod: true);
        }

        var isCumulative = isToDate || standing == PeriodStanding.ToDate;
        var isOwn = standing == PeriodStanding.Own || labels.Any(l => l.IsNow);
        return new HeaderColumn(isCumulative ? ReportColumn.Cumulative : ReportColumn.Value, ValueColumn.Of(labels, place, isCumulative, isOwn, day));
    }

    /// <summary>What the lowest cell says; under a header of values "kỳ báo cáo" is this period and no column of periods.</summary>
    private static ReportColumn? RoleOf(IReadOnlyList<HeaderLabel> labels)
    {
        if (labels.Any(l => l.Column == ReportColumn.Cumulative))
        {
            return ReportColumn.Cumulative;
        }

        var isOverValues = labels.Any(l => l.Column == ReportColumn.Value);
        for (var i = labels.Count - 1; i >= 0; i--)
        {
            if (labels[i].Column is { } column && !(isOverValues && column == ReportColumn.Period && labels[i].IsNow))
            {
                return column;
            }
        }

        return null;
    }

    /// <summary>Every period named must hold the file's; a year or quarter says so only above something that says more.</summary>
    private static (PeriodStanding? Standing, DateOnly? Day) StandingOf(IReadOnlyList<HeaderLabel> labels, Period own)
    {
        var year = own.Year;
        PeriodStanding? standing = null;
        DateOnly? day = null;
        for (var i = 0; i < labels.Count; i++)
        {
            if (labels[i].Period is not { } period)
            {
                continue;
            }

            var one = period.Against(own, year);
            year = period.Year ?? year;
            day = period.Date(year) ?? day;
            var isAbove = one == PeriodStanding.Around && labels[i].IsPeriodOnly && labels.Skip(i + 1).Any(l => l.Column is ReportColumn.Value or ReportColumn.Cumulative || l.IsNow);
            var isRefined = one == PeriodStanding.Around && labels.Skip(i + 1).Any(l => l.Period is not null);
            if (one == PeriodStanding.Other || (one == PeriodStanding.Around && !isAbove && !isRefined))
            {
                return (PeriodStanding.Other, null);
            }

            standing = one == PeriodStanding.Around ? standing : one == PeriodStanding.ToDate || standing == PeriodStanding.ToDate ? PeriodStanding.ToDate : one;
        }

        return (standing, day);
    }
}
