namespace DtPipeline.Core.Tests.Proofs.RoundTrip;

internal enum WrittenAs
{
    Plain,
    Percent,
    Date,
    Error,

    /// <summary>That nobody has calculated.</summary>
    Formula,

    /// <summary>In text just as it is, whatever that does to its row.</summary>
    Raw,
}

/// <param name="Number">In a workbook the cell is this number and not text.</param>
internal readonly record struct WrittenCell(string Text, decimal? Number = null, WrittenAs As = WrittenAs.Plain)
{
    public static implicit operator WrittenCell(string text) => new(text);
}

/// <summary>A report as rows of cells, before it is a file.</summary>
internal sealed class WrittenTable
{
    private readonly Dictionary<string, int> places = new(StringComparer.Ordinal);

    public List<WrittenCell[]> Rows { get; } = [];

    /// <summary>Indicators whose number can be read in two ways.</summary>
    public HashSet<string> Doubtful { get; } = new(StringComparer.Ordinal);

    public void Add(params WrittenCell[] row) => Rows.Add(row);

    public void AddData(string indicator, params WrittenCell[] row)
    {
        places[indicator] = Rows.Count;
        Rows.Add(row);
    }

    /// <summary>From 0.</summary>
    public int PlaceOf(string indicator) => places[indicator];
}
