using System.Globalization;
using System.Text;

namespace DtPipeline.Texts;

/// <summary>Text for a place that holds one line of so many characters: a subject, a header, a key. Whoever wrote it, nothing in it ends the line.</summary>
public static class OneLine
{
    private const char Cut = '…';

    /// <summary>Blanks, line breaks and control characters in a row become one blank; marks that cannot be seen, and halves of characters, go.</summary>
    /// <param name="most">UTF-16 units, the mark of a cut included.</param>
    public static string Of(string text, int most)
    {
        var line = new StringBuilder(Math.Min(text.Length, most));
        foreach (var rune in text.EnumerateRunes())
        {
            var category = Rune.GetUnicodeCategory(rune);
            if (category is UnicodeCategory.Format or UnicodeCategory.Surrogate || rune == Rune.ReplacementChar)
            {
                continue;
            }

            var isBlank = category is UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.SpaceSeparator;
            if (isBlank && (line.Length == 0 || line[^1] == ' '))
            {
                continue;
            }

            if (line.Length + rune.Utf16SequenceLength > most)
            {
                return Ended(line, most);
            }

            line.Append(isBlank ? " " : rune.ToString());
        }

        return line.ToString().TrimEnd();
    }

    private static string Ended(StringBuilder line, int most)
    {
        var kept = Math.Min(line.Length, most - 1);
        if (kept > 0 && char.IsHighSurrogate(line[kept - 1]))
        {
            kept--;
        }

        return line.ToString(0, kept).TrimEnd() + Cut;
    }
}
