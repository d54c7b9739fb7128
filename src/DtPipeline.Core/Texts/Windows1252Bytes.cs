namespace DtPipeline.Texts;

/// <summary>The bytes that somebody's program took for Windows-1252 or Latin-1 when it made this text.</summary>
internal static class Windows1252Bytes
{
    private static readonly Dictionary<char, byte> Punctuation = Enumerable.Range(0x80, 0x20)
        .Where(b => OldEncoding.Windows1252.Has((byte)b))
        .ToDictionary(b => OldEncoding.Windows1252.Meaning((byte)b)[0], b => (byte)b);

    /// <summary>Latin-1 leaves the places from 0x80 to 0x9F as they are, and so do programs where Windows-1252 has nothing.</summary>
    public static bool TryGet(char c, out byte value)
    {
        value = (byte)c;
        return c <= '\u00FF' || Punctuation.TryGetValue(c, out value);
    }

    /// <returns>Null where some character is in neither of the two.</returns>
    public static byte[]? Of(string text)
    {
        var bytes = new byte[text.Length];
        for (var i = 0; i < text.Length; i++)
        {
            if (!TryGet(text[i], out bytes[i]))
            {
                return null;
            }
        }

        return bytes;
    }
}
