using DtPipeline.Catalogue;

namespace DtPipeline.Progress;

/// <summary>One indicator of one organisation or group over time: the oldest first, at most one point a period, all in one unit and of one frequency.</summary>
/// <param name="Whose">An organisation's code, or a group such as <c>@provinces</c>.</param>
/// <param name="Points">A period of which nothing was reported has none.</param>
public sealed record Series(Indicator Indicator, string Whose, IReadOnlyList<SeriesPoint> Points)
{
    /// <summary>The same points, the first value of each definition that the catalogue declares with the status <c>B</c>.</summary>
    public static Series Of(Indicator indicator, string whose, IEnumerable<SeriesPoint> points)
    {
        var marked = new List<SeriesPoint>();
        Period? last = null;
        foreach (var point in points)
        {
            var begins = point.Value is not null && last is not null && indicator.IsBrokenBetween(last, point.Period);
            marked.Add(begins ? point with { Status = SeriesPoint.Break } : point);
            last = point.Value is null ? last : point.Period;
        }

        return new Series(indicator, whose, marked);
    }

    /// <summary>The points that can be compared with the newest one: since the last break.</summary>
    public IEnumerable<SeriesPoint> SinceBreak => Points.Skip(BreakUpTo(Points.Count));

    /// <summary>What was known before a period and is measured as it is: the points that a figure of that period is judged by. None where the period begins a new definition.</summary>
    public IEnumerable<SeriesPoint> Before(Period period)
    {
        var before = Points.TakeWhile(p => p.Period.FirstDay < period.FirstDay).Count();
        var isBreak = (before < Points.Count && Points[before] is { Status: SeriesPoint.Break } itself && itself.Period == period)
            || (before > 0 && Indicator.IsBrokenBetween(Points[before - 1].Period, period));
        return isBreak ? [] : Points.Take(before).Skip(BreakUpTo(before));
    }

    /// <returns>The place of the last point below a place with which a new definition begins; 0 where none does.</returns>
    private int BreakUpTo(int end)
    {
        for (var i = end - 1; i > 0; i--)
        {
            if (Points[i].Status == SeriesPoint.Break || Indicator.IsBrokenBetween(Points[i - 1].Period, Points[i].Period))
            {
                return i;
            }
        }

        return 0;
    }
}

/// <param name="Value">In the indicator's unit; flags 1 and 0; null for a nil.</param>
/// <param name="Status">SDMX OBS_STATUS, as in <see cref="Ledger.Observation"/>; <see cref="Break"/> for the first value of a new definition: nothing is compared across it.</param>
public sealed record SeriesPoint(Period Period, double? Value, string Status)
{
    public const string Break = "B";
}
