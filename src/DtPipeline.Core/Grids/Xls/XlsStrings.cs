using System.Buffers.Binary;
using System.Text;

namespace DtPipeline.Grids.Xls;

/// <param name="Runs">From which letter on which font writes.</param>
internal sealed record XlsRichString(string Text, IReadOnlyList<(int First, int Font)> Runs);

/// <summary>The shared strings of an XLS that are written in several fonts ([MS-XLS] 2.4.265): its reader gives their text alone.</summary>
/// <param name="records">The record of shared strings and those that continue it.</param>
internal sealed class XlsStrings(IReadOnlyList<ReadOnlyMemory<byte>> records)
{
    private int record;
    private int at = 8;

    private bool IsAtEnd => record >= records.Count;

    /// <summary>By the number of the string; as far as the records are sound.</summary>
    public Dictionary<int, XlsRichString> Rich()
    {
        var rich = new Dictionary<int, XlsRichString>();
        var count = records.Count > 0 && records[0].Length >= 8 ? BinaryPrimitives.ReadInt32LittleEndian(records[0].Span[4..]) : 0;
        for (var number = 0; number < count && !IsAtEnd; number++)
        {
            if (Next() is { Runs.Count: > 0 } text)
            {
                rich[number] = text;
            }
        }

        return rich;
    }

    private XlsRichString Next()
    {
        var length = Short();
        var flags = Byte();
        var runs = (flags & 8) != 0 ? Short() : 0;
        var extra = (flags & 4) != 0 ? Short() | (Short() << 16) : 0;
        var text = Letters(length, (flags & 1) != 0, runs > 0);
        var fonts = new List<(int, int)>();
        for (var i = 0; i < runs && !IsAtEnd; i++)
        {
            fonts.Add((Short(), Short()));
        }

        Skip(extra);
        return new XlsRichString(text, fonts);
    }

    /// <summary>Letters that go on in the next record begin there with whether they are wide.</summary>
    private string Letters(int length, bool isWide, bool isKept)
    {
        var text = new StringBuilder();
        while (length > 0 && !IsAtEnd)
        {
            if (at >= records[record].Length)
            {
                (record, at) = (record + 1, 0);
                isWide = (Byte() & 1) != 0;
                continue;
            }

            var width = isWide ? 2 : 1;
            var taken = Math.Min(length, Math.Max(1, (records[record].Length - at) / width));
            var bytes = records[record].Span[at..Math.Min(at + (taken * width), records[record].Length)];
            if (isKept)
            {
                text.Append((isWide ? Encoding.Unicode : Encoding.Latin1).GetString(bytes));
            }

            at += bytes.Length;
            length -= taken;
        }

        return text.ToString();
    }

    private int Short() => Byte() | (Byte() << 8);

    private int Byte()
    {
        while (!IsAtEnd && at >= records[record].Length)
        {
            (record, at) = (record + 1, 0);
        }

        return IsAtEnd ? 0 : records[record].Span[at++];
    }

    private void Skip(int bytes)
    {
        while (bytes > 0 && !IsAtEnd)
        {
            var step = Math.Min(bytes, records[record].Length - at);
            at += step;
            bytes -= step;
            if (at >= records[record].Length)
            {
                (record, at) = (record + 1, 0);
            }
        }
    }
}
