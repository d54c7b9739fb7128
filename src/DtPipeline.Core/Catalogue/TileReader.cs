namespace DtPipeline.Catalogue;

/// <summary>Reads tile-grid.csv. Nothing is judged by it: a wrong line costs its own tile.</summary>
internal static class TileReader
{
    public const string File = "tile-grid.csv";

    private const int Most = 100;

    public static List<Tile> Read(CatalogueTable table, IReadOnlyList<Organisation> organisations)
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        return table.Read(
            ["code", "col", "row"],
            t =>
            {
                var tile = new Tile(t.Code("code", seen), t.Whole("col"), t.Whole("row"));
                if (tile.Column is < 0 or >= Most || tile.Row is < 0 or >= Most)
                {
                    t.Note($"col is {tile.Column} and row is {tile.Row}, expected numbers from 0 to {Most - 1}");
                }
                else if (organisations.Count > 0 && !organisations.Any(o => o.Code == tile.Organisation))
                {
                    // A list of organisations of one's own may lack the provinces that are built in: they have no tile then.
                    return null;
                }

                return tile;
            });
    }
}
