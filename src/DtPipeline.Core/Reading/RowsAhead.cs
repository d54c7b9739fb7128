using DtPipeline.Grids;

namespace DtPipeline.Reading;

/// <summary>Rows one after the other, of which those to come can be looked at without being taken.</summary>
internal sealed class RowsAhead(IEnumerable<GridRow> grid) : IDisposable
{
    private readonly IEnumerator<GridRow> rows = grid.GetEnumerator();
    private readonly Queue<GridRow> ahead = new();

    /// <summary>Null behind the last row.</summary>
    public GridRow? Next() => ahead.TryDequeue(out var row) ? row : rows.MoveNext() ? rows.Current : null;

    public void Skip(int count)
    {
        while (count-- > 0)
        {
            Next();
        }
    }

    /// <summary>The rows to come, as many as asked for if there are so many.</summary>
    public IReadOnlyList<GridRow> LookAhead(int count)
    {
        while (ahead.Count < count && rows.MoveNext())
        {
            ahead.Enqueue(rows.Current);
        }

        return [.. ahead.Take(count)];
    }

    public void Dispose() => rows.Dispose();
}
