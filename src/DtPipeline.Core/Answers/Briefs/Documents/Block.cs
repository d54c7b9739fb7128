namespace DtPipeline.Answers.Briefs.Documents;

/// <summary>A part of a document, the same for all that it is written as.</summary>
internal abstract record Block;

/// <param name="Level">1 for the title, 2 and 3 below it.</param>
internal sealed record Heading(int Level, Line Text) : Block;

internal sealed record Paragraph(Line Text) : Block
{
    /// <summary>Smaller, beside what matters.</summary>
    public bool IsNote { get; init; }
}

internal sealed record Bullets(IReadOnlyList<Line> Items) : Block;

/// <param name="Weight">Its part of the width.</param>
internal sealed record Column(Line Header, double Weight, bool IsNumber = false);

/// <param name="Cells">As many as there are columns; one alone is a heading over the rows below it.</param>
internal sealed record Row(IReadOnlyList<Line> Cells);

internal sealed record Table(Line Caption, IReadOnlyList<Column> Columns, IReadOnlyList<Row> Rows) : Block
{
    /// <summary>Over how many rows the first cell of a row goes: an empty one below it belongs to it.</summary>
    /// <returns>0 where the row's first cell is such an empty one.</returns>
    public int SpanOf(int row)
    {
        bool GoesOn(int at) => at > 0 && at < Rows.Count && Rows[at].Cells is [{ IsEmpty: true }, _, ..];
        var next = row + 1;
        while (GoesOn(next))
        {
            next++;
        }

        return GoesOn(row) ? 0 : next - row;
    }
}

/// <param name="Svg">The drawing.</param>
/// <param name="Width">In millimetres on paper.</param>
/// <param name="Caption">Says what is to be seen, also to who does not see it.</param>
internal sealed record Picture(Svg Svg, int Width, Line Caption) : Block;

/// <summary>Pictures side by side.</summary>
internal sealed record Gallery(IReadOnlyList<Picture> Pictures) : Block;

internal sealed record Document(string Language, string Title, IReadOnlyList<Block> Blocks);
