using System.Globalization;
using System.Text;

namespace DtPipeline.Texts;

/// <summary>What names are compared by: small letters and digits without marks, one space between words.</summary>
/// <remarks>Old and new placement of tones (Hoà, Hòa) fold alike; i and y (Bắc Kạn apart from Bắc Cạn, Lí from Lý) do not.</remarks>
internal static class Fold
{
    private const int LongestOnStack = 128;
    private const char Dropped = '\0';
    private const char Separator = ' ';
    private const char Several = '\uFFFF';

    /// <summary>What each character up to the end of the Vietnamese letters folds to.</summary>
    private static readonly char[] Folded = [.. Enumerable.Range(0, 0x1F00).Select(c => FoldOne((char)c))];

    public static string Of(string text)
    {
        if (IsFolded(text))
        {
            return text;
        }

        return NeedsDecomposing(text) ? Write(CellText.Compose(text).Normalize(NormalizationForm.FormKD)) : Write(text);
    }

    private static bool IsFolded(string text)
    {
        var before = Separator;
        foreach (var c in text)
        {
            if (!(char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || (c == Separator && before != Separator)))
            {
                return false;
            }

            before = c;
        }

        return before != Separator || text.Length == 0;
    }

    private static bool NeedsDecomposing(string text)
    {
        foreach (var c in text)
        {
            if (c >= Folded.Length || Folded[c] == Several)
            {
                return true;
            }
        }

        return false;
    }

    private static string Write(string text)
    {
        // The most that one character becomes is a space and "va".
        Span<char> folded = text.Length <= LongestOnStack ? stackalloc char[LongestOnStack * 3] : new char[text.Length * 3];
        var length = 0;
        var isPending = false;
        foreach (var c in text)
        {
            var one = c < Folded.Length ? Folded[c] : FoldOne(c);
            if (one == Dropped)
            {
                continue;
            }

            if ((isPending || one == '&') && one != Separator && length > 0)
            {
                folded[length++] = Separator;
            }

            isPending = one is Separator or '&';
            if (one == '&')
            {
                folded[length++] = 'v';
                folded[length++] = 'a';
            }
            else if (one != Separator)
            {
                folded[length++] = one;
            }
        }

        return new string(folded[..length]);
    }

    private static char FoldOne(char c)
    {
        if (c == '&')
        {
            return c;
        }

        if (char.IsSurrogate(c) || c == '\uFFFE')
        {
            return Separator;
        }

        var bare = string.Concat(c.ToString().Normalize(NormalizationForm.FormKD).Where(d => !IsDropped(d)));
        return bare switch
        {
            [] => Dropped,
            [var one] => FoldBare(one),
            _ => Several,
        };
    }

    private static char FoldBare(char c) => char.ToLowerInvariant(c) switch
    {
        'đ' or 'ð' or 'ɖ' => 'd',
        var lower => char.IsLetterOrDigit(lower) ? lower : Separator,
    };

    private static bool IsDropped(char c) =>
        char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format;
}
