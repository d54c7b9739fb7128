using System.Buffers;
using System.Text;

namespace DtPipeline.Texts;

/// <summary>A text in which every letter that looks like UTF-8 taken for a code page was put together again.</summary>
/// <param name="Sources">Where each character of the text was in the source; the complement of that where it was made from several.</param>
internal sealed record Unwrapped(string Source, string Text, IReadOnlyList<int> Sources)
{
    /// <summary>What the first bytes of Vietnamese letters, marks and quotes in UTF-8 are in Windows-1252, and Ă in Windows-1258.</summary>
    public static readonly SearchValues<char> Leads = SearchValues.Create("ÂÃÄÅÆÇÈÉÊËÌÍÎÏáâĂ");

    public static Unwrapped Of(string source, bool mendsSpaces)
    {
        var text = new StringBuilder(source.Length);
        var sources = new List<int>(source.Length);
        for (int i = 0, length; i < source.Length; i += length)
        {
            var letter = LeftOfA(source, i, mendsSpaces, out length) ?? Letter(source, i, out length);
            text.Append(letter ?? source[i]);
            sources.Add(letter is null ? i : ~i);
        }

        return new Unwrapped(source, text.ToString(), sources);
    }

    /// <summary>Whether some letter that was made stands in a Vietnamese word, and what stood there before did not.</summary>
    /// <param name="isKnownDamage">Then what stood there before was no word whatever it looks like.</param>
    public bool MakesSense(bool isKnownDamage)
    {
        for (int start = 0, end; start < Text.Length; start = end + 1)
        {
            end = start;
            while (end < Text.Length && (char.IsLetter(Text[end]) || Text[end] is >= '\u0300' and <= '\u036F'))
            {
                end++;
            }

            var made = start;
            while (made < end && Sources[made] >= 0)
            {
                made++;
            }

            if (made < end && IsWord(Text[start..end].Normalize(NormalizationForm.FormC)) && (isKnownDamage || !WasWell(start, made)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A word in capitals with a quote or a footnote behind it looks as if it were a letter in UTF-8: «THỊ XÃ”.</summary>
    private bool WasWell(int start, int made)
    {
        var from = Sources[start] < 0 ? ~Sources[start] : Sources[start];
        var lead = ~Sources[made];
        var next = made + 1 < Text.Length ? Sources[made + 1] : Source.Length;
        var behind = next < 0 ? ~next : next;
        return IsWord(Source[from..(lead + 1)])
            && behind > lead + 1
            && Source[(lead + 1)..behind].All(c => !WordShape.IsLetter(c))
            && (behind == Source.Length || !char.IsLetter(Source[behind]));
    }

    private static bool IsWord(string word) => !Ascii.IsValid(word) && ((Syllable.IsVietnamese(word) && WordShape.HasUsualCase(word)) || Syllable.IsAbbreviation(word));

    /// <summary>Of à only Ã is left where trimming took the no-break space that is its second byte, and Ã with a space where tidying changed it.</summary>
    private static char? LeftOfA(string source, int at, bool mendsSpaces, out int length)
    {
        length = source.AsSpan(at + 1) is [' ', ' ', ..] ? 2 : 1;
        return source[at] == 'Ã'
            && (at + 1 == source.Length || source[at + 1] == ' ')
            && (mendsSpaces || (at > 0 && char.IsLower(source[at - 1])))
            ? 'à' : null;
    }

    private static char? Letter(string source, int at, out int length)
    {
        length = 1;
        if (!Leads.Contains(source[at]))
        {
            return null;
        }

        Span<byte> bytes = stackalloc byte[3];
        bytes[0] = source[at] == 'Ă' ? (byte)0xC3 : (byte)source[at];
        var count = bytes[0] < 0xE0 ? 2 : 3;
        for (var i = 1; i < count; i++)
        {
            if (at + i >= source.Length || !Windows1252Bytes.TryGet(source[at + i], out bytes[i]))
            {
                return null;
            }
        }

        if (Rune.DecodeFromUtf8(bytes[..count], out var rune, out var used) != OperationStatus.Done || used != count)
        {
            return null;
        }

        length = count;
        return (char)rune.Value;
    }
}
