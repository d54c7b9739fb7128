using System.Buffers;
using System.Text;

namespace DtPipeline.Texts;

internal static class Utf8Bytes
{
    /// <returns>The line, from 1, of the first byte that is not UTF-8; the last line where all are.</returns>
    public static int FirstWrongLine(ReadOnlySpan<byte> content)
    {
        var at = 0;
        while (Rune.DecodeFromUtf8(content[at..], out _, out var length) == OperationStatus.Done)
        {
            at += length;
        }

        return content[..at].Count((byte)'\n') + 1;
    }
}
