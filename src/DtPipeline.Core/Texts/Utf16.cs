using System.Buffers.Binary;
using System.Text;

namespace DtPipeline.Texts;

/// <summary>UTF-16 in either order of bytes, known by its mark or by where its zero bytes stand.</summary>
internal static class Utf16
{
    private static readonly UnicodeEncoding LittleEndian = new(bigEndian: false, byteOrderMark: false);

    private static readonly UnicodeEncoding BigEndian = new(bigEndian: true, byteOrderMark: false);

    /// <param name="marked">Bytes of the mark in front of the text.</param>
    public static Encoding? Find(ReadOnlySpan<byte> content, out int marked)
    {
        marked = 2;
        if (content is [0xFF, 0xFE, ..])
        {
            return LittleEndian;
        }

        if (content is [0xFE, 0xFF, ..])
        {
            return BigEndian;
        }

        marked = 0;
        var pairs = content.Length / 2;
        if (content.Length % 2 != 0 || pairs == 0 || !content.Contains((byte)0))
        {
            return null;
        }

        int even = 0, odd = 0;
        for (var i = 0; i < content.Length; i += 2)
        {
            even += content[i] == 0 ? 1 : 0;
            odd += content[i + 1] == 0 ? 1 : 0;
        }

        // Digits, commas and plain letters are a good part of every report, and each has one zero byte on the same side.
        return odd * 3 >= pairs && even == 0 ? LittleEndian
            : even * 3 >= pairs && odd == 0 ? BigEndian
            : null;
    }

    /// <returns>The first character that no text has, and its line; null where all are well.</returns>
    public static (bool IsControl, int Line)? FindWrong(ReadOnlySpan<byte> content, Encoding encoding)
    {
        var line = 1;
        var awaitsLow = false;
        for (var i = 0; i + 1 < content.Length; i += 2)
        {
            var c = (char)(encoding == BigEndian ? BinaryPrimitives.ReadUInt16BigEndian(content[i..]) : BinaryPrimitives.ReadUInt16LittleEndian(content[i..]));
            if (char.IsLowSurrogate(c) != awaitsLow)
            {
                return (false, line);
            }

            if (c < ' ' && c is not ('\t' or '\n' or '\f' or '\r' or '\u001A'))
            {
                return (true, line);
            }

            awaitsLow = char.IsHighSurrogate(c);
            line += c == '\n' ? 1 : 0;
        }

        return awaitsLow || content.Length % 2 != 0 ? (false, line) : null;
    }
}
