using DtPipeline.Answers.Briefs.Documents;
using DtPipeline.Catalogue;

namespace DtPipeline.Answers.Briefs.Charts;

/// <param name="Look">Of its state.</param>
internal sealed record MapTile(Tile Tile, string Name, string Look)
{
    /// <summary>Below its name, on a page.</summary>
    public string Below { get; init; } = string.Empty;

    /// <summary>All that is said of it, on a page.</summary>
    public string Title { get; init; } = string.Empty;

    public string? Href { get; init; }
}

/// <summary>The provinces as tiles of one size, each with its name; what is said of one shows by pattern as well as by colour.</summary>
internal static class TileMap
{
    private const int Wide = 66;
    private const int High = 17;
    private const int HighOnPage = 30;
    private const int Between = 2;
    private const int LegendStep = 92;
    private const int LongestName = 15;
    private const int LongestLarge = 11;

    /// <param name="legend">What the looks mean, in the order of their importance.</param>
    /// <param name="page">As in <see cref="Svg"/>.</param>
    public static Picture Of(IReadOnlyList<MapTile> tiles, IReadOnlyList<(string Look, Line Meaning)> legend, Line caption, string? page = null)
    {
        var high = page is null ? High : HighOnPage;
        var columns = tiles.Max(t => t.Tile.Column) + 1;
        var rows = tiles.Max(t => t.Tile.Row) + 1;
        var width = columns * (Wide + Between);
        var perRow = Math.Max(1, width / LegendStep);
        var svg = new Svg(width, (rows * (high + Between)) + 6 + (((legend.Count + perRow - 1) / perRow) * 14), page);
        foreach (var shown in tiles)
        {
            var (tile, name, look) = shown;
            var x = tile.Column * (Wide + Between);
            var y = tile.Row * (high + Between);
            svg.Begin(shown.Title, shown.Href);
            svg.Box(x, y, Wide, high, $"tile {look}");
            if (svg.IsOnPage || look is "late" or "faulty")
            {
                svg.Box(x + 3, y + 3, Wide - 6, high - 6, "under");
            }

            svg.Words(x + (Wide / 2.0), y + 12, Line.Of($"{Run.Name(name)}"), "middle", name.Length > LongestName ? "w tiny" : svg.IsOnPage && name.Length <= LongestLarge ? "w" : "w small");
            if (svg.IsOnPage)
            {
                svg.Words(x + (Wide / 2.0), y + 24, Line.Text(shown.Below), "middle", "w");
            }

            svg.End();
        }

        foreach (var (i, (look, meaning)) in legend.Index())
        {
            var x = i % perRow * LegendStep;
            var y = (rows * (high + Between)) + 6 + (i / perRow * 14);
            svg.Box(x, y, 14, 10, $"tile {look}");
            svg.Words(x + 18, y + 9, meaning, look: "w small");
        }

        return new Picture(svg, 70, caption);
    }
}
