using DtPipeline.Answers.Briefs.Documents;

namespace DtPipeline.Answers.Briefs.Charts;

/// <param name="At">Where it stands on the time axis.</param>
internal sealed record TrendPoint(double At, Run Period, double Value, Run Figure)
{
    /// <summary>Something else was measured before: no line leads to it.</summary>
    public bool IsBreak { get; init; }

    /// <summary>All that is said of it, on a page.</summary>
    public string Title { get; init; } = string.Empty;

    public string? Href { get; init; }
}

/// <summary>What the figure would become.</summary>
/// <param name="Low">With <paramref name="High"/> the interval; null where there is none.</param>
internal sealed record TrendAhead(double At, Run Period, double Value, double? Low, double? High, string Title);

/// <summary>A figure over time, with the line of its target.</summary>
internal static class Trend
{
    private const int Width = 230;
    private const int WidthOnPage = 460;
    private const int Height = 112;
    private const int Left = 8;
    private const int Top = 30;
    private const int Bottom = 88;

    /// <summary>Width of a period such as <c>2025-Q3</c> below the axis.</summary>
    private const int RoomOfAPeriod = 44;

    /// <param name="points">At least one, the oldest first.</param>
    /// <param name="target">Null where there is none.</param>
    /// <param name="page">As in <see cref="Svg"/>.</param>
    public static Picture Of(IReadOnlyList<TrendPoint> points, (double Value, Line Figure)? target, Line caption, TrendAhead? ahead = null, string? page = null)
    {
        var width = page is null ? Width : WidthOnPage;
        var right = width - Left;
        var svg = new Svg(width, Height, page);
        var values = points.Select(p => p.Value).Concat(target is { } aimed ? [aimed.Value] : []).Concat(ahead is null ? [] : [ahead.Value, ahead.Low ?? ahead.Value, ahead.High ?? ahead.Value]).ToList();
        var (low, high) = (values.Min(), values.Max());
        var (from, to) = (points[0].At, Math.Max(points[^1].At, ahead?.At ?? points[^1].At));
        double X(double at) => to == from ? (Left + right) / 2.0 : Left + ((right - Left) * (at - from) / (to - from));
        double Y(double value) => high == low ? (Top + Bottom) / 2.0 : Bottom - ((Bottom - Top) * (value - low) / (high - low));

        svg.Stroke(Left, Bottom + 8, right, Bottom + 8, "axis");
        if (target is { } aim)
        {
            svg.Stroke(Left, Y(aim.Value), right, Y(aim.Value), "aim");
            svg.Words((Left + right) / 2.0, Y(aim.Value) - 4, aim.Figure, "middle", "w small aimed");
        }

        foreach (var part in Parts(points))
        {
            svg.Path(part.Select(p => (X(p.At), Y(p.Value))), "line");
        }

        foreach (var point in points)
        {
            svg.Begin(point.Title, point.Href);
            if (point.IsBreak)
            {
                svg.Stroke(X(point.At) - 4, Top, X(point.At) - 4, Bottom + 8, "gap");
            }

            svg.Dot(X(point.At), Y(point.Value), 2.2, "dot");
            svg.End();
        }

        if (ahead is not null)
        {
            Projected(svg, points[^1], ahead, X, Y);
        }

        Label(svg, points[0], X(points[0].At), Y(points[0].Value), points.Count == 1 ? "middle" : "start");
        if (points.Count > 1)
        {
            // The period of the projection stands at the end: where the last one would touch it, its table alone says it.
            var isNear = ahead is not null && X(ahead.At) - X(points[^1].At) < RoomOfAPeriod;
            Label(svg, points[^1], X(points[^1].At), Y(points[^1].Value), ahead is null ? "end" : "middle", hasPeriod: !isNear || page is null);
        }

        return new Picture(svg, 60, caption);
    }

    /// <summary>Runs of points that a line joins.</summary>
    private static IEnumerable<List<TrendPoint>> Parts(IReadOnlyList<TrendPoint> points)
    {
        var part = new List<TrendPoint>();
        foreach (var point in points)
        {
            if (point.IsBreak && part.Count > 0)
            {
                yield return part;
                part = [];
            }

            part.Add(point);
        }

        yield return part;
    }

    private static void Projected(Svg svg, TrendPoint last, TrendAhead ahead, Func<double, double> x, Func<double, double> y)
    {
        svg.Begin(ahead.Title);
        if (ahead is { Low: { } low, High: { } high })
        {
            svg.Stroke(x(ahead.At), y(low), x(ahead.At), y(high), "interval");
        }

        svg.Path([(x(last.At), y(last.Value)), (x(ahead.At), y(ahead.Value))], "projected");
        svg.Dot(x(ahead.At), y(ahead.Value), 1.6, "dot");
        svg.End();
        svg.Words(x(ahead.At), Bottom + 19, Line.Of($"{ahead.Period}"), "end", "w small soft");
    }

    private static void Label(Svg svg, TrendPoint point, double x, double y, string anchor, bool hasPeriod = true)
    {
        svg.Words(x, y - 6, Line.Of($"{point.Figure}"), anchor, "w");
        if (hasPeriod)
        {
            svg.Words(x, Bottom + 19, Line.Of($"{point.Period}"), anchor, "w small soft");
        }
    }
}
