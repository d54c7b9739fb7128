namespace DtPipeline.Texts;

/// <summary>Reads bytes in an old encoding without ever holding their whole text. Marks stand behind their letters, not in normal form C.</summary>
internal sealed class OldEncodingReader(ReadOnlyMemory<byte> content, OldEncoding encoding) : TextReader
{
    private int next;
    private int nextMark;

    public override int Peek() => next < content.Length ? encoding.Meaning(content.Span[next])[nextMark] : -1;

    public override int Read()
    {
        Span<char> one = stackalloc char[1];
        return Read(one) == 0 ? -1 : one[0];
    }

    public override int Read(char[] buffer, int index, int count) => Read(buffer.AsSpan(index, count));

    public override int Read(Span<char> buffer)
    {
        var bytes = content.Span;
        var written = 0;
        while (written < buffer.Length && next < bytes.Length)
        {
            var meaning = encoding.Meaning(bytes[next]);
            buffer[written++] = meaning[nextMark++];
            if (nextMark == meaning.Length)
            {
                next++;
                nextMark = 0;
            }
        }

        return written;
    }
}
