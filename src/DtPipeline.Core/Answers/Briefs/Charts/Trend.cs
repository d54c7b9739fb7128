using DtPipeline.Answers.Briefs.Documents;

namespace DtPipeline.Answers.Briefs.Charts;

/// <summary>A figure over time, with the line of its target.</summary>
internal static class Trend
{
    private const int Width = 230;
    private const int Height = 112;
    private const int Left = 8;
    private const int Right = 222;
    private const int Top = 30;
    private const int Bottom = 88;

    /// <param name="points">At least one, the oldest first: where it stands on the time axis, its period and its figure.</param>
    /// <param name="target">Null where there is none.</param>
    public static Picture Of(IReadOnlyList<(double At, Run Period, double Value, Run Figure)> points, (double Value, Line Figure)? target, Line caption)
    {
        var svg = new Svg(Width, Height);
        var values = points.Select(p => p.Value).Concat(target is { } aimed ? [aimed.Value] : []).ToList();
        var (low, high) = (values.Min(), values.Max());
        var (from, to) = (points[0].At, points[^1].At);
        double X(double at) => to == from ? (Left + Right) / 2.0 : Left + ((Right - Left) * (at - from) / (to - from));
        double Y(double value) => high == low ? (Top + Bottom) / 2.0 : Bottom - ((Bottom - Top) * (value - low) / (high - low));

        svg.Stroke(Left, Bottom + 8, Right, Bottom + 8, "axis");
        if (target is { } aim)
        {
            svg.Stroke(Left, Y(aim.Value), Right, Y(aim.Value), "aim");
            svg.Words((Left + Right) / 2.0, Y(aim.Value) - 4, aim.Figure, "middle", "w small aimed");
        }

        svg.Path(points.Select(p => (X(p.At), Y(p.Value))), "line");
        foreach (var point in points)
        {
            svg.Dot(X(point.At), Y(point.Value), 2.2, "dot");
        }

        Label(svg, points[0], X(points[0].At), Y(points[0].Value), points.Count == 1 ? "middle" : "start");
        if (points.Count > 1)
        {
            Label(svg, points[^1], X(points[^1].At), Y(points[^1].Value), "end");
        }

        return new Picture(svg, 60, caption);
    }

    private static void Label(Svg svg, (double At, Run Period, double Value, Run Figure) point, double x, double y, string anchor)
    {
        svg.Words(x, y - 6, Line.Of($"{point.Figure}"), anchor, "w");
        svg.Words(x, Bottom + 19, Line.Of($"{point.Period}"), anchor, "w small soft");
    }
}
