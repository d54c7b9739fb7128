using DtPipeline.Answers.Briefs.Documents;

namespace DtPipeline.Answers.Briefs.Charts;

/// <summary>Per form the three rates as bars, each with its figure behind it.</summary>
internal static class RateBars
{
    private const int Width = 360;
    private const int Left = 92;
    private const int Long = 210;
    private const int Bar = 7;
    private const int Step = 9;
    private const int StepOnPage = 12;
    private const int Head = 13;
    private const int Gap = 3;

    /// <param name="bars">By form what stands over its bars, and for each rate its name, how much of the whole it is (null where there is none) and its figure.</param>
    /// <param name="page">As in <see cref="Svg"/>.</param>
    public static Picture Of(IReadOnlyList<(Line Title, IReadOnlyList<(Line Name, double? Part, Line Figure)> Rates)> bars, Line caption, string? page = null)
    {
        var step = page is null ? Step : StepOnPage;
        var svg = new Svg(Width, Math.Max(1, bars.Sum(b => Head + (b.Rates.Count * step) + Gap)), page);
        double y = 0;
        foreach (var (title, rates) in bars)
        {
            svg.Words(0, y + 9, title, look: "w small over");
            y += Head;
            foreach (var (name, part, figure) in rates)
            {
                svg.Begin($"{title}, {name}: {figure}");
                svg.Words(Left - 6, y + 6.5, name, "end", "w small soft");
                svg.Box(Left, y, Long, Bar, "whole");
                svg.Box(Left, y, Long * (part ?? 0), Bar, "bar");
                svg.Words(Left + Long + 6, y + 6.5, figure, look: "w small");
                svg.End();
                y += step;
            }

            y += Gap;
        }

        return new Picture(svg, 76, caption);
    }
}
