using System.Buffers;
using System.Text;

namespace DtPipeline.Texts;

/// <summary>The different words of a text in an unknown encoding that are not plain ASCII, each byte as the character of the same number.</summary>
internal sealed class ByteWords
{
    /// <summary>Vietnamese has some seven thousand syllables; this many words are no language, and a bound on memory.</summary>
    private const int MostWords = 100_000;

    private const int LongestWord = 64;

    private readonly HashSet<string> words = new(StringComparer.Ordinal);
    private readonly bool[] has = new bool[256];

    public IReadOnlyCollection<string> Words => words;

    /// <summary>False where there are words too long or too many for any language.</summary>
    public bool AreLanguage { get; private set; } = true;

    /// <summary>Whether some of the bytes are letters in UTF-8: then the text is a mixture, or UTF-8 that was cut.</summary>
    public bool HaveUtf8 { get; private set; }

    /// <summary>No-break spaces between digits, which Excel writes as group marks and nobody types.</summary>
    public bool HaveGroupMarks { get; private set; }

    /// <summary>Question marks between letters: a Windows code page puts one for each letter that it has not.</summary>
    public int LostLetters { get; private set; }

    public static ByteWords Of(ReadOnlySpan<byte> content)
    {
        var found = new ByteWords();
        var at = 0;
        while (found.AreLanguage)
        {
            var skipped = content[at..].IndexOfAnyInRange((byte)0x80, (byte)0xFF);
            if (skipped < 0)
            {
                break;
            }

            at = found.Take(content, at, at + skipped);
        }

        found.LostLetters = Count(content, (byte)'?', char.IsAsciiLetter);
        found.HaveGroupMarks = found.has[0xA0] && Count(content, 0xA0, char.IsAsciiDigit) > 0;
        return found;
    }

    public bool AllIn(OldEncoding encoding)
    {
        for (var b = 0x80; b < has.Length; b++)
        {
            if (has[b] && !encoding.Has((byte)b))
            {
                return false;
            }
        }

        return true;
    }

    /// <returns>Where to go on.</returns>
    private int Take(ReadOnlySpan<byte> content, int from, int first)
    {
        var start = first;
        while (start > from && IsWord(content[start - 1]))
        {
            start--;
        }

        var end = first;
        do
        {
            has[content[end]] = true;
            HaveUtf8 = HaveUtf8 || (content[end] > 0x7F && Rune.DecodeFromUtf8(content[end..], out _, out _) == OperationStatus.Done);
            end++;
        }
        while (end < content.Length && IsWord(content[end]) && IsWord(content[first]));

        if (IsWord(content[first]))
        {
            Add(content[start..end]);
        }

        return end;
    }

    /// <summary>How often a byte stands between two of a kind.</summary>
    private static int Count(ReadOnlySpan<byte> content, byte mark, Func<char, bool> between)
    {
        var count = 0;
        for (var at = 1; at < content.Length - 1;)
        {
            var skipped = content[at..^1].IndexOf(mark);
            if (skipped < 0)
            {
                break;
            }

            at += skipped;
            count += between((char)content[at - 1]) && between((char)content[at + 1]) ? 1 : 0;
            at++;
        }

        return count;
    }

    private void Add(ReadOnlySpan<byte> word)
    {
        if (word.Length > LongestWord || words.Count == MostWords)
        {
            AreLanguage = false;
            return;
        }

        Span<char> characters = stackalloc char[LongestWord];
        words.GetAlternateLookup<ReadOnlySpan<char>>().Add(characters[..Encoding.Latin1.GetChars(word, characters)]);
    }

    /// <summary>From 0x80 to 0xA0 all the encodings have punctuation.</summary>
    private static bool IsWord(byte b) => b > 0xA0 || char.IsAsciiLetter((char)b);
}
