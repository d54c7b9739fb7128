using System.Buffers;
using DtPipeline.Grids;
using DtPipeline.Texts;

namespace DtPipeline.Reading;

/// <summary>Cells that a row shares with the row above: merged over both, or "nt" and ditto marks in a column of units.</summary>
internal sealed class FilledDown(IReadOnlyList<MergedArea> merged)
{
    private const string Quotes = "\"″”“'’〃";
    private static readonly SearchValues<char> Marks = SearchValues.Create(Quotes);

    private static readonly ReportColumn[] Shared = [ReportColumn.Indicator, ReportColumn.Name, ReportColumn.Unit, ReportColumn.Organisation, ReportColumn.Period];

    /// <summary>By the first column of what is merged, from the top down.</summary>
    private readonly Dictionary<int, MergedArea[]> down = merged.Where(m => m.LastRow > m.FirstRow).GroupBy(m => m.FirstColumn).ToDictionary(g => g.Key, g => g.OrderBy(m => m.FirstRow).ToArray());

    private readonly Dictionary<ReportColumn, GridCell> above = [];
    private readonly Dictionary<(int Row, int Column), GridCell> first = [];

    /// <summary>The row with what it shares; the same one where it shares nothing. To be asked for every row in turn.</summary>
    public GridRow Of(GridRow row, ReportHeader header)
    {
        var cells = row.Cells;
        foreach (var column in Shared)
        {
            if (!header.Has(column))
            {
                continue;
            }

            var place = header.PlaceOf(column);
            var cell = row[place];
            if ((cell.IsEmpty ? Merged(row.Number, place) : Ditto(column, cell)) is { } shared)
            {
                cells = ReferenceEquals(cells, row.Cells) || cells.Length <= place ? Copy(cells, place) : cells;
                cells[place] = cell = shared;
            }

            Note(row.Number, place, column, cell);
        }

        return ReferenceEquals(cells, row.Cells) ? row : row with { Cells = cells };
    }

    private static GridCell[] Copy(GridCell[] cells, int place)
    {
        var copy = new GridCell[Math.Max(cells.Length, place + 1)];
        Array.Fill(copy, GridCell.Empty);
        cells.CopyTo(copy, 0);
        return copy;
    }

    private GridCell? Merged(int row, int place) =>
        AreaOf(row, place) is { } area && area.FirstRow < row && first.TryGetValue((area.FirstRow, area.FirstColumn), out var cell) ? cell : null;

    private MergedArea? AreaOf(int row, int place)
    {
        if (!down.TryGetValue(place, out var areas))
        {
            return null;
        }

        var (low, high) = (0, areas.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (areas[middle].Has(row, place))
            {
                return areas[middle];
            }

            (low, high) = areas[middle].FirstRow > row ? (low, middle - 1) : (middle + 1, high);
        }

        return null;
    }

    private GridCell? Ditto(ReportColumn column, GridCell cell) =>
        column == ReportColumn.Unit && IsDitto(cell.Text) && above.TryGetValue(column, out var unit) ? unit : null;

    private void Note(int row, int place, ReportColumn column, GridCell cell)
    {
        if (!cell.IsEmpty)
        {
            above[column] = cell;
            if (AreaOf(row, place) is not null)
            {
                first[(row, place)] = cell;
            }
        }
    }

    private static bool IsDitto(string text) =>
        text.Length <= 12 && (Fold.Of(text) is "nt" or "n t" or "nhu tren" or "tren" || (text.AsSpan().ContainsAny(Marks) && text.AsSpan().Trim(Quotes).Trim("- ").IsEmpty));
}
