using DtPipeline.Grids;
using DtPipeline.Texts;

namespace DtPipeline.Reading;

/// <summary>The rows of a header as the cells that stand over each column. A cell reaches to the right as far as it is merged, or over the empty ones.</summary>
internal sealed class HeaderRows(IReadOnlyList<MergedArea> merged)
{
    private const int MostAreas = 4_096;
    private const int MostKept = 10_000;

    /// <summary>Rows are looked at again and again until it is known which of them are the header.</summary>
    private readonly Dictionary<string, HeaderLabel> known = new(StringComparer.Ordinal);

    /// <summary>Of every column its header's cells, the upper ones first; the row of the lowest.</summary>
    public (IReadOnlyList<IReadOnlyList<HeaderLabel>> Labels, IReadOnlyList<int> Rows) Of(IReadOnlyList<GridRow> rows)
    {
        var width = rows.Max(r => r.Cells.Length);
        var areas = merged.Where(m => m.FirstRow <= rows[^1].Number && m.LastRow >= rows[0].Number && m.LastColumn > m.FirstColumn).Take(MostAreas).ToList();
        var reach = rows.Select((_, level) => Reach(rows, level, width, areas)).ToList();
        var labels = new List<IReadOnlyList<HeaderLabel>>(width);
        var last = new List<int>(width);
        for (var column = 0; column < width; column++)
        {
            var over = new List<string>();
            var at = rows[0].Number;
            for (var level = 0; level < rows.Count; level++)
            {
                if (reach[level][column] is >= 0 and var from)
                {
                    over.Add(Healthy(rows[level][from].Text));
                    at = from == column ? rows[level].Number : at;
                }
            }

            labels.Add(Labels(over));
            last.Add(at);
        }

        return (labels, last);
    }

    /// <summary>Whether the cells of a column are one over these rows.</summary>
    public bool IsMergedDown(int row, int column) => merged.Any(m => m.FirstRow < row && m.Has(row, column));

    /// <summary>Of every column the place of the cell that stands over it on a level; -1 where none does.</summary>
    private static int[] Reach(IReadOnlyList<GridRow> rows, int level, int width, List<MergedArea> areas)
    {
        var reach = new int[width];
        var from = -1;
        for (var column = 0; column < width; column++)
        {
            if (!rows[level][column].IsEmpty)
            {
                from = column;
            }
            else if (from >= 0 && !Reaches(rows, level, from, column, areas))
            {
                from = -1;
            }

            reach[column] = from;
        }

        return reach;
    }

    private static bool Reaches(IReadOnlyList<GridRow> rows, int level, int from, int column, List<MergedArea> areas)
    {
        var number = rows[level].Number;
        if (areas.FirstOrDefault(a => a.Has(number, from)) is { LastRow: > 0 } area)
        {
            return area.Has(number, column);
        }

        // Not under another cell of a level above, and only over something.
        return rows.Take(level).All(r => r[column].IsEmpty) && rows.Skip(level + 1).Any(r => !r[column].IsEmpty);
    }

    private List<HeaderLabel> Labels(List<string> over)
    {
        // "Đơn vị" above "tính" is one name on two lines.
        var whole = string.Join(' ', over);
        return over.Count > 1 && ColumnNames.Find(Fold.Of(whole)) is not null && ColumnNames.Find(Fold.Of(over[^1])) is null ? [HeaderLabel.Of(whole)] : over.ConvertAll(LabelOf);
    }

    private HeaderLabel LabelOf(string text)
    {
        if (!known.TryGetValue(text, out var label))
        {
            label = HeaderLabel.Of(text);
            if (known.Count < MostKept)
            {
                known[text] = label;
            }
        }

        return label;
    }

    private static string Healthy(string header) => Mojibake.Find(header) ?? header;
}
