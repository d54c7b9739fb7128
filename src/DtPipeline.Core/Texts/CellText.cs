using System.Buffers;
using System.Globalization;
using System.Text;

namespace DtPipeline.Texts;

/// <summary>The text of one cell as everything else compares it: letters whole, without what nobody can see.</summary>
internal static class CellText
{
    private const int MostMarks = 30;

    /// <summary>
    /// What is never in a clean cell: controls other than tab and line ends, soft hyphens and characters without width,
    /// and the foreign letters that people type for Đ and đ because they look the same.
    /// </summary>
    private static readonly SearchValues<char> Unwanted = SearchValues.Create(
        [.. Enumerable.Range(0, 0xD800).Select(c => (char)c).Where(c => IsInvisible(c) || c is 'Ð' or 'ð' or 'Ɖ' or 'ɖ'), '\uFEFF']);

    /// <summary>
    /// Letters that are whole by themselves, so that a text of them is in normal form C: Latin ones up to the combining marks,
    /// the Vietnamese ones with two marks, dashes and quotes.
    /// </summary>
    private static readonly SearchValues<char> Whole = SearchValues.Create(
        [.. Enumerable.Range(0, 0x300).Concat(Enumerable.Range(0x1E00, 0x100)).Concat(Enumerable.Range(0x2010, 0x18)).Select(c => (char)c).Where(c => !Unwanted.Contains(c))]);

    /// <summary>Trimmed, in normal form C, without invisible characters; the same instance where nothing is to be done.</summary>
    public static string Clean(string cell)
    {
        if (!cell.AsSpan().ContainsAnyExceptInRange(' ', '~') || !cell.AsSpan().ContainsAnyExcept(Whole))
        {
            return cell.Trim();
        }

        return Compose(cell.AsSpan().ContainsAny(Unwanted) ? WithoutUnwanted(cell) : cell).Trim();
    }

    /// <summary>Normal form C of any text at all: halves of surrogate pairs and U+FFFE, which .NET refuses to normalise, become U+FFFD.</summary>
    public static string Compose(string text)
    {
        if (Ascii.IsValid(text))
        {
            return text;
        }

        var whole = text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF') || text.Contains('\uFFFE') ? WithoutHalves(text) : text;
        whole = WithoutHeaps(whole);
        return whole.IsNormalized(NormalizationForm.FormC) ? whole : whole.Normalize(NormalizationForm.FormC);
    }

    private static bool IsInvisible(char c) =>
        (c < ' ' && c is not ('\t' or '\n' or '\r')) || c == '\u007F' || char.GetUnicodeCategory(c) == UnicodeCategory.Format;

    private static string WithoutUnwanted(string cell)
    {
        var kept = new StringBuilder(cell.Length);
        foreach (var c in cell)
        {
            if (!Unwanted.Contains(c))
            {
                kept.Append(c);
            }
            else if (c is 'Ð' or 'Ɖ')
            {
                kept.Append('Đ');
            }
            else if (c is 'ð' or 'ɖ')
            {
                kept.Append('đ');
            }
        }

        return kept.ToString();
    }

    /// <summary>
    /// With no more marks on a letter than Unicode's Stream-Safe Text Format allows (UAX #15): to bring them into order takes time by the square of
    /// their number.
    /// </summary>
    private static string WithoutHeaps(string text)
    {
        var (heap, at) = (0, 0);
        for (; at < text.Length && heap <= MostMarks; at++)
        {
            heap = IsMark(text[at]) ? heap + 1 : 0;
        }

        if (heap <= MostMarks)
        {
            return text;
        }

        var kept = new StringBuilder(text, 0, at - 1, text.Length);
        foreach (var c in text.AsSpan(at))
        {
            heap = IsMark(c) ? heap + 1 : 0;
            if (heap <= MostMarks)
            {
                kept.Append(c);
            }
        }

        return kept.ToString();
    }

    private static bool IsMark(char c) => c >= '\u0300' && char.GetUnicodeCategory(c) is (UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark);

    private static string WithoutHalves(string text)
    {
        var whole = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            whole.Append(rune.Value == 0xFFFE ? Rune.ReplacementChar : rune);
        }

        return whole.ToString();
    }
}
