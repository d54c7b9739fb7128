namespace DtPipeline.Grids.Csv;

/// <summary>Text that ends where a row does not: a quote that nobody closes, or a line without end, is not to be held in memory.</summary>
/// <param name="longestRow">In characters, give or take what the parser reads ahead.</param>
internal sealed class BoundedText(TextReader text, int longestRow) : TextReader
{
    private int taken;

    /// <summary>The row was too long, and nothing behind it is read.</summary>
    public bool IsCut { get; private set; }

    public void BeginRow() => taken = 0;

    public override int Peek() => IsCut ? -1 : text.Peek();

    public override int Read()
    {
        Span<char> one = stackalloc char[1];
        return Read(one) == 0 ? -1 : one[0];
    }

    public override int Read(char[] buffer, int index, int count) => Read(buffer.AsSpan(index, count));

    public override int Read(Span<char> buffer)
    {
        var read = 0;
        if (!IsCut)
        {
            read = text.Read(buffer);
            taken += read;
            IsCut = taken > longestRow;
        }

        return read;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            text.Dispose();
        }

        base.Dispose(disposing);
    }
}
