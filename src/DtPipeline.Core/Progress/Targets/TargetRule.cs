using DtPipeline.Catalogue;
using DtPipeline.Deadlines;

namespace DtPipeline.Progress.Targets;

/// <summary>
/// How a figure stands to what it shall become, judged by levels and not by rates of growth: those call one of 63, from none, at half time
/// substantial progress.
/// </summary>
internal static class TargetRule
{
    /// <summary>P from which a target is on track, and from which it is at risk; below it is off track.</summary>
    public const double OnTrack = 0.95;

    /// <inheritdoc cref="OnTrack"/>
    public const double AtRisk = 0.60;

    /// <summary>The target that is due next, or where all were due the last one.</summary>
    public static TargetProgress Of(Series series, ReportingCatalogue catalogue, DateOnly today) => Next(AllOf(series, catalogue, today), today);

    /// <summary>As a period's own page shows it, whatever came after: by the values up to it, as on its last day unless the target was decided in it or before.</summary>
    public static TargetProgress AsOf(Period period, Series series, ReportingCatalogue catalogue, DateOnly today)
    {
        var known = series with { Points = [.. series.Points.TakeWhile(p => p.Period.FirstDay <= period.FirstDay)] };
        var day = today < period.LastDay ? today : period.LastDay;
        var progress = Next(AllOf(known, period, catalogue, day), day);
        return progress.Due is { } due && today > period.LastDay && due <= period.LastDay
            ? AllOf(known, period, catalogue, today).First(t => t.Due == due)
            : progress;
    }

    /// <summary>Every target of a series, by due day.</summary>
    public static IReadOnlyList<TargetProgress> AllOf(Series series, ReportingCatalogue catalogue, DateOnly today) =>
        AllOf(series, Period.Containing(series.Indicator.Frequency, today), catalogue, today);

    /// <param name="without">Whose targets hold for a series without any point.</param>
    private static IReadOnlyList<TargetProgress> AllOf(Series series, Period without, ReportingCatalogue catalogue, DateOnly today)
    {
        var period = series.Points.Count > 0 ? series.Points[^1].Period : without;
        return [.. TargetsOf.Find(series.Indicator, series.Whose, period, catalogue).Select(t => Judge(t, series, catalogue, today))];
    }

    private static TargetProgress Next(IReadOnlyList<TargetProgress> all, DateOnly today) =>
        all.FirstOrDefault(t => t.Due is null || t.Due >= today) ?? (all.Count > 0 ? all[^1] : new TargetProgress(TargetStatus.NoTarget));

    private static TargetProgress Judge(Target target, Series series, ReportingCatalogue catalogue, DateOnly today)
    {
        var indicator = series.Indicator;
        var decisive = Period.Containing(indicator.Frequency, target.Due ?? today);
        var points = Course.Of(series, decisive, catalogue);
        var scale = SeriesScale.Of(indicator, series.Whose, points.Count > 0 && Period.TryParse(points[^1].Period, out var newest) ? newest : decisive, catalogue);
        var known = new TargetProgress(TargetStatus.NotJudged, target.Value, target.Due) { SetOn = target.SetOn, Source = target.Source, Owed = scale.Owed };
        if (points.Count == 0)
        {
            return known with { Why = TargetReason.NoValue };
        }

        var from = BaseOf(points, target.SetOn);
        var (first, last) = (points[from], points[^1]);
        var goal = new Goal(target.Value, indicator.Direction);
        var left = Course.TimeOf(decisive) - last.Time;
        known = known with
        {
            Base = new TargetPoint(first.Period, first.Value),
            Last = new TargetPoint(last.Period, last.Value),
            Gap = Rounded(goal.Lacking(last.Value)),
            PeriodsLeft = target.Due is null ? null : left,
            Pace = target.Due is null || left == 0 || goal.IsReachedBy(last.Value) ? null : Rounded((goal.Value - last.Value) / left),
            PaceSoFar = last.Time == first.Time ? null : Rounded((last.Value - first.Value) / (last.Time - first.Time)),
        };
        return Decide(known, points, from, goal, scale, series, decisive, catalogue, today) is var decided && target.Due is null
            ? decided
            : OthersMeasures.Beside(decided, first, last, Course.TimeOf(decisive), goal, 12 / indicator.Frequency.MonthsOf());
    }

    private static TargetProgress Decide(
        TargetProgress known, IReadOnlyList<CoursePoint> points, int from, Goal goal, SeriesScale scale, Series series, Period decisive, ReportingCatalogue catalogue, DateOnly today)
    {
        var (indicator, last, isMet) = (series.Indicator, points[^1], goal.IsReachedBy(points[^1].Value));
        var isPast = known.Due < today;
        if (isMet && (isPast || known.Due is null))
        {
            return known with { Status = TargetStatus.Met };
        }

        if (known.Due is null || indicator.ValidTo < decisive.LastDay && today > indicator.ValidTo)
        {
            return known with { Status = isMet ? TargetStatus.Met : TargetStatus.NotJudged, Why = isMet ? null : known.Due is null ? TargetReason.NoDueDay : TargetReason.IndicatorEnded };
        }

        if (isPast && (known.PeriodsLeft == 0 || today > LastDayFor(indicator, series.Whose, decisive, catalogue)))
        {
            var later = indicator.IsRunningTotal ? null : series.Points.FirstOrDefault(p => p.Period.FirstDay > decisive.FirstDay && p.Value is { } value && goal.IsReachedBy(value));
            return known with { Status = TargetStatus.Missed, ReachedIn = later?.Period.ToString(), Why = known.PeriodsLeft == 0 ? null : TargetReason.Awaited };
        }

        var waits = isPast ? TargetReason.Awaited : (TargetReason?)null;
        if (indicator.Kind == IndicatorKind.Flag && scale.Owed is null)
        {
            var open = known.PeriodsLeft > 0 ? TargetStatus.AtRisk : TargetStatus.OffTrack;
            return known with { Status = isMet ? TargetStatus.Met : open, Why = waits ?? TargetReason.YesOrNo };
        }

        return points.Count == 1
            ? known with { Status = isMet ? TargetStatus.Met : TargetStatus.NotJudged, Why = isMet ? null : TargetReason.OneValue }
            : Projected(known with { Why = waits }, points, from, goal, scale, decisive, isMet);
    }

    private static TargetProgress Projected(TargetProgress known, IReadOnlyList<CoursePoint> points, int from, Goal goal, SeriesScale scale, Period decisive, bool isMet)
    {
        var ahead = Projection.Of(points, from, Course.TimeOf(decisive));
        var (value, low, high) = (scale.Within(ahead.Value), Within(ahead.Low, scale), Within(ahead.High, scale));
        var wasBeyond = goal.IsReachedBy(points[from].Value);
        double? p = wasBeyond ? null : (value - points[from].Value) / (goal.Value - points[from].Value);
        return known with
        {
            Status = isMet ? TargetStatus.Met : p is { } part ? StatusBy(part) : goal.IsReachedBy(value) ? TargetStatus.OnTrack : TargetStatus.OffTrack,
            Projection = new TargetProjection(decisive.ToString(), Rounded(value), ahead.Method, low, high),
            P = p is { } ratio ? Math.Round(ratio, 4) : null,
            Uncertain = low is { } least && high is { } most && goal.IsReachedBy(least) != goal.IsReachedBy(most),
            Why = known.Why ?? (wasBeyond && !isMet ? TargetReason.BaseBeyondTarget : null),
        };
    }

    private static TargetStatus StatusBy(double p) => p switch
    {
        >= OnTrack => TargetStatus.OnTrack,
        >= AtRisk => TargetStatus.AtRisk,
        _ => TargetStatus.OffTrack,
    };

    /// <summary>The last value on or before the day on which the target was set, else the first one.</summary>
    private static int BaseOf(IReadOnlyList<CoursePoint> points, DateOnly? setOn) =>
        setOn is { } day ? Math.Max(points.ToList().FindLastIndex(p => Period.TryParse(p.Period, out var period) && period.LastDay <= day), 0) : 0;

    /// <summary>Up to which the figure of a period may come in time: the latest effective due day of a form that asks for it.</summary>
    private static DateOnly LastDayFor(Indicator indicator, string whose, Period period, ReportingCatalogue catalogue) => catalogue.Forms
        .Where(f => f.IsOwed(period) && f.AsksFor(period).Any(i => i.Indicator == indicator.Code) && catalogue.WhoOwes(f, period).Any(o => o.IsIn(whose)))
        .Select(f => DueDay.Of(f, period, catalogue).Effective)
        .Append(period.LastDay)
        .Max();

    private static double? Within(double? end, SeriesScale scale) => end is { } value ? Rounded(scale.Within(value)) : null;

    // Takes the noise of binary fractions away and nothing that anybody has reported.
    private static double Rounded(double value) => Math.Round(value, 9);
}
