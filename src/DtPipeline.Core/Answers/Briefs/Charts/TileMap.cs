using DtPipeline.Answers.Briefs.Documents;
using DtPipeline.Catalogue;

namespace DtPipeline.Answers.Briefs.Charts;

/// <summary>The provinces as tiles of one size, each with its name; what is said of one shows by pattern as well as by colour.</summary>
internal static class TileMap
{
    private const int Wide = 66;
    private const int High = 17;
    private const int Between = 2;
    private const int LegendStep = 92;
    private const int LongestName = 15;

    /// <param name="tiles">With the name of each and the look of its state.</param>
    /// <param name="legend">What the looks mean, in the order of their importance.</param>
    public static Picture Of(IReadOnlyList<(Tile Tile, string Name, string Look)> tiles, IReadOnlyList<(string Look, Line Meaning)> legend, Line caption)
    {
        var columns = tiles.Max(t => t.Tile.Column) + 1;
        var rows = tiles.Max(t => t.Tile.Row) + 1;
        var width = columns * (Wide + Between);
        var perRow = Math.Max(1, width / LegendStep);
        var svg = new Svg(width, (rows * (High + Between)) + 6 + (((legend.Count + perRow - 1) / perRow) * 14));
        foreach (var (tile, name, look) in tiles)
        {
            var x = tile.Column * (Wide + Between);
            var y = tile.Row * (High + Between);
            svg.Box(x, y, Wide, High, $"tile {look}");
            if (look is "late" or "faulty")
            {
                svg.Box(x + 3, y + 3, Wide - 6, High - 6, "under");
            }

            svg.Words(x + (Wide / 2.0), y + 12, Line.Of($"{Run.Name(name)}"), "middle", name.Length > LongestName ? "w tiny" : "w small");
        }

        foreach (var (i, (look, meaning)) in legend.Index())
        {
            var x = i % perRow * LegendStep;
            var y = (rows * (High + Between)) + 6 + (i / perRow * 14);
            svg.Box(x, y, 14, 10, $"tile {look}");
            svg.Words(x + 18, y + 9, meaning, look: "w small");
        }

        return new Picture(svg, 70, caption);
    }
}
