using DtPipeline.Catalogue;

namespace DtPipeline.Progress.Targets;

/// <param name="Time">Periods of the series' frequency, counted on.</param>
internal readonly record struct CoursePoint(int Time, string Period, double Value);

/// <summary>The figures of a series that are one course, on an axis of periods: the oldest first.</summary>
internal static class Course
{
    public static int TimeOf(Period period) => (period.Year * (12 / period.Frequency.MonthsOf())) + period.Number - 1;

    /// <summary>
    /// Up to a period, and from the last break on: a new definition, or another number of those who are counted. A running total goes on from zero at
    /// the beginning of its year, and what it was in other years is no part of it.
    /// </summary>
    public static IReadOnlyList<CoursePoint> Of(Series series, Period until, ReportingCatalogue catalogue)
    {
        var known = series with { Points = [.. series.Points.TakeWhile(p => p.Period.FirstDay <= until.FirstDay)] };
        var given = known.SinceBreak.Where(p => p.Value is not null).ToList();
        var since = 0;
        if (SeriesScale.IsCount(series.Indicator, series.Whose) && given.Count > 0)
        {
            int Owed(SeriesPoint point) => catalogue.WhoIsAsked(series.Indicator, series.Whose, point.Period).Count();
            var now = Owed(given[^1]);
            since = given.FindLastIndex(p => Owed(p) is not 0 and var then && then != now) + 1;
        }

        var points = given.Skip(since).Select(p => new CoursePoint(TimeOf(p.Period), p.Period.ToString(), p.Value!.Value)).ToList();
        if (!series.Indicator.IsRunningTotal)
        {
            return points;
        }

        var year = Period.Containing(until.Frequency, new DateOnly(until.Year, 1, 1));
        points.RemoveAll(p => p.Time < TimeOf(year));
        return points.Count == 0 ? [] : [new CoursePoint(TimeOf(year) - 1, year.Previous.ToString(), 0), .. points];
    }
}
