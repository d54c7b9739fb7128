namespace DtPipeline.Grids.Pdf;

/// <summary>Names in the bytes of a PDF, before anything else has looked at them.</summary>
internal static class PdfNames
{
    /// <summary>Nodes of trees. The library walks the tree of pages while it opens a file, and of a longer ring than a thousand nodes it finds no end.</summary>
    public static int Kids(ReadOnlySpan<byte> bytes)
    {
        var count = 0;
        for (int at; (at = bytes.IndexOf((byte)'/')) >= 0;)
        {
            bytes = bytes[(at + 1)..];
            count += Is(bytes, "Kids"u8) ? 1 : 0;
        }

        return count;
    }

    /// <summary>Letters of a name may be written as # and two digits.</summary>
    private static bool Is(ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> name)
    {
        foreach (var letter in name)
        {
            if (bytes.Length > 2 && bytes[0] == (byte)'#')
            {
                if (!byte.TryParse(bytes[1..3], System.Globalization.NumberStyles.HexNumber, null, out var written) || written != letter)
                {
                    return false;
                }

                bytes = bytes[3..];
            }
            else if (bytes.Length > 0 && bytes[0] == letter)
            {
                bytes = bytes[1..];
            }
            else
            {
                return false;
            }
        }

        return true;
    }
}
